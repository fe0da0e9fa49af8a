import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { METHOD_LIMITS, PAYMENT_DEFAULTS, PaymentMethod, requestRefund } from '../../api/payments/index.ts';
import { offeredMethods } from '../../api/payments/method-offers.ts';
import { inTransaction } from '../../api/platform/database/transaction.ts';
import { aMarket, anOrder } from '../support/makers/orders.ts';
import { openWorld, type World } from '../support/world.ts';
import { aPaidPayment, aWaitingPayment, payNow, settled } from './a-paid-payment.ts';
import { callsOf, type Stage, stageAt } from './a-provider.ts';

let world: World;
let stage: Stage;
beforeAll(async () => {
  world = await openWorld();
  stage = stageAt(world.midtrans.url);
});
afterAll(() => world.close());

const ONLINE = Object.values(PaymentMethod).filter((method) => method !== 'CASH');
const NEEDED: Partial<Record<PaymentMethod, object>> = {
  QRIS: { qrText: expect.stringMatching(/^000201/) },
  GOPAY: { deeplinkUrl: expect.any(String), qrImageUrl: expect.any(String) },
  SHOPEEPAY: { deeplinkUrl: expect.any(String), qrText: null, vaNumber: null },
  VA_MANDIRI: { billerCode: '70012', billKey: expect.stringMatching(/^\d+$/) },
  INDOMARET: { paymentCode: expect.stringMatching(/^\d{14}$/) },
  ALFAMART: { paymentCode: expect.stringMatching(/^\d{16}$/) },
};

describe('every way to pay', () => {
  test.each(ONLINE)(
    '%s: what the payer needs is there, the page takes the money, and the payment is paid',
    async (method) => {
      const payment = await aWaitingPayment(world, { method });
      const [attempt] = await payment.attempts();
      const isBank = method.startsWith('VA_') && method !== 'VA_MANDIRI';
      const needed = isBank ? { vaBank: method.slice(3), vaNumber: expect.stringMatching(/^\d{8,}$/) } : NEEDED[method];
      expect(attempt?.instructions).toMatchObject(needed ?? {});
      const page = attempt?.instructions?.simulatorUrl ?? '';
      expect(await (await fetch(page)).text()).toContain('Bayar Rp25.000');
      await fetch(page, { method: 'POST', body: new URLSearchParams({ act: 'pay' }), redirect: 'manual' });
      await settled(world);
      expect(await payment.now()).toMatchObject({ status: 'PAID', method, paidTotal: 25_000 });
    },
  );

  test.each(ONLINE)('%s is offered within its range alone', (method) => {
    const { minimum, maximum } = METHOD_LIMITS[method];
    const isOffered = (sum: number) =>
      offeredMethods(sum, PAYMENT_DEFAULTS).find((offer) => offer.method === method)?.isAvailable;
    expect([isOffered(minimum - 1), isOffered(minimum)]).toEqual([false, true]);
    if (maximum === null) expect(isOffered(1_000_000_000_000)).toBe(true);
    else expect([isOffered(maximum), isOffered(maximum + 1)]).toEqual([true, false]);
  });

  test('a vertical bar in a name, which Alfamart does not take, is written otherwise', async () => {
    const items = [{ id: 'a|b', name: 'Teh | manis', price: 25_000, quantity: 1 }];
    const payment = await aWaitingPayment(world, { method: 'ALFAMART', items });
    expect(await payment.status()).toBe('PENDING');
  });
});

describe('refunds follow what the method can', () => {
  const refundOf = async (amount: number) => {
    const payment = await aPaidPayment(world, { method: 'SHOPEEPAY' });
    const wanted = { paymentKey: payment.key, amount, reason: 'Paket ditolak', effect: `test:${payment.key}` };
    await inTransaction(world.context(), async (tx) => {
      await tx.execute('select 1 from payment where id = ? for update', [payment.key]);
      await requestRefund(tx, wanted);
    });
    return payment;
  };
  const refundsNow = (paymentKey: string) =>
    world.context().read.rows<{ status: string }>('select status from refund where payment_id = $1', [paymentKey]);

  test('ShopeePay sends all of a payment back, a part is transferred by hand without asking it', async () => {
    const part = await refundOf(10_000);
    expect(await refundsNow(part.key)).toEqual([{ status: 'TASK' }]);
    expect(await callsOf(stage, 'refund', part.code)).toBe(0);
    const whole = await refundOf(25_000);
    expect(await refundsNow(whole.key)).toEqual([{ status: 'DUE' }]);
    expect((await stage.control('requests', undefined, 'GET')) as unknown[]).not.toHaveLength(0);
  });

  test('a settlement of Indomaret that is taken back reverses the payment', async () => {
    const payment = await aPaidPayment(world, { method: 'INDOMARET' });
    expect(await payment.status()).toBe('PAID');
    await stage.control('reverse', { id: await payment.providerOrderId() });
    await settled(world);
    expect(await payment.status()).toBe('REVERSED');
  });

  test('a payment by QRIS that the bank of the payer takes back reverses it; a part of one is for a curator to look at', async () => {
    const payment = await aPaidPayment(world, { method: 'QRIS' });
    await stage.control('partialChargeback', { id: await payment.providerOrderId() });
    await settled(world);
    expect(await payment.status()).toBe('PAID');
    const tasks = await world
      .context()
      .read.rows<{ title: string }>(`select title from task where subject->>'paymentKey' = $1`, [payment.key]);
    expect(tasks).toEqual([{ title: `Sebagian pembayaran ${payment.code} disengketakan` }]);
    await stage.control('chargeback', { id: await payment.providerOrderId() });
    await settled(world);
    expect(await payment.status()).toBe('REVERSED');
  });

  test('a reversal that was ordered beforehand comes by itself', async () => {
    await stage.control('settings', { settlementsToReverse: 1, reverseAfterMs: 60_000 });
    const payment = await aPaidPayment(world, { method: 'VA_PERMATA' });
    const untouched = await aPaidPayment(world, { method: 'VA_PERMATA' });
    await world.advance(61);
    await settled(world);
    expect([await payment.status(), await untouched.status()]).toEqual(['REVERSED', 'PAID']);
  });
});

describe('what a buyer is told', () => {
  const ASK = `query O($code: String!) { order(code: $code) { payment { otherMethods { method isAvailable reason } } } }`;
  type Told = {
    order: { payment: { otherMethods: { method: string; isAvailable: boolean; reason: string | null }[] } };
  };

  test('other ways to pay: all but cash and the present one, with reasons; none once it is paid', async () => {
    const market = await aMarket(world, { shops: 1, price: 1_000 });
    const { order, buyer } = await anOrder(world, market);
    await settled(world);
    const ask = async () =>
      (await world.request<Told>(ASK, { code: order.code }, { token: buyer.token })).data.order.payment.otherMethods;
    const offers = await ask();
    expect(offers.map(({ method }) => method).sort()).toEqual(ONLINE.filter((method) => method !== 'QRIS').sort());
    expect(offers.find(({ method }) => method === 'INDOMARET')).toMatchObject({
      isAvailable: false,
      reason: 'Paling sedikit Rp10.000.',
    });
    await stage.control('pay', { id: `${order.code}-a1` });
    await settled(world);
    expect(await ask()).toEqual([]);
  });

  test('a way that was denied can be tried again', async () => {
    const payment = await aWaitingPayment(world, { method: 'SHOPEEPAY' });
    await stage.control('deny', { id: await payment.providerOrderId() });
    await settled(world);
    expect(await payment.status()).toBe('DENIED');
    const { otherWaysFor } = await import('../../api/payments/payment-method-offer.ts');
    expect(otherWaysFor(world.context(), await payment.now()).map(({ method }) => method)).toContain('SHOPEEPAY');
    await payNow(world, await aWaitingPayment(world, { method: 'SHOPEEPAY' }));
  });
});
