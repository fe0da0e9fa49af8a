import { describe, expect, test } from 'vitest';
import { orderHits, type RankedHit } from '../../api/search/order-hits.ts';
import { SELLABLE_POINTS } from '../../api/search/ranking.ts';

const NOW = new Date('2026-11-28T00:00:00Z');
const FAR = { latitude: -6.5, longitude: 106.8 };
const HERE = { latitude: -6.4, longitude: 106.8 };

const hit = (key: string, more: Partial<RankedHit> = {}): RankedHit => ({
  key,
  sellerSlug: 'warung',
  fit: 120,
  isSellable: true,
  quality: 0,
  publishedAt: new Date('2026-01-01T00:00:00Z'),
  place: FAR,
  ...more,
});
const ordered = (hits: readonly RankedHit[], near: RankedHit['place'] | null = null): string[] =>
  orderHits(hits, { near, now: NOW, chance: 7 }).map(({ key }) => key);

describe('hits', () => {
  test('of the nearer fit come first, whatever sells better', () => {
    expect(ordered([hit('b', { quality: 900 }), hit('a', { fit: 480 })])).toEqual(['a', 'b']);
  });

  test('that can be bought come before others of their fit, and after those of a nearer one', () => {
    const out = hit('out', { isSellable: false, quality: 900 });
    const nearer = hit('nearer', { fit: 120 + SELLABLE_POINTS + 1, isSellable: false });
    expect(ordered([out, hit('in'), nearer])).toEqual(['nearer', 'in', 'out']);
  });

  test('of equal fit take turns by shop, each with its best first', () => {
    const large = [3, 2, 1].map((at) => hit(`large ${at}`, { quality: 100 * at }));
    const small = hit('small', { sellerSlug: 'rumah' });
    const order = ordered([...large, small]);
    expect(order.indexOf('small')).toBeLessThan(2);
    expect(order.filter((key) => key !== 'small')).toEqual(['large 3', 'large 2', 'large 1']);
  });

  test('of a shop that are as good: the younger one, then the later key', () => {
    const young = hit('a', { publishedAt: new Date('2026-11-20T00:00:00Z') });
    expect(ordered([hit('b'), young, hit('c')])).toEqual(['a', 'c', 'b']);
  });

  test('of near shops come first, when a place is given', () => {
    const hits = [hit('b', { quality: 900 }), hit('a', { sellerSlug: 'rumah', place: HERE })];
    expect(ordered(hits, HERE)).toEqual(['a', 'b']);
    expect(ordered(hits)).toEqual(['b', 'a']);
  });
});
