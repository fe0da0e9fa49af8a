import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { globalId } from '../../api/platform/keys.ts';
import { NO_FILTER, PLAIN } from '../contract/search-market.ts';
import { countStatements } from '../support/count-statements.ts';
import { aCategory, aProduct } from '../support/makers/catalog.ts';
import { aKelurahan } from '../support/makers/geography.ts';
import { aPoint } from '../support/makers/pickup.ts';
import { aSeller, type Shop } from '../support/makers/sellers.ts';
import { openWorld, type World } from '../support/world.ts';

const LIST = `query ($search: String, $filter: ProductFilter, $sort: ProductSort, $near: GeoPointInput, $first: Int, $after: String) {
  products(search: $search, filter: $filter, sort: $sort, near: $near, first: $first, after: $after) {
    edges { cursor node { id slug title inStock isHalal soldCount highlightedTitle priceRange { min max } photos { url(width: 320) alt }
      category { slug name } seller { id slug name isHalalCertified kelurahan { name } kecamatan { slug name } } } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount totalCountIsExact didYouMean relaxed degraded
    facets { category { category { slug path name } count } kecamatan { kecamatan { slug } count } seller { seller { slug name } count }
      pickupPoint { pickupPoint { slug name kind } count } halal { isHalal count } price { min max count } rating { atLeast } } } }`;

interface List {
  products: {
    edges: { cursor: string; node: { id: string; title: string } }[];
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
    totalCount: number;
    facets: { pickupPoint: { pickupPoint: object; count: number }[]; seller: { seller: object }[] };
  };
}

let world: World;
let shop: Shop;
beforeAll(async () => {
  world = await openWorld();
  await aPoint(world, { slug: 'balaikota', name: "D'Comart Balai Kota" });
  const place = await aKelurahan(world, { kecamatan: 'sukmajaya' });
  shop = await aSeller(world, { kelurahanKey: place.key, halalCertificate: 'ID00110000123' });
  const food = await aCategory(world, { slug: 'makanan' });
  const category = await aCategory(world, { slug: 'kue', name: 'Kue', parent: food });
  for (let at = 0; at < 12; at += 1) await aProduct(world, { shop, category, title: `Kue Lapis ${at}`, soldCount: at });
  await world.request(LIST, { search: 'lapis' }); // groups and vocabulary are read once
});
afterAll(() => world.close());

describe('a list of products', () => {
  test.each([
    ['browsing', {}],
    ['searching', { search: 'lapis' }],
    ['narrowed to a category', { filter: { category: ['makanan/kue'] } }],
    [
      'narrowed in every way',
      {
        search: 'lapis',
        filter: {
          category: ['kue'],
          kecamatan: ['sukmajaya'],
          pickupPoint: ['balaikota'],
          priceMin: 1,
          priceMax: 99_000,
          halal: true,
          inStock: true,
        },
      },
    ],
    ['sorted by distance', { sort: 'NEAREST', near: { latitude: -6.4, longitude: 106.8 } }],
  ])(
    '%s is one statement with cards, shops, prices and all facets, whatever the size of the page',
    async (_, variables) => {
      for (const first of [3, 12]) {
        const { data, errors, statements } = await countStatements<List>(world.context(), LIST, {
          first,
          ...variables,
        });
        expect(errors).toBeUndefined();
        expect(data.products.edges).toHaveLength(first);
        expect(data.products.totalCount).toBe(12);
        expect(statements).toHaveLength(1);
      }
    },
  );

  test.each([
    ['kue lapis di bawah 13 ribu', { min: null, max: 13_000 }, 12],
    ['kue lapis maks 12rb', { min: null, max: 12_000 }, 0],
    ['kue lapis', null, 12],
  ])('asked for as "%s" says which price was understood, and holds no other', async (search, saidPrice, count) => {
    const said = 'query ($search: String) { products(search: $search) { totalCount saidPrice { min max } } }';
    const { data } = await countStatements<{ products: object }>(world.context(), said, { search });
    expect(data.products).toEqual({ totalCount: count, saidPrice });
  });

  test('a price in the words narrows the price of the filter further', async () => {
    const said =
      'query ($filter: ProductFilter) { products(search: "kue di bawah 13rb", filter: $filter) { totalCount } }';
    const count = async (filter: object): Promise<object> =>
      (await countStatements<{ products: object }>(world.context(), said, { filter })).data.products;
    expect(await count({ priceMax: 1_000_000 })).toEqual({ totalCount: 12 });
    expect(await count({ priceMax: 12_000 })).toEqual({ totalCount: 0 });
    expect(await count({ priceMin: 12_600 })).toEqual({ totalCount: 0 });
  });

  test('reads the same number of rows of other tables for 3 and for 12 cards', async () => {
    const read = async (first: number): Promise<number> => {
      const { read: reader } = world.context();
      const plan: string[] = [];
      const watching = Object.assign(world.context(), {
        read: {
          async rows<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
            const [explained] = await reader.rows<{ 'QUERY PLAN': object }>(
              `explain (analyze, format json, costs off, timing off) ${text}`,
              values,
            );
            plan.push(JSON.stringify(explained));
            return reader.rows<Row>(text, values);
          },
        },
      });
      await world
        .context()
        .search.find(
          watching,
          { ...PLAIN, filter: NO_FILTER, first },
          { facets: true, totalCount: true, highlight: false },
        );
      return [...plan.join().matchAll(/"Actual Rows":(\d+)/g)].reduce((sum, [, rows]) => sum + Number(rows), 0);
    };
    // Each card more is found, sorted, read by its key and put into the answer: a row in each step of the plan, no other product's.
    expect(((await read(11)) - (await read(3))) / 8).toBeLessThanOrEqual(8);
  });

  test('leaves facets and totals out of its statement when nobody asks for them', async () => {
    const { read } = world.context();
    const texts: string[] = [];
    const watching = Object.assign(world.context(), {
      read: {
        rows: <Row extends object>(text: string, ...rest: [(readonly unknown[])?, string?]) => {
          texts.push(text);
          return read.rows<Row>(text, ...rest);
        },
      },
    });
    await countStatements(watching, '{ products(search: "kue") { edges { node { title } } } }');
    expect(texts.join()).not.toMatch(/tally|weighed|counts|ts_headline/);
  });

  test('says where its page stands', async () => {
    const first = (await world.request<List>(LIST, { first: 5 })).data.products;
    expect(first.pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: first.edges[0]?.cursor,
      endCursor: first.edges[4]?.cursor,
    });
    const last = (await world.request<List>(LIST, { first: 10, after: first.pageInfo.endCursor })).data.products;
    expect([last.edges.length, last.pageInfo.hasNextPage, last.pageInfo.hasPreviousPage]).toEqual([7, false, true]);
  });

  test('loads what cards leave out for all of them at once', async () => {
    const document = `query ($first: Int) { products(first: $first) { edges { node { title description variants { sku stockLeft }
      seller { description location { latitude } isOpen joinedAt kecamatan { code } kelurahan { kecamatan { slug } } pickupPoints { slug } productCount products(first: 2) { edges { node { title } } } }
      category { parent { slug } productCount } moreFromSeller(first: 2) { title } nearestPickupPoints { pickupPoint { slug } } } } } }`;
    const few = await countStatements(world.context(), document, { first: 2 });
    const many = await countStatements(world.context(), document, { first: 12 });
    expect(few.errors ?? many.errors).toBeUndefined();
    expect(many.statements.length).toBe(few.statements.length);
    expect(many.statements.length).toBeLessThanOrEqual(12);
  });

  test('shows whole pickup points and shops in facets when asked for more than their names', async () => {
    const { data, statements } = await countStatements<List>(
      world.context(),
      '{ products(first: 1) { facets { pickupPoint { count pickupPoint { address isOpenNow roomLeft isAcceptingOrders hours { opens } kelurahan { name } } } seller { seller { isOpen isHalalCertified kecamatan { name } } } } } }',
    );
    expect(data.products.facets.pickupPoint).toMatchObject([
      { count: 12, pickupPoint: { isOpenNow: true, roomLeft: 100, isAcceptingOrders: true } },
    ]);
    expect(data.products.facets.seller).toMatchObject([
      { seller: { isOpen: true, isHalalCertified: true, kecamatan: { name: 'Sukmajaya' } } },
    ]);
    expect(statements).toHaveLength(3);
  });
});

describe('a wrong question', () => {
  test.each([
    ['a search of 201 characters', { search: 'a'.repeat(201) }, 'search', '200'],
    ['a page of 0', { first: 0 }, 'first', '100'],
    ['a page of 101', { first: 101 }, 'first', '100'],
    ['a negative price', { filter: { priceMin: -1 } }, 'filter.priceMin', '9000000000000000'],
    ['51 shops', { filter: { seller: Array.from({ length: 51 }, (_, at) => `toko-${at}`) } }, 'filter.seller', '50'],
    ['a slug of 201 characters', { filter: { kecamatan: ['a'.repeat(201)] } }, 'filter.kecamatan', '200'],
    ['a place off the earth', { near: { latitude: 91, longitude: 0 } }, 'near', '90'],
    ['nearest to nowhere', { sort: 'NEAREST' }, 'near', 'near'],
    ['a cursor of another list', { after: 'bm9uc2Vuc2U' }, 'after', 'after'],
  ])('%s is a typed error that names the argument and its limit', async (_, variables, argument, said) => {
    const { errors, status } = await world.request(LIST, variables);
    expect(status).toBeLessThan(500);
    expect(errors).toMatchObject([
      { message: expect.stringContaining(said), extensions: { code: 'BAD_USER_INPUT', argument } },
    ]);
  });

  test.each([
    '\u0000',
    'kue\u0000lapis',
    '\ud800',
    '\u202e',
    '\t\n',
    "'; drop table product; --",
    '%',
    '\\',
    '<script>',
    '🍰',
    'a'.repeat(200),
  ])('the words %j cause no fault', async (text) => {
    const document =
      'query ($text: String!, $filter: ProductFilter) { products(search: $text, filter: $filter) { totalCount } suggest(prefix: $text) { text } }';
    const filter = { category: [text], kecamatan: [text], seller: [text], pickupPoint: [text] };
    for (const narrowed of [null, filter]) {
      const { errors, status } = await world.request(document, { text, filter: narrowed });
      expect([status, errors]).toEqual([200, []]);
    }
  });

  test('control characters count for nothing', async () => {
    const { data } = await world.request<List>(LIST, { search: '\u0000kue\u0007 \u200blapis' });
    expect(data.products.totalCount).toBe(12);
  });

  test('a prefix of 201 characters and 21 suggestions are refused', async () => {
    const document = 'query ($prefix: String!, $first: Int) { suggest(prefix: $prefix, first: $first) { text } }';
    for (const [variables, argument] of [
      [{ prefix: 'a'.repeat(201) }, 'prefix'],
      [{ prefix: 'a', first: 21 }, 'first'],
    ] as const)
      expect((await world.request(document, variables)).errors).toMatchObject([
        { extensions: { code: 'BAD_USER_INPUT', argument } },
      ]);
  });
});

describe('suggestions', () => {
  test('carry what they lead to, and load the rest of it', async () => {
    const { data } = await world.request<{ suggest: object[] }>(
      'query ($prefix: String!) { suggest(prefix: $prefix) { kind text product { slug description } seller { slug kecamatan { slug } } category { slug parent { slug } } } }',
      { prefix: 'kue' },
    );
    expect(data.suggest).toContainEqual({
      kind: 'CATEGORY',
      text: 'Kue',
      product: null,
      seller: null,
      category: { slug: 'kue', parent: { slug: 'makanan' } },
    });
    expect(data.suggest).toContainEqual(
      expect.objectContaining({
        kind: 'PRODUCT',
        product: expect.objectContaining({ description: 'Renyah, dari singkong Depok.' }),
      }),
    );
  });
});

describe('a shop', () => {
  test('shows its products by pages, the newest first', async () => {
    const document = `query ($id: ID!, $after: String) { node(id: $id) { ... on Seller { productCount products(first: 7, after: $after) {
      totalCount edges { cursor node { title } } pageInfo { hasNextPage endCursor } } } } }`;
    type Shown = { node: { productCount: number; products: List['products'] } };
    const id = globalId('Seller', shop.seller.key);
    const { node } = (await world.request<Shown>(document, { id })).data;
    expect([node.productCount, node.products.totalCount, node.products.edges[0]?.node.title]).toEqual([
      12,
      12,
      'Kue Lapis 11',
    ]);
    const rest = (await world.request<Shown>(document, { id, after: node.products.pageInfo.endCursor })).data.node
      .products;
    expect([rest.edges.length, rest.pageInfo.hasNextPage, rest.edges.at(-1)?.node.title]).toEqual([
      5,
      false,
      'Kue Lapis 0',
    ]);
  });
});
