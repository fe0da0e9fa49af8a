import { Task } from '../../api/accounts/index.ts';
import type { Order } from '../../api/orders/index.ts';
import { Payment, Refund } from '../../api/payments/index.ts';
import { type LockedPayment, lockFromBelow } from '../../api/payments/lock-payment.ts';
import { PaymentAttempt } from '../../api/payments/payment-attempt.ts';
import { reverseAttempt } from '../../api/payments/reverse-attempt.ts';
import { sendRefund } from '../../api/payments/send-refund.ts';
import type { Context } from '../../api/platform/context.ts';
import { inTransaction, type Tx } from '../../api/platform/database/transaction.ts';
import { moveOn } from '../orders/race-stage.ts';
import { aPaidOrder, type RefundStage } from '../orders/refunds/refund-stage.ts';
import type { MarketWorld } from '../support/market-world.ts';

/** A context whose clock is so many milliseconds ahead. */
export function ahead(world: MarketWorld, ms: number): Context {
  const now = new Date(world.clock.now().getTime() + ms);
  return { ...world.context(), clock: { now: () => now } };
}

/** The attempts of an order's payment as they are now, oldest first. */
export async function attemptsOf(world: MarketWorld, order: Order): Promise<PaymentAttempt[]> {
  const { key: paymentKey } = await paymentNow(world, order);
  return world
    .context()
    .em.fork()
    .find(PaymentAttempt, { paymentKey }, { orderBy: { number: 'asc' } });
}

/** The payment of an order as it is now. */
export function paymentNow(world: MarketWorld, { key: reference }: Order): Promise<Payment> {
  return world.context().em.fork().findOneOrFail(Payment, { reference });
}

/** How often something was told about an order or its payment. */
export async function toldOf(world: MarketWorld, { key }: Order, name: string): Promise<number> {
  const about = `select from event where name = $2 and $1 in (subject->>'orderKey', subject->>'reference')`;
  return (await world.context().read.rows(about, [key, name])).length;
}

/** What begins the causes of the tasks about an order that are still to do. */
export async function tasksOf(world: MarketWorld, { key }: Order): Promise<string[]> {
  const tasks = await world
    .context()
    .em.fork()
    .find(Task, { doneAt: null }, { orderBy: { once: 'asc' } });
  return tasks.filter(({ subject }) => subject.orderKey === key).map(({ once }) => once.split(':')[0]!);
}

/** A paid order whose only parcel was rejected: 32,000 rupiah are to go back by the provider. */
export async function aDueRefund(world: MarketWorld): Promise<RefundStage> {
  const staged = await aPaidOrder(world);
  await moveOn(world, staged, ['reject']);
  return staged;
}

/** The same, and the provider has taken it on. */
export async function aSentRefund(world: MarketWorld): Promise<RefundStage> {
  const staged = await aDueRefund(world);
  await sending(world, staged)(world.context());
  return staged;
}

/** The refund of an order as it is now. */
export async function refundNow(world: MarketWorld, { order }: RefundStage): Promise<Refund> {
  const { key: paymentKey } = await paymentNow(world, order);
  return world.context().em.fork().findOneOrFail(Refund, { paymentKey });
}

/** Sends the refund of an order, as the job does. */
export function sending(world: MarketWorld, staged: RefundStage) {
  return async (ctx: Context) => sendRefund.run({ refundKey: (await refundNow(world, staged)).key } as never, ctx);
}

/** Does something with the refund of an order under the lock of its payment, up to the commit. */
export function withRefund(
  world: MarketWorld,
  staged: RefundStage,
  change: (tx: Tx, locked: LockedPayment, refund: Refund) => Promise<unknown>,
) {
  return async (tx: Tx) => {
    const { key, paymentKey } = await refundNow(world, staged);
    const locked = await lockFromBelow(tx, paymentKey);
    return change(tx, locked, await tx.findOneOrFail(Refund, { key }, { refresh: true }));
  };
}

/** The bank takes back the payment of an order of which something goes back. */
export function takeBack(world: MarketWorld, staged: RefundStage): Promise<unknown> {
  const reversing = withRefund(world, staged, async (tx, locked) => {
    const attempt = locked.attempts[0]!;
    attempt.status = 'REVERSED';
    await reverseAttempt(tx, locked, attempt);
  });
  return inTransaction(world.context(), reversing);
}
