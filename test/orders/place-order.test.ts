import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Parcel } from '../../api/orders/index.ts';
import { placeOrder } from '../../api/orders/place-order.ts';
import { inTransaction } from '../../api/platform/database/transaction.ts';
import { newToken, tokenHash } from '../../api/platform/secrets.ts';
import { countRows } from '../support/count-rows.ts';
import { refusalOf } from '../support/expect-refusal.ts';
import { aBuyer, aFullCart, aMarket, anOrder, type Buyer, type Market, orderOf } from '../support/makers/orders.ts';
import { type MarketWorld, openMarketWorld } from '../support/market-world.ts';
import { roomOf, stockOf } from './read-back.ts';

let world: MarketWorld;
beforeAll(async () => {
  world = await openMarketWorld();
});
afterAll(() => world.close());

const place = (buyer: Buyer, change: Partial<ReturnType<typeof orderOf>> = {}) =>
  placeOrder(world.context(buyer.actor), { ...orderOf(buyer), ...change });

describe('an order that is placed', () => {
  let market: Market;
  beforeAll(async () => {
    market = await aMarket(world, { price: 12_550 });
  });

  test('has a parcel for each shop with its own sums, and holds stock and room', async () => {
    const roomBefore = await roomOf(world, market);
    const { order } = await anOrder(world, market, { quantity: 2 });
    const parcels = await world.context().em.find(Parcel, { orderKey: order.key });
    expect(order).toMatchObject({ goodsTotal: 75_300, pointFeeTotal: 6_000, total: 81_300, paymentStatus: 'AWAITING' });
    expect(order.code).toMatch(/^BJ-[0-9A-HJKMNP-TV-Z]{7}$/);
    expect(order.payBy).toEqual(new Date(world.clock.now().getTime() + 15 * 60_000));
    expect(parcels.map(({ sellerKey }) => sellerKey).sort()).toEqual(
      market.stalls.map(({ seller }) => seller.key).sort(),
    );
    for (const parcel of parcels)
      expect(parcel).toMatchObject({
        status: 'HELD',
        goodsTotal: 25_100,
        pointFee: 2_000,
        commission: 753,
        communityShare: 0,
      });
    expect(await stockOf(world, market)).toEqual(market.stalls.map(() => ({ onHand: 10, reserved: 2 })));
    expect(await roomOf(world, market)).toBe(roomBefore + 3);
  });

  test('takes the bought lines out of the cart and leaves the others', async () => {
    const buyer = await aBuyer(world, market);
    const [kept] = market.stalls;
    await sql('update cart_line set selected = false where variant_id = $1', [kept!.goods.variantKey]);
    const total = buyer.total - kept!.goods.price - 2_000;
    await place({ ...buyer, total });
    const left = await world
      .context()
      .read.rows<{ variant_id: string }>(
        'select l.variant_id from cart_line l join cart c on c.id = l.cart_id where c.account_id = $1',
        [buyer.account.key],
      );
    expect(left).toEqual([{ variant_id: kept!.goods.variantKey }]);
  });

  test('in cash goes to the sellers at once', async () => {
    const { order } = await anOrder(world, market, { paymentMethod: 'CASH' });
    const parcels = await world.context().em.find(Parcel, { orderKey: order.key });
    expect(order).toMatchObject({ paymentStatus: 'DUE_AT_POINT', payBy: null });
    expect(parcels.map(({ status }) => status)).toEqual(['WAITING', 'WAITING', 'WAITING']);
    expect(parcels[0]?.respondBy).toEqual(new Date(world.clock.now().getTime() + 24 * 3_600_000));
  });

  test('rule 6: keeps names and prices when the product changes afterwards', async () => {
    const { order } = await anOrder(world, market);
    const { goods } = market.stalls[0]!;
    await sql('update variant set price = 99000 where id = $1', [goods.variantKey]);
    await sql(`update product set title = 'Lain' where id = $1`, [goods.productKey]);
    const [line] = await sql(
      'select title, unit_price::int from order_line l join parcel p on p.id = l.parcel_id where p.order_id = $1 and l.variant_id = $2',
      [order.key, goods.variantKey],
    );
    expect(line).toEqual({ title: expect.stringMatching(/^Keripik/), unit_price: 12_550 });
    await sql('update variant set price = $2 where id = $1', [goods.variantKey, goods.price]);
  });
});

describe('rule 4: the same key', () => {
  test('50 times at once is one order, with equal answers', async () => {
    const market = await aMarket(world);
    const buyer = await aBuyer(world, market);
    const input = orderOf(buyer);
    const orders = await Promise.all(Array.from({ length: 50 }, () => placeOrder(world.context(buyer.actor), input)));
    expect(new Set(orders.map(({ key, code, total }) => `${key} ${code} ${total}`)).size).toBe(1);
    const [counted] = await world
      .context()
      .read.rows<{ orders: number }>('select count(*)::int as orders from orders where buyer_id = $1', [
        buyer.account.key,
      ]);
    expect(counted?.orders).toBe(1);
    expect(await stockOf(world, market)).toEqual(market.stalls.map(() => ({ onHand: 10, reserved: 1 })));
  });

  test('with another input is refused', async () => {
    const market = await aMarket(world);
    const buyer = await aBuyer(world, market);
    const input = orderOf(buyer);
    await placeOrder(world.context(buyer.actor), input);
    for (const other of [{ expectedTotal: input.expectedTotal + 1 }, { paymentMethod: 'CASH' as const }])
      expect((await refusalOf(placeOrder(world.context(buyer.actor), { ...input, ...other }))).code).toBe(
        'IDEMPOTENCY_KEY_REUSED',
      );
  });

  test('gives the order also when its cart is gone', async () => {
    const market = await aMarket(world);
    const buyer = await aBuyer(world, market);
    const input = orderOf(buyer);
    const { code } = await placeOrder(world.context(buyer.actor), input);
    await sql('delete from cart where account_id = $1', [buyer.account.key]);
    expect((await placeOrder(world.context(buyer.actor), input)).code).toBe(code);
  });

  test('of two people is two orders', async () => {
    const market = await aMarket(world);
    const [one, two] = [await aBuyer(world, market), await aBuyer(world, market)];
    const idempotencyKey = randomUUID();
    expect((await place(one, { idempotencyKey })).key).not.toBe((await place(two, { idempotencyKey })).key);
  });

  test('after a refusal is free: refusals are not stored', async () => {
    const market = await aMarket(world);
    const buyer = await aBuyer(world, market);
    const idempotencyKey = randomUUID();
    expect((await refusalOf(place(buyer, { idempotencyKey, expectedTotal: 1 }))).code).toBe('PRICE_CHANGED');
    expect((await place(buyer, { idempotencyKey })).total).toBe(buyer.total);
  });
});

describe('a refusal leaves no row behind, and says why', () => {
  type Spoil = (market: Market, buyer: Buyer) => Promise<unknown>;
  const pointSet =
    (set: string): Spoil =>
    ({ point }) =>
      sql(`update pickup_point set ${set} where id = $1`, [point.key]);
  const variantSet =
    (set: string): Spoil =>
    ({ stalls }) =>
      sql(`update variant set ${set} where id = $1`, [stalls[0]!.goods.variantKey]);
  const cases: readonly (readonly [code: string, spoil: Spoil])[] = [
    ['OUT_OF_STOCK', (market) => setStock(market, 0)],
    ['POINT_FULL', pointSet('room_capacity = room_taken')],
    ['POINT_CLOSED', pointSet('is_active = false')],
    [
      'POINT_REQUIRED',
      (_, { account }) => sql('update cart set pickup_point_id = null where account_id = $1', [account.key]),
    ],
    ['CART_EMPTY', () => sql('update cart_line set selected = false')],
    ['PRICE_CHANGED', variantSet('price = price + 500')],
    ['UNAVAILABLE', variantSet('is_archived = true')],
  ];
  test.each(cases)('%s', async (code, spoil) => {
    const market = await aMarket(world);
    const buyer = await aBuyer(world, market);
    await spoil(market, buyer);
    const before = await countRows(world.context());
    expect((await refusalOf(place(buyer))).code).toBe(code);
    expect(await countRows(world.context())).toEqual(before);
  });

  test('METHOD_UNAVAILABLE for a sum that the method does not carry', async () => {
    const market = await aMarket(world, { shops: 1, price: 5_000 });
    const buyer = await aBuyer(world, market);
    const before = await countRows(world.context());
    expect((await refusalOf(place(buyer, { paymentMethod: 'VA_BCA' }))).code).toBe('METHOD_UNAVAILABLE');
    expect(await countRows(world.context())).toEqual(before);
    expect(await stockOf(world, market)).toEqual([{ onHand: 10, reserved: 0 }]);
  });

  test('OUT_OF_STOCK names what is short and how many are left', async () => {
    const market = await aMarket(world, { shops: 1, stock: 2 });
    const buyer = await aBuyer(world, market, { quantity: 3 });
    const refusal = await refusalOf(place(buyer));
    expect(refusal).toMatchObject({ code: 'OUT_OF_STOCK', values: { left: 2 } });
    expect(refusal.values.title).toMatch(/^Keripik/);
  });

  test("NOT_FOUND for somebody else's cart, as for one that is not there", async () => {
    const market = await aMarket(world);
    const [buyer, other] = [await aBuyer(world, market), await aBuyer(world, market)];
    expect((await refusalOf(place({ ...other, cartId: buyer.cartId }))).code).toBe('NOT_FOUND');
    expect((await refusalOf(place({ ...other, cartId: 'nonsense' }))).code).toBe('NOT_FOUND');
  });

  test("NOT_FOUND for a guest's cart whose secret the caller brings: limits are counted under the lock of the buyer's own", async () => {
    const buyer = await aBuyer(world, await aMarket(world));
    const cartToken = newToken();
    await sql('update cart set account_id = null, token_hash = $2 where account_id = $1', [
      buyer.account.key,
      tokenHash(cartToken),
    ]);
    const ctx = world.context({ ...buyer.actor, cartTokenHash: tokenHash(cartToken) });
    const before = await countRows(ctx);
    expect(await refusalOf(placeOrder(ctx, orderOf(buyer)))).toMatchObject({ code: 'NOT_FOUND', field: ['cartId'] });
    expect(await countRows(ctx)).toEqual(before);
  });

  test('INVALID for a key without letters or of endless length', async () => {
    const market = await aMarket(world);
    const buyer = await aBuyer(world, market);
    for (const idempotencyKey of ['', 'k'.repeat(201)])
      expect((await refusalOf(place(buyer, { idempotencyKey }))).code).toBe('INVALID');
  });
});

const sql = (text: string, values: unknown[] = []): Promise<object[]> => world.context().read.rows(text, values);

describe('what one person may hold unpaid', () => {
  test('is three orders', async () => {
    const market = await aMarket(world);
    const buyer = await aBuyer(world, market);
    for (const method of ['QRIS', 'CASH', 'VA_BNI'] as const) {
      await place({ ...buyer, ...(await aFullCart(world, market, buyer, {})) }, { paymentMethod: method });
    }
    const fourth = { ...buyer, ...(await aFullCart(world, market, buyer, {})) };
    expect(await refusalOf(place(fourth))).toMatchObject({ code: 'TOO_MANY_UNPAID_ORDERS', values: { limit: 3 } });
  });

  test('is ten pieces of one thing, over all of them', async () => {
    const market = await aMarket(world, { shops: 1, stock: 100 });
    const buyer = await aBuyer(world, market, { quantity: 6 });
    await place(buyer);
    const more = { ...buyer, ...(await aFullCart(world, market, buyer, { quantity: 5 })) };
    expect(await refusalOf(place(more))).toMatchObject({ code: 'TOO_MANY_PIECES', values: { limit: 10 } });
    await place({ ...buyer, ...(await aFullCart(world, market, buyer, { quantity: 4 })) });
  });
});

function setStock(market: Market, onHand: number): Promise<unknown> {
  return inTransaction(world.context(), (tx) =>
    tx.execute('update stock set on_hand = ? where variant_id = ?', [onHand, market.stalls[0]!.goods.variantKey]),
  );
}
