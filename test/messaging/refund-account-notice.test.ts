import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { cancelOrder } from '../../api/orders/cancel-order.ts';
import { cancelParcel } from '../../api/orders/cancel-parcel.ts';
import { changePaymentMethod } from '../../api/orders/change-payment-method.ts';
import { Order, Parcel } from '../../api/orders/index.ts';
import { saveRefundAccount } from '../../api/orders/refunds/save-refund-account.ts';
import type { PaymentMethod } from '../../api/payments/index.ts';
import { formatRupiah } from '../../api/platform/money.ts';
import { endTrouble, settled } from '../payments/a-paid-payment.ts';
import { type Stage, stageAt } from '../payments/a-provider.ts';
import { expectRefusal } from '../support/expect-refusal.ts';
import { aMarket, anOrder, type Buyer, type Market } from '../support/makers/orders.ts';
import { openWorld, type World } from '../support/world.ts';
import { noticesAt } from './outbox-bench.ts';

let world: World;
let stage: Stage;
let market: Market;
beforeAll(async () => {
  world = await openWorld();
  stage = stageAt(world.midtrans.url);
  market = await aMarket(world, { stock: 50 });
});
afterAll(() => world.close());
afterEach(() => endTrouble(world));

const payCharge = (order: Order, attempt = 1) => stage.control('pay', { id: `${order.code}-a${attempt}` });
const wantedOf = ({ account }: Buyer) =>
  noticesAt(world, account.phone).filter(([template]) => template === 'refund_account_wanted');
const messageAbout = ({ code }: Order, amount: number) => [
  'refund_account_wanted',
  formatRupiah(amount),
  code,
  `http://localhost:4000/pesanan/${code}`,
];
const parcelsOf = ({ key: orderKey }: Order) =>
  world
    .context()
    .em.fork()
    .find(Parcel, { orderKey }, { orderBy: { key: 'asc' } });
const nameAccount = (buyer: Buyer, { id: orderId }: Order) =>
  saveRefundAccount(world.context(buyer.actor), {
    orderId,
    bank: 'BCA',
    accountNumber: '1234567890',
    holderName: 'Sari Wulandari',
  });

async function aPaidOrder(paymentMethod: PaymentMethod) {
  const made = await anOrder(world, market, { paymentMethod });
  await settled(world);
  await payCharge(made.order);
  await settled(world);
  return made;
}

describe('money that can only go back by transfer', () => {
  test.each(['VA_BNI', 'VA_MANDIRI', 'INDOMARET'] as const)(
    'paid by %s: its buyer is asked once where it goes, however many parcels it is of',
    async (method) => {
      const { order, buyer } = await aPaidOrder(method);
      const [first, ...others] = await parcelsOf(order);
      await cancelParcel(world.context(buyer.actor), first!.id);
      await settled(world);
      expect(wantedOf(buyer)).toEqual([messageAbout(order, first!.total)]);
      for (const parcel of others) await cancelParcel(world.context(buyer.actor), parcel.id);
      await settled(world);
      expect(wantedOf(buyer)).toHaveLength(1);
    },
  );

  test('a whole order at once is one message, about all of its money', async () => {
    const { order, buyer } = await aPaidOrder('VA_BRI');
    await cancelOrder(world.context(buyer.actor), order.id, null);
    await settled(world);
    expect(wantedOf(buyer)).toEqual([messageAbout(order, order.total)]);
  });

  test('whoever has named an account meanwhile is not asked for it', async () => {
    const { order, buyer } = await aPaidOrder('VA_BRI');
    await cancelOrder(world.context(buyer.actor), order.id, null);
    await nameAccount(buyer, order);
    await settled(world);
    expect(wantedOf(buyer)).toEqual([]);
  });

  test('late money that revives nothing: its buyer, to whom nothing was charged so far, is asked', async () => {
    const { order, buyer } = await anOrder(world, market, {
      paymentMethod: 'VA_BNI',
      goods: [market.stalls[0]!.goods],
    });
    await settled(world);
    await stage.control('faults/notifications', { kind: 'drop', times: 0 });
    await payCharge(order);
    await cancelOrder(world.context(buyer.actor), order.id, null);
    const { variantKey } = market.stalls[0]!.goods;
    await world.context().em.fork().execute('update stock set on_hand = reserved where variant_id = ?', [variantKey]);
    await settled(world);
    await world.context().em.fork().execute('update stock set on_hand = 50 where variant_id = ?', [variantKey]);
    const { paymentStatus } = await world.context().em.fork().findOneOrFail(Order, { key: order.key });
    expect(paymentStatus).toBe('REFUND_DUE');
    expect(wantedOf(buyer)).toEqual([messageAbout(order, order.total)]);
  });

  test('what came twice: its buyer is asked, and may answer', async () => {
    const { order, buyer } = await anOrder(world, market, { paymentMethod: 'VA_BNI' });
    await settled(world);
    await stage.control('faults', { route: 'cancel', kind: 'error', status: 503, times: 0 });
    await changePaymentMethod(world.context(buyer.actor), {
      orderId: order.id,
      paymentMethod: 'VA_BRI',
      idempotencyKey: 'twice',
    });
    await settled(world);
    await expectRefusal(nameAccount(buyer, order), 'NO_REFUND', ['orderId']);
    await payCharge(order, 1);
    await payCharge(order, 2);
    await settled(world);
    expect(wantedOf(buyer)).toEqual([messageAbout(order, order.total)]);
    await nameAccount(buyer, order);
  });

  test.each(['QRIS', 'GOPAY'] as const)('%s goes back by itself: nobody is asked', async (method) => {
    const { order, buyer } = await aPaidOrder(method);
    await cancelOrder(world.context(buyer.actor), order.id, null);
    await settled(world);
    expect(wantedOf(buyer)).toEqual([]);
    expect(noticesAt(world, buyer.account.phone).map(([template]) => template)).toContain('refund_sent');
  });
});
