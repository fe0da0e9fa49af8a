import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { inTransaction } from '../../api/platform/database/transaction.ts';
import type { FilterAsked, FoundProducts, PartsWanted, ProductSearch, ProductsAsked } from '../../api/search/index.ts';
import { ProductSort } from '../../api/search/index.ts';
import { aCategory, aProduct, type MadeProduct, type ProductAsked } from '../support/makers/catalog.ts';
import { aKelurahan } from '../support/makers/geography.ts';
import { aPoint } from '../support/makers/pickup.ts';
import { aSeller, type Shop } from '../support/makers/sellers.ts';
import { openWorld, type World } from '../support/world.ts';

/** What every engine of product search must keep. `engineOf` gives the engine under test for a world; null is a counted skip. */
export function promisesOfProductSearch(name: string, engineOf: ((world: World) => ProductSearch) | null): void {
  (engineOf ? describe : describe.skip)(`product search on ${name}`, () => {
    let world: World;
    let search: ProductSearch;
    let beji: Shop;
    let cimanggis: Shop;

    const NO_FILTER: FilterAsked = {
      category: [],
      kecamatan: [],
      seller: [],
      pickupPoint: [],
      priceMin: null,
      priceMax: null,
      halal: null,
      inStock: null,
    };
    const ALL: PartsWanted = { facets: true, totalCount: true, highlight: true };
    const find = (
      { filter, ...asked }: Partial<Omit<ProductsAsked, 'filter'>> & { filter?: Partial<FilterAsked> } = {},
      wanted = ALL,
    ): Promise<FoundProducts> =>
      search.find(
        world.context(),
        {
          text: null,
          sort: ProductSort.RELEVANCE,
          near: null,
          first: 20,
          after: null,
          ...asked,
          filter: { ...NO_FILTER, ...filter },
        },
        wanted,
      );
    const titles = async (...args: Parameters<typeof find>): Promise<string[]> =>
      (await find(...args)).products.map(({ node }) => node.title);

    /** A product more than those that all tests share; whoever adds one takes it away again. */
    const add = async (asked: ProductAsked): Promise<MadeProduct> => {
      const category = await aCategory(world, { slug: 'tas' });
      const made = await aProduct(world, { shop: beji, category, ...asked, isIndexed: false });
      await search.put(world.context(), [made.product.key]);
      return made;
    };
    const withdraw = async ({ product }: MadeProduct): Promise<void> => {
      await inTransaction(world.context(), (tx) =>
        tx.execute("update product set status = 'ARCHIVED' where id = ?", [product.key]),
      );
      await search.put(world.context(), [product.key]);
    };

    beforeAll(async () => {
      world = await openWorld();
      search = (engineOf as (world: World) => ProductSearch)(world);
      beji = await aSeller(world, {
        name: 'Dapur Bu Tini',
        kelurahanKey: (await aKelurahan(world, { kecamatan: 'beji' })).key,
        latitude: -6.37,
        longitude: 106.82,
      });
      cimanggis = await aSeller(world, {
        name: 'Warung Pak Amin',
        kelurahanKey: (await aKelurahan(world, { kecamatan: 'cimanggis' })).key,
        latitude: -6.36,
        longitude: 106.88,
      });
      await aPoint(world, { slug: 'balaikota' });
      const food = await aCategory(world, { slug: 'makanan', name: 'Makanan' });
      const snacks = await aCategory(world, { slug: 'camilan', name: 'Camilan', parent: food });
      const spices = await aCategory(world, { slug: 'bumbu', name: 'Bumbu Dapur', parent: food });
      const bags = await aCategory(world, { slug: 'tas', name: 'Tas' });
      const day = (n: number): Date => new Date(Date.UTC(2026, 9, n));
      const one = (price: number, stock = 10): { price: number; stock: number }[] => [{ price, stock }];
      for (const asked of [
        {
          title: 'Keripik Singkong Balado',
          category: snacks,
          shop: beji,
          variants: one(12_000),
          soldCount: 50,
          publishedAt: day(1),
        },
        {
          title: 'Keripik Singkong Original',
          category: snacks,
          shop: cimanggis,
          variants: one(10_000),
          soldCount: 80,
          publishedAt: day(2),
        },
        {
          title: 'Keripik Tempe',
          category: snacks,
          shop: beji,
          variants: one(9_000, 0),
          soldCount: 200,
          publishedAt: day(3),
        },
        {
          title: 'Sambal Bawang',
          category: spices,
          shop: beji,
          variants: one(25_000),
          soldCount: 30,
          publishedAt: day(4),
        },
        {
          title: 'Sambal Terasi',
          category: spices,
          shop: cimanggis,
          variants: one(24_999),
          soldCount: 20,
          publishedAt: day(5),
          isHalal: false,
        },
        {
          title: 'Tas Anyaman Pandan',
          category: bags,
          shop: cimanggis,
          variants: one(150_000),
          soldCount: 5,
          publishedAt: day(6),
          description: 'Muat bekal dan keripik.',
        },
        {
          title: 'Crème Brûlée Café',
          category: snacks,
          shop: cimanggis,
          variants: one(30_000),
          soldCount: 1,
          publishedAt: day(7),
        },
      ])
        await aProduct(world, { description: '', ...asked, isIndexed: false });
      await search.rebuild(world.context());
    });
    afterAll(() => world.close());

    describe('words', () => {
      test('must all be carried, in any order', async () => {
        expect(await titles({ text: 'singkong keripik' })).toHaveLength(2);
        expect(await titles({ text: 'balado keripik singkong' })).toEqual(['Keripik Singkong Balado']);
      });

      test.each([
        ['an unfinished last word', 'keripik sing', 2],
        ['capital letters', 'KERIPIK TEMPE', 1],
        ['letters without their accents', 'creme brulee', 1],
        ['letters with accents that are not there', 'kéripik tempé', 1],
        ['clitics and affixes', 'sambalnya', 2],
        ['words of the shop', 'warung amin terasi', 1],
        ['words of the category', 'bumbu', 2],
      ])('find with %s', async (_, text, count) => {
        expect(await titles({ text })).toHaveLength(count);
      });

      test.each([
        ['a missing letter', 'kripik singkong', 'keripik singkong'],
        ['a letter too many', 'keripikk singkong', 'keripik singkong'],
        ['a wrong letter', 'sembal', 'sambal'],
        ['two letters swapped', 'samabl', 'sambal'],
        ['one mistake in each word', 'kripik singkog', 'keripik singkong'],
      ])('with %s are mended, and it is said', async (_, text, meant) => {
        const found = await find({ text });
        expect(found.products).toHaveLength(2);
        expect([found.didYouMean, found.relaxed]).toEqual([meant, []]);
      });

      test('that nothing carries together are given up one by one, and it is said', async () => {
        const found = await find({ text: 'sambal roket' });
        expect(found.products).toHaveLength(2);
        expect([found.relaxed, found.didYouMean]).toEqual([['roket'], null]);
      });

      test('that nothing carries at all find nothing', async () => {
        const found = await find({ text: 'zzzzzz qqqqqq' });
        expect(found).toMatchObject({
          products: [],
          totalCount: 0,
          totalCountIsExact: true,
          hasNextPage: false,
          relaxed: [],
        });
      });

      test('of the title weigh more than words of the description', async () => {
        const found = await titles({ text: 'keripik' });
        expect(found).toHaveLength(4);
        expect(found.at(-1)).toBe('Tas Anyaman Pandan');
      });

      test('that fit equally well show what is in stock first', async () => {
        expect((await titles({ text: 'keripik' })).slice(0, 3).at(-1)).toBe('Keripik Tempe');
      });

      test('are marked in the title, which is escaped', async () => {
        const tea = await add({ title: 'Teh <b>Manis</b> & "Dingin"' });
        const [found] = (await find({ text: 'manis' })).products;
        expect(found?.node.highlightedTitle).toBe('Teh &lt;b&gt;<mark>Manis</mark>&lt;/b&gt; &amp; &quot;Dingin&quot;');
        await withdraw(tea);
      });

      test.each([
        '\'"',
        '& | ! <-> :*',
        "a'b:*&|!",
        '%_%',
        '\\',
        'a'.repeat(200),
        '💥',
        'ا ل',
        '( ) ) (',
        'NULL',
        '--',
        '\u2028',
        'ａｂｃ',
      ])('%j cause no fault', async (text) => {
        await expect(find({ text })).resolves.toMatchObject({ degraded: false });
      });
    });

    describe('sorting', () => {
      test('without words shows what is in stock and sold most', async () => {
        expect((await titles()).slice(0, 3)).toEqual([
          'Keripik Singkong Original',
          'Keripik Singkong Balado',
          'Sambal Bawang',
        ]);
        expect((await titles()).at(-1)).toBe('Keripik Tempe');
      });

      test.each([
        [ProductSort.PRICE_ASC, ['Keripik Tempe', 'Keripik Singkong Original', 'Keripik Singkong Balado']],
        [ProductSort.PRICE_DESC, ['Keripik Singkong Balado', 'Keripik Singkong Original', 'Keripik Tempe']],
        [ProductSort.NEWEST, ['Keripik Tempe', 'Keripik Singkong Original', 'Keripik Singkong Balado']],
      ])('by %s holds with and without words', async (sort, expected) => {
        const filter = { priceMin: 9_000, priceMax: 12_000, category: ['camilan'] };
        expect(await titles({ sort, filter })).toEqual(expected);
        expect(await titles({ sort, filter, text: 'keripik' })).toEqual(expected);
      });

      test('by NEAREST shows the nearest shop first', async () => {
        const near = { latitude: -6.36, longitude: 106.879 };
        expect((await titles({ sort: ProductSort.NEAREST, near, text: 'singkong' }))[0]).toBe(
          'Keripik Singkong Original',
        );
        expect(
          (
            await titles({ sort: ProductSort.NEAREST, near: { latitude: -6.37, longitude: 106.82 }, text: 'singkong' })
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
        ['several at once', { category: ['makanan'], kecamatan: ['cimanggis'], halal: true, priceMax: 29_999 }, 1],
        ['a slug that is none', { kecamatan: ["'; drop table product; --"] }, 0],
      ])('by %s', async (_, filter: Partial<FilterAsked>, count) => {
        const slugs = filter.seller?.map((slug) => (slug === '@beji' ? beji.seller.slug : slug));
        const narrow = { ...filter, ...(slugs && { seller: slugs }) };
        const found = await find({ filter: narrow, first: 100 });
        expect(found.products).toHaveLength(count);
        expect(found.totalCount).toBe(found.products.length);
      });
    });

    describe('facets', () => {
      const counted = (found: FoundProducts): Record<string, Record<string, number>> => ({
        category: Object.fromEntries(
          (found.facets?.category ?? []).map(({ category, count }) => [category.slug, count]),
        ),
        kecamatan: Object.fromEntries(
          (found.facets?.kecamatan ?? []).map(({ kecamatan, count }) => [kecamatan.slug, count]),
        ),
        seller: Object.fromEntries((found.facets?.seller ?? []).map(({ seller, count }) => [seller.name, count])),
        pickupPoint: Object.fromEntries(
          (found.facets?.pickupPoint ?? []).map(({ pickupPoint, count }) => [pickupPoint.slug, count]),
        ),
        halal: Object.fromEntries((found.facets?.halal ?? []).map(({ isHalal, count }) => [String(isHalal), count])),
        price: Object.fromEntries((found.facets?.price ?? []).map(({ min, max, count }) => [`${min}-${max}`, count])),
      });

      test('count over the whole result, not over the page', async () => {
        const found = await find({ text: 'sambal', first: 1 });
        expect(found.products).toHaveLength(1);
        expect(counted(found)).toEqual({
          category: { makanan: 2, bumbu: 2 },
          kecamatan: { beji: 1, cimanggis: 1 },
          seller: { 'Dapur Bu Tini': 1, 'Warung Pak Amin': 1 },
          pickupPoint: { balaikota: 2 },
          halal: { true: 1, false: 1 },
          price: { '10000-24999': 1, '25000-49999': 1 },
        });
      });

      test('agree with what narrowing by them gives, for words and without', async () => {
        for (const text of [null, 'keripik']) {
          const found = await find({ text });
          for (const { category, count } of found.facets?.category ?? [])
            expect((await find({ text, filter: { category: [category.slug] } })).totalCount).toBe(count);
          for (const { min, max, count } of found.facets?.price ?? [])
            expect((await find({ text, filter: { priceMin: min, priceMax: max } })).totalCount).toBe(count);
          for (const { pickupPoint, count } of found.facets?.pickupPoint ?? [])
            expect((await find({ text, filter: { pickupPoint: [pickupPoint.slug] } })).totalCount).toBe(count);
        }
      });

      test("a choice already made does not shrink its own list, and shrinks the others'", async () => {
        for (const text of [null, 'keripik']) {
          const wide = counted(await find({ text }));
          const byPlace = counted(await find({ text, filter: { kecamatan: ['beji'] } }));
          expect(byPlace.kecamatan).toEqual(wide.kecamatan);
          expect(byPlace.seller).toEqual({ 'Dapur Bu Tini': wide.kecamatan?.beji });
          const byCategory = counted(await find({ text, filter: { category: ['tas'] } }));
          expect(byCategory.category).toEqual(wide.category);
          expect(byCategory.kecamatan).toEqual({ cimanggis: 1 });
          const both = counted(await find({ text, filter: { category: ['tas'], kecamatan: ['beji'] } }));
          expect([both.category?.tas, both.kecamatan]).toEqual([undefined, { cimanggis: 1 }]);
        }
      });
    });

    describe('pages', () => {
      test.each(Object.values(ProductSort))(
        'sorted by %s show everything once, in the same order as one page',
        async (sort) => {
          for (const text of [null, 'keripik']) {
            const near = { latitude: -6.37, longitude: 106.82 };
            const whole = (await find({ sort, near, text })).products.map(({ node }) => node.id);
            const seen: string[] = [];
            let after: string | null = null;
            do {
              const page: FoundProducts = await find({ sort, near, text, first: 2, after });
              seen.push(...page.products.map(({ node }) => node.id));
              after = page.hasNextPage ? (page.products.at(-1)?.cursor ?? null) : null;
            } while (after);
            expect(seen).toEqual(whole);
          }
        },
      );

      test('go on rightly while products come and go', async () => {
        const first = await find({ sort: ProductSort.PRICE_ASC, first: 2 });
        const cheap = await add({ title: 'Kerupuk Murah', variants: [{ price: 500 }] });
        const next = await find({ sort: ProductSort.PRICE_ASC, first: 2, after: first.products[1]?.cursor ?? '' });
        expect(next.products.map(({ node }) => node.title)).not.toContain(first.products[1]?.node.title);
        expect(next.products[0]?.node.title).toBe('Keripik Singkong Balado');
        await withdraw(cheap);
      });

      test.each([
        'nonsense',
        'WyJTIl0',
        Buffer.from('["A","1","x"]').toString('base64url'),
        Buffer.from('["F",1,2,"not a key"]').toString('base64url'),
      ])('refuse the cursor %j, which is of no list', async (after) => {
        await expect(find({ after })).rejects.toMatchObject({
          extensions: { code: 'BAD_USER_INPUT', argument: 'after' },
        });
      });

      test('refuse a cursor of another order', async () => {
        const cursor = (await find({ sort: ProductSort.NEWEST })).products[0]?.cursor ?? '';
        await expect(find({ sort: ProductSort.PRICE_ASC, after: cursor })).rejects.toMatchObject({
          extensions: { code: 'BAD_USER_INPUT' },
        });
      });
    });

    describe('the index', () => {
      test('takes a product in and out, with its counts, and may be told twice', async () => {
        const before = (await find()).totalCount;
        const made = await add({ title: 'Gelang Manik' });
        await search.put(world.context(), [made.product.key]);
        expect((await find()).totalCount).toBe(before + 1);
        expect(await titles({ text: 'gelang' })).toEqual(['Gelang Manik']);
        for (let times = 0; times < 2; times += 1) await search.remove(world.context(), [made.product.key]);
        expect((await find()).totalCount).toBe(before);
        expect(await titles({ text: 'gelang' })).toEqual([]);
        await withdraw(made);
      });

      test('is the same made anew as it became by single changes', async () => {
        const added = await add({ title: 'Sambal Ijo', shop: cimanggis });
        const single = await find();
        await search.rebuild(world.context());
        const anew = await find();
        expect(anew.facets).toEqual(single.facets);
        expect(anew.products.map(({ node }) => node)).toEqual(single.products.map(({ node }) => node));
        await withdraw(added);
      });
    });

    describe('suggestions', () => {
      test('begin like what is typed: words, categories, shops and products', async () => {
        const kinds = async (prefix: string): Promise<[string, string][]> =>
          (await search.suggest(world.context(), prefix, 8)).map(({ kind, text }) => [kind, text]);
        expect(await kinds('keripik sing')).toContainEqual(['QUERY', 'keripik singkong']);
        expect(await kinds('bumb')).toContainEqual(['CATEGORY', 'Bumbu Dapur']);
        expect(await kinds('waru')).toContainEqual(['SELLER', 'Warung Pak Amin']);
        expect(await kinds('tas any')).toContainEqual(['PRODUCT', 'Tas Anyaman Pandan']);
        expect(await kinds('qqqq')).toEqual([]);
        expect((await search.suggest(world.context(), 'k', 2)).length).toBeLessThanOrEqual(2);
      });

      test.each(["'", ':*', '& |', '%', '\\', '💥', ' '])('of %j cause no fault', async (prefix) => {
        await expect(search.suggest(world.context(), prefix, 8)).resolves.toEqual(expect.any(Array));
      });
    });
  });
}
