import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lockPayment, settleByCash } from '../../api/payments/index.ts';
import { inTransaction } from '../../api/platform/database/transaction.ts';
import { aPayment, type FollowedPayment } from '../support/makers/payments.ts';
import { warmConnections } from '../support/warm-connections.ts';
import { openWorld, type World } from '../support/world.ts';
import { aPaidPayment } from './a-paid-payment.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const take = (payment: FollowedPayment, amount: number, stillDue: number) =>
  inTransaction(world.context(), async (tx) => {
    const locked = await lockPayment(tx, payment.reference);
    if (locked) await settleByCash(tx, { payment: locked, amount, stillDue });
  });

describe('cash at the counter', () => {
  test('parcel by parcel, the payment is paid when nothing is due any more', async () => {
    const payment = await aPayment(world, { method: 'CASH' });
    await take(payment, 10_000, 15_000);
    expect(await payment.now()).toMatchObject({ status: 'PENDING', paidTotal: 10_000 });
    await take(payment, 15_000, 0);
    expect(await payment.now()).toMatchObject({ status: 'PAID', paidTotal: 25_000 });
    expect(await payment.events()).toEqual(['PaymentSettled']);
  });

  test('a parcel that falls away leaves a smaller sum to be paid', async () => {
    const payment = await aPayment(world, { method: 'CASH' });
    await take(payment, 10_000, 0);
    expect(await payment.now()).toMatchObject({ status: 'PAID', paidTotal: 10_000 });
  });

  test('more than the sum, or twice, is never booked', async () => {
    const payment = await aPayment(world, { method: 'CASH' });
    await expect(take(payment, 25_001, 0)).rejects.toThrow(/beyond/);
    await warmConnections(world);
    const taken = await Promise.allSettled(Array.from({ length: 8 }, () => take(payment, 25_000, 0)));
    expect(taken.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await payment.now()).toMatchObject({ paidTotal: 25_000 });
  });

  test('cash is not taken for what was paid another way', async () => {
    const payment = await aPaidPayment(world);
    await expect(take(payment, 25_000, 0)).rejects.toThrow(/does not wait for cash/);
  });
});
