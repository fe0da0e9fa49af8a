import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { changePaymentMethod } from '../../api/orders/change-payment-method.ts';
import { Order } from '../../api/orders/index.ts';
import { chargeAttempt } from '../../api/payments/charge-attempt.ts';
import type { PaymentMethod } from '../../api/payments/index.ts';
import { refreshAttempt } from '../../api/payments/refresh-payment.ts';
import { globalId } from '../../api/platform/keys.ts';
import { aMarket, anOrder, type Buyer, type Market } from '../support/makers/orders.ts';
import { paymentOf } from '../support/makers/payments.ts';
import { openWorld, type World } from '../support/world.ts';
import { endTrouble, settled } from './a-paid-payment.ts';
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

let changes = 0;
const change = async ({ actor }: Buyer, { key }: Order, paymentMethod: PaymentMethod): Promise<Order> => {
  changes += 1;
  const input = { orderId: globalId('Order', key), paymentMethod, idempotencyKey: `switch-${changes}` };
  return changePaymentMethod(world.context(actor), input);
};
const orderNow = ({ key }: Order) => world.context().em.fork().findOneOrFail(Order, { key });
/** The charges of an order at the provider, the first one first. */
const chargesOf = ({ code }: Order) =>
  world.midtrans.books
    .list()
    .filter(({ orderId }) => orderId.startsWith(`${code}-`))
    .sort((a, b) => (a.orderId < b.orderId ? -1 : 1));
const charges = (order: Order) => chargesOf(order).map(({ status }) => status);
const payCharge = (order: Order, attempt: number) => stage.control('pay', { id: `${order.code}-a${attempt}` });

async function aWaitingOrder(paymentMethod: PaymentMethod = 'QRIS') {
  const made = await anOrder(world, market, { paymentMethod });
  await settled(world);
  return { ...made, payment: await paymentOf(world, made.order.key, made.buyer) };
}

describe('another way to pay is chosen', () => {
  test('the code that is still on the screen cannot be paid any more, the new one pays', async () => {
    const { order, buyer } = await aWaitingOrder('QRIS');
    await change(buyer, order, 'VA_BNI');
    await settled(world);
    expect(charges(order)).toEqual(['cancel', 'pending']);
    await expect(payCharge(order, 1)).rejects.toThrow('cannot pay a transaction in cancel');
    await payCharge(order, 2);
    await settled(world);
    expect(await orderNow(order)).toMatchObject({ paymentStatus: 'PAID', paymentMethod: 'VA_BNI' });
  });

  test('a repetition that comes after another change changes nothing back', async () => {
    const { order, buyer } = await aWaitingOrder('QRIS');
    const ask = (paymentMethod: PaymentMethod, idempotencyKey: string) =>
      changePaymentMethod(world.context(buyer.actor), {
        orderId: globalId('Order', order.key),
        paymentMethod,
        idempotencyKey,
      });
    await ask('GOPAY', 'late-one');
    await ask('VA_BNI', 'late-two');
    await ask('GOPAY', 'late-one');
    expect(await orderNow(order)).toMatchObject({ paymentMethod: 'VA_BNI' });
    await settled(world);
    expect(charges(order).filter((status) => status === 'pending')).toHaveLength(1);
  });

  test('the old code was paid a moment before: that pays the order, and the new one is called off or never made', async () => {
    const { order, buyer } = await aWaitingOrder('QRIS');
    await stage.control('faults/notifications', { kind: 'drop' });
    await payCharge(order, 1);
    await change(buyer, order, 'GOPAY');
    await settled(world);
    await settled(world);
    expect(await orderNow(order)).toMatchObject({ paymentStatus: 'PAID', paymentMethod: 'QRIS' });
    // Which job is first is up to the queue: one asks about the old code, one makes the new one.
    expect(charges(order).filter((status) => status !== 'cancel')).toEqual(['settlement']);
  });

  test('the old code was paid and the new one is there by then: it can be paid no more, so nobody pays twice', async () => {
    const { order, buyer, payment } = await aWaitingOrder('QRIS');
    await stage.control('faults/notifications', { kind: 'drop', times: 20 }); // all of them: nothing else leads to the new one
    await payCharge(order, 1);
    await change(buyer, order, 'GOPAY');
    const [old, made] = await payment.attempts();
    await chargeAttempt(world.context(), made!.key);
    expect(charges(order)).toEqual(['settlement', 'pending']);
    await refreshAttempt(world.context(), old!.key);
    await settled(world);
    expect(await orderNow(order)).toMatchObject({ paymentStatus: 'PAID', paymentMethod: 'QRIS' });
    expect(charges(order)).toEqual(['settlement', 'cancel']);
  });

  test('the answer to the first charge was lost: it is found, and called off; one can be paid', async () => {
    const { order, buyer } = await anOrder(world, market);
    await stage.control('faults', { route: 'charge', kind: 'cut', when: 'after', times: 3 });
    await stage.control('faults/notifications', { kind: 'drop' });
    await world.runJobs();
    await stage.control('faults', {}, 'DELETE');
    const payment = await paymentOf(world, order.key, buyer);
    expect((await payment.attempts())[0]?.status).toBe('UNKNOWN');
    await change(buyer, order, 'GOPAY');
    await settled(world);
    await world.advance(61);
    await world.runTimers();
    expect(charges(order)).toEqual(['cancel', 'pending']);
  });

  test('five times over, and by two hands at once: one charge can be paid, and its money pays', async () => {
    const { order, buyer } = await aWaitingOrder('QRIS');
    for (const method of ['GOPAY', 'VA_BRI', 'QRIS'] as const) {
      await change(buyer, order, method);
      await world.runJobs();
    }
    await Promise.all([change(buyer, order, 'SHOPEEPAY'), change(buyer, order, 'ALFAMART')]);
    await settled(world);
    const [live, ...others] = chargesOf(order).filter(({ status }) => status === 'pending');
    expect(others).toEqual([]);
    await stage.control('pay', { id: live?.orderId });
    await settled(world);
    expect((await orderNow(order)).paymentStatus).toBe('PAID');
  });

  test('after the deadline, before anybody looked: the order has the new deadline, and the old one ends nothing', async () => {
    const { order, buyer } = await aWaitingOrder('QRIS');
    await world.advance(15 * 60 + 1);
    await change(buyer, order, 'VA_CIMB');
    await settled(world);
    await world.runTimers();
    expect(await orderNow(order)).toMatchObject({ paymentStatus: 'AWAITING', paymentMethod: 'VA_CIMB' });
    await payCharge(order, 2);
    await settled(world);
    expect((await orderNow(order)).paymentStatus).toBe('PAID');
  });

  test('the first charge runs out, or is refused, afterwards: that is nothing to the order', async () => {
    for (const end of ['expire', 'deny']) {
      const { order, buyer } = await aWaitingOrder('QRIS');
      await stage.control('faults', { route: 'cancel', kind: 'error', status: 503, times: 0 });
      await change(buyer, order, 'VA_BNI');
      await settled(world);
      await stage.control(end, { id: `${order.code}-a1` });
      await settled(world);
      expect(await orderNow(order)).toMatchObject({ paymentStatus: 'AWAITING', paymentMethod: 'VA_BNI' });
      await stage.control('faults', {}, 'DELETE');
      await payCharge(order, 2);
      await settled(world);
      expect((await orderNow(order)).paymentStatus).toBe('PAID');
    }
  });

  test('both charges are paid at the same instant: one pays the order, the other goes back, whichever was first', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { order, buyer, payment } = await aWaitingOrder('QRIS');
      await stage.control('faults', { route: 'cancel', kind: 'error', status: 503, times: 0 });
      await change(buyer, order, 'GOPAY');
      await settled(world);
      await stage.control('faults', {}, 'DELETE');
      await Promise.all([payCharge(order, 1), payCharge(order, 2)]);
      await stage.control('settled', undefined, 'GET');
      await Promise.all([world.runJobs(), world.runJobs()]);
      await settled(world);
      expect(await orderNow(order)).toMatchObject({ paymentStatus: 'PAID', refundedTotal: 0 });
      expect((await payment.now()).paidTotal).toBe(2 * order.total);
      expect(charges(order).sort()).toEqual(['refund', 'settlement']);
    }
  });
});
