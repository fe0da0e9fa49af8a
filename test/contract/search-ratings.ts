import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FoundProducts } from '../../api/search/index.ts';
import type { MadeProduct } from '../support/makers/catalog.ts';
import type { SearchMarket } from './search-market.ts';

const many = (count: number, stars: number): number[] => Array.from({ length: count }, () => stars);

/** What reviews change in a search. `marketOf` gives the market once it is open. */
export function promisesAboutRatings(marketOf: () => SearchMarket): void {
  let market: SearchMarket;
  const made = new Map<string, MadeProduct>();

  const ratings = ({ facets }: FoundProducts): Record<number, number> =>
    Object.fromEntries((facets?.rating ?? []).map(({ atLeast, count }) => [atLeast, count]));
  const bothWays: readonly (string | null)[] = [null, 'onde'];

  describe('ratings', () => {
    beforeAll(async () => {
      market = marketOf();
      const add = async (title: string, stars: readonly number[], soldCount = 0): Promise<void> => {
        made.set(title, await market.add({ title, soldCount, publishedAt: new Date('2026-01-01T00:00:00Z') }, stars));
      };
      await add('Onde Satu', [5]);
      await add('Onde Ramai', [...many(160, 5), ...many(40, 4)]);
      await add('Onde Pahit', [...many(4, 3), ...many(6, 1)]);
      await add('Onde Lumayan', [4, 3]);
      await add('Onde Hampir', [...many(24, 4), 3]);
      await add('Onde Baru', []);
    });
    afterAll(async () => {
      for (const one of made.values()) await market.withdraw(one);
    });

    test('stand on the cards, in tenths', async () => {
      const { products } = await market.find({ text: 'onde' });
      const shown = Object.fromEntries(products.map(({ node }) => [node.title, [node.rating, node.ratingCount]]));
      expect(shown).toEqual({
        'Onde Satu': [5, 1],
        'Onde Ramai': [4.8, 200],
        'Onde Pahit': [1.8, 10],
        'Onde Lumayan': [3.5, 2],
        // Shown as 4,0 it is one of those from 4 up.
        'Onde Hampir': [4, 25],
        'Onde Baru': [null, 0],
      });
    });

    test('are counted as least ratings, the highest first', async () => {
      for (const text of bothWays) {
        const found = await market.find({ text });
        expect(found.facets?.rating).toEqual([
          { atLeast: 4, count: 3 },
          { atLeast: 3, count: 4 },
          { atLeast: 2, count: 4 },
          { atLeast: 1, count: 5 },
        ]);
      }
    });

    test('narrow to what has at least so many stars, as counted', async () => {
      for (const text of bothWays) {
        const wide = ratings(await market.find({ text }));
        for (const ratingMin of [1, 2, 3, 4]) {
          const found = await market.find({ text, filter: { ratingMin } });
          expect([ratingMin, found.totalCount]).toEqual([ratingMin, wide[ratingMin]]);
          expect(found.products.every(({ node }) => (node.rating ?? 0) >= ratingMin)).toBe(true);
          // Its own choice does not shrink its own list.
          expect(ratings(found)).toEqual(wide);
        }
      }
    });

    test('are counted within other choices, and shrink the counts of these', async () => {
      for (const text of bothWays) {
        expect(ratings(await market.find({ text, filter: { category: ['makanan'] } }))).toEqual({});
        const found = await market.find({ text, filter: { ratingMin: 4, category: ['tas'] } });
        expect(found.facets?.category.map(({ category, count }) => [category.slug, count])).toEqual([['tas', 3]]);
        expect((await market.find({ text, filter: { ratingMin: 4, category: ['makanan'] } })).totalCount).toBe(0);
      }
    });

    test('of many count for more than the one of five stars, and bad ones for less than none', async () => {
      for (const text of bothWays) {
        const titles = (await market.titles({ text, first: 60 })).filter((title) => title.startsWith('Onde'));
        const place = (title: string): number => titles.indexOf(title);
        expect(titles).toHaveLength(6);
        expect(place('Onde Ramai')).toBe(0);
        expect(place('Onde Satu')).toBeLessThan(place('Onde Baru'));
        expect(place('Onde Baru')).toBeLessThan(place('Onde Pahit'));
        expect(titles.at(-1)).toBe('Onde Pahit');
      }
    });

    test('that change are found changed', async () => {
      await market.rate(made.get('Onde Baru')!, [5, 5]);
      for (const text of bothWays) expect(ratings(await market.find({ text }))[4]).toBe(4);
      const { products } = await market.find({ text: 'onde baru' });
      expect(products.map(({ node }) => [node.rating, node.ratingCount])).toEqual([[5, 2]]);
    });

    test('are compared by the checker: nothing differs, and a rating that was changed past the queue is repaired', async () => {
      expect(await market.search.check(market.context())).toBe(0);
      await market.rateUnseen(made.get('Onde Satu')!, [1]);
      expect(await market.search.check(market.context())).toBeGreaterThan(0);
      await market.search.follow(market.context());
      for (const text of bothWays) expect((await market.find({ text, filter: { ratingMin: 4 } })).totalCount).toBe(3);
      expect(await market.search.check(market.context())).toBe(0);
    });
  });
}
