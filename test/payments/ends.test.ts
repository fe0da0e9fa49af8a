import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Task } from '../../api/accounts/index.ts';
import { changePaymentMethod } from '../../api/orders/change-payment-method.ts';
import { Order } from '../../api/orders/index.ts';
import type { PaymentMethod } from '../../api/payments/index.ts';
import { globalId } from '../../api/platform/keys.ts';
import { expectRefusal } from '../support/expect-refusal.ts';
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
const change = ({ actor }: Buyer, order: Order, paymentMethod: PaymentMethod) => {
  changes += 1;
  const input = { orderId: globalId('Order', order.key), paymentMethod, idempotencyKey: `change-${changes}` };
  return changePaymentMethod(world.context(actor), input);
};
const orderNow = ({ key }: Order) => world.context().em.fork().findOneOrFail(Order, { key });
const told = async (order: Order, name: string) =>
  (
    await world
      .context()
      .read.rows(`select 1 from event where name = $2 and subject->>'orderKey' = $1`, [order.key, name])
  ).length;
const paidNow = (order: Order) => told(order, 'OrderPaid');

async function aWaitingOrder(paymentMethod: PaymentMethod = 'QRIS') {
  const made = await anOrder(world, market, { paymentMethod });
  await settled(world);
  return { ...made, payment: await paymentOf(world, made.order.key, made.buyer) };
}

describe('a payment that failed', () => {
  test('can be tried again in the same way, and is paid then', async () => {
    const { order, buyer, payment } = await aWaitingOrder('GOPAY');
    await stage.control('deny', { id: `${order.code}-a1` });
    await settled(world);
    expect(await payment.status()).toBe('DENIED');
    expect((await orderNow(order)).paymentStatus).toBe('AWAITING');
    await change(buyer, order, 'GOPAY');
    await settled(world);
    await stage.control('pay', { id: `${order.code}-a2` });
    await settled(world);
    expect(await orderNow(order)).toMatchObject({ paymentStatus: 'PAID', paymentMethod: 'GOPAY' });
  });

  test('and is not tried again runs out like any other', async () => {
    const { order, payment } = await aWaitingOrder('SHOPEEPAY');
    await stage.control('deny', { id: `${order.code}-a1` });
    await settled(world);
    await world.advance(15 * 60 + 61);
    await world.runTimers();
    expect((await orderNow(order)).paymentStatus).toBe('EXPIRED');
    expect(await payment.status()).toBe('EXPIRED');
  });
});

describe('paying in the last second', () => {
  test.each([1, 0.001])(
    '%d s before the deadline, without any notification: the order is paid, not expired',
    async (left) => {
      const { order } = await aWaitingOrder();
      const { payBy } = await orderNow(order);
      await world.advance((payBy!.getTime() - world.clock.now().getTime()) / 1000 - left);
      await stage.control('faults/notifications', { kind: 'drop', times: 9 });
      await stage.control('pay', { id: `${order.code}-a1` });
      await world.advance(60);
      await world.runTimers();
      expect((await orderNow(order)).paymentStatus).toBe('PAID');
      expect(await paidNow(order)).toBe(1);
      // Not ended and then revived: nobody is told that it is over, and nobody can take the goods meanwhile.
      expect(await told(order, 'OrderExpired')).toBe(0);
    },
  );

  test('while the order is being expired by another worker: paid, or paid late and revived; never lost', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { order } = await aWaitingOrder();
      const { payBy } = await orderNow(order);
      await world.advance((payBy!.getTime() - world.clock.now().getTime()) / 1000 - 0.5);
      const [paying, expiring] = await Promise.allSettled([
        stage.control('pay', { id: `${order.code}-a1` }),
        world.advance(61).then(() => world.runTimers()),
      ]);
      expect(expiring.status).toBe('fulfilled');
      if (paying.status === 'rejected') expect(String(paying.reason)).toContain('cannot pay a transaction in expire');
      await settled(world);
      const isPaid = world.midtrans.books.find(`${order.code}-a1`)?.status === 'settlement';
      expect((await orderNow(order)).paymentStatus).toBe(isPaid ? 'PAID' : 'EXPIRED');
    }
  });
});

describe('paying twice', () => {
  test.each([
    ['VA_BRI', 'REFUND_BY_TRANSFER'],
    ['ALFAMART', 'REFUND_BY_TRANSFER'],
    ['QRIS', null],
  ] as const)(
    'the first charge, by %s, is paid too after another way was chosen: the order stays paid once, that money goes back',
    async (method, kind) => {
      const { order, buyer, payment } = await aWaitingOrder(method);
      // The old charge cannot be called off: it stays payable.
      await stage.control('faults', { route: 'cancel', kind: 'error', status: 503, times: 0 });
      await change(buyer, order, 'GOPAY');
      await settled(world);
      await stage.control('pay', { id: `${order.code}-a2` });
      await settled(world); // or the news of the other could come before
      await stage.control('pay', { id: `${order.code}-a1` });
      await settled(world);
      expect(await paidNow(order)).toBe(1);
      expect(await orderNow(order)).toMatchObject({ paymentStatus: 'PAID', refundedTotal: 0 });
      expect((await payment.now()).paidTotal).toBe(2 * order.total);
      const refunds = await world
        .context()
        .read.rows('select amount::int, status from refund where payment_id = $1', [payment.key]);
      expect(refunds).toEqual([{ amount: order.total, status: kind === null ? 'SENT' : 'TASK' }]);
      const tasks = (await world.context().em.fork().find(Task, { doneAt: null })).filter(
        ({ subject }) => subject.paymentKey === payment.key,
      );
      expect(tasks.map((task) => [task.kind, task.amount])).toEqual(kind === null ? [] : [[kind, order.total]]);
      await expectRefusal(change(buyer, order, 'VA_BNI'), 'NOT_PAYABLE');
    },
  );
});
