import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { cancelOrder } from '../../api/orders/cancel-order.ts';
import { type Order, Parcel } from '../../api/orders/index.ts';
import { Order as StoredOrder } from '../../api/orders/order.ts';
import { placeOrder } from '../../api/orders/place-order.ts';
import { refreshPayment } from '../../api/payments/index.ts';
import { globalId } from '../../api/platform/keys.ts';
import { DomainError } from '../../api/platform/refusal.ts';
import { aMarket, anOrder, type Market, orderOf, someGoods } from '../support/makers/orders.ts';
import { type FollowedPayment, paymentOf } from '../support/makers/payments.ts';
import { aBuyerWith, aVoucher } from '../support/makers/vouchers.ts';
import { warmConnections } from '../support/warm-connections.ts';
import { openWorld, type World } from '../support/world.ts';
import { aNotice, endTrouble, postNotice, settled } from './a-paid-payment.ts';
import { type Stage, stageAt } from './a-provider.ts';

let world: World;
let stage: Stage;
let market: Market;
beforeAll(async () => {
  world = await openWorld();
  stage = stageAt(world.midtrans.url);
  market = await aMarket(world, { shops: 2, stock: 500, room: 5_000 });
});
afterAll(() => world.close());
afterEach(() => endTrouble(world));

async function aWaitingOrder() {
  const { order, buyer } = await anOrder(world, market);
  await settled(world);
  return { order, buyer, payment: await paymentOf(world, order.key, buyer) };
}

const orderNow = ({ key }: Order) => world.context().em.fork().findOneOrFail(StoredOrder, { key });
const parcelsOf = ({ key }: Order) => world.context().em.fork().find(Parcel, { orderKey: key });
const eventsNamed = async (name: string, order: Order) =>
  (
    await world
      .context()
      .read.rows("select 1 from event where name = $1 and subject->>'orderKey' = $2", [name, order.key])
  ).length;

/** The ledger as a whole: it sums to zero whatever happened. */
async function ledgerSum(): Promise<number> {
  const [row] = await world.context().read.rows<{ sum: string | null }>('select sum(amount) as sum from ledger_line');
  return Number(row?.sum ?? 0);
}

async function payQuietly(payment: FollowedPayment): Promise<void> {
  await stage.control('faults/notifications', { kind: 'drop' });
  await stage.control('pay', { id: await payment.providerOrderId() });
}

describe('an order and its payment', () => {
  test('M11: the provider is told every line of an order, also of one whose title is long, and they make the sum', async () => {
    const [stall] = market.stalls;
    const goods = await someGoods(world, stall!, { stock: 9, price: 12_345, weightGrams: 400 });
    // The 50th place of it is the first half of a character.
    const title = `${'Keripik pedas '.repeat(4).slice(0, 49)}🌶️ | level 5, sungguh pedas`;
    await world.context().em.fork().execute('update product set title = ? where id = ?', [title, goods.productKey]);
    const buyer = await aBuyerWith(world, market, await aVoucher(world), { goods: [goods], quantity: 3 });
    const order = await placeOrder(world.context(buyer.actor), orderOf(buyer));
    await world.runJobs();
    const charge = world.midtrans.books.list().find(({ orderId }) => orderId === `${order.code}-a1`)!;
    expect(charge).toMatchObject({ grossAmount: order.total });
    expect(charge.items).toEqual([
      { name: `${title.slice(0, 49)}`, price: 12_345, quantity: 3 },
      { name: 'Biaya titik ambil', price: 2_000, quantity: 1 },
      { name: 'Potongan voucher', price: -1_000, quantity: 1 },
    ]);
    expect(order.total).toBe(3 * 12_345 + 2_000 - 1_000);
  });

  test('rule 3: the same notification twenty times at once changes the order once', async () => {
    const { order, payment } = await aWaitingOrder();
    await payQuietly(payment);
    const body = aNotice(await payment.providerOrderId(), { gross_amount: `${order.total}.00` });
    const answers = await Promise.all(Array.from({ length: 20 }, () => postNotice(world, body)));
    await Promise.all([world.runJobs(), world.runJobs(), world.runJobs()]);
    expect(new Set(answers)).toEqual(new Set([200]));
    expect(await orderNow(order)).toMatchObject({ paymentStatus: 'PAID' });
    expect((await parcelsOf(order)).map(({ status }) => status)).toEqual(['WAITING', 'WAITING']);
    expect(await eventsNamed('OrderPaid', order)).toBe(1);
    expect(await ledgerSum()).toBe(0);
  });

  test('the provider’s answer, applied by many at once, pays the order once', async () => {
    const { order, payment } = await aWaitingOrder();
    await payQuietly(payment);
    await warmConnections(world);
    await Promise.all(Array.from({ length: 12 }, () => refreshPayment(world.context(), payment.key)));
    expect(await eventsNamed('OrderPaid', order)).toBe(1);
    expect(await ledgerSum()).toBe(0);
  });

  test('cancelling and paying at once: it is paid, or cancelled and all the money is owed back; nothing is stuck', async () => {
    await warmConnections(world);
    for (let round = 0; round < 6; round += 1) {
      const { order, buyer, payment } = await aWaitingOrder();
      await payQuietly(payment);
      const outcomes = await Promise.allSettled([
        cancelOrder(world.context(buyer.actor), globalId('Order', order.key), null),
        refreshPayment(world.context(), payment.key),
        refreshPayment(world.context(), payment.key),
      ]);
      // A refusal is an outcome; a fault (a deadlock, a broken constraint) is not.
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(DomainError);
      }
      await settled(world);
      const { paymentStatus } = await orderNow(order);
      const { paidTotal } = await payment.now();
      expect(paidTotal).toBe(order.total);
      // A cancelled order may be revived by its late money where goods and room are there.
      expect(['PAID', 'REFUND_DUE', 'REFUNDED']).toContain(paymentStatus);
      expect(await ledgerSum()).toBe(0);
    }
  });

  test('an order that expired is not called paid by a forged word', async () => {
    const { order, payment } = await aWaitingOrder();
    await world.advance(16 * 60);
    await world.runTimers();
    expect(await orderNow(order)).toMatchObject({ paymentStatus: 'EXPIRED' });
    const body = aNotice(await payment.providerOrderId(), { gross_amount: `${order.total}.00` });
    expect(await postNotice(world, body)).toBe(200);
    await world.runJobs();
    expect(await orderNow(order)).toMatchObject({ paymentStatus: 'EXPIRED' });
    const charge = world.midtrans.books.list().find(({ orderId }) => orderId === `${order.code}-a1`);
    expect(charge?.status).toBe('expire');
  });

  test('what the buyer sees carries the code to pay with, and nobody else sees it', async () => {
    const { order, buyer } = await aWaitingOrder();
    const document = `query O($code: String!) { order(code: $code) { payment { id method status amount deadline
      instructions { qrText qrImageUrl simulatorUrl } refunds { id } } } }`;
    const { data } = await world.request<{ order: { payment: { id: string } } }>(
      document,
      { code: order.code },
      { token: buyer.token },
    );
    expect(data.order.payment).toMatchObject({
      method: 'QRIS',
      status: 'PENDING',
      amount: order.total,
      instructions: { qrText: expect.stringMatching(/^000201/), simulatorUrl: expect.stringContaining('/pay/') },
      refunds: [],
    });
    const { buyer: stranger } = await aWaitingOrder();
    const node = 'query N($id: ID!) { node(id: $id) { ... on Payment { amount } } }';
    const asked = async (sender: object) =>
      (await world.request<{ node: unknown }>(node, { id: data.order.payment.id }, sender)).data.node;
    expect(await asked({ token: buyer.token })).toMatchObject({ amount: order.total });
    expect(await asked({ token: stranger.token })).toBeNull();
    expect(await asked({})).toBeNull();
  });
});
