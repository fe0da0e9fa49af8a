import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ProductStatus, StoredProduct, StoredVariant } from '../../api/catalog/index.ts';
import { Stock } from '../../api/inventory/index.ts';
import { inTransaction } from '../../api/platform/database/transaction.ts';
import { globalId, newKey } from '../../api/platform/keys.ts';
import { aPerson } from '../support/makers/accounts.ts';
import { aProduct, type MadeProduct } from '../support/makers/catalog.ts';
import { aSeller } from '../support/makers/sellers.ts';
import { warmConnections } from '../support/warm-connections.ts';
import { openWorld, type World } from '../support/world.ts';
import { aGuest, change, read, variantId } from './cart-requests.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const setStock = (product: MadeProduct, onHand: number) =>
  inTransaction(world.context(), async (tx) => {
    await tx.nativeUpdate(Stock, { variantKey: product.variants[0]!.key }, { onHand });
  });
const setPrice = (product: MadeProduct, price: number) =>
  inTransaction(world.context(), async (tx) => {
    await tx.nativeUpdate(StoredVariant, { key: product.variants[0]!.key }, { price });
  });
const archive = (product: MadeProduct) =>
  inTransaction(world.context(), async (tx) => {
    await tx.nativeUpdate(StoredProduct, { key: product.product.key }, { status: ProductStatus.ARCHIVED });
  });

describe('filling a cart', () => {
  test('a guest fills a cart of several sellers; each seller will pack one parcel', async () => {
    const guest = await aGuest(world);
    const [one, two] = [
      await aProduct(world, { variants: [{ price: 12_500, weightGrams: 900 }] }),
      await aProduct(world, { variants: [{ price: 30_000, weightGrams: 8_000 }] }),
    ];
    await change(world, 'setCartLine', { variantId: variantId(one), quantity: 3 }, guest);
    const { cart } = await change(world, 'setCartLine', { variantId: variantId(two), quantity: 1 }, guest);
    expect(cart).toMatchObject({
      id: guest.id,
      goodsTotal: 67_500,
      pointFeeTotal: 8_000,
      total: 75_500,
      selectedCount: 4,
      itemCount: 4,
    });
    expect(cart?.groups).toMatchObject([
      { goodsTotal: 37_500, pointFee: 3_000, parcelSize: 'MEDIUM' },
      { goodsTotal: 30_000, pointFee: 5_000, parcelSize: 'LARGE' },
    ]);
  });

  test('the first line makes the cart, and hands its secret out once', async () => {
    const made = await change(world, 'setCartLine', { variantId: variantId(await aProduct(world)), quantity: 1 });
    expect(made.cartToken).toMatch(/^[\w-]{43}$/);
    const again = await change(
      world,
      'setCartLine',
      { variantId: variantId(await aProduct(world)), quantity: 1 },
      { cartToken: made.cartToken! },
    );
    expect(again).toMatchObject({ cartToken: null, cart: { id: made.cart?.id, itemCount: 2 } });
  });

  test('a page gets the secret as an http-only cookie, and never sees it', async () => {
    const response = await fetch(`${world.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: 'mutation { createCart(input: { idempotencyKey: "from-a-page" }) { cartToken cart { id } } }',
      }),
    });
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(await response.json()).toMatchObject({ data: { createCart: { cartToken: null } } });
    expect(cookie).toMatch(/^berjubel_cart=[\w-]{43};.*HttpOnly/i);
    const secret = /berjubel_cart=([\w-]{43})/.exec(cookie)?.[1];
    expect(await world.context().read.rows('select 1 from cart where token_hash = $1', [secret])).toEqual([]);
  });

  test('more than there is, is cut, with a notice that the next change clears', async () => {
    const guest = await aGuest(world);
    const product = await aProduct(world, { variants: [{ stock: 4 }] });
    const { cart } = await change(world, 'setCartLine', { variantId: variantId(product), quantity: 9 }, guest);
    expect(cart?.lines).toMatchObject([{ quantity: 4, issue: null, stockLeft: 4 }]);
    expect(cart?.notices).toMatchObject([{ code: 'QUANTITY_CUT', line: { id: cart?.lines[0]?.id } }]);
    expect(cart?.notices[0]?.message).toBe(`${product.product.title}: stok tinggal 4, jumlah disesuaikan.`);
    const after = await change(world, 'setCartLine', { variantId: variantId(product), quantity: 2 }, guest);
    expect(after.cart).toMatchObject({ notices: [], itemCount: 2 });
  });

  test('quantity 0 takes the line out, and so does removing it', async () => {
    const guest = await aGuest(world);
    const [one, two] = [await aProduct(world), await aProduct(world)];
    await change(world, 'setCartLine', { variantId: variantId(one), quantity: 1 }, guest);
    const { cart } = await change(world, 'setCartLine', { variantId: variantId(two), quantity: 1 }, guest);
    await change(world, 'setCartLine', { variantId: variantId(one), quantity: 0 }, guest);
    expect((await read(world, guest))?.lines).toHaveLength(1);
    const removed = await change(world, 'removeCartLine', { lineId: cart?.lines[1]?.id }, guest);
    expect(removed.cart?.lines).toEqual([]);
  });

  test('ten changes of one line at once leave one line', async () => {
    const guest = await aGuest(world);
    const product = await aProduct(world);
    await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        change(world, 'setCartLine', { variantId: variantId(product), quantity: at + 1 }, guest),
      ),
    );
    expect((await read(world, guest))?.lines).toHaveLength(1);
  });

  test('ten first lines of one account at once make one cart', async () => {
    const buyer = await aPerson(world);
    const products: MadeProduct[] = [];
    for (let at = 0; at < 10; at += 1) products.push(await aProduct(world));
    await warmConnections(world);
    const changed = await Promise.all(
      products.map((product) => change(world, 'setCartLine', { variantId: variantId(product), quantity: 1 }, buyer)),
    );
    expect(new Set(changed.map(({ cart }) => cart?.id)).size).toBe(1);
    expect((await read(world, buyer))?.lines).toHaveLength(10);
  });
});

describe('what is refused', () => {
  test.each([
    ['a negative quantity', -1, 'QUANTITY_OUT_OF_RANGE'],
    ['a huge quantity', 1_000, 'QUANTITY_OUT_OF_RANGE'],
  ])('%s', async (_what, quantity, code) => {
    const guest = await aGuest(world);
    const { userErrors } = await change(
      world,
      'setCartLine',
      { variantId: variantId(await aProduct(world)), quantity },
      guest,
    );
    expect(userErrors).toMatchObject([{ code, field: ['quantity'] }]);
    expect((await read(world, guest))?.lines).toEqual([]);
  });

  test('a quantity beyond 32 bits is a wrong request, not a fault', async () => {
    const { errors, status } = await world.request(
      'mutation { setCartLine(input: { variantId: "x", quantity: 99999999999 }) { cart { id } } }',
    );
    expect(status).toBe(400);
    expect(errors[0]?.extensions.code).not.toBe('INTERNAL');
  });

  test('a variant that is not there, also under an id of another kind', async () => {
    for (const id of [globalId('Variant', newKey()), globalId('Product', newKey()), 'nonsense', '']) {
      const { userErrors } = await change(world, 'setCartLine', { variantId: id, quantity: 1 });
      expect(userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['variantId'] }]);
    }
  });

  test('what is sold out, archived, or of a shop that is suspended', async () => {
    const soldOut = await aProduct(world, { variants: [{ stock: 0 }] });
    const archived = await aProduct(world);
    await archive(archived);
    const suspended = await aProduct(world, { shop: await aSeller(world, { status: 'SUSPENDED' as never }) });
    const outcome = async (product: MadeProduct) =>
      (await change(world, 'setCartLine', { variantId: variantId(product), quantity: 1 })).userErrors[0]?.code;
    expect(await outcome(soldOut)).toBe('OUT_OF_STOCK');
    expect(await outcome(archived)).toBe('UNAVAILABLE');
    expect(await outcome(suspended)).toBe('UNAVAILABLE');
  });

  test('the hundred and first line', async () => {
    const guest = await aGuest(world);
    const shop = await aSeller(world);
    const many = await aProduct(world, {
      shop,
      photos: 0,
      variants: Array.from({ length: 101 }, (_, at) => ({ name: `${at}` })),
    });
    for (let at = 0; at < 100; at += 10) {
      await Promise.all(
        Array.from({ length: 10 }, (_, more) =>
          change(world, 'setCartLine', { variantId: variantId(many, at + more), quantity: 1 }, guest),
        ),
      );
    }
    const { userErrors } = await change(world, 'setCartLine', { variantId: variantId(many, 100), quantity: 1 }, guest);
    expect(userErrors).toMatchObject([{ code: 'CART_FULL' }]);
    expect((await read(world, guest))?.lines).toHaveLength(100);
  });

  test('a refusal leaves no row behind', async () => {
    const count = () =>
      world
        .context()
        .read.rows('select (select count(*) from cart) as carts, (select count(*) from cart_line) as lines');
    const before = await count();
    await change(world, 'setCartLine', {
      variantId: variantId(await aProduct(world, { variants: [{ stock: 0 }] })),
      quantity: 1,
    });
    await change(world, 'setCartLine', { variantId: globalId('Variant', newKey()), quantity: 1 });
    expect(await count()).toEqual(before);
  });
});

describe('what changed since it was added', () => {
  test('price, stock and sale are shown as they are now', async () => {
    const guest = await aGuest(world);
    const [dearer, fewer, gone, off] = [
      await aProduct(world),
      await aProduct(world),
      await aProduct(world),
      await aProduct(world),
    ];
    for (const product of [dearer, fewer, gone, off]) {
      await change(world, 'setCartLine', { variantId: variantId(product), quantity: 5 }, guest);
    }
    await setPrice(dearer, 15_000);
    await setStock(fewer, 2);
    await setStock(gone, 0);
    await archive(off);
    const cart = await read(world, guest);
    expect(cart?.lines).toMatchObject([
      { issue: 'PRICE_CHANGED', unitPrice: 15_000, priceWhenAdded: 12_500, quantity: 5 },
      { issue: 'QUANTITY_REDUCED', quantity: 2, stockLeft: 2 },
      { issue: 'OUT_OF_STOCK', quantity: 5, stockLeft: 0 },
      { issue: 'UNAVAILABLE' },
    ]);
    // What cannot be bought is not counted.
    expect(cart).toMatchObject({ goodsTotal: 5 * 15_000 + 2 * 12_500, selectedCount: 7 });
  });

  test('unticked lines stay and are not counted', async () => {
    const guest = await aGuest(world);
    const [one, two] = [await aProduct(world), await aProduct(world)];
    await change(world, 'setCartLine', { variantId: variantId(one), quantity: 1 }, guest);
    const { cart } = await change(world, 'setCartLine', { variantId: variantId(two), quantity: 2 }, guest);
    const ids = cart?.lines.map(({ id }) => id) ?? [];
    const unticked = await change(world, 'setCartSelection', { lineIds: [ids[0]], selected: false }, guest);
    expect(unticked.cart).toMatchObject({ goodsTotal: 25_000, selectedCount: 2, itemCount: 3, pointFeeTotal: 2_000 });
    const refused = await change(
      world,
      'setCartSelection',
      { lineIds: [ids[0], globalId('CartLine', newKey())], selected: true },
      guest,
    );
    expect(refused.userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['lineIds', '1'] }]);
    expect(await read(world, guest)).toMatchObject({ selectedCount: 2 });
  });
});
