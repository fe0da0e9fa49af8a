import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { chargeAttempt } from '../../api/payments/charge-attempt.ts';
import { instructionsOf } from '../../api/payments/payment-queries.ts';
import { refreshAttempt } from '../../api/payments/refresh-payment.ts';
import { aPayment, type FollowedPayment } from '../support/makers/payments.ts';
import { openWorld, type World } from '../support/world.ts';
import { endTrouble, settled } from './a-paid-payment.ts';
import { type Stage, stageAt } from './a-provider.ts';

let world: World;
let stage: Stage;
beforeAll(async () => {
  world = await openWorld();
  stage = stageAt(world.midtrans.url);
});
afterAll(() => world.close());
afterEach(() => endTrouble(world));

const charges = (payment: FollowedPayment) =>
  world.midtrans.books
    .list()
    .filter(({ orderId }) => orderId.startsWith(`${payment.code}-`))
    .sort((a, b) => (a.orderId < b.orderId ? -1 : 1))
    .map(({ status }) => status);
const linkOf = async ({ key }: FollowedPayment) => (await instructionsOf(world.context(), key))?.deeplinkUrl;
const later = async (seconds: number): Promise<void> => {
  await world.advance(seconds);
  await world.runTimers();
};

/** A payment whose charge is there, without that we heard of it. */
async function aLostCharge(method: 'GOPAY' | 'SHOPEEPAY'): Promise<FollowedPayment> {
  const payment = await aPayment(world, { method });
  await stage.control('faults', { route: 'charge', kind: 'cut', when: 'after', times: 3 });
  await stage.control('faults/notifications', { kind: 'drop', times: 0 });
  await world.runJobs();
  await stage.control('faults', { route: 'charge' }, 'DELETE');
  expect((await payment.attempts()).map(({ status }) => status)).toEqual(['UNKNOWN']);
  expect(charges(payment)).toEqual(['pending']);
  return payment;
}

describe.each(['GOPAY', 'SHOPEEPAY'] as const)('the answer that tells the link to %s is lost', (method) => {
  test('the charge is called off and made anew: the payer has a link, and one charge can be paid', async () => {
    const payment = await aLostCharge(method);
    await later(60);
    expect(charges(payment)).toEqual(['cancel', 'pending']);
    expect(await payment.status()).toBe('PENDING');
    expect(await linkOf(payment)).toMatch(/^http/);
    const [lost, made] = await payment.attempts();
    expect(made?.deadline).toEqual(lost?.deadline);
    await stage.control('pay', { id: await payment.providerOrderId() });
    await later(240);
    expect(await payment.status()).toBe('PAID');
    expect(await payment.events()).not.toContain('PaymentCancelled');
  });

  test('while it cannot be called off there is no second one, and nothing to pay by is shown', async () => {
    const payment = await aLostCharge(method);
    await stage.control('faults', { route: 'cancel', kind: 'error', status: 503, times: 0 });
    await later(60);
    await later(240);
    expect(charges(payment)).toEqual(['pending']);
    expect(await payment.status()).toBe('STARTING');
    expect(await instructionsOf(world.context(), payment.key)).toBeNull();
    await endTrouble(world);
    expect(charges(payment)).toEqual(['cancel', 'pending']);
    expect(await linkOf(payment)).toMatch(/^http/);
    await stage.control('pay', { id: await payment.providerOrderId() });
    await settled(world);
    expect(await payment.status()).toBe('PAID');
  });

  test('it was paid meanwhile: that pays, before and after it was given up', async () => {
    const paid = await aLostCharge(method);
    await stage.control('pay', { id: `${paid.code}-a1` });
    await later(60);
    const paidLater = await aLostCharge(method);
    await stage.control('faults', { route: 'cancel', kind: 'error', status: 503, times: 0 });
    await later(60);
    await stage.control('pay', { id: `${paidLater.code}-a1` });
    await endTrouble(world);
    for (const payment of [paid, paidLater]) {
      expect(await payment.status()).toBe('PAID');
      expect(charges(payment)).toEqual(['settlement']);
    }
  });

  test('its notification was faster than its answer: nothing is called off', async () => {
    const payment = await aPayment(world, { method });
    await stage.control('faults', { route: 'charge', kind: 'latency', when: 'after', ms: 700 });
    const { key } = (await payment.attempts())[0]!;
    const charging = chargeAttempt(world.context(), key);
    while (charges(payment).length === 0) await new Promise((resolve) => setImmediate(resolve));
    await refreshAttempt(world.context(), key);
    expect(await payment.status()).toBe('PENDING');
    await charging;
    await later(60);
    expect(charges(payment)).toEqual(['pending']);
    expect(await linkOf(payment)).toMatch(/^http/);
  });
});

test('a charge that is lost again and again is charged four times at most, and a late one not at all', async () => {
  const payment = await aPayment(world, { method: 'SHOPEEPAY' });
  await stage.control('faults', { route: 'charge', kind: 'cut', when: 'after', times: 0 });
  await stage.control('faults/notifications', { kind: 'drop', times: 0 });
  await world.runJobs();
  for (let minute = 0; minute < 12; minute += 1) await later(60);
  expect(charges(payment)).toEqual(['cancel', 'cancel', 'cancel', 'pending']);
  await endTrouble(world);

  const late = await aLostCharge('SHOPEEPAY');
  await later(14 * 60 + 1);
  expect(charges(late)).toEqual(['pending']);
});
