import Fastify from 'fastify';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Task } from '../../api/accounts/index.ts';
import { midtransNotifications } from '../../api/payments/index.ts';
import { PaymentNotification } from '../../api/payments/payment-notification.ts';
import { refreshAttempt } from '../../api/payments/refresh-payment.ts';
import { warmConnections } from '../support/warm-connections.ts';
import { openWorld, type World } from '../support/world.ts';
import { aNotice, aPaidPayment, aWaitingPayment, endTrouble, payNow, postNotice, settled } from './a-paid-payment.ts';
import { callsOf, type Stage, stageAt } from './a-provider.ts';

let world: World;
let stage: Stage;
beforeAll(async () => {
  world = await openWorld();
  stage = stageAt(world.midtrans.url);
});
afterAll(() => world.close());
afterEach(() => endTrouble(world));

const kept = async () => world.context().em.fork().count(PaymentNotification);
const tasks = async (paymentKey: string) =>
  (await world.context().em.fork().find(Task, {})).filter(({ subject }) => subject.paymentKey === paymentKey);

describe('the notification endpoint', () => {
  test.each([
    ['a forged signature', 401, () => ({ ...aNotice('BJ-PAY1-a1'), signature_key: 'f'.repeat(128) })],
    ['another amount than was signed', 401, () => ({ ...aNotice('BJ-PAY1-a1'), gross_amount: '1.00' })],
    ['no JSON', 400, () => '{"order_id":'],
    ['no object', 400, () => '[]'],
    ['nothing', 400, () => ''],
    ['a body of 65 KiB', 413, () => ({ ...aNotice('BJ-PAY1-a1'), filler: 'x'.repeat(65 * 1024) })],
    ['a body of 10 MB', 413, () => 'x'.repeat(10 * 1024 * 1024)],
  ])('%s is answered with %d, and nothing is kept', async (_what, status, body) => {
    const before = await kept();
    expect(await postNotice(world, body())).toBe(status);
    expect(await kept()).toBe(before);
  });

  test.each([
    ['look for the charge', { read: { rows: () => Promise.reject(new Error('gone')) } }],
    ['keep anything', { em: { fork: () => ({ transactional: () => Promise.reject(new Error('gone')) }) } }],
  ])('answers 503, never 500, while it cannot %s', async (_what, broken) => {
    const payment = await aWaitingPayment(world);
    const app = Fastify();
    await app.register(midtransNotifications(() => ({ ...world.context(), ...broken }) as never));
    const answer = await app.inject({
      method: 'POST',
      url: '/payments/midtrans/notifications',
      payload: aNotice(await payment.providerOrderId()),
    });
    expect(answer.statusCode).toBe(503);
    expect(answer.body).not.toContain('gone');
    await app.close();
  });

  test('takes any content type, because the body is what is signed', async () => {
    const payment = await aWaitingPayment(world);
    const answer = await fetch(`${world.url}/payments/midtrans/notifications`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: JSON.stringify(aNotice(await payment.providerOrderId())),
    });
    expect(answer.status).toBe(200);
  });
});

describe('rule 3: only the provider’s own answer moves money', () => {
  test('a paid QR code pays the payment', async () => {
    const payment = await aWaitingPayment(world);
    await payNow(world, payment);
    expect(await payment.now()).toMatchObject({ status: 'PAID', paidTotal: 25_000 });
    expect(await payment.events()).toEqual(['PaymentOpened', 'PaymentPending', 'PaymentSettled']);
  });

  test('a genuine signature with a swapped status changes nothing', async () => {
    const payment = await aWaitingPayment(world);
    const order = await payment.providerOrderId();
    expect(await postNotice(world, aNotice(order, { status_code: '201', transaction_status: 'settlement' }))).toBe(200);
    expect(await postNotice(world, aNotice(order, { status_code: '200', transaction_status: 'settlement' }))).toBe(200);
    await world.runJobs();
    expect(await payment.now()).toMatchObject({ status: 'PENDING', paidTotal: 0 });
  });

  test('the same notification twenty times at once changes the payment once', async () => {
    const payment = await aWaitingPayment(world);
    await stage.control('faults/notifications', { kind: 'drop' });
    await stage.control('pay', { id: await payment.providerOrderId() });
    const body = aNotice(await payment.providerOrderId());
    const before = await kept();
    const answers = await Promise.all(Array.from({ length: 20 }, () => postNotice(world, body)));
    await Promise.all([world.runJobs(), world.runJobs(), world.runJobs()]);
    expect(new Set(answers)).toEqual(new Set([200]));
    expect((await kept()) - before).toBe(1);
    expect(await payment.now()).toMatchObject({ status: 'PAID', paidTotal: 25_000 });
    expect((await payment.events()).filter((name) => name === 'PaymentSettled')).toHaveLength(1);
  });

  test('twenty different notifications of one payment at once change it once', async () => {
    const payment = await aWaitingPayment(world);
    await stage.control('faults/notifications', { kind: 'drop' });
    await stage.control('pay', { id: await payment.providerOrderId() });
    const order = await payment.providerOrderId();
    await Promise.all(Array.from({ length: 20 }, (_, at) => postNotice(world, aNotice(order, { delivery: at }))));
    await Promise.all([world.runJobs(), world.runJobs(), world.runJobs()]);
    expect(await payment.now()).toMatchObject({ status: 'PAID', paidTotal: 25_000 });
    expect((await payment.events()).filter((name) => name === 'PaymentSettled')).toHaveLength(1);
  });

  test('the provider’s answer, applied twenty times at once, changes it once', async () => {
    const payment = await aWaitingPayment(world);
    await stage.control('faults/notifications', { kind: 'drop' });
    await stage.control('pay', { id: await payment.providerOrderId() });
    const [attempt] = await payment.attempts();
    await warmConnections(world);
    await Promise.all(Array.from({ length: 20 }, () => refreshAttempt(world.context(), attempt?.key ?? '')));
    expect(await payment.now()).toMatchObject({ status: 'PAID', paidTotal: 25_000 });
    expect((await payment.events()).filter((name) => name === 'PaymentSettled')).toHaveLength(1);
  });

  test('a settlement that is told before its charge, and twice, is applied once', async () => {
    const payment = await aWaitingPayment(world);
    await stage.control('faults/notifications', { kind: 'duplicate', copies: 5 });
    await payNow(world, payment);
    await postNotice(
      world,
      aNotice(await payment.providerOrderId(), { status_code: '201', transaction_status: 'pending' }),
    );
    await settled(world);
    expect(await payment.status()).toBe('PAID');
    expect((await payment.events()).filter((name) => name === 'PaymentSettled')).toHaveLength(1);
  });

  test('a body that was handled and is played again later does not even ask', async () => {
    const payment = await aWaitingPayment(world);
    const body = aNotice(await payment.providerOrderId());
    await postNotice(world, body);
    await world.runJobs();
    const asked = await callsOf(stage, 'status', payment.code);
    await postNotice(world, body);
    await world.runJobs();
    expect(await callsOf(stage, 'status', payment.code)).toBe(asked);
  });

  test('another sum at the provider than ours pays nothing, and a curator looks', async () => {
    const payment = await aWaitingPayment(world);
    const order = await payment.providerOrderId();
    const charge = world.midtrans.books.list().find(({ orderId }) => orderId === order);
    Object.assign(charge ?? {}, { grossAmount: 1 });
    await payNow(world, payment);
    await postNotice(world, aNotice(order, { again: true }));
    await world.runJobs();
    expect(await payment.now()).toMatchObject({ status: 'PENDING', paidTotal: 0 });
    expect(await tasks(payment.key)).toMatchObject([{ kind: 'PAYMENT_MISMATCH', amount: 25_000 }]);
  });
});

describe('late, lost and taken back', () => {
  test('money that comes after the payment expired is told as settled', async () => {
    const payment = await aWaitingPayment(world, { method: 'VA_BCA' });
    await stage.control('faults', { route: 'expire', kind: 'error', status: 503, times: 3 });
    await stage.control('expire', { id: await payment.providerOrderId() });
    await settled(world);
    expect(await payment.status()).toBe('EXPIRED');
    const charge = world.midtrans.books.list().find(({ orderId }) => orderId === `${payment.code}-a1`);
    Object.assign(charge ?? {}, { status: 'pending' });
    await payNow(world, payment);
    expect(await payment.status()).toBe('PAID');
    expect((await payment.events()).slice(-2)).toEqual(['PaymentExpired', 'PaymentSettled']);
  });

  test('a notification that never came is made up for by the poller', async () => {
    const payment = await aWaitingPayment(world);
    await stage.control('faults/notifications', { kind: 'drop', times: 5 });
    await payNow(world, payment);
    expect(await payment.status()).toBe('PENDING');
    await world.advance(61);
    await world.runTimers();
    expect(await payment.status()).toBe('PAID');
  });

  test('a bank that takes a settlement back reverses the payment', async () => {
    const payment = await aPaidPayment(world, { method: 'VA_PERMATA' });
    await stage.control('reverse', { id: await payment.providerOrderId() });
    await settled(world);
    expect(await payment.status()).toBe('REVERSED');
    expect((await payment.events()).at(-1)).toBe('PaymentReversed');
  });

  test('a reversal whose notification was lost is found within minutes', async () => {
    const payment = await aPaidPayment(world, { method: 'VA_MANDIRI' });
    await stage.control('faults/notifications', { kind: 'drop' });
    await stage.control('reverse', { id: await payment.providerOrderId() });
    await world.advance(6 * 60);
    await world.runTimers();
    expect(await payment.status()).toBe('REVERSED');
  });
});

describe('what is never told', () => {
  test('no log line carries the server key, after all this', () => {
    expect(world.logged().length).toBeGreaterThan(0);
    expect(world.logged()).not.toContain('SB-Mid-server-BERJUBEL-TEST');
    expect(world.logged()).not.toContain(Buffer.from('SB-Mid-server-BERJUBEL-TEST:').toString('base64'));
  });
});
