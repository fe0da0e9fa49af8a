import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../api/config.ts';
import { changePaymentMethod } from '../../api/orders/change-payment-method.ts';
import { chargeAtPoint } from '../../api/orders/charge-at-point.ts';
import { placeOrder } from '../../api/orders/place-order.ts';
import { PAYMENT_DEFAULTS, type PaymentMethod } from '../../api/payments/index.ts';
import { globalId } from '../../api/platform/keys.ts';
import { bringToPoint, orderNow } from '../orders/journeys.ts';
import { countRows } from '../support/count-rows.ts';
import { expectRefusal } from '../support/expect-refusal.ts';
import { aBuyer, aMarket, anOrder, orderOf } from '../support/makers/orders.ts';
import { openWorld, type World } from '../support/world.ts';
import { settled } from './a-paid-payment.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ environment: { MIDTRANS_METHODS: 'GOPAY, VA_BCA,INDOMARET' } });
});
afterAll(() => world.close());

interface Offer {
  readonly method: PaymentMethod;
  readonly isAvailable: boolean;
  readonly reason: string | null;
}
const available = (offers: readonly Offer[]) => offers.filter((offer) => offer.isAvailable).map(({ method }) => method);

describe('MIDTRANS_METHODS', () => {
  const methodsOf = (names: string) => readConfig({ MIDTRANS_METHODS: names }).midtrans.methods;

  test('names what is offered; every method when it is not set', () => {
    expect(methodsOf('QRIS, VA_BNI')).toEqual(['QRIS', 'VA_BNI']);
    expect(methodsOf('')).toEqual(PAYMENT_DEFAULTS.onlineMethods);
    expect(readConfig({}).midtrans.methods).toEqual(PAYMENT_DEFAULTS.onlineMethods);
  });

  test.each([
    ['QRIS,OVO', '"OVO"'],
    ['qris', '"qris"'],
    ['CASH', '"CASH"'],
    ['QRIS,', '""'],
    ['toString', '"toString"'],
  ])('%s stops the start, and says what is wrong and what there is', (names, wrong) => {
    expect(() => methodsOf(names)).toThrow(`MIDTRANS_METHODS: ${wrong} is not one of QRIS, GOPAY, SHOPEEPAY, VA_BCA,`);
  });
});

describe('a method that is not switched on', () => {
  test('is no way to pay a cart, and says so in both languages; cash always is one', async () => {
    const market = await aMarket(world);
    const buyer = await aBuyer(world, market);
    const ask = async (language: string) =>
      (
        await world.request<{ cart: { paymentMethods: Offer[] } }>(
          '{ cart { paymentMethods { method isAvailable reason } } }',
          {},
          { token: buyer.token, headers: { 'accept-language': language } },
        )
      ).data.cart.paymentMethods;
    const offers = await ask('id');
    expect(available(offers)).toEqual(['GOPAY', 'VA_BCA', 'INDOMARET', 'CASH']);
    expect(offers.find(({ method }) => method === 'QRIS')?.reason).toBe('Belum bisa dipakai di sini.');
    expect((await ask('en')).find(({ method }) => method === 'QRIS')?.reason).toBe('Not in use here yet.');
  });

  test('places no order, and leaves nothing behind', async () => {
    const market = await aMarket(world);
    const buyer = await aBuyer(world, market);
    const before = await countRows(world.context());
    const placing = placeOrder(world.context(buyer.actor), orderOf(buyer, 'QRIS'));
    await expectRefusal(placing, 'METHOD_UNAVAILABLE', ['paymentMethod'], { method: 'QRIS' });
    expect(await countRows(world.context())).toEqual(before);
    await placeOrder(world.context(buyer.actor), orderOf(buyer, 'VA_BCA'));
  });

  test('is none to switch to', async () => {
    const market = await aMarket(world);
    const { order, buyer } = await anOrder(world, market, { paymentMethod: 'GOPAY' });
    await settled(world);
    const { data } = await world.request<{ order: { payment: { otherMethods: Offer[] } } }>(
      'query O($code: String!) { order(code: $code) { payment { otherMethods { method isAvailable reason } } } }',
      { code: order.code },
      { token: buyer.token },
    );
    expect(available(data.order.payment.otherMethods)).toEqual(['VA_BCA', 'INDOMARET']);
    const change = (paymentMethod: PaymentMethod) =>
      changePaymentMethod(world.context(buyer.actor), {
        orderId: globalId('Order', order.key),
        paymentMethod,
        idempotencyKey: randomUUID(),
      });
    await expectRefusal(change('SHOPEEPAY'), 'METHOD_UNAVAILABLE', ['paymentMethod'], { method: 'SHOPEEPAY' });
    expect(await orderNow(world as never, order)).toMatchObject({ paymentMethod: 'GOPAY' });
    await change('VA_BCA');
  });

  test('is none at the counter of a point either, where QRIS is meant: it is not offered there, and refused', async () => {
    const market = await aMarket(world, { shops: 1 });
    const { order } = await anOrder(world, market, { paymentMethod: 'CASH' });
    await bringToPoint(world as never, market, order);
    const at = { pointId: market.pointId, collectCode: order.collectCode };
    const { data } = await world.request<{ orderToCollect: { paymentMethods: Offer[] } }>(
      'query C($pointId: ID!, $code: String!) { orderToCollect(pointId: $pointId, code: $code) { paymentMethods { method isAvailable reason } } }',
      { pointId: market.pointId, code: order.collectCode },
      { token: market.operator.token },
    );
    expect(data.orderToCollect.paymentMethods).toEqual([
      { method: 'QRIS', isAvailable: false, reason: 'Belum bisa dipakai di sini.' },
      { method: 'CASH', isAvailable: true, reason: null },
    ]);
    const charging = chargeAtPoint(world.context(market.operator.actor), at);
    await expectRefusal(charging, 'METHOD_UNAVAILABLE', undefined, { method: 'QRIS' });
  });
});
