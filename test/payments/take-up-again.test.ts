import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { lockPayment, payBy, Refund, requestRefund, switchMethod } from '../../api/payments/index.ts';
import { pollProvider } from '../../api/payments/poll-provider.ts';
import { takeUpAgain } from '../../api/payments/take-up-again.ts';
import type { Context } from '../../api/platform/context.ts';
import { inTransaction } from '../../api/platform/database/transaction.ts';
import type { FollowedPayment } from '../support/makers/payments.ts';
import { openWorld, type World } from '../support/world.ts';
import { aPaidPayment, aWaitingPayment, endTrouble, settled } from './a-paid-payment.ts';
import { callsOf, type Stage, stageAt } from './a-provider.ts';

let world: World;
let stage: Stage;
beforeAll(async () => {
  world = await openWorld();
  stage = stageAt(world.midtrans.url);
});
afterAll(() => world.close());
afterEach(() => endTrouble(world));

const HOUR = 3_600;
const owe = ({ key: paymentKey }: FollowedPayment): Promise<Refund> =>
  inTransaction(world.context(), (tx) =>
    requestRefund(tx, { paymentKey, amount: 5_000, reason: 'x', effect: `parcel:${randomUUID()}` }),
  );
const statusOf = async ({ key }: Refund) => (await world.context().em.fork().findOneOrFail(Refund, { key })).status;
/** What the queue does with the jobs whose keys begin so. */
const jobs = (set: string, key: string): Promise<unknown> =>
  world
    .context()
    .em.fork()
    .execute(`update graphile_worker._private_jobs set ${set} where key like ?`, [`${key}%`]);
const providerIsBack = async (): Promise<void> => {
  await stage.control('faults', {}, 'DELETE');
  await pause(5_100); // the circuit breaker's pause, in real time
};
const again = () => takeUpAgain.run({} as never, world.context());

describe('what the queue tries too seldom, or no more', () => {
  test('a refund that is due for an hour is sent as soon as the provider is back, not when the queue would', async () => {
    const payment = await aPaidPayment(world);
    await stage.control('faults', { route: 'refund', kind: 'error', status: 503, times: 0 });
    const refund = await owe(payment);
    await world.runJobs();
    await jobs(`run_at = now() + interval '9 hours'`, `payments.sendRefund:${refund.key}`);
    await providerIsBack();
    await again();
    await world.runJobs();
    expect(await statusOf(refund)).toBe('DUE');
    await world.advance(HOUR + 1);
    await again();
    await world.runJobs();
    expect(await statusOf(refund)).toBe('SENT');
  });

  test('a notification that was given up has the provider asked again', async () => {
    const payment = await aWaitingPayment(world);
    await stage.control('faults', { route: 'status', kind: 'error', status: 503, times: 0 });
    await stage.control('pay', { id: await payment.providerOrderId() });
    await settled(world);
    await jobs('attempts = max_attempts', 'payments.askProvider:');
    await providerIsBack();
    await again();
    await world.runJobs();
    expect(await payment.status()).toBe('PENDING');
    await world.advance(601);
    await again();
    await world.runJobs();
    expect(await payment.status()).toBe('PAID');
    expect(await world.context().read.rows('select 1 from payment_notification where handled_at is null')).toEqual([]);
  });

  test('of refunds that are given up after three days, one that fails does not keep the others', async () => {
    const payments = [await aPaidPayment(world), await aPaidPayment(world)];
    await stage.control('faults', { route: 'refund', kind: 'error', status: 503, times: 0 });
    const [failing, other] = [await owe(payments[0]!), await owe(payments[1]!)];
    await world.runJobs();
    await jobs(`run_at = now() + interval '9 days'`, 'payments.sendRefund:');
    await providerIsBack();
    await world.advance(73 * HOUR);
    const ctx = world.context();
    const id = await payments[0]!.providerOrderId();
    const status = (asked: string) =>
      asked === id ? Promise.reject(new TypeError('broken')) : ctx.paymentProvider.status(asked);
    const broken = Object.create(ctx, { paymentProvider: { value: { status } } }) as Context;
    await expect(pollProvider.run({} as never, broken)).rejects.toThrow(AggregateError);
    expect([await statusOf(failing!), await statusOf(other!)]).toEqual(['DUE', 'TASK']);
  });
});

test('a charge that the provider does not call off is called off again by the pauses of the queue, not at once', async () => {
  const payment = await aWaitingPayment(world);
  const first = await payment.providerOrderId();
  const charge = world.midtrans.books.find(first)!;
  Object.assign(charge, { status: 'authorize' }); // can be paid, and is not called off: 412
  await inTransaction(world.context(), async (tx) => {
    const locked = await lockPayment(tx, payment.reference);
    if (locked) await switchMethod(tx, locked, 'GOPAY', payBy('GOPAY', world.clock.now()));
  });
  await world.runJobs();
  await settled(world);
  expect((await payment.events()).filter((name) => name === 'ChargeDisowned')).toHaveLength(1);
  expect(await callsOf(stage, 'cancel', first)).toBeGreaterThan(0);
  Object.assign(charge, { status: 'pending' });
  await jobs('run_at = now()', 'payments.callOffCharge:');
  await world.runJobs();
  await settled(world);
  expect(charge.status).toBe('cancel');
});
