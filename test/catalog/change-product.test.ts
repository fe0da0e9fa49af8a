import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ProductStatus } from '../../api/catalog/index.ts';
import { globalId } from '../../api/platform/keys.ts';
import { aCurator, type Person } from '../support/makers/accounts.ts';
import { aProduct, type MadeProduct } from '../support/makers/catalog.ts';
import { aSeller } from '../support/makers/sellers.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let curator: Person;
beforeAll(async () => {
  world = await openWorld();
  curator = await aCurator(world);
});
afterAll(() => world.close());

interface Changed {
  product: { status: string; title: string; variants: { id: string; sku: string; price: number }[] } | null;
  userErrors: { code: string; field: string[] | null; message: string }[];
}

async function change(name: string, input: object, token: string): Promise<Changed> {
  const Input = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const document = `mutation ($input: ${Input}!) { ${name}(input: $input) {
    product { status title variants { id sku price } } userErrors { code field message } } }`;
  const { data, errors } = await world.request<Record<string, Changed>>(document, { input }, { token });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data[name] as Changed;
}

const idOf = ({ product }: MadeProduct): string => globalId('Product', product.key);
const findable = async (title: string): Promise<number> => {
  await world.runJobs();
  const { data } = await world.request<{ products: { edges: object[] } }>(
    'query ($q: String) { products(search: $q) { edges { node { id } } } }',
    { q: title },
  );
  return data.products.edges.length;
};

describe('a listing', () => {
  test('is found once it is published, and no longer once it is archived', async () => {
    const made = await aProduct(world, { title: 'Wajik Ketan Merah', status: ProductStatus.DRAFT, isIndexed: false });
    const { token } = made.shop.owner;
    expect(await findable('wajik ketan')).toBe(0);
    expect((await change('publishProduct', { productId: idOf(made) }, token)).product?.status).toBe('ACTIVE');
    expect(await findable('wajik ketan')).toBe(1);
    expect((await change('archiveProduct', { productId: idOf(made) }, token)).product?.status).toBe('ARCHIVED');
    expect(await findable('wajik ketan')).toBe(0);
  });

  test('is not published without a variant', async () => {
    const made = await aProduct(world, { status: ProductStatus.DRAFT, variants: [], isIndexed: false });
    const { userErrors } = await change('publishProduct', { productId: idOf(made) }, made.shop.owner.token);
    expect(userErrors).toMatchObject([{ code: 'NO_VARIANT' }]);
  });

  test('keeps its address when its title changes, and is found by the new title', async () => {
    const made = await aProduct(world, { title: 'Dodol Betawi' });
    await change(
      'updateProduct',
      { productId: idOf(made), title: 'Dodol Betawi Asli Cipayung' },
      made.shop.owner.token,
    );
    expect(await findable('cipayung dodol')).toBe(1);
    const { data } = await world.request<{ product: { title: string } }>(
      'query ($slug: String!) { product(slug: $slug) { title } }',
      { slug: made.product.slug },
    );
    expect(data.product.title).toBe('Dodol Betawi Asli Cipayung');
  });

  test("is not there for another shop's people", async () => {
    const made = await aProduct(world);
    const stranger = (await aSeller(world)).owner.token;
    for (const [name, rest] of [
      ['updateProduct', { title: 'Milik saya' }],
      ['publishProduct', {}],
      ['archiveProduct', {}],
      ['setVariant', { sku: 'X', price: 1, weightGrams: 1 }],
    ] as const) {
      const { userErrors } = await change(name, { productId: idOf(made), ...rest }, stranger);
      expect(userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['productId'] }]);
    }
  });
});

describe('setVariant', () => {
  test('sent twice is one variant, told by its SKU', async () => {
    const made = await aProduct(world);
    const input = { productId: idOf(made), sku: 'BALADO-500', name: '500 g', price: 25_000, weightGrams: 500 };
    await Promise.all([1, 2, 3].map(() => change('setVariant', input, made.shop.owner.token)));
    const { product } = await change('setVariant', { ...input, price: 27_000 }, made.shop.owner.token);
    expect(product?.variants.filter(({ sku }) => sku === 'BALADO-500')).toMatchObject([{ price: 27_000 }]);
    expect(product?.variants).toHaveLength(2);
  });

  test('refuses an SKU of another product of the shop, and lets another shop have it', async () => {
    const first = await aProduct(world);
    const second = await aProduct(world, { shop: first.shop });
    const { sku } = first.variants[0] ?? { sku: '' };
    const input = { sku, price: 1_000, weightGrams: 10 };
    const { userErrors } = await change('setVariant', { productId: idOf(second), ...input }, first.shop.owner.token);
    expect(userErrors).toMatchObject([{ code: 'SKU_TAKEN', field: ['sku'] }]);
    const elsewhere = await aProduct(world);
    expect(
      (await change('setVariant', { productId: idOf(elsewhere), ...input }, elsewhere.shop.owner.token)).userErrors,
    ).toEqual([]);
  });

  test('does not take the last variant of a product on sale away', async () => {
    const made = await aProduct(world);
    const { sku, key } = made.variants[0] ?? { sku: '', key: '' };
    const input = {
      productId: idOf(made),
      variantId: globalId('Variant', key),
      sku,
      price: 9_000,
      weightGrams: 10,
      isArchived: true,
    };
    expect((await change('setVariant', input, made.shop.owner.token)).userErrors).toMatchObject([
      { code: 'LAST_VARIANT' },
    ]);
  });
});

describe('blockProduct', () => {
  test('takes a listing down with a reason that its seller reads, and goes into the audit log', async () => {
    const made = await aProduct(world, { title: 'Obat Ajaib' });
    const { product } = await change(
      'blockProduct',
      { productId: idOf(made), reason: 'Obat tanpa izin edar' },
      curator.token,
    );
    expect(product?.status).toBe('BLOCKED');
    expect(await findable('obat ajaib')).toBe(0);
    const { userErrors } = await change('publishProduct', { productId: idOf(made) }, made.shop.owner.token);
    expect(userErrors).toMatchObject([
      { code: 'PRODUCT_BLOCKED', message: expect.stringContaining('Obat tanpa izin edar') },
    ]);
    const entries = await world
      .context()
      .read.rows('select act, reason from audit_entry where subject ->> $1 = $2', ['productKey', made.product.key]);
    expect(entries).toEqual([{ act: 'blockProduct', reason: 'Obat tanpa izin edar' }]);
  });

  test('can be undone, with a reason; the seller then publishes again', async () => {
    const made = await aProduct(world, { status: ProductStatus.BLOCKED, isIndexed: false });
    await change('unblockProduct', { productId: idOf(made), reason: 'Izin sudah ada' }, curator.token);
    expect((await change('publishProduct', { productId: idOf(made) }, made.shop.owner.token)).product?.status).toBe(
      'ACTIVE',
    );
  });

  test('is for curators alone, and needs a reason', async () => {
    const made = await aProduct(world);
    const input = { productId: idOf(made), reason: 'Iri hati' };
    const document = 'mutation ($input: BlockProductInput!) { blockProduct(input: $input) { product { status } } }';
    const { errors } = await world.request(document, { input }, { token: made.shop.owner.token });
    expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await change('blockProduct', { ...input, reason: ' ' }, curator.token)).userErrors).toMatchObject([
      { code: 'REASON_INVALID' },
    ]);
  });
});
