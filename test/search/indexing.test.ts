import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { globalId } from '../../api/platform/keys.ts';
import { reindexAll } from '../../api/search/index.ts';
import { indexSeller } from '../../api/search/jobs.ts';
import { aCurator, aPerson, type Person } from '../support/makers/accounts.ts';
import { aProduct, type MadeProduct } from '../support/makers/catalog.ts';
import { aPoint, everyDay } from '../support/makers/pickup.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let curator: Person;
let made: MadeProduct;
beforeAll(async () => {
  world = await openWorld();
  curator = await aCurator(world);
});
afterAll(() => world.close());
beforeEach(async () => {
  made = await aProduct(world, { title: 'Geplak Betawi', variants: [{ stock: 5 }] });
});

interface Found {
  products: {
    totalCount: number;
    edges: { node: { inStock: boolean; stockLeft: number; seller: { name: string } } }[];
    facets: {
      pickupPoint: { count: number; pickupPoint: { name: string } }[];
      seller: { seller: { name: string }; count: number }[];
    };
  };
}

async function look(filter: object = {}): Promise<Found['products']> {
  await world.runJobs();
  const document = `query ($filter: ProductFilter) { products(filter: $filter) { totalCount edges { node { inStock stockLeft seller { name } } }
    facets { pickupPoint { count pickupPoint { name } } seller { count seller { name } } } } }`;
  const narrow = { seller: [made.shop.seller.slug], ...filter };
  return (await world.request<Found>(document, { filter: narrow })).data.products;
}

async function act(document: string, input: object, token: string): Promise<void> {
  const { data, errors } = await world.request<Record<string, { userErrors: object[] }>>(
    document,
    { input },
    { token },
  );
  expect([errors, Object.values(data ?? {})[0]?.userErrors]).toEqual([[], []]);
}

const mutation = (name: string): string =>
  `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { userErrors { code message } } }`;

describe('what searchers see follows', () => {
  test('stock', async () => {
    const variantId = globalId('Variant', made.variants[0]?.key ?? '');
    await act(
      mutation('adjustStock'),
      { variantId, delta: -5, reason: 'Habis di pasar', idempotencyKey: 'habis-dipasar-1' },
      made.shop.owner.token,
    );
    expect((await look()).edges).toMatchObject([{ node: { inStock: false, stockLeft: 0 } }]);
    expect((await look({ inStock: true })).totalCount).toBe(0);
  });

  test('the name of the shop, on its cards and in the facets', async () => {
    const sellerId = globalId('Seller', made.shop.seller.key);
    await act(mutation('updateSeller'), { sellerId, name: 'Dapur Baru' }, made.shop.owner.token);
    const { edges, facets } = await look();
    expect(edges).toMatchObject([{ node: { seller: { name: 'Dapur Baru' } } }]);
    expect(facets.seller).toContainEqual({ seller: { name: 'Dapur Baru' }, count: 1 });
    const { data } = await world.request<Found>('{ products { facets { seller { count seller { name } } } } }');
    expect(data.products.facets.seller).toContainEqual({ seller: { name: 'Dapur Baru' }, count: 1 });
  });

  test('a shop that is suspended, and one that may sell again', async () => {
    const sellerId = globalId('Seller', made.shop.seller.key);
    await act(mutation('suspendSeller'), { sellerId, reason: 'Barang palsu' }, curator.token);
    expect((await look()).totalCount).toBe(0);
    await act(mutation('verifySeller'), { sellerId }, curator.token);
    expect((await look()).totalCount).toBe(1);
  });

  test('the points that a shop serves', async () => {
    const one = await aPoint(world, { slug: 'satu', name: 'Titik Satu' });
    await aPoint(world, { slug: 'dua', name: 'Titik Dua' });
    expect((await look({ pickupPoint: ['dua'] })).totalCount).toBe(1);
    const input = {
      sellerId: globalId('Seller', made.shop.seller.key),
      pickupPointIds: [globalId('PickupPoint', one.key)],
    };
    await act(mutation('setSellerPoints'), input, made.shop.owner.token);
    expect((await look({ pickupPoint: ['dua'] })).totalCount).toBe(0);
    expect((await look({ pickupPoint: ['satu'] })).totalCount).toBe(1);
    expect((await look()).facets.pickupPoint).toEqual([{ pickupPoint: { name: 'Titik Satu' }, count: 1 }]);
  });

  test('the name of a pickup point', async () => {
    const point = await aPoint(world, { slug: 'nama-lama', name: 'Nama Lama' });
    const operator = await aPerson(world, { roles: [['POINT_OPERATOR', point.key]] });
    await act(
      mutation('setPointHours'),
      { pickupPointId: globalId('PickupPoint', point.key), hours: everyDay() },
      operator.token,
    );
    await world
      .context()
      .em.fork()
      .getConnection()
      .execute(`update pickup_point set name = 'Nama Baru' where id = '${point.key}'`);
    await act(
      mutation('setPointHours'),
      { pickupPointId: globalId('PickupPoint', point.key), hours: everyDay('09:00') },
      operator.token,
    );
    await world.runJobs();
    const { data } = await world.request<Found>(
      '{ products { facets { pickupPoint { count pickupPoint { name } } } } }',
    );
    expect(data.products.facets.pickupPoint.map(({ pickupPoint }) => pickupPoint.name)).toContain('Nama Baru');
  });
});

test('a shop with many products is shown anew some at a time, so that changes of others need not wait for all', async () => {
  const { product, shop } = made;
  await world
    .context()
    .em.fork()
    .getConnection()
    .execute(
      `insert into product (id, seller_id, category_id, slug, title, description, status, is_halal, sold_count, created_at, updated_at, published_at)
       select gen_random_uuid(), seller_id, category_id, slug || '-' || n, title || n, '', 'DRAFT', false, 0, now(), now(), null
         from product cross join generate_series(1, 450) n where id = '${product.key}'`,
    );
  const { search } = world.context();
  const atOnce: number[] = [];
  const watching = Object.assign(world.context(), {
    search: {
      ...search,
      put(...[ctx, keys]: Parameters<typeof search.put>) {
        atOnce.push(keys.length);
        return search.put(ctx, keys);
      },
    },
  });
  await indexSeller.run({ sellerKey: shop.seller.key } as never, watching);
  expect(atOnce.reduce((sum, keys) => sum + keys, 0)).toBe(451);
  expect(Math.max(...atOnce)).toBeLessThanOrEqual(200);
});

describe('changes at the same time', () => {
  test('leave the counts exact', async () => {
    const ctx = () => world.context();
    const keys: string[] = [];
    for (let at = 0; at < 8; at += 1)
      keys.push((await aProduct(world, { title: `Serentak ${at}`, isIndexed: false })).product.key);
    await Promise.all([
      ...keys.flatMap((key) => [ctx().search.put(ctx(), [key]), ctx().search.put(ctx(), [key])]),
      ctx().search.put(ctx(), keys),
      ctx().search.refresh(ctx()),
    ]);
    const counts = () =>
      ctx().read.rows('select scope, facet, value, products from search_count where products > 0 order by 1, 2, 3');
    const words = () => ctx().read.rows('select word, uses from search_word where uses > 0 order by 1');
    const [single, spoken] = [await counts(), await words()];
    await reindexAll(ctx());
    expect(await counts()).toEqual(single);
    expect(await words()).toEqual(spoken);
  });
});
