import { beforeAll, describe, expect, test } from 'vitest';
import { type FilterAsked, type FoundProducts, ProductSort } from '../../api/search/index.ts';
import type { SearchMarket } from './search-market.ts';

/** How lists are sorted, narrowed and paged. `marketOf` gives the market once it is open. */
export function promisesAboutLists(marketOf: () => SearchMarket): void {
  let market: SearchMarket;
  beforeAll(() => {
    market = marketOf();
  });

  describe('sorting', () => {
    test('without words shows what is in stock and sold most', async () => {
      expect((await market.titles()).slice(0, 3)).toEqual([
        'Keripik Singkong Original',
        'Keripik Singkong Balado',
        'Sambal Bawang',
      ]);
      expect((await market.titles()).at(-1)).toBe('Keripik Tempe');
    });

    test.each([
      [ProductSort.PRICE_ASC, ['Keripik Tempe', 'Keripik Singkong Original', 'Keripik Singkong Balado']],
      [ProductSort.PRICE_DESC, ['Keripik Singkong Balado', 'Keripik Singkong Original', 'Keripik Tempe']],
      [ProductSort.NEWEST, ['Keripik Tempe', 'Keripik Singkong Original', 'Keripik Singkong Balado']],
    ])('by %s holds with and without words', async (sort, expected) => {
      const filter = { priceMin: 9_000, priceMax: 12_000, category: ['camilan'] };
      expect(await market.titles({ sort, filter })).toEqual(expected);
      expect(await market.titles({ sort, filter, text: 'keripik' })).toEqual(expected);
    });

    test('by NEAREST shows the nearest shop first', async () => {
      const near = { latitude: -6.36, longitude: 106.879 };
      expect((await market.titles({ sort: ProductSort.NEAREST, near, text: 'singkong' }))[0]).toBe(
        'Keripik Singkong Original',
      );
      expect(
        (
          await market.titles({
            sort: ProductSort.NEAREST,
            near: { latitude: -6.37, longitude: 106.82 },
            text: 'singkong',
          })
        )[0],
      ).toBe('Keripik Singkong Balado');
    });
  });

  describe('narrowing', () => {
    test.each([
      ['a category', { category: ['bumbu'] }, 2],
      ['a category that has others below', { category: ['makanan'] }, 6],
      ['either of two categories', { category: ['bumbu', 'tas'] }, 3],
      ['a district', { kecamatan: ['cimanggis'] }, 4],
      ['a shop', { seller: ['@beji'] }, 3],
      ['a point that every shop serves', { pickupPoint: ['balaikota'] }, 7],
      ['a point that is not there', { pickupPoint: ['atlantis'] }, 0],
      ['the lowest price, included', { priceMin: 25_000 }, 3],
      ['the highest price, included', { priceMax: 9_000 }, 1],
      ['what is halal', { halal: true }, 6],
      ['what is not', { halal: false }, 1],
      ['what can be bought', { inStock: true }, 6],
      ['what cannot', { inStock: false }, 1],
      [
        'one of several ranges of prices',
        {
          priceRanges: [
            { min: null, max: 9_999 },
            { min: 25_000, max: 49_999 },
          ],
        },
        3,
      ],
      [
        'a range of prices that is no band',
        {
          priceRanges: [
            { min: 24_999, max: 25_000 },
            { min: 150_000, max: null },
          ],
        },
        3,
      ],
      ['a range of prices within the limits', { priceRanges: [{ min: 10_000, max: null }], priceMax: 12_000 }, 2],
      ['several at once', { category: ['makanan'], kecamatan: ['cimanggis'], halal: true, priceMax: 29_999 }, 1],
      ['a slug that is none', { kecamatan: ["'; drop table product; --"] }, 0],
    ])('by %s', async (_, filter: Partial<FilterAsked>, count) => {
      const slugs = filter.seller?.map((slug) => (slug === '@beji' ? market.beji.seller.slug : slug));
      const narrow = { ...filter, ...(slugs && { seller: slugs }) };
      const found = await market.find({ filter: narrow, first: 100 });
      expect(found.products).toHaveLength(count);
      expect(found.totalCount).toBe(found.products.length);
    });
  });

  describe('pages', () => {
    test.each(Object.values(ProductSort))(
      'sorted by %s show everything once, in the same order as one page',
      async (sort) => {
        for (const text of [null, 'keripik']) {
          const near = { latitude: -6.37, longitude: 106.82 };
          const whole = (await market.find({ sort, near, text })).products.map(({ node }) => node.id);
          const seen: string[] = [];
          let after: string | null = null;
          do {
            const page: FoundProducts = await market.find({ sort, near, text, first: 2, after });
            seen.push(...page.products.map(({ node }) => node.id));
            after = page.hasNextPage ? (page.products.at(-1)?.cursor ?? null) : null;
          } while (after);
          expect(seen).toEqual(whole);
        }
      },
    );

    test('go on rightly while products come and go', async () => {
      const first = await market.find({ sort: ProductSort.PRICE_ASC, first: 2 });
      const cheap = await market.add({ title: 'Kerupuk Murah', variants: [{ price: 500 }] });
      const next = await market.find({ sort: ProductSort.PRICE_ASC, first: 2, after: first.products[1]?.cursor ?? '' });
      expect(next.products.map(({ node }) => node.title)).not.toContain(first.products[1]?.node.title);
      expect(next.products[0]?.node.title).toBe('Keripik Singkong Balado');
      await market.withdraw(cheap);
    });

    test.each([
      'nonsense',
      'WyJTIl0',
      Buffer.from('["A","1","x"]').toString('base64url'),
      Buffer.from('["F",1,2,"not a key"]').toString('base64url'),
    ])('refuse the cursor %j, which is of no list', async (after) => {
      for (const text of [null, 'keripik', '!?'])
        for (const sort of [ProductSort.RELEVANCE, ProductSort.PRICE_ASC])
          await expect(market.find({ text, sort, after })).rejects.toMatchObject({
            extensions: { code: 'BAD_USER_INPUT', argument: 'after' },
          });
    });

    test('refuse a cursor of another order', async () => {
      const cursor = (await market.find({ sort: ProductSort.NEWEST })).products[0]?.cursor ?? '';
      await expect(market.find({ sort: ProductSort.PRICE_ASC, after: cursor })).rejects.toMatchObject({
        extensions: { code: 'BAD_USER_INPUT' },
      });
    });
  });
}
