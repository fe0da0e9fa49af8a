import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import {
  drawProduct,
  drawRecipe,
  LOOKS,
  NOUN_LOOKS,
  type PictureRecipe,
  pictureRecipes,
  recipeKey,
} from '../../seeds/drawings/draw-product.ts';
import { LEAVES, WORDS } from '../../seeds/generate/facts.ts';
import { generateMarket } from '../../seeds/market.ts';

const goods = WORDS.nouns.filter(({ category }) => LEAVES.has(category));
const everyLook = Object.keys(LOOKS).map((look): PictureRecipe => ({ look, tint: 'straw' }));

describe('drawings of goods', () => {
  test('every goods noun has looks that exist, and every look belongs to a noun or shows how it is packed or served', () => {
    expect(goods.filter(({ noun }) => !NOUN_LOOKS[noun]).map(({ noun }) => noun)).toEqual([]);
    const named = Object.values(NOUN_LOOKS).flatMap((looks) =>
      'plain' in looks ? Object.values(looks).flat() : looks,
    );
    const used = new Set(named);
    expect([...used].filter((look) => !LOOKS[look])).toEqual([]);
    const unused = Object.keys(LOOKS).filter((look) => !used.has(look));
    expect(unused.filter((look) => !/^(packing|served)-/.test(look))).toEqual([]);
  });

  test('every noun can be drawn, whatever the seed and the flavour', () => {
    for (const { noun, category } of goods) {
      for (const flavour of [undefined, 'balado', 'kawung', 'merah muda', 'belum pernah ada']) {
        for (const seed of [0, 1, 7, -3]) {
          const recipes = pictureRecipes({ noun, category, flavour, seed }, 3);
          expect(recipes.length).toBeGreaterThanOrEqual(1);
          expect(new Set(recipes.map(recipeKey)).size).toBe(recipes.length);
        }
      }
    }
  });

  test('the same wish gives the same bytes; a flavour with a colour of its own gives another picture', () => {
    const wish = { noun: 'keripik singkong', category: 'keripik-kerupuk', flavour: 'balado', seed: 4 };
    expect(drawProduct(wish)).toBe(drawProduct({ ...wish }));
    expect(drawProduct({ ...wish, flavour: 'rumput laut' })).not.toBe(drawProduct(wish));
  });

  test('a noun without a drawing and a look that is not there are refused', () => {
    expect(() => drawProduct({ noun: 'kapal selam', category: 'sayur', seed: 1 })).toThrow('kapal selam');
    expect(() => drawRecipe({ look: 'kapal-selam', tint: 'mint' })).toThrow('kapal-selam');
  });

  test('the default market shows 140 to 260 pictures, one to three to a product, all of which can be drawn', () => {
    const market = generateMarket({ seed: 1, products: 1500 });
    const shown = new Set<string>();
    for (const { drawings } of market.products()) {
      expect(drawings.length).toBeGreaterThanOrEqual(1);
      expect(drawings.length).toBeLessThanOrEqual(3);
      for (const drawing of drawings) shown.add(drawing);
    }
    expect(shown.size).toBeGreaterThanOrEqual(140);
    expect(shown.size).toBeLessThanOrEqual(260);
    const drawn = new Set([...shown].map((drawing) => market.drawingOf(drawing)));
    expect(drawn.size).toBe(shown.size);
  });

  test('a drawing holds shapes only: no script, no text that needs a font, nothing from elsewhere', () => {
    for (const recipe of everyLook) {
      const svg = drawRecipe(recipe);
      expect(svg).not.toMatch(
        /<(script|foreignObject|image|text|style|use|a)\b|\bon\w+=|javascript:|NaN|undefined|Infinity/,
      );
      const addresses = svg.match(/https?:[^"]*/g) ?? [];
      expect(addresses).toEqual(['http://www.w3.org/2000/svg']);
      for (const reference of svg.match(/url\([^)]*\)/g) ?? []) expect(svg).toContain(`id="${reference.slice(5, -1)}"`);
    }
  });

  test('every look is 800 by 800, lighter than 400 kB, and closes what it opens', () => {
    for (const recipe of everyLook) {
      const svg = drawRecipe(recipe);
      expect(svg.length).toBeLessThan(400_000);
      expect(svg).toMatch(/^<svg xmlns="[^"]+" viewBox="0 0 800 800" width="800" height="800">/);
      expect({ look: recipe.look, problem: unclosed(svg) }).toEqual({ look: recipe.look, problem: null });
    }
  });

  test('a broken drawing would be noticed', async () => {
    const svg = drawRecipe({ look: 'klepon', tint: 'mint' }).replace('</g>', '');
    expect(unclosed(svg)).not.toBeNull();
    await expect(sharp(Buffer.from(svg)).metadata()).rejects.toThrow();
  });

  test('the renderer takes pictures of every category, and sees more than paper', async () => {
    const market = generateMarket({ seed: 1, products: 1500 });
    const byCategory = new Map([...market.products()].map(({ categoryPath, drawings }) => [categoryPath, drawings[0]]));
    for (const drawing of byCategory.values()) {
      const { channels } = await sharp(Buffer.from(market.drawingOf(drawing as string)))
        .resize(32, 32)
        .stats();
      expect({ drawing, isPlain: channels.every(({ stdev }) => stdev < 8) }).toEqual({ drawing, isPlain: false });
    }
  }, 120_000);
});

/** The first tag that is opened and not closed in its place, null when there is none. */
function unclosed(svg: string): string | null {
  const open: string[] = [];
  for (const [tag, slash, name = '', rest = ''] of svg.matchAll(
    /<(\/?)([a-zA-Z]+)((?:\s+[a-zA-Z-]+(?::[a-z]+)?="[^"<]*")*\s*\/?)>/g,
  )) {
    if (slash && open.pop() !== name) return tag;
    if (!slash && !rest.endsWith('/')) open.push(name);
  }
  const stray = svg.replace(/<\/?[a-zA-Z]+(?:\s+[a-zA-Z-]+="[^"<]*")*\s*\/?>/g, '');
  return open.pop() ?? (stray === '' ? null : stray.slice(0, 40));
}
