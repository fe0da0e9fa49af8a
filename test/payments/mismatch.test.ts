import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applyState } from '../../api/payments/apply-state.ts';
import type { ProviderState } from '../../api/payments/payment-provider.ts';
import { openWorld, type World } from '../support/world.ts';
import { aPaidPayment, aWaitingPayment } from './a-paid-payment.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** What the provider would say about a paid charge, but for one thing. */
const OTHER: readonly (readonly [string, Partial<ProviderState>])[] = [
  ['sum', { amount: 1 }],
  ['sum, one rupiah less', { amount: 24_999 }],
  ['currency', { currency: 'USD' }],
  ['charge of ours', { providerOrderId: 'BJ-ANOTHER-a1' }],
  ['transaction', { transactionId: '6f0b4c5e-0000-4000-8000-000000000000' }],
];

describe('an answer about a charge that is not what we asked for', () => {
  test.each(OTHER)('another %s pays nothing, and a curator is told once', async (_what, other) => {
    const payment = await aWaitingPayment(world);
    const [attempt] = await payment.attempts();
    const found = await world.context().paymentProvider.status(attempt!.providerOrderId);
    if (found.kind !== 'FOUND') throw new Error('the charge is not there');
    const settled = { ...found.state, status: 'SETTLED' as const };
    for (let time = 0; time < 2; time += 1) await applyState(world.context(), attempt!.key, { ...settled, ...other });
    expect(await payment.now()).toMatchObject({ status: 'PENDING', paidTotal: 0 });
    expect(await payment.attempts()).toMatchObject([{ status: 'PENDING', settledAmount: 0 }]);
    const tasks = await world
      .context()
      .read.rows(`select kind, amount::int from task where subject->>'paymentKey' = $1`, [payment.key]);
    expect(tasks).toEqual([{ kind: 'PAYMENT_MISMATCH', amount: 25_000 }]);
    await applyState(world.context(), attempt!.key, settled);
    expect(await payment.now()).toMatchObject({ status: 'PAID', paidTotal: 25_000 });
  });

  test('nor does it take money back', async () => {
    const payment = await aPaidPayment(world, { method: 'VA_PERMATA' });
    const [attempt] = await payment.attempts();
    const found = await world.context().paymentProvider.status(attempt!.providerOrderId);
    if (found.kind !== 'FOUND') throw new Error('the charge is not there');
    await applyState(world.context(), attempt!.key, { ...found.state, status: 'DENIED', amount: 1 });
    expect(await payment.status()).toBe('PAID');
  });
});
