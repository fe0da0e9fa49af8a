import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askedProducts } from '../../api/search/asked-products.ts';
import { postgresSearch } from '../../api/search/postgres/engine.ts';
import type { FoundProducts, ProductSearch } from '../../api/search/product-search.ts';
import { aCategory, aProduct } from '../support/makers/catalog.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
/** A process that makes all changes, and one that only searches. */
const [writing, reading] = [postgresSearch(), postgresSearch()];
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

async function put(product: { key: string }): Promise<void> {
  await writing.put(world.context(), [product.key]);
}

async function find(engine: ProductSearch, search: string | null, category: string): Promise<FoundProducts> {
  const asked = askedProducts({ search, filter: { category: [category], halal: true } });
  return engine.find(world.context(), asked, { facets: true, totalCount: true, highlight: false });
}

/** Statements by which the searching process finds, and what it finds. */
async function counted(search: string | null, category: string) {
  const ctx = world.context();
  let statements = 0;
  const rows: typeof ctx.read.rows = (text, values, name) => {
    statements += 1;
    return ctx.read.rows(text, values, name);
  };
  const asked = askedProducts({ search, filter: { category: [category], halal: true } });
  const watched = Object.assign(world.context(), { read: { ...ctx.read, rows } });
  const found = await reading.find(watched, asked, { facets: true, totalCount: true, highlight: false });
  const { totalCount, facets, products } = found;
  return { statements, totalCount, products: products.length, category: facets?.category.at(-1) };
}

describe('groups that a process holds', () => {
  test.each([null, 'geplak'])(
    'are told anew when others have changed them, and then held again (%s)',
    async (search) => {
      const category = await aCategory(world, { slug: search ?? 'kue', name: 'Kue' });
      const { product } = await aProduct(world, { category, title: 'Geplak' });
      await put(product);
      expect(await counted(search, category.slug)).toMatchObject({
        totalCount: 1,
        products: 1,
        category: { count: 1 },
      });
      expect((await counted(search, category.slug)).statements).toBe(1);
      for (const isHalal of [true, false])
        await put(
          (await aProduct(world, { category, isHalal, title: 'Geplak', variants: [{ price: 90_000 }] })).product,
        );
      expect(await counted(search, category.slug)).toMatchObject({
        totalCount: 2,
        products: 2,
        category: { count: 2 },
      });
      await writing.remove(world.context(), [product.key]);
      expect(await counted(search, category.slug)).toMatchObject({ totalCount: 1, products: 1 });
    },
  );

  test('show a category as it is called now', async () => {
    const category = await aCategory(world, { slug: 'roti', name: 'Roti' });
    await put((await aProduct(world, { category })).product);
    await find(reading, null, 'roti');
    await world.context().em.fork().execute(`update category set name = 'Roti Tawar' where slug = 'roti'`);
    const { facets } = await find(reading, null, 'roti');
    expect(facets?.category.map((each) => each.category.name)).toContain('Roti Tawar');
  });

  test('are not told anew after a change that leaves them as they are', async () => {
    const { product } = await aProduct(world);
    await put(product);
    const version = async (): Promise<unknown> => {
      const ctx = world.context();
      return ctx.read.rows(`select version from search_version where part = 'group'`);
    };
    const before = await version();
    await put(product);
    await writing.restock(world.context(), [product.key]);
    expect(await version()).toEqual(before);
  });
});
