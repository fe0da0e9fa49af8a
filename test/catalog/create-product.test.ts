import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StoredCategory } from '../../api/catalog/index.ts';
import { globalId } from '../../api/platform/keys.ts';
import { countRows } from '../support/count-rows.ts';
import { aCategory } from '../support/makers/catalog.ts';
import { aSeller, type Shop } from '../support/makers/sellers.ts';
import { openWorld, type World } from '../support/world.ts';

const CREATE = `mutation ($input: CreateProductInput!) { createProduct(input: $input) {
  product { id slug title status priceRange { min max } variants { sku name price weightGrams stockLeft options { name value } } seller { id } }
  userErrors { code field message } } }`;

interface Created {
  createProduct: {
    product: { id: string; slug: string; status: string; variants: { sku: string }[] } | null;
    userErrors: { code: string; field: string[] | null; message: string }[];
  };
}

let world: World;
let shop: Shop;
let category: StoredCategory;
let keys = 0;
const aKey = (): string => {
  keys += 1;
  return `kunci-${String(keys).padStart(6, '0')}`;
};
beforeAll(async () => {
  world = await openWorld();
  shop = await aSeller(world);
  category = await aCategory(world);
});
afterAll(() => world.close());

const wanted = (changes: object = {}): object => ({
  sellerId: globalId('Seller', shop.seller.key),
  title: '  Keripik   Singkong Balado ',
  categoryId: globalId('Category', category.key),
  idempotencyKey: aKey(),
  ...changes,
});
const variant = (changes: object = {}): object => ({
  sku: aKey(),
  price: 15_000,
  weightGrams: 250,
  ...changes,
});
const create = async (input: object, token = shop.owner.token): Promise<Created['createProduct']> =>
  (await world.request<Created>(CREATE, { input }, { token })).data.createProduct;

describe('createProduct', () => {
  test('begins a draft that its seller sees and visitors do not', async () => {
    const { product, userErrors } = await create(
      wanted({ variants: [variant({ name: '250 g', options: [{ name: 'Rasa', value: 'balado' }] })] }),
    );
    expect(userErrors).toEqual([]);
    expect(product).toMatchObject({
      title: 'Keripik Singkong Balado',
      status: 'DRAFT',
      priceRange: { min: 15_000, max: 15_000 },
      variants: [{ name: '250 g', weightGrams: 250, stockLeft: 0, options: [{ name: 'Rasa', value: 'balado' }] }],
    });
    const page = 'query ($slug: String!, $id: ID!) { product(slug: $slug) { id } node(id: $id) { id } }';
    const slugAndId = { slug: product?.slug, id: product?.id };
    expect((await world.request(page, slugAndId)).data).toEqual({ product: null, node: null });
    const own = { id: product?.id };
    expect((await world.request(page, slugAndId, { token: shop.owner.token })).data).toEqual({
      product: own,
      node: own,
    });
  });

  test('the same key, ten times at once, is one product', async () => {
    const input = wanted();
    const answers = await Promise.all(Array.from({ length: 10 }, () => create(input)));
    expect(new Set(answers.map(({ product }) => product?.id)).size).toBe(1);
    expect(answers[0]?.product).not.toBeNull();
  });

  test('the same key with another input is refused', async () => {
    const input = wanted();
    await create(input);
    expect((await create({ ...input, title: 'Lain sama sekali' })).userErrors).toMatchObject([
      { code: 'IDEMPOTENCY_KEY_REUSED', field: ['idempotencyKey'] },
    ]);
  });

  test("another's shop looks like one that is not there", async () => {
    const other = await aSeller(world);
    const theirs = await create(wanted({ sellerId: globalId('Seller', other.seller.key) }));
    const nobodys = await create(wanted({ sellerId: globalId('Seller', category.key) }));
    expect(theirs).toEqual(nobodys);
    expect(theirs.userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['sellerId'] }]);
  });

  test('is not for visitors', async () => {
    const { errors } = await world.request(CREATE, { input: wanted() });
    expect(errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  test.each([
    ['a title of two letters', { title: 'ab' }, 'TITLE_INVALID', '120'],
    ['a title of 121 letters', { title: 'a'.repeat(121) }, 'TITLE_INVALID', '120'],
    ['a description of 5,001 letters', { description: 'a'.repeat(5001) }, 'DESCRIPTION_TOO_LONG', '5.000'],
    ['a category that is not there', { categoryId: 'bukan-kategori' }, 'CATEGORY_UNKNOWN', 'Kategori'],
    [
      '51 variants',
      { variants: Array.from({ length: 51 }, (_, at) => variant({ sku: `banyak-${at}` })) },
      'TOO_MANY_VARIANTS',
      '50',
    ],
    ['one SKU twice', { variants: [variant({ sku: 'kembar' }), variant({ sku: 'kembar' })] }, 'SKU_TAKEN', 'SKU'],
    ['a price of 0', { variants: [variant({ price: 0 })] }, 'PRICE_INVALID', '1.000.000.000'],
    ['a price above the limit', { variants: [variant({ price: 1_000_000_001 })] }, 'PRICE_INVALID', '1.000.000.000'],
    ['a negative weight', { variants: [variant({ weightGrams: -1 })] }, 'WEIGHT_INVALID', '100.000'],
    ['an SKU of blanks', { variants: [variant({ sku: '   ' })] }, 'SKU_INVALID', '40'],
    [
      'two options of one name',
      {
        variants: [
          variant({
            options: [
              { name: 'Rasa', value: 'a' },
              { name: 'Rasa', value: 'b' },
            ],
          }),
        ],
      },
      'OPTIONS_INVALID',
      '3',
    ],
    ['a key of 201 letters', { idempotencyKey: 'a'.repeat(201) }, 'IDEMPOTENCY_KEY_INVALID', '200'],
  ])('refuses %s, names the limit and leaves no row behind', async (_, changes, code, said) => {
    const before = await countRows(world.context());
    const { product, userErrors } = await create(wanted(changes));
    expect(product).toBeNull();
    expect(userErrors).toMatchObject([{ code, message: expect.stringContaining(said) }]);
    expect(await countRows(world.context())).toEqual(before);
  });
});
