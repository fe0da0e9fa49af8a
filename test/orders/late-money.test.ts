import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reserveStock } from '../../api/inventory/index.ts';
import { cancelOrder } from '../../api/orders/cancel-order.ts';
import { cancelParcel } from '../../api/orders/cancel-parcel.ts';
import { changePaymentMethod } from '../../api/orders/change-payment-method.ts';
import type { Order } from '../../api/orders/index.ts';
import { lockOrder } from '../../api/orders/lock-order.ts';
import { endUnpaid } from '../../api/orders/payment-listeners.ts';
import { expirePayment, Payment, type PaymentMethod } from '../../api/payments/index.ts';
import { reserveRoom } from '../../api/pickup/index.ts';
import { inTransaction, type Tx } from '../../api/platform/database/transaction.ts';
import { globalId } from '../../api/platform/keys.ts';
import { expectRefusal } from '../support/expect-refusal.ts';
import { aMarket, anOrder, type Market } from '../support/makers/orders.ts';
import { type MarketWorld, openMarketWorld } from '../support/market-world.ts';
import { letRivalRunFirst } from '../support/rival.ts';
import { booksOf } from './books.ts';
import { askProvider, orderNow, pay, provider, reverse, sweep } from './journeys.ts';
import { parcelsOf, roomOf, stockOf } from './read-back.ts';

let world: MarketWorld;
beforeAll(async () => {
  world = await openMarketWorld();
});
afterAll(() => world.close());

const SALE = { PROVIDER_CLEARING: 12_000, SELLER_HELD: 9_700, COMMISSION: 300, POINT_HELD: 2_000 };

/** An order by transfer whose time to pay has run out on our side, while the bank still takes the money. */
async function anEndedOrder(
  market: Market,
  how: 'expired' | 'cancelled' = 'expired',
  paymentMethod: PaymentMethod = 'QRIS',
): Promise<Order> {
  const { order, buyer } = await anOrder(world, market, { paymentMethod });
  await askProvider(world, order);
  await provider(world, 'pay', order); // the money is on its way, and we have not heard
  if (how === 'cancelled') await cancelOrder(world.context(buyer.actor), globalId('Order', order.key), null);
  else await expireBehindTheProvidersBack(order);
  return order;
}

async function expireBehindTheProvidersBack(order: Order): Promise<void> {
  await inTransaction(world.context(), async (tx) => {
    const locked = (await lockOrder(tx, order.key))!;
    await endUnpaid(tx, locked, 'expire');
    await expirePayment(tx, locked.payment);
  });
}

describe('money that comes after an order has ended', () => {
  test.each(['expired', 'cancelled'] as const)(
    'revives an order that was %s, when goods and room can be had',
    async (how) => {
      const market = await aMarket(world, { shops: 1, price: 10_000 });
      const order = await anEndedOrder(market, how);
      expect(await stockOf(world, market)).toEqual([{ onHand: 10, reserved: 0 }]);
      await askProvider(world, order);
      expect(await orderNow(world, order)).toMatchObject({ paymentStatus: 'PAID', fulfilment: 'OPEN' });
      expect((await parcelsOf(world, market, order))[0]).toMatchObject({ status: 'WAITING', isSettled: true });
      expect(await stockOf(world, market)).toEqual([{ onHand: 9, reserved: 0 }]);
      expect(await roomOf(world, market)).toBe(1);
      expect(await booksOf(world, order)).toEqual(SALE);
    },
  );

  test.each([
    [
      'piece',
      (tx: Tx, { stalls }: Market) =>
        reserveStock(tx, [{ variantKey: stalls[0]!.goods.variantKey, quantity: 1 }], 'rival'),
    ],
    ['place at the point', (tx: Tx, { point }: Market) => reserveRoom(tx, point.key, 1)],
  ] as const)('goes back when the last %s is taken at the moment at which it comes', async (_, rival) => {
    const market = await aMarket(world, { shops: 1, price: 10_000, stock: 1, room: 1 });
    const order = await anEndedOrder(market);
    const outcome = await letRivalRunFirst(
      world,
      (tx) => rival(tx, market),
      () => askProvider(world, order),
    );
    expect(outcome.status).toBe('fulfilled');
    expect(await orderNow(world, order)).toMatchObject({ paymentStatus: 'REFUND_DUE', refundDueTotal: 12_000 });
    expect((await stockOf(world, market))[0]!.onHand).toBe(1); // not sold to both
    expect(await booksOf(world, order)).toEqual({ PROVIDER_CLEARING: 12_000, REFUND_DUE: 12_000 });
  });

  const obstacles: readonly (readonly [name: string, sql: string])[] = [
    ['the goods are gone', 'update stock set on_hand = 0 where variant_id = $1'],
    ['the point is full', 'update pickup_point set room_capacity = 0 where id = $2'],
    ['the point has closed', 'update pickup_point set is_active = false where id = $2'],
  ];
  test.each(obstacles)('goes back when %s', async (_, sql) => {
    const market = await aMarket(world, { shops: 1, price: 10_000 });
    const order = await anEndedOrder(market);
    const keys = [market.stalls[0]!.goods.variantKey, market.point.key];
    await world.context().read.rows(sql.replace('$2', '$1'), [sql.includes('$2') ? keys[1] : keys[0]]);
    const [stock] = await stockOf(world, market);
    await askProvider(world, order);
    expect(await orderNow(world, order)).toMatchObject({
      paymentStatus: 'REFUND_DUE',
      fulfilment: 'CANCELLED',
      refundDueTotal: 12_000,
    });
    expect((await parcelsOf(world, market, order))[0]).toMatchObject({ status: 'CANCELLED', isSettled: false });
    expect(await stockOf(world, market)).toEqual([stock]);
    expect(await roomOf(world, market)).toBe(0);
    expect(await booksOf(world, order)).toEqual({ PROVIDER_CLEARING: 12_000, REFUND_DUE: 12_000 });
    await world.app.runDueJobs();
    expect(await orderNow(world, order)).toMatchObject({ paymentStatus: 'REFUNDED', refundedTotal: 12_000 });
    expect(await booksOf(world, order)).toEqual({});
  });
});

test('late money that the bank takes back before it was sent back is owed to nobody', async () => {
  const market = await aMarket(world, { shops: 1, price: 10_000 });
  const order = await anEndedOrder(market, 'expired', 'VA_PERMATA');
  await world
    .context()
    .read.rows('update stock set on_hand = 0 where variant_id = $1', [market.stalls[0]!.goods.variantKey]);
  await askProvider(world, order);
  expect(await orderNow(world, order)).toMatchObject({ paymentStatus: 'REFUND_DUE' });
  await reverse(world, order);
  expect(await orderNow(world, order)).toMatchObject({ paymentStatus: 'REVERSED', refundedTotal: 0 });
  expect(await booksOf(world, order)).toEqual({});
});

describe('a refund that has gone out', () => {
  test('shows on the order: partly, then wholly refunded', async () => {
    const market = await aMarket(world, { shops: 2, price: 10_000 });
    const { order, buyer } = await anOrder(world, market);
    await pay(world, order);
    const [first, second] = await parcelsOf(world, market, order);
    await cancelParcel(world.context(buyer.actor), globalId('Parcel', first!.key));
    await world.app.runDueJobs();
    expect(await orderNow(world, order)).toMatchObject({ paymentStatus: 'PARTLY_REFUNDED', refundedTotal: 12_000 });
    await cancelParcel(world.context(buyer.actor), globalId('Parcel', second!.key));
    await world.app.runDueJobs();
    expect(await orderNow(world, order)).toMatchObject({
      paymentStatus: 'REFUNDED',
      refundedTotal: 24_000,
      fulfilment: 'CANCELLED',
    });
    expect(await booksOf(world, order)).toEqual({});
  });

  test('by a method that the provider cannot refund is a task for the curator', async () => {
    const market = await aMarket(world, { shops: 1, price: 10_000 });
    const { order, buyer } = await anOrder(world, market, { paymentMethod: 'VA_BNI' });
    await pay(world, order);
    await cancelOrder(world.context(buyer.actor), globalId('Order', order.key), null);
    const tasks = await world
      .context()
      .read.rows(`select kind, amount::int from task where subject->>'orderKey' = $1`, [order.key]);
    expect(tasks).toEqual([{ kind: 'REFUND_BY_TRANSFER', amount: 12_000 }]);
    expect(await orderNow(world, order)).toMatchObject({
      paymentStatus: 'PAID',
      refundDueTotal: 12_000,
      refundedTotal: 0,
    });
  });
});

describe('another way to pay', () => {
  test('has a deadline of its own, and the same key changes it once', async () => {
    const market = await aMarket(world, { shops: 1 });
    const { order, buyer } = await anOrder(world, market);
    await askProvider(world, order);
    const ctx = world.context(buyer.actor);
    const input = {
      orderId: globalId('Order', order.key),
      paymentMethod: 'VA_BNI',
      idempotencyKey: 'change-1',
    } as const;
    await changePaymentMethod(ctx, input);
    await changePaymentMethod(ctx, input);
    expect(await orderNow(world, order)).toMatchObject({
      paymentMethod: 'VA_BNI',
      payBy: new Date(world.clock.now().getTime() + 86_400_000),
    });
    const attempts = await ctx.read.rows(
      'select 1 from payment_attempt a join payment p on p.id = a.payment_id where p.reference = $1',
      [order.key],
    );
    expect(attempts).toHaveLength(2);
    await world.advance(15 * 60);
    await sweep(world);
    expect((await orderNow(world, order)).paymentStatus).toBe('AWAITING');
    await askProvider(world, order);
    await provider(world, 'pay', order, 2);
    await askProvider(world, order);
    expect(await orderNow(world, order)).toMatchObject({ paymentStatus: 'PAID', paymentMethod: 'VA_BNI' });
    await expectRefusal(changePaymentMethod(ctx, { ...input, idempotencyKey: 'change-2' }), 'NOT_PAYABLE');
  });

  test('is never cash, and never for an order of somebody else', async () => {
    const market = await aMarket(world, { shops: 1 });
    const { order, buyer } = await anOrder(world, market);
    const other = (await anOrder(world, market)).buyer;
    const input = { orderId: globalId('Order', order.key), paymentMethod: 'CASH', idempotencyKey: 'k' } as const;
    await expectRefusal(changePaymentMethod(world.context(buyer.actor), input), 'CASH_NOT_POSSIBLE');
    await expectRefusal(
      changePaymentMethod(world.context(other.actor), { ...input, paymentMethod: 'GOPAY' }),
      'NOT_FOUND',
    );
  });

  test('money on the old charge still pays the order, once', async () => {
    const market = await aMarket(world, { shops: 1, price: 10_000 });
    const { order, buyer } = await anOrder(world, market);
    await askProvider(world, order);
    await provider(world, 'pay', order);
    const input = { orderId: globalId('Order', order.key), paymentMethod: 'GOPAY', idempotencyKey: 'k' } as const;
    await changePaymentMethod(world.context(buyer.actor), input);
    await askProvider(world, order);
    const now = await orderNow(world, order);
    expect(now).toMatchObject({ paymentStatus: 'PAID', paymentMethod: 'QRIS' });
    expect(await booksOf(world, order)).toEqual(SALE);
    const payment = await world.context().em.fork().findOneOrFail(Payment, { reference: order.key });
    expect(payment).toMatchObject({ status: 'PAID', paidTotal: 12_000 });
  });
});
