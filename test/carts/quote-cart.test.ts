import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { priceLines, type Quote, quoteCart } from '../../api/carts/index.ts';
import { lockCart } from '../../api/carts/lock-cart.ts';
import { SellerPickupPoint, StoredPickupPoint } from '../../api/pickup/index.ts';
import { inTransaction } from '../../api/platform/database/transaction.ts';
import { globalId } from '../../api/platform/keys.ts';
import { aPerson, type Person } from '../support/makers/accounts.ts';
import { aProduct, type MadeProduct } from '../support/makers/catalog.ts';
import { aPoint } from '../support/makers/pickup.ts';
import { openWorld, type World } from '../support/world.ts';
import { change, variantId } from './cart-requests.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const quote = (buyer: Person, cartId: string): Promise<Quote> =>
  inTransaction(world.context(buyer.actor), async (tx) => {
    const cart = await lockCart(tx, buyer.actor, cartId);
    return quoteCart(tx, cart, await priceLines(tx, cart));
  });

async function aCartOf(products: readonly MadeProduct[], point: StoredPickupPoint | null, quantity = 1) {
  const buyer = await aPerson(world);
  let id = '';
  for (const product of products) {
    id = (await change(world, 'setCartLine', { variantId: variantId(product), quantity }, buyer)).cart?.id ?? '';
  }
  if (point) await change(world, 'setCartPickupPoint', { pickupPointId: globalId('PickupPoint', point.key) }, buyer);
  return { buyer, id };
}

describe('quoting a cart', () => {
  test('each seller gets a parcel with its goods, fee, size, weight and commission', async () => {
    const one = await aProduct(world, { variants: [{ price: 12_550, weightGrams: 1_100 }] });
    const two = await aProduct(world, { variants: [{ price: 99_999, weightGrams: 100 }] });
    const { buyer, id } = await aCartOf([one, two], await aPoint(world), 2);
    const quoted = await quote(buyer, id);
    const of = (made: MadeProduct) => quoted.parcels.find(({ sellerKey }) => sellerKey === made.shop.seller.key);
    // 3 % of 25,100 is 753; of 199,998 it is 5,999.94, rounded half up.
    expect(of(one)).toMatchObject({
      goodsTotal: 25_100,
      weightGrams: 2_200,
      size: 'MEDIUM',
      pointFee: 3_000,
      commission: 753,
      communityShare: 0,
    });
    expect(of(two)).toMatchObject({
      goodsTotal: 199_998,
      weightGrams: 200,
      size: 'SMALL',
      pointFee: 2_000,
      commission: 6_000,
    });
    expect(quoted).toMatchObject({ goodsTotal: 225_098, pointFeeTotal: 5_000, total: 230_098, communityKey: null });
    expect(quoted.parcels.map(({ sellerKey }) => sellerKey)).toEqual(
      quoted.parcels.map(({ sellerKey }) => sellerKey).sort(),
    );
    expect(quoted.lines).toHaveLength(2);
  });

  test('an empty cart, one without a point, and one with sold-out or archived goods are refused', async () => {
    const point = await aPoint(world);
    const product = await aProduct(world);
    const without = await aCartOf([product], null);
    await expect(quote(without.buyer, without.id)).rejects.toMatchObject({ code: 'POINT_REQUIRED', field: ['cartId'] });
    const { buyer, id } = await aCartOf([product], point);
    await world
      .context()
      .em.fork()
      .execute('update stock set on_hand = 0 where variant_id = ?', [product.variants[0]?.key]);
    await expect(quote(buyer, id)).rejects.toMatchObject({
      code: 'OUT_OF_STOCK',
      values: { title: product.product.title, left: 0 },
    });
    await world
      .context()
      .em.fork()
      .execute("update product set status = 'ARCHIVED' where id = ?", [product.product.key]);
    await expect(quote(buyer, id)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await change(world, 'setCartLine', { variantId: variantId(product), quantity: 0 }, buyer);
    await expect(quote(buyer, id)).rejects.toMatchObject({ code: 'CART_EMPTY' });
  });

  test('a point that a seller does not serve is refused by that seller’s name, a dead point for itself', async () => {
    const [served, other] = [await aPoint(world), await aPoint(world)];
    const product = await aProduct(world);
    await inTransaction(world.context(), async (tx) => {
      const link = { sellerKey: product.shop.seller.key, pickupPointKey: served.key, createdAt: world.clock.now() };
      tx.persist(Object.assign(new SellerPickupPoint(), link));
    });
    const { buyer, id } = await aCartOf([product], other);
    await expect(quote(buyer, id)).rejects.toMatchObject({
      code: 'POINT_NOT_SERVED',
      values: { seller: product.shop.seller.name },
    });
    await inTransaction(world.context(), (tx) =>
      tx.nativeUpdate(StoredPickupPoint, { key: other.key }, { isActive: false }),
    );
    await expect(quote(buyer, id)).rejects.toMatchObject({ code: 'POINT_CLOSED' });
  });

  test('a line that is only partly there counts with what is left, and says so', async () => {
    const product = await aProduct(world);
    const { buyer, id } = await aCartOf([product], await aPoint(world), 5);
    await world
      .context()
      .em.fork()
      .execute('update stock set on_hand = 2 where variant_id = ?', [product.variants[0]?.key]);
    expect((await quote(buyer, id)).lines).toMatchObject([{ quantity: 2, issue: 'QUANTITY_REDUCED', total: 25_000 }]);
  });

  test('a cart filled through a widget carries its community, and the community’s 1 % is part of the commission', async () => {
    const manager = await aPerson(world);
    const { data } = await world.request<{ registerCommunity: { community: { id: string } } }>(
      'mutation { registerCommunity(input: { name: "RW 05 Beji", siteUrl: "https://rw05.example", idempotencyKey: "rw05-beji" }) { community { id } } }',
      {},
      manager,
    );
    const made = await world.request<{ createWidget: { widget: { publishableKey: string } } }>(
      `mutation W($input: CreateWidgetInput!) { createWidget(input: $input) { widget { publishableKey } userErrors { message } } }`,
      {
        input: {
          communityId: data.registerCommunity.community.id,
          title: 'Belanja tetangga',
          allowedOrigins: ['https://rw05.example'],
          idempotencyKey: 'widget-of-rw05',
        },
      },
      { token: manager.token },
    );
    const { buyer, id } = await aCartOf([await aProduct(world)], await aPoint(world), 1);
    await change(
      world,
      'createCart',
      { idempotencyKey: 'with-widget', widgetKey: made.data.createWidget.widget.publishableKey },
      buyer,
    );
    const quoted = await quote(buyer, id);
    expect(globalId('Community', quoted.communityKey ?? '')).toBe(data.registerCommunity.community.id);
    expect(quoted.parcels).toMatchObject([{ commission: 375, communityShare: 125 }]);
  });
});
