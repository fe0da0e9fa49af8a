import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chargeAttempt } from '../../api/payments/charge-attempt.ts';
import { cancelPayment, lockPayment, type PaymentMethod, payBy, switchMethod } from '../../api/payments/index.ts';
import { inTransaction } from '../../api/platform/database/transaction.ts';
import { aPayment, type FollowedPayment } from '../support/makers/payments.ts';
import { warmConnections } from '../support/warm-connections.ts';
import { openWorld, type World } from '../support/world.ts';
import { callsOf, type Stage, stageAt } from './a-provider.ts';

let world: World;
let stage: Stage;
beforeAll(async () => {
  world = await openWorld();
  stage = stageAt(world.midtrans.url);
});
afterAll(() => world.close());

const chargesOf = (payment: FollowedPayment) =>
  world.midtrans.books.list().filter(({ orderId }) => orderId.startsWith(`${payment.code}-`));

const withLocked = async (payment: FollowedPayment, change: Parameters<typeof change_>[1]) => change_(payment, change);
async function change_(
  payment: FollowedPayment,
  change: (
    ...args: [Parameters<typeof lockPayment>[0], NonNullable<Awaited<ReturnType<typeof lockPayment>>>]
  ) => Promise<unknown>,
): Promise<void> {
  await inTransaction(world.context(payment.payer.actor), async (tx) => {
    const locked = await lockPayment(tx, payment.reference);
    if (!locked) throw new Error('no payment');
    await change(tx, locked);
  });
}
const takeMethod = (payment: FollowedPayment, method: PaymentMethod) =>
  withLocked(payment, (tx, locked) => switchMethod(tx, locked, method, payBy(method, world.clock.now())));

describe('charging a payment', () => {
  test('the payer has the code as soon as the job ran, and the page is told', async () => {
    const payment = await aPayment(world);
    expect(await payment.status()).toBe('STARTING');
    await world.runJobs();
    expect(await payment.status()).toBe('PENDING');
    const [attempt] = await payment.attempts();
    expect(attempt).toMatchObject({ status: 'PENDING', providerOrderId: `${payment.code}-a1` });
    expect(attempt?.instructions?.qrText).toMatch(/^000201/);
    expect(await payment.events()).toEqual(['PaymentOpened', 'PaymentPending']);
  });

  test('ten workers at once make one charge', async () => {
    const payment = await aPayment(world);
    const [attempt] = await payment.attempts();
    await warmConnections(world);
    await Promise.all(Array.from({ length: 10 }, () => chargeAttempt(world.context(), attempt!.key)));
    expect(chargesOf(payment)).toHaveLength(1);
    expect((await payment.events()).filter((name) => name === 'PaymentPending')).toHaveLength(1);
  });

  test('M11: lines that do not sum to the amount are not sent, the amount is, and the log names the charge', async () => {
    const errors = () => world.logged().match(/"the lines of a charge do not sum to its amount"/g)?.length ?? 0;
    const before = errors();
    await aPayment(world);
    await world.runJobs();
    expect(errors()).toBe(before);
    const items = [{ id: 'keripik', name: 'Keripik rahasia', price: 24_999, quantity: 1 }];
    const payment = await aPayment(world, { items });
    await world.runJobs();
    expect(chargesOf(payment)).toMatchObject([{ grossAmount: 25_000, items: [] }]);
    expect(await payment.status()).toBe('PENDING');
    expect(errors()).toBe(before + 1);
    const line = world
      .logged()
      .split('\n')
      .find((each) => each.includes('do not sum'))!;
    expect(JSON.parse(line)).toMatchObject({ providerOrderId: `${payment.code}-a1`, amount: 25_000, sum: 24_999 });
    expect(line).not.toContain('rahasia');
  });

  test('cash asks nobody', async () => {
    const payment = await aPayment(world, { method: 'CASH' });
    await world.runJobs();
    expect(await payment.status()).toBe('PENDING');
    expect(await payment.attempts()).toHaveLength(0);
  });

  test('a method whose limits exclude the sum is refused, and leaves nothing behind', async () => {
    const count = () => world.context().em.fork().execute('select count(*)::int as n from payment');
    const before = await count();
    await expect(aPayment(world, { method: 'VA_BCA', amount: 7_500 })).rejects.toMatchObject({
      code: 'METHOD_UNAVAILABLE',
    });
    await expect(aPayment(world, { method: 'QRIS', amount: 10_000_001 })).rejects.toMatchObject({
      code: 'METHOD_UNAVAILABLE',
    });
    expect(await count()).toEqual(before);
  });

  test('the provider refuses: the payment is denied, and another method can be chosen', async () => {
    await stage.control('settings', { disabled: ['cimb'] });
    const payment = await aPayment(world, { method: 'VA_CIMB' });
    await world.runJobs();
    expect(await payment.status()).toBe('DENIED');
    await takeMethod(payment, 'QRIS');
    await world.runJobs();
    expect(await payment.now()).toMatchObject({ status: 'PENDING', method: 'QRIS' });
    expect(await payment.providerOrderId()).toBe(`${payment.code}-a2`);
    await stage.control('settings', { disabled: [] });
  });
});

describe('when the answer to a charge is lost', () => {
  test('rule 3: committed at the provider, then cut: it is adopted, and there is no second live charge', async () => {
    const payment = await aPayment(world);
    await stage.control('faults', { route: 'charge', kind: 'cut', when: 'after', times: 3 });
    await stage.control('faults/notifications', { kind: 'drop' });
    await world.runJobs();
    expect((await payment.attempts())[0]?.status).toBe('UNKNOWN');
    expect(await payment.status()).toBe('STARTING');
    await world.advance(60);
    await world.runTimers();
    expect(await payment.status()).toBe('PENDING');
    expect((await payment.attempts())[0]?.instructions?.qrImageUrl).toContain('/qr-code');
    expect(chargesOf(payment)).toHaveLength(1);
  });

  test('committed, then cut: its own notification is enough to adopt it', async () => {
    const payment = await aPayment(world);
    await stage.control('faults', { route: 'charge', kind: 'cut', when: 'after', times: 3 });
    await world.runJobs();
    await stage.control('settled', undefined, 'GET');
    await world.runJobs();
    expect(await payment.status()).toBe('PENDING');
    expect(chargesOf(payment)).toHaveLength(1);
  });

  test('never reached the provider: it is charged after all, once', async () => {
    const payment = await aPayment(world);
    await stage.control('faults', { route: 'charge', kind: 'cut', when: 'before', times: 3 });
    await world.runJobs();
    expect(await payment.status()).toBe('STARTING');
    await world.advance(60);
    await world.runTimers();
    expect(await payment.status()).toBe('PENDING');
    expect(chargesOf(payment)).toHaveLength(1);
  });

  test('a job that was lost with its process is made up for by the poller', async () => {
    const payment = await aPayment(world);
    await world.context().em.fork().execute('delete from graphile_worker._private_jobs');
    await world.advance(60);
    await world.runTimers();
    expect(await payment.status()).toBe('PENDING');
  });
});

describe('another method, or none', () => {
  test('choosing another method calls the old charge off at the provider', async () => {
    const payment = await aPayment(world);
    await world.runJobs();
    await takeMethod(payment, 'VA_BRI');
    expect(await payment.status()).toBe('STARTING');
    await world.runJobs();
    expect(await payment.now()).toMatchObject({ status: 'PENDING', method: 'VA_BRI' });
    expect(
      chargesOf(payment)
        .map(({ status }) => status)
        .sort(),
    ).toEqual(['cancel', 'pending']);
    expect((await payment.attempts()).map(({ status }) => status)).toEqual(['CANCELLED', 'PENDING']);
  });

  test('called off before it was charged: nothing is charged', async () => {
    const payment = await aPayment(world);
    await withLocked(payment, cancelPayment);
    await world.runJobs();
    expect(await payment.status()).toBe('CANCELLED');
    expect(await callsOf(stage, 'charge', payment.code)).toBe(0);
    expect((await payment.attempts())[0]?.status).toBe('CANCELLED');
  });

  test('called off while the charge was under way: the charge does not stay payable', async () => {
    const payment = await aPayment(world);
    await stage.control('faults', { route: 'charge', kind: 'latency', when: 'before', ms: 700 });
    const [attempt] = await payment.attempts();
    const charging = chargeAttempt(world.context(), attempt!.key);
    while ((await callsOf(stage, 'charge', payment.code)) === 0) await new Promise((resolve) => setImmediate(resolve));
    await withLocked(payment, cancelPayment);
    // The provider does not know the charge yet when it is asked to call it off.
    await world
      .context()
      .em.fork()
      .execute("delete from graphile_worker._private_jobs where key like 'payments.charge:%'");
    await world.runJobs();
    expect((await payment.attempts())[0]?.status).toBe('CANCELLED');
    await charging;
    await world.runJobs();
    expect(chargesOf(payment).map(({ status }) => status)).toEqual(['cancel']);
    expect(await payment.status()).toBe('CANCELLED');
  });

  test('a payment that is paid can be neither called off nor switched', async () => {
    const payment = await aPayment(world);
    await world.runJobs();
    await stage.control('pay', { id: await payment.providerOrderId() });
    await stage.control('settled', undefined, 'GET');
    await world.runJobs();
    expect(await payment.status()).toBe('PAID');
    await withLocked(payment, async (tx, locked) => expect(await cancelPayment(tx, locked)).toBe(false));
    await expect(takeMethod(payment, 'GOPAY')).rejects.toMatchObject({ code: 'NOT_PAYABLE' });
    expect(await payment.status()).toBe('PAID');
  });
});
