import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { staticDrawings } from '../../seeds/drawings/static.ts';
import { generateMarket } from '../../seeds/market.ts';

const drawings = staticDrawings();
const assets = new URL('../../storefront-widget/assets/', import.meta.url);

describe('the still pictures of the pages', () => {
  test('the files under assets are what the code draws', async () => {
    for (const [file, svg] of drawings) {
      expect({ file, isCurrent: (await readFile(new URL(file, assets), 'utf8')) === svg }).toEqual({
        file,
        isCurrent: true,
      });
    }
  });

  test('every root category has a door, and every empty state a scene', () => {
    const roots = generateMarket({ seed: 1, products: 0 }).categories.filter(({ parentPath }) => parentPath === null);
    for (const { slug } of roots) expect(drawings.has(`drawings/category-${slug}.svg`)).toBe(true);
    for (const name of ['empty-cart', 'empty-search', 'empty-orders', 'error', 'not-found'])
      expect(drawings.has(`drawings/${name}.svg`)).toBe(true);
  });

  test('each is well-formed, says what it shows, and takes nothing from elsewhere', async () => {
    for (const svg of drawings.values()) {
      expect((await sharp(Buffer.from(svg)).metadata()).format).toBe('svg');
      expect(svg).toMatch(/^<svg [^>]*role="img" aria-label="[^"]+"/);
      expect(svg).not.toMatch(/<(script|foreignObject|image|style)\b|\bon\w+=|href=/);
    }
  });

  test('two of them in one page do not take each other’s clip paths', () => {
    const owners = new Map<string, string>();
    for (const [file, svg] of drawings) {
      for (const [, id = ''] of svg.matchAll(/ id="([^"]+)"/g)) {
        expect(owners.get(id) ?? file).toBe(file);
        owners.set(id, file);
      }
    }
    expect(owners.size).toBeGreaterThan(50);
  });
});
