import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cancelOrder } from '../../api/orders/cancel-order.ts';
import { changePaymentMethod } from '../../api/orders/change-payment-method.ts';
import type { Order } from '../../api/orders/index.ts';
import type { ParcelTransitionName } from '../../api/orders/parcel-transitions.ts';
import { sweepTimers } from '../../api/orders/sweep-timers.ts';
import { callOffCharge } from '../../api/payments/call-off-charge.ts';
import { chargeAttempt } from '../../api/payments/charge-attempt.ts';
import { ProviderUnavailable } from '../../api/payments/payment-provider.ts';
import { pollProvider } from '../../api/payments/poll-provider.ts';
import { refreshAttempt } from '../../api/payments/refresh-payment.ts';
import type { Context } from '../../api/platform/context.ts';
import { globalId } from '../../api/platform/keys.ts';
import { booksOf } from '../orders/books.ts';
import { askProvider, orderNow, provider } from '../orders/journeys.ts';
import { leftOf, moveOn, moving, said } from '../orders/race-stage.ts';
import { aPaidOrder, type RefundStage } from '../orders/refunds/refund-stage.ts';
import { aMarket, anOrder, type Buyer } from '../support/makers/orders.ts';
import { type MarketWorld, openMarketWorld } from '../support/market-world.ts';
import { letRivalRunAtProvider, letRivalRunFirst } from '../support/rival.ts';
import { ahead, aSentRefund, attemptsOf, paymentNow, takeBack, tasksOf, toldOf } from './race-stage.ts';

/** M14: each act that asks the payment provider between its look and its act stops there; its rival commits, and it must see what the rival left. */
let world: MarketWorld;
beforeAll(async () => {
  world = await openMarketWorld();
});
afterAll(() => world.close());

const firstAttemptOf = async (order: Order) => (await attemptsOf(world, order))[0]!;

/** An order by QRIS that waits; charged already unless asked otherwise. */
async function aWaitingOrder({ isCharged = true } = {}): Promise<{ order: Order; buyer: Buyer; attemptKey: string }> {
  const made = await anOrder(world, await aMarket(world, { shops: 1, price: 10_000 }));
  if (isCharged) await askProvider(world, made.order);
  return { ...made, attemptKey: (await firstAttemptOf(made.order)).key };
}
const cancel = ({ order, buyer }: { order: Order; buyer: Buyer }) =>
  cancelOrder(world.context(buyer.actor), globalId('Order', order.key), null);
/** The payer pays, and another worker has heard of it. */
const payAndHear = async ({ order, attemptKey }: { order: Order; attemptKey: string }): Promise<void> => {
  await provider(world, 'pay', order);
  await refreshAttempt(world.context(), attemptKey);
};

describe('a charge that is asked about', () => {
  test('is paid after the answer, and another worker hears of it: the order whose time is over is not ended', async () => {
    const made = await aWaitingOrder();
    const { providerOrderId } = await firstAttemptOf(made.order);
    const outcome = await letRivalRunAtProvider(
      ahead(world, 16 * 60_000),
      'status',
      () => payAndHear(made),
      (ctx) => sweepTimers.run({} as never, ctx),
      { isMeant: (asked) => asked === providerOrderId }, // the sweep asks about all others as well
    );
    expect(said(outcome)).toBe('DONE');
    expect(await orderNow(world, made.order)).toMatchObject({ paymentStatus: 'PAID', fulfilment: 'OPEN' });
    expect(await toldOf(world, made.order, 'OrderExpired')).toBe(0);
    const sql = `select from timer where order_id = $1 and kind = 'PAYMENT_DUE' and fired_at is null`;
    expect(await world.context().read.rows(sql, [made.order.key])).toEqual([]); // and not tried again for ever
  });

  test('is paid after the answer, and another worker hears of it: the older answer takes nothing back', async () => {
    const made = await aWaitingOrder();
    const outcome = await letRivalRunAtProvider(
      world.context(),
      'status',
      () => payAndHear(made),
      (ctx) => refreshAttempt(ctx, made.attemptKey),
    );
    expect(said(outcome)).toBe('DONE');
    expect(await firstAttemptOf(made.order)).toMatchObject({ status: 'SETTLED' });
    expect(await orderNow(world, made.order)).toMatchObject({ paymentStatus: 'PAID' });
    expect(await toldOf(world, made.order, 'OrderPaid')).toBe(1);
  });

  test('is taken back by the bank while the provider says that it knows none: no refund of it is missed', async () => {
    const [staged, twin] = [await aSentRefund(world), await aSentRefund(world)];
    const look = (each: RefundStage, rival: () => Promise<unknown>) =>
      letRivalRunAtProvider(
        ahead(world, 2 * 3_600_000),
        'status',
        rival,
        async (ctx) => refreshAttempt(ctx, (await firstAttemptOf(each.order)).key),
        { heard: { kind: 'NOT_FOUND' } },
      );
    expect(said(await look(twin, () => Promise.resolve()))).toBe('DONE');
    expect(await tasksOf(world, twin.order)).toEqual(['refund-missing']);
    expect(said(await look(staged, () => takeBack(world, staged)))).toBe('DONE');
    expect(await tasksOf(world, staged.order)).not.toContain('refund-missing');
  });
});

describe('a charge that is made', () => {
  test('is called off while it is under way: it is called off again when it has arrived, and nobody can pay it', async () => {
    const made = await aWaitingOrder({ isCharged: false });
    const { order, attemptKey } = made;
    const charging = (ctx: Context) => chargeAttempt(ctx, attemptKey);
    expect(said(await letRivalRunAtProvider(world.context(), 'charge', () => cancel(made), charging))).toBe('DONE');
    expect(await firstAttemptOf(order)).toMatchObject({ status: 'PENDING', disownedAt: expect.any(Date) });
    expect(await toldOf(world, order, 'ChargeDisowned')).toBe(2);
    await callOffCharge.run({ attemptKey } as never, world.context());
    expect(await firstAttemptOf(order)).toMatchObject({ status: 'CANCELLED' });
    expect(await orderNow(world, order)).toMatchObject({ paymentStatus: 'CANCELLED' });
  });

  test('is refused while the buyer chose another way to pay: that one is not denied', async () => {
    const { order, buyer, attemptKey } = await aWaitingOrder({ isCharged: false });
    const wanted = { orderId: globalId('Order', order.key), paymentMethod: 'GOPAY', idempotencyKey: 'two' } as const;
    const outcome = await letRivalRunAtProvider(
      world.context(),
      'charge',
      () => changePaymentMethod(world.context(buyer.actor), wanted),
      (ctx) => chargeAttempt(ctx, attemptKey),
      { heard: { kind: 'REFUSED', code: '402' } },
    );
    expect(said(outcome)).toBe('DONE');
    expect((await attemptsOf(world, order)).map(({ status }) => status)).toEqual(['DENIED', 'STARTING']);
    expect(await paymentNow(world, order)).toMatchObject({
      status: 'STARTING',
      method: 'GOPAY',
    });
  });

  test.each([
    ['is refused', { kind: 'REFUSED', code: '406' }],
    ['has no answer', { kind: 'UNKNOWN', why: 'timeout' }],
  ] as const)('%s, while another worker made it: the buyer can pay it', async (_, heard) => {
    const { order, attemptKey } = await aWaitingOrder({ isCharged: false });
    const outcome = await letRivalRunAtProvider(
      world.context(),
      'charge',
      () => chargeAttempt(world.context(), attemptKey),
      (ctx) => chargeAttempt(ctx, attemptKey),
      { heard },
    );
    const isLost = outcome.status === 'rejected' && outcome.reason instanceof ProviderUnavailable;
    expect(isLost || said(outcome)).toBe(heard.kind === 'UNKNOWN' ? true : 'DONE');
    expect(await firstAttemptOf(order)).toMatchObject({ status: 'PENDING' });
    expect(await paymentNow(world, order)).toMatchObject({ status: 'PENDING' });
  });
});

describe('a charge that is called off', () => {
  const callingOff = (attemptKey: string) => (ctx: Context) => callOffCharge.run({ attemptKey } as never, ctx);

  test('is paid while the provider does not know it yet: it is not over, and the money pays the order', async () => {
    const made = await aWaitingOrder();
    await cancel(made);
    const outcome = await letRivalRunAtProvider(
      world.context(),
      'cancel',
      () => payAndHear(made),
      callingOff(made.attemptKey),
      { heard: { kind: 'NOT_FOUND' } },
    );
    expect(said(outcome)).toBe('DONE');
    expect(await firstAttemptOf(made.order)).toMatchObject({ status: 'SETTLED' });
    expect(await orderNow(world, made.order)).toMatchObject({ paymentStatus: 'PAID', fulfilment: 'OPEN' });
  });

  test('arrives only then, and whoever made it died: it is found there, and called off', async () => {
    const made = await aWaitingOrder({ isCharged: false });
    await cancel(made);
    await callingOff(made.attemptKey)(world.context());
    const { attemptKey } = made;
    const { providerOrderId, amount } = await firstAttemptOf(made.order);
    await world.context().paymentProvider.charge({
      ...{ providerOrderId, idempotencyKey: 'late', orderCode: made.order.code, method: 'QRIS', amount },
      ...{ items: (await paymentNow(world, made.order)).items, secondsToPay: 900 },
    });
    const isAskedFor = async (minutes: number): Promise<boolean> => {
      await pollProvider.run({} as never, ahead(world, minutes * 60_000));
      const queued = 'select 1 from graphile_worker.jobs where key = $1';
      return (await world.context().read.rows(queued, [`payments.askProvider:${attemptKey}`])).length > 0;
    };
    expect([await isAskedFor(1), await isAskedFor(3)]).toEqual([false, true]);
    await refreshAttempt(world.context(), attemptKey);
    await callingOff(attemptKey)(world.context());
    expect(world.midtrans.books.find(providerOrderId)?.status).toBe('cancel');
    expect(await firstAttemptOf(made.order)).toMatchObject({ status: 'CANCELLED', nextAskAt: null });
  });

  test('was paid before, and another worker hears of it first: the money comes in once', async () => {
    const made = await aWaitingOrder();
    await cancel(made);
    await provider(world, 'pay', made.order);
    const hear = () => refreshAttempt(world.context(), made.attemptKey);
    const outcome = await letRivalRunAtProvider(world.context(), 'cancel', hear, callingOff(made.attemptKey));
    expect(said(outcome)).toBe('DONE');
    expect(await toldOf(world, made.order, 'PaymentSettled')).toBe(1);
    expect(await booksOf(world, made.order)).toMatchObject({ PROVIDER_CLEARING: 12_000 });
  });
});

describe('a payment that the bank takes back', () => {
  type Row = readonly [
    rival: ParcelTransitionName,
    after: readonly ParcelTransitionName[],
    status: string,
    left: object,
    booked: Record<string, number>,
  ];
  const PACKED = ['accept', 'pack'] as const;
  /** The sale stands, and the market bears what the bank took. */
  const SOLD = { SELLER_HELD: 29_100, POINT_HELD: 2_000, COMMISSION: 900, PROVIDER_FEE: 32_000 };
  const ALL_BACK = { stock: [{ onHand: 10, reserved: 0 }], room: 0 };
  const ROWS: readonly Row[] = [
    ['cancel', [], 'CANCELLED', ALL_BACK, {}],
    ['pack', ['accept'], 'CANCELLED', ALL_BACK, {}],
    ['receive', PACKED, 'UNCOLLECTED', { stock: [{ onHand: 7, reserved: 0 }], room: 1 }, {}],
    ['collect', [...PACKED, 'receive'], 'COLLECTED', { stock: [{ onHand: 7, reserved: 0 }], room: 0 }, SOLD],
  ];
  test.each(ROWS)('while somebody moves the parcel by %s: what is given back is given back once', async (...row) => {
    const [rival, after, status, left, booked] = row;
    const staged = await aPaidOrder(world, 1, 'VA_PERMATA');
    await moveOn(world, staged, after);
    await provider(world, 'reverse', staged.order);
    const { key } = await firstAttemptOf(staged.order);
    const hearing = () => refreshAttempt(world.context(), key);
    expect(said(await letRivalRunFirst(world, moving(world, staged, rival), hearing))).toBe('DONE');
    const order = { paymentStatus: 'REVERSED' };
    const { books, ...now } = await leftOf(world, staged);
    expect(now).toMatchObject({ parcel: { status }, order, ...left });
    // What the buyer was to get of it is called off: the bank has given it back.
    expect(books).toEqual(booked);
    expect(await tasksOf(world, staged.order)).toEqual([]);
  });
});
