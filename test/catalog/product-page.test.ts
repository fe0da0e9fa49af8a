import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ProductStatus } from '../../api/catalog/index.ts';
import { globalId } from '../../api/platform/keys.ts';
import { SellerStatus } from '../../api/sellers/index.ts';
import { countStatements } from '../support/count-statements.ts';
import { aCategory, aProduct, type MadeProduct } from '../support/makers/catalog.ts';
import { aPoint } from '../support/makers/pickup.ts';
import { aSeller } from '../support/makers/sellers.ts';
import { openWorld, type World } from '../support/world.ts';

const PAGE = `query ($slug: String!) { product(slug: $slug) {
  id slug title description status isHalal inStock stockLeft soldCount rating ratingCount createdAt updatedAt
  category { slug path parent { slug parent { slug parent { slug } } } }
  seller { id name slug isOpen isHalalCertified joinedAt location { latitude } kelurahan { name kecamatan { slug } } kecamatan { slug } }
  photos { id url width height alt } priceRange { min max }
  variants { id sku name price weightGrams stockLeft inStock options { name value } product { id } } } }`;

let world: World;
let made: MadeProduct;
beforeAll(async () => {
  world = await openWorld();
  const root = await aCategory(world, { slug: 'makanan' });
  const middle = await aCategory(world, { slug: 'camilan', parent: root });
  const leaf = await aCategory(world, { slug: 'keripik-pedas', parent: middle });
  made = await aProduct(world, {
    category: leaf,
    title: 'Keripik Singkong Balado',
    variants: [
      { name: '250 g', price: 12_000, stock: 4 },
      { name: '1 kg', price: 40_000, stock: 0 },
    ],
    photos: 2,
  });
});
afterAll(() => world.close());

describe('the page of a product', () => {
  test('is one statement, with photos, variants, stock, shop, place and the categories above', async () => {
    const { data, statements, errors } = await countStatements<{ product: object }>(
      world.context(),
      PAGE.replace('product { id }', ''),
      { slug: made.product.slug },
    );
    expect(errors).toBeUndefined();
    expect(statements).toHaveLength(1);
    expect(data.product).toMatchObject({
      title: 'Keripik Singkong Balado',
      status: 'ACTIVE',
      inStock: true,
      stockLeft: 4,
      priceRange: { min: 12_000, max: 40_000 },
      category: { slug: 'keripik-pedas', parent: { slug: 'camilan', parent: { slug: 'makanan', parent: null } } },
      seller: {
        name: made.shop.seller.name,
        isOpen: true,
        kecamatan: { slug: 'beji' },
        kelurahan: { kecamatan: { slug: 'beji' } },
      },
      photos: [{ width: 800 }, { width: 800 }],
      variants: [
        { name: '250 g', price: 12_000, stockLeft: 4, inStock: true },
        { name: '1 kg', price: 40_000, stockLeft: 0, inStock: false },
      ],
    });
  });

  test('brings the nearest points, what else the shop sells and how much in the same statement', async () => {
    await aPoint(world, { name: 'Jauh', latitude: -6.45 });
    const near = await aPoint(world, { name: 'Dekat', latitude: -6.3941 });
    const other = await aProduct(world, { shop: made.shop });
    const { data, statements } = await countStatements<{
      product: {
        nearestPickupPoints: {
          pickupPoint: { id: string; roomLeft: number };
          distanceMetres: number;
          expectedPickupAt: string;
        }[];
        moreFromSeller: { id: string; description: string }[];
      };
    }>(
      world.context(),
      `query ($slug: String!) { product(slug: $slug) { title
        nearestPickupPoints(near: { latitude: -6.394, longitude: 106.8225 }, first: 1) { distanceMetres expectedPickupAt pickupPoint { id roomLeft isOpenNow distanceMetres } }
        moreFromSeller { id title seller { name } } seller { productCount } } }`,
      { slug: made.product.slug },
    );
    expect(data.product.nearestPickupPoints).toMatchObject([
      {
        pickupPoint: { id: globalId('PickupPoint', near.key), roomLeft: 100 },
        distanceMetres: 11,
        expectedPickupAt: '2026-11-25T01:00:00.000Z',
      },
    ]);
    expect(data.product.moreFromSeller).toMatchObject([{ id: globalId('Product', other.product.key) }]);
    expect(statements).toHaveLength(1);
  });

  test('shows the same points and goods whether they come along or are loaded by themselves', async () => {
    const shown = '{ distanceMetres expectedPickupAt pickupPoint { id distanceMetres } }';
    const near = '{ latitude: -6.4, longitude: 106.83 }';
    for (const [points, more] of [
      ['first: 2', 'first: 1'],
      [`near: ${near}, first: 1`, 'first: 2'],
      [`near: ${near}`, 'first: null'],
    ]) {
      const field = `nearestPickupPoints(${points}) ${shown}`;
      const { data } = await countStatements<{ along: object; alone: object }>(
        world.context(),
        `query ($slug: String!) {
          along: product(slug: $slug) { ${field} moreFromSeller(${more}) { id } seller { productCount } }
          alone: product(slug: $slug) { ...Parts ... on Product { again: nearestPickupPoints(first: 7) ${shown} twice: moreFromSeller(first: 7) { id } } } }
        fragment Parts on Product { ${field} moreFromSeller(${more}) { id } seller { productCount } }`,
        { slug: made.product.slug },
      );
      expect(data.alone).toMatchObject(data.along);
    }
  });

  test.each([ProductStatus.DRAFT, ProductStatus.ARCHIVED, ProductStatus.BLOCKED])(
    'is not there while the listing is %s',
    async (status) => {
      const hidden = await aProduct(world, { status });
      const { data } = await world.request(PAGE, { slug: hidden.product.slug });
      expect(data).toEqual({ product: null });
    },
  );

  test('is not there while its shop may not sell', async () => {
    const shop = await aSeller(world, { status: SellerStatus.SUSPENDED });
    const hidden = await aProduct(world, { shop });
    const id = globalId('Variant', hidden.variants[0]?.key ?? '');
    const { data } = await world.request(
      'query ($slug: String!, $id: ID!) { product(slug: $slug) { id } node(id: $id) { id } }',
      { slug: hidden.product.slug, id },
    );
    expect(data).toEqual({ product: null, node: null });
  });

  test.each(['', '\u0000', "'; drop table product; --", 'a'.repeat(5000), '💥'])(
    'a name that is none (%j) gives null and no fault',
    async (slug) => {
      const { data, status, errors } = await world.request(PAGE, { slug });
      expect([status, data, errors]).toEqual([200, { product: null }, []]);
    },
  );
});

describe('nodes of the catalogue', () => {
  test('are found again by their ids, in one statement a type', async () => {
    const other = await aProduct(world);
    const ids = [made, other].flatMap(({ product, variants }) => [
      globalId('Product', product.key),
      globalId('Variant', variants[0]?.key ?? ''),
    ]);
    const { data, statements } = await countStatements<{ nodes: { id: string }[] }>(
      world.context(),
      'query ($ids: [ID!]!) { nodes(ids: $ids) { id __typename ... on Product { title seller { name } } ... on Variant { sku product { title } } } }',
      { ids },
    );
    expect(data.nodes.map(({ id }) => id)).toEqual(ids);
    expect(statements).toHaveLength(2);
  });

  test('the tree of categories is one statement, however deep one looks', async () => {
    const { data, statements } = await countStatements<{ categories: { slug: string }[] }>(
      world.context(),
      '{ categories { slug children { slug parent { slug } children { slug children { slug } } } } category(slug: "camilan") { path parent { slug } } }',
    );
    expect(data).toMatchObject({ category: { path: 'makanan/camilan', parent: { slug: 'makanan' } } });
    expect(data.categories.map(({ slug }) => slug)).toContain('makanan');
    expect(statements).toHaveLength(1);
  });
});
