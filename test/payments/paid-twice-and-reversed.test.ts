import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Task } from '../../api/accounts/index.ts';
import { balanceOf, type LedgerAccountKind } from '../../api/ledger/index.ts';
import { changePaymentMethod } from '../../api/orders/change-payment-method.ts';
import { Order } from '../../api/orders/index.ts';
import { type PaymentMethod, requestRefund } from '../../api/payments/index.ts';
import { lockPayment } from '../../api/payments/lock-payment.ts';
import { refreshAttempt } from '../../api/payments/refresh-payment.ts';
import { Refund } from '../../api/payments/refund.ts';
import { recordSent } from '../../api/payments/refund-status.ts';
import { refundByTransfer } from '../../api/payments/request-refund.ts';
import { sendRefund } from '../../api/payments/send-refund.ts';
import { inTransaction } from '../../api/platform/database/transaction.ts';
import { globalId } from '../../api/platform/keys.ts';
import { aMarket, anOrder, type Market } from '../support/makers/orders.ts';
import { type FollowedPayment, paymentOf } from '../support/makers/payments.ts';
import { openWorld, type World } from '../support/world.ts';
import { aPaidPayment, endTrouble, settled } from './a-paid-payment.ts';
import { type Stage, stageAt } from './a-provider.ts';

let world: World;
let stage: Stage;
let market: Market;
beforeAll(async () => {
  world = await openWorld();
  stage = stageAt(world.midtrans.url);
  market = await aMarket(world, { shops: 1, stock: 500, room: 5_000, price: 10_000 });
});
afterAll(() => world.close());
afterEach(() => endTrouble(world));

const KINDS: readonly LedgerAccountKind[] = ['PROVIDER_CLEARING', 'REFUND_DUE', 'PROVIDER_FEE'];

/** What the accounts of the provider and of buyers hold, in rupiah. */
async function books(): Promise<Record<string, number>> {
  const held: [string, number][] = [];
  for (const kind of KINDS) held.push([kind, await balanceOf(world.context().read, { kind, ownerKey: null })]);
  return Object.fromEntries(held);
}

/** By how much each account differs from before. */
async function movedSince(before: Record<string, number>): Promise<Record<string, number>> {
  return Object.fromEntries(Object.entries(await books()).map(([kind, held]) => [kind, held - (before[kind] ?? 0)]));
}

/** An order that was paid by the first method, and then by the second as well: that money is to go back. */
async function paidTwice(first: PaymentMethod, second: PaymentMethod, { isRefundDown = false } = {}) {
  const before = await books();
  const { order, buyer } = await anOrder(world, market, { paymentMethod: first });
  await settled(world);
  await stage.control('faults', { route: 'cancel', kind: 'error', status: 503, times: 0 });
  await changePaymentMethod(world.context(buyer.actor), {
    ...{ orderId: globalId('Order', order.key), paymentMethod: second, idempotencyKey: `change-of-${order.key}` },
  });
  await settled(world);
  if (isRefundDown) await stage.control('faults', { route: 'refund', kind: 'error', status: 503, times: 0 });
  for (const id of [`${order.code}-a1`, `${order.code}-a2`]) {
    await stage.control('pay', { id });
    await settled(world);
  }
  return { before, order, payment: await paymentOf(world, order.key, buyer) };
}

/** The bank takes a charge back: within minutes, or as a dispute. */
async function takeBack(id: string, how: 'reverse' | 'chargeback' = 'reverse'): Promise<void> {
  await stage.control(how, { id });
  await settled(world);
}

const orderNow = ({ key }: Order) => world.context().em.fork().findOneOrFail(Order, { key });
const refundsOf = ({ key }: FollowedPayment) =>
  world
    .context()
    .em.fork()
    .find(Refund, { paymentKey: key }, { orderBy: { createdAt: 'asc', key: 'asc' } });
const openTasksOf = async ({ key }: FollowedPayment) =>
  (await world.context().em.fork().find(Task, { doneAt: null })).filter(({ subject }) => subject.paymentKey === key);
const wantBack = (payment: FollowedPayment, amount: number) =>
  inTransaction(world.context(), (tx) =>
    requestRefund(tx, {
      paymentKey: payment.key,
      amount,
      reason: 'Paket ditolak penjual',
      effect: `test:${amount}:${payment.key}`,
    }),
  );

/** A curator has transferred a refund. */
const transfer = (payment: FollowedPayment, { key }: Refund) =>
  inTransaction(world.context(), async (tx) => {
    const locked = await lockPayment(tx, payment.reference);
    if (locked) await recordSent(tx, locked, await tx.findOneOrFail(Refund, { key }), 'TRANSFER');
  });

describe('of two charges that paid', () => {
  test('the second is taken back: its way to the buyer falls away, and the first pays on', async () => {
    const { before, order, payment } = await paidTwice('VA_BNI', 'VA_PERMATA');
    await takeBack(`${order.code}-a2`);
    expect(await refundsOf(payment)).toMatchObject([{ status: 'FAILED', amount: order.total }]);
    expect(await orderNow(order)).toMatchObject({ paymentStatus: 'PAID' });
    expect(await payment.now()).toMatchObject({
      status: 'PAID',
      paidTotal: 2 * order.total,
      reversedTotal: order.total,
    });
    expect(await movedSince(before)).toEqual({ PROVIDER_CLEARING: order.total, REFUND_DUE: 0, PROVIDER_FEE: 0 });
    expect((await openTasksOf(payment)).map(({ kind }) => kind)).toEqual(['PAYMENT_MISMATCH']);
    await expect(wantBack(payment, order.total + 1)).rejects.toThrow('left of');
    expect(await wantBack(payment, order.total)).toMatchObject({ status: 'TASK' });
  });

  test('the first is taken back: the second pays the order in its place, and does not go back', async () => {
    const { before, order, payment } = await paidTwice('VA_PERMATA', 'VA_BNI');
    await takeBack(`${order.code}-a1`);
    expect(await refundsOf(payment)).toMatchObject([{ status: 'FAILED', amount: order.total }]);
    expect(await orderNow(order)).toMatchObject({ paymentStatus: 'PAID' });
    expect(await payment.now()).toMatchObject({ status: 'PAID', reversedTotal: order.total });
    expect(await movedSince(before)).toEqual({ PROVIDER_CLEARING: order.total, REFUND_DUE: 0, PROVIDER_FEE: 0 });
    // Nobody transfers it any more.
    expect((await openTasksOf(payment)).map(({ kind }) => kind)).toEqual(['PAYMENT_MISMATCH']);
  });

  test('the first is taken back when the second has gone back: nothing pays, and the order is reversed', async () => {
    const { before, order, payment } = await paidTwice('VA_PERMATA', 'QRIS');
    expect(await refundsOf(payment)).toMatchObject([{ status: 'SENT' }]);
    await takeBack(`${order.code}-a1`);
    expect(await orderNow(order)).toMatchObject({ paymentStatus: 'REVERSED' });
    expect(await payment.status()).toBe('REVERSED');
    expect(await movedSince(before)).toEqual({ PROVIDER_CLEARING: 0, REFUND_DUE: 0, PROVIDER_FEE: 0 });
    expect(await openTasksOf(payment)).toEqual([]);
  });

  test('the second is taken back after it was transferred to the buyer: the market bears it, and a person is told', async () => {
    const { before, order, payment } = await paidTwice('VA_BNI', 'VA_PERMATA');
    const [goingBack] = await refundsOf(payment);
    await transfer(payment, goingBack!);
    await takeBack(`${order.code}-a2`);
    expect(await orderNow(order)).toMatchObject({ paymentStatus: 'PAID' });
    expect(await payment.now()).toMatchObject({ status: 'PAID', reversedTotal: 0 });
    expect(await movedSince(before)).toEqual({
      ...{ PROVIDER_CLEARING: order.total, REFUND_DUE: 0, PROVIDER_FEE: order.total },
    });
    expect((await openTasksOf(payment)).map(({ detail }) => detail).join()).toContain('ditanggung pasar');
    // The other still pays, and can still go back.
    expect(await wantBack(payment, order.total)).toMatchObject({ status: 'TASK' });
  });

  test('both are taken back, one after the other: nothing pays, and nothing is owed', async () => {
    const { before, order, payment } = await paidTwice('VA_PERMATA', 'INDOMARET');
    await takeBack(`${order.code}-a1`);
    await takeBack(`${order.code}-a2`);
    expect(await orderNow(order)).toMatchObject({ paymentStatus: 'REVERSED' });
    expect(await payment.now()).toMatchObject({ status: 'REVERSED', reversedTotal: 2 * order.total });
    expect(await movedSince(before)).toEqual({ PROVIDER_CLEARING: 0, REFUND_DUE: 0, PROVIDER_FEE: 0 });
    expect((await refundsOf(payment)).map(({ status }) => status)).toEqual(['FAILED']);
  });

  test('both are taken back after a part went back by transfer: nothing pays, and the order is reversed', async () => {
    const { order, payment } = await paidTwice('VA_PERMATA', 'INDOMARET');
    const given = await wantBack(payment, 2_000);
    await transfer(payment, given);
    await takeBack(`${order.code}-a1`);
    expect(await orderNow(order)).toMatchObject({ paymentStatus: 'PAID' });
    await takeBack(`${order.code}-a2`);
    expect(await orderNow(order)).toMatchObject({ paymentStatus: 'REVERSED' });
    expect(await payment.now()).toMatchObject({ status: 'REVERSED', reversedTotal: 2 * order.total - 2_000 });
  });

  test('the first is taken back after a part went back: all of it has gone back when the rest has', async () => {
    const { order, payment } = await paidTwice('VA_PERMATA', 'VA_BNI');
    await transfer(payment, await wantBack(payment, 2_000));
    await takeBack(`${order.code}-a1`);
    await expect(wantBack(payment, order.total - 2_000 + 1)).rejects.toThrow('left of');
    await transfer(payment, await wantBack(payment, order.total - 2_000));
    expect(await payment.status()).toBe('REFUNDED');
  });

  test('what the order owes the buyer stays owed when the charge that it was to go out of is taken back', async () => {
    const { order, payment } = await paidTwice('QRIS', 'VA_BNI');
    await stage.control('faults', { route: 'refund', kind: 'error', status: 503, times: 0 });
    const owed = await wantBack(payment, 2_000);
    expect(owed.status).toBe('DUE');
    await takeBack(`${order.code}-a1`, 'chargeback');
    const now = await refundsOf(payment);
    expect(now).toHaveLength(2);
    expect(now.find(({ key }) => key === owed.key)).toMatchObject({ status: 'TASK', amount: 2_000 });
    expect(now.filter(({ status }) => status === 'FAILED').map(({ amount }) => amount)).toEqual([order.total]);
    expect(await orderNow(order)).toMatchObject({ paymentStatus: 'PAID' });
  });
});

describe('a refund that the provider takes on while it is', () => {
  /** Sends a refund; something else is done with it here between the provider's work and its answer, which alone tells of it. */
  async function sentDuring({ key }: Refund, change: () => Promise<unknown>): Promise<void> {
    await stage.control('faults', {}, 'DELETE');
    await stage.control('faults/notifications', { kind: 'drop', times: 20 });
    const { paymentProvider } = world.context();
    const ask = paymentProvider.refund.bind(paymentProvider);
    paymentProvider.refund = async (...asked) => {
      const outcome = await ask(...asked);
      await change();
      return outcome;
    };
    try {
      await sendRefund.run({ refundKey: key } as never, world.context());
    } finally {
      paymentProvider.refund = ask;
    }
  }

  test('handed to a curator is sent, and nobody transfers it once more', async () => {
    const paid = await aPaidPayment(world);
    await stage.control('faults', { route: 'refund', kind: 'error', status: 503, times: 0 });
    const refund = await wantBack(paid, 2_000);
    await sentDuring(refund, () =>
      inTransaction(world.context(), async (tx) => {
        const locked = await lockPayment(tx, paid.reference);
        if (locked) await refundByTransfer(tx, locked, await tx.findOneOrFail(Refund, { key: refund.key }), 'lama');
      }),
    );
    expect(await refundsOf(paid)).toMatchObject([{ status: 'SENT', sentBy: 'PROVIDER' }]);
    expect(await openTasksOf(paid)).toEqual([]);
  });

  test('handed to a curator while its answer is lost is sent all the same when it is tried again', async () => {
    const paid = await aPaidPayment(world);
    await stage.control('faults', { route: 'refund', kind: 'error', status: 503, times: 0 });
    const refund = await wantBack(paid, 2_000);
    const handedOn = sentDuring(refund, async () => {
      await inTransaction(world.context(), async (tx) => {
        const locked = await lockPayment(tx, paid.reference);
        if (locked) await refundByTransfer(tx, locked, await tx.findOneOrFail(Refund, { key: refund.key }), 'lama');
      });
      throw new Error('the worker dies');
    });
    await expect(handedOn).rejects.toThrow('the worker dies');
    expect(await refundsOf(paid)).toMatchObject([{ status: 'TASK' }]);
    await sendRefund.run({ refundKey: refund.key } as never, world.context());
    expect(await refundsOf(paid)).toMatchObject([{ status: 'SENT', sentBy: 'PROVIDER' }]);
    expect(await openTasksOf(paid)).toEqual([]);
  });

  test.each([
    ['heard', false],
    ['lost', true],
  ])('called off, because its money pays the order now, is told to a person: its answer is %s', async (_, isLost) => {
    const { order, payment } = await paidTwice('VA_PERMATA', 'QRIS', { isRefundDown: true });
    const [goingBack] = await refundsOf(payment);
    expect(goingBack?.status).toBe('DUE');
    const sent = sentDuring(goingBack!, async () => {
      await stage.control('reverse', { id: `${order.code}-a1` });
      const [first] = await payment.attempts();
      await refreshAttempt(world.context(), first?.key ?? '');
      if (isLost) throw new Error('the worker dies');
    });
    if (isLost) await expect(sent).rejects.toThrow('the worker dies');
    else await sent;
    expect(await refundsOf(payment)).toMatchObject([{ status: 'FAILED' }]);
    if (isLost) await sendRefund.run({ refundKey: goingBack!.key } as never, world.context());
    expect((await openTasksOf(payment)).map(({ once }) => once.split(':')[0])).toContain('refund-unknown');
  });
});
