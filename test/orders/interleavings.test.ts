import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lockCart } from '../../api/carts/lock-cart.ts';
import { adjustStock } from '../../api/inventory/adjust-stock.ts';
import { reserveStock } from '../../api/inventory/index.ts';
import { cancelOrder } from '../../api/orders/cancel-order.ts';
import { changePaymentMethod } from '../../api/orders/change-payment-method.ts';
import { chargeAtPoint } from '../../api/orders/charge-at-point.ts';
import { lockAtCounter } from '../../api/orders/counter-order.ts';
import { fireTimer } from '../../api/orders/fire-timer.ts';
import type { Order } from '../../api/orders/index.ts';
import { lockOrder, lockOrderRow } from '../../api/orders/lock-order.ts';
import { moveOrder } from '../../api/orders/move-order.ts';
import { moveParcels } from '../../api/orders/move-parcels.ts';
import { endUnpaid } from '../../api/orders/payment-listeners.ts';
import { placeOrder } from '../../api/orders/place-order.ts';
import { cancelPayment, chargePart, Payment, requestRefund } from '../../api/payments/index.ts';
import { lockFromBelow } from '../../api/payments/lock-payment.ts';
import { PaymentAttempt } from '../../api/payments/payment-attempt.ts';
import { refreshAttempt } from '../../api/payments/refresh-payment.ts';
import { settleAttempt } from '../../api/payments/settle-attempt.ts';
import { reserveRoom } from '../../api/pickup/index.ts';
import { inTransaction, type Tx } from '../../api/platform/database/transaction.ts';
import { globalId } from '../../api/platform/keys.ts';
import { DomainError } from '../../api/platform/refusal.ts';
import { aBuyer, aMarket, anOrder, orderOf } from '../support/makers/orders.ts';
import { type MarketWorld, openMarketWorld } from '../support/market-world.ts';
import { letRivalRunFirst } from '../support/rival.ts';
import { booksOf } from './books.ts';
import { askProvider, bringToPoint, handOver, orderNow, pay, provider } from './journeys.ts';
import { parcelsOf, roomOf, stockOf } from './read-back.ts';

/** M14: each place that checks and then acts: it stops after its rival did, and must see what the rival left. */
let world: MarketWorld;
beforeAll(async () => {
  world = await openMarketWorld();
});
afterAll(() => world.close());

const said = (outcome: PromiseSettledResult<unknown>): unknown => {
  if (outcome.status === 'fulfilled') return 'DONE';
  if (outcome.reason instanceof DomainError) return outcome.reason.code;
  throw outcome.reason;
};

const attemptOf = async (order: Order): Promise<string> => {
  const [row] = await world
    .context()
    .read.rows<{ id: string }>(
      'select a.id from payment_attempt a join payment p on p.id = a.payment_id where p.reference = $1 order by number',
      [order.key],
    );
  return row!.id;
};

/** The buyer's cancellation, up to its commit. */
const cancelling = (order: Order) => async (tx: Tx) => {
  const locked = (await lockOrder(tx, order.key))!;
  await endUnpaid(tx, locked, 'cancel');
  await cancelPayment(tx, locked.payment);
};

describe('stock and room', () => {
  test('the last piece is taken by another between the look and the order: OUT_OF_STOCK', async () => {
    const market = await aMarket(world, { shops: 1, stock: 1 });
    const buyer = await aBuyer(world, market);
    const [{ goods }] = market.stalls as [(typeof market.stalls)[0]];
    const outcome = await letRivalRunFirst(
      world,
      (tx) => reserveStock(tx, [{ variantKey: goods.variantKey, quantity: 1 }], 'rival'),
      () => placeOrder(world.context(buyer.actor), orderOf(buyer)),
    );
    expect(said(outcome)).toBe('OUT_OF_STOCK');
    expect(await stockOf(world, market)).toEqual([{ onHand: 1, reserved: 1 }]);
  });

  test('the last place at the point is taken by another: POINT_FULL, and the goods are not held', async () => {
    const market = await aMarket(world, { shops: 1, room: 1 });
    const buyer = await aBuyer(world, market);
    const outcome = await letRivalRunFirst(
      world,
      (tx) => reserveRoom(tx, market.point.key, 1),
      () => placeOrder(world.context(buyer.actor), orderOf(buyer)),
    );
    expect(said(outcome)).toBe('POINT_FULL');
    expect(await stockOf(world, market)).toEqual([{ onHand: 10, reserved: 0 }]);
  });

  test('the cart is changed on another device while it is ordered: PRICE_CHANGED, and nothing is held', async () => {
    const market = await aMarket(world, { shops: 1 });
    const buyer = await aBuyer(world, market);
    const outcome = await letRivalRunFirst(
      world,
      async (tx) => {
        const { key } = await lockCart(tx, buyer.actor, buyer.cartId);
        await tx.execute('update cart_line set quantity = quantity + 1 where cart_id = ?', [key]);
      },
      () => placeOrder(world.context(buyer.actor), orderOf(buyer)),
    );
    expect(said(outcome)).toBe('PRICE_CHANGED');
    expect(await stockOf(world, market)).toEqual([{ onHand: 10, reserved: 0 }]);
  });

  test('the seller counts pieces out that a buyer has just taken: BELOW_RESERVED', async () => {
    const market = await aMarket(world, { shops: 1, stock: 3 });
    const [{ goods, owner }] = market.stalls as [(typeof market.stalls)[0]];
    const input = {
      variantId: globalId('Variant', goods.variantKey),
      delta: -3,
      reason: 'Rusak',
      idempotencyKey: 'one',
    };
    const outcome = await letRivalRunFirst(
      world,
      (tx) => reserveStock(tx, [{ variantKey: goods.variantKey, quantity: 1 }], 'rival'),
      () => adjustStock(world.context(owner.actor), input),
    );
    expect(said(outcome)).toBe('BELOW_RESERVED');
    expect(await stockOf(world, market)).toEqual([{ onHand: 3, reserved: 1 }]);
  });
});

describe('orders and payments', () => {
  test('the payment settles while the buyer cancels: the money revives the order, and the goods are taken once', async () => {
    const market = await aMarket(world, { shops: 1 });
    const { order } = await anOrder(world, market);
    await askProvider(world, order);
    await provider(world, 'pay', order);
    const attempt = await attemptOf(order);
    const outcome = await letRivalRunFirst(world, cancelling(order), () => refreshAttempt(world.context(), attempt));
    expect(said(outcome)).toBe('DONE');
    expect(await orderNow(world, order)).toMatchObject({ paymentStatus: 'PAID', fulfilment: 'OPEN' });
    expect(await stockOf(world, market)).toEqual([{ onHand: 9, reserved: 0 }]);
    expect(await roomOf(world, market)).toBe(1);
  });

  test('the buyer cancels while the payment settles: what was paid is owed back', async () => {
    const market = await aMarket(world, { shops: 1 });
    const { order, buyer } = await anOrder(world, market);
    const settling = async (tx: Tx): Promise<void> => {
      const { order: locked, parcels, payment } = (await lockOrder(tx, order.key))!;
      payment.paidTotal = payment.amount;
      payment.status = 'PAID';
      payment.paidAt = world.clock.now();
      locked.paidAt = world.clock.now();
      await moveOrder(tx, locked, 'pay');
      await moveParcels(tx, { order: locked, payment, parcels }, 'start', parcels, 'SYSTEM');
    };
    const outcome = await letRivalRunFirst(world, settling, () =>
      cancelOrder(world.context(buyer.actor), globalId('Order', order.key), null),
    );
    expect(said(outcome)).toBe('DONE');
    expect((await orderNow(world, order)).paymentStatus).toBe('PAID'); // not CANCELLED, as it would be unpaid
    expect((await parcelsOf(world, market, order))[0]?.status).toBe('CANCELLED');
  });

  test('the method is changed while the order is cancelled: NOT_PAYABLE, and nothing is charged', async () => {
    const market = await aMarket(world, { shops: 1 });
    const { order, buyer } = await anOrder(world, market);
    const wanted = { orderId: globalId('Order', order.key), paymentMethod: 'GOPAY', idempotencyKey: 'two' } as const;
    const outcome = await letRivalRunFirst(world, cancelling(order), () =>
      changePaymentMethod(world.context(buyer.actor), wanted),
    );
    expect(said(outcome)).toBe('NOT_PAYABLE');
    expect(await stockOf(world, market)).toEqual([{ onHand: 10, reserved: 0 }]);
  });

  test('the deadline fires while the buyer cancels: everything is given back once', async () => {
    const market = await aMarket(world, { shops: 1 });
    const { order } = await anOrder(world, market);
    await world.advance(16 * 60);
    const [timer] = await world
      .context()
      .read.rows<{ id: string }>(`select id from timer where order_id = $1 and kind = 'PAYMENT_DUE'`, [order.key]);
    const outcome = await letRivalRunFirst(world, cancelling(order), () => fireTimer(world.context(), timer!.id));
    expect(said(outcome)).toBe('DONE');
    expect((await orderNow(world, order)).paymentStatus).toBe('CANCELLED');
    expect(await stockOf(world, market)).toEqual([{ onHand: 10, reserved: 0 }]);
    expect(await roomOf(world, market)).toBe(0);
  });

  test('an answer of the provider waits for the order before it takes the payment, as everybody does: nobody ends in a deadlock', async () => {
    const market = await aMarket(world, { shops: 1 });
    const { order } = await anOrder(world, market);
    await askProvider(world, order);
    await provider(world, 'pay', order);
    const attempt = await attemptOf(order);
    const outcome = await letRivalRunFirst(
      world,
      (tx) => lockOrderRow(tx, order.key),
      () => refreshAttempt(world.context(), attempt),
      (tx) => tx.execute('select from payment where reference = ? for update nowait', [order.key]),
    );
    expect(said(outcome)).toBe('DONE');
    expect(await orderNow(world, order)).toMatchObject({ paymentStatus: 'PAID' });
  });

  test('two refunds of the whole at once: the second finds nothing left', async () => {
    const market = await aMarket(world, { shops: 1 });
    const { order } = await anOrder(world, market);
    await pay(world, order);
    const { key, amount } = await world.context().em.fork().findOneOrFail(Payment, { reference: order.key });
    const refund = (tx: Tx, effect: string) => requestRefund(tx, { paymentKey: key, amount, reason: 'Uji', effect });
    const outcome = await letRivalRunFirst(
      world,
      (tx) => refund(tx, 'one'),
      () => inTransaction(world.context(), (tx) => refund(tx, 'two')),
    );
    expect(outcome).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('of 0 left') } });
  });
});

describe('cash and QRIS at the counter', () => {
  /** A cash order at the point whose code the buyer has just scanned; the provider cannot be asked for the moment. */
  async function aScannedOrder() {
    const market = await aMarket(world, { shops: 1, price: 10_000 });
    const { order } = await anOrder(world, market, { paymentMethod: 'CASH' });
    await bringToPoint(world, market, order);
    const at = { pointId: market.pointId, collectCode: order.collectCode };
    await chargeAtPoint(world.context(market.operator.actor), at);
    await askProvider(world, order);
    await provider(world, 'pay', order);
    return { market, order, attemptKey: await attemptOf(order) };
  }
  const faults = (method: string, body = {}) =>
    fetch(`${world.midtrans.url}/__sim/faults`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  test('the money comes while the operator takes cash: nothing is due any more, and no cash is booked', async () => {
    const { market, order, attemptKey } = await aScannedOrder();
    await faults('POST', { route: 'status', kind: 'error', status: 503, times: 3 });
    const settling = async (tx: Tx): Promise<void> => {
      const { paymentKey } = await tx.findOneOrFail(PaymentAttempt, { key: attemptKey });
      const locked = await lockFromBelow(tx, paymentKey);
      const attempt = locked.attempts.find(({ key }) => key === attemptKey)!;
      attempt.status = 'SETTLED';
      await settleAttempt(tx, locked, attempt);
    };
    const outcome = await letRivalRunFirst(world, settling, () =>
      handOver(world, market, order, { cashTaken: 12_000 }),
    );
    await faults('DELETE');
    expect(said(outcome)).toBe('CASH_DIFFERS');
    expect(await booksOf(world, order)).toMatchObject({ PROVIDER_CLEARING: 12_000 });
  });

  test('cash is taken while the money comes: that goes back', async () => {
    const { market, order, attemptKey } = await aScannedOrder();
    const asOperator = { ...world, context: (actor = market.operator.actor) => world.context(actor) };
    const outcome = await letRivalRunFirst(
      asOperator,
      async (tx) => {
        const locked = await lockAtCounter(tx, order.key);
        await moveParcels(tx, locked, 'collect', locked.here, 'OPERATOR');
      },
      () => refreshAttempt(world.context(), attemptKey),
    );
    expect(said(outcome)).toBe('DONE');
    const books = await booksOf(world, order);
    expect(books).toMatchObject({ CASH_AT_POINT: 12_000, REFUND_DUE: 12_000, PROVIDER_CLEARING: 12_000 });
  });

  test('another operator shows a code at the same moment: it is the same code', async () => {
    const market = await aMarket(world, { shops: 1, price: 10_000 });
    const { order } = await anOrder(world, market, { paymentMethod: 'CASH' });
    const [parcel] = await bringToPoint(world, market, order);
    const at = { pointId: market.pointId, collectCode: order.collectCode };
    const outcome = await letRivalRunFirst(
      world,
      async (tx) => {
        const { payment } = await lockAtCounter(tx, order.key);
        await chargePart(tx, payment, [{ id: parcel!.key, name: 'Paket', price: 12_000, quantity: 1 }]);
      },
      () => chargeAtPoint(world.context(market.operator.actor), at),
    );
    expect(said(outcome)).toBe('DONE');
    const attempts = await world
      .context()
      .read.rows('select 1 from payment_attempt a join payment p on p.id = a.payment_id where p.reference = $1', [
        order.key,
      ]);
    expect(attempts).toHaveLength(1);
  });
});
