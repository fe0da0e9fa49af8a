import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { reindexAll } from '../../api/search/index.ts';
import { aProduct } from '../support/makers/catalog.ts';
import { aSeller, type Shop } from '../support/makers/sellers.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let shop: Shop;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  shop = await aSeller(world);
});

const execute = (sql: string): Promise<unknown> => world.context().em.getConnection().execute(sql);

async function found(): Promise<{ totalCount: number; counted: number }> {
  const { data } = await world.request<{
    products: { totalCount: number; facets: { seller: { seller: { slug: string }; count: number }[] } };
  }>(
    'query ($filter: ProductFilter) { products(filter: $filter) { totalCount facets { seller { count seller { slug } } } } }',
    {
      filter: { seller: [shop.seller.slug] },
    },
  );
  const own = data.products.facets.seller.find(({ seller }) => seller.slug === shop.seller.slug);
  return { totalCount: data.products.totalCount, counted: own?.count ?? 0 };
}

describe('a rebuild of the search', () => {
  test('mends documents that are missing, stale or left over, and counts and words that drifted', async () => {
    const [gone, stale, hidden] = [
      await aProduct(world, { shop, title: 'Dodol Hilang' }),
      await aProduct(world, { shop, title: 'Dodol Lama' }),
      await aProduct(world, { shop, title: 'Dodol Arsip' }),
    ];
    await execute(`delete from search_document where product_id = '${gone.product.key}'`);
    await execute(`update product set title = 'Wajik Baru' where id = '${stale.product.key}'`);
    await execute(`update product set status = 'ARCHIVED' where id = '${hidden.product.key}'`);
    await execute('update search_count set products = products + 3');
    await execute(`delete from search_word where word = 'dodol'`);
    const steps: [number, number][] = [];
    await reindexAll(world.context(), (done, of) => steps.push([done, of]));
    expect(steps.at(-1)).toEqual([3, 3]);
    expect(await found()).toEqual({ totalCount: 2, counted: 2 });
    const titles = await world
      .context()
      .read.rows(`select title from search_document where seller_id = $1 order by title`, [shop.seller.key]);
    expect(titles).toEqual([{ title: 'Dodol Hilang' }, { title: 'Wajik Baru' }]);
    const words = await world
      .context()
      .read.rows(`select word, uses from search_word where word in ('dodol', 'wajik', 'arsip') order by word`);
    expect(words).toEqual([
      { word: 'dodol', uses: 1 },
      { word: 'wajik', uses: 1 },
    ]);
  });

  test('is not needed for words of typing mistakes and names of suggestions: the checker mends those too', async () => {
    await aProduct(world, { shop, title: 'Wingko Babat' });
    await execute(`delete from search_word where word = 'wingko'`);
    await execute(`update search_name set name = 'lain' where kind = 'SELLER' and slug = '${shop.seller.slug}'`);
    await world.context().search.check(world.context());
    const { read } = world.context();
    expect(await read.rows(`select uses from search_word where word = 'wingko'`)).toEqual([{ uses: 1 }]);
    const named = await read.rows('select name from search_name where kind = $1 and slug = $2', [
      'SELLER',
      shop.seller.slug,
    ]);
    expect(named).toEqual([{ name: shop.seller.name }]);
  });

  test('leaves in narrowed lists what falls into another group, before counts are made anew', async () => {
    await aProduct(world, { shop, title: 'Dodol Pindah' });
    const shown = async (): Promise<number> => {
      const { data } = await world.request<{ products: { edges: unknown[] } }>(
        'query ($filter: ProductFilter) { products(filter: $filter) { edges { node { id } } } }',
        { filter: { seller: [shop.seller.slug], inStock: true } },
      );
      return data.products.edges.length;
    };
    expect(await shown()).toBe(1);
    // As another version of the program would have called the groups.
    await execute(`update search_group set key = 'formerly ' || key`);
    const stopped = reindexAll(world.context(), (done, of) => {
      if (done === of) throw new Error('stopped before the counts');
    });
    await expect(stopped).rejects.toThrow('stopped before the counts');
    expect(await shown()).toBe(1);
    await reindexAll(world.context());
    expect(await found()).toEqual({ totalCount: 1, counted: 1 });
  });

  test('leaves searchers what they had at every moment, and loses no change made meanwhile', async () => {
    for (let n = 0; n < 12; n += 1) await aProduct(world, { shop, title: `Sirup Belimbing ${n}` });
    const late = await aProduct(world, { shop, title: 'Sirup Terakhir', isIndexed: false });
    await execute(
      `insert into product (id, seller_id, category_id, slug, title, description, status, is_halal, sold_count, created_at, updated_at, published_at)
       select gen_random_uuid(), seller_id, category_id, slug || '-' || n, title || n, '', 'DRAFT', false, 0, now(), now(), null
         from product cross join generate_series(1, 3000) n where id = '${late.product.key}'`,
    );
    let isDone = false;
    const seen: { totalCount: number; counted: number }[] = [];
    const rebuild = reindexAll(world.context()).finally(() => {
      isDone = true;
    });
    const change = world.context().search.put(world.context(), [late.product.key]);
    while (!isDone) seen.push(await found());
    await Promise.all([rebuild, change]);
    expect(seen.length).toBeGreaterThan(0);
    for (const { totalCount, counted } of seen) {
      expect([12, 13]).toContain(totalCount);
      expect([12, 13]).toContain(counted);
    }
    expect(await found()).toEqual({ totalCount: 13, counted: 13 });
  });
});
