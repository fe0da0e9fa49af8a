import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { chargeAtPoint } from '../../api/orders/charge-at-point.ts';
import { returnParcel } from '../../api/orders/counter.ts';
import type { Order } from '../../api/orders/index.ts';
import { chargeAttempt } from '../../api/payments/charge-attempt.ts';
import { counterPaymentOf } from '../../api/payments/index.ts';
import { refreshAttempt } from '../../api/payments/refresh-payment.ts';
import { endTrouble, settled } from '../payments/a-paid-payment.ts';
import { type Stage, stageAt } from '../payments/a-provider.ts';
import { expectRefusal, refusalOf } from '../support/expect-refusal.ts';
import { aMarket, anOrder, type Market } from '../support/makers/orders.ts';
import { openWorld, type World } from '../support/world.ts';
import { booksOf } from './books.ts';
import { bringToPoint, forceStatus, handOver, orderNow } from './journeys.ts';
import { parcelsOf, stockOf } from './read-back.ts';

let world: World;
let stage: Stage;
beforeAll(async () => {
  world = await openWorld();
  stage = stageAt(world.midtrans.url);
});
afterAll(() => world.close());
afterEach(() => endTrouble(world));

/** A parcel costs 12,000 here, the point's fee included. */
const SALE = { PROVIDER_CLEARING: 12_000, SELLER_HELD: 9_700, COMMISSION: 300, POINT_HELD: 2_000 };
const SALE_IN_CASH = { CASH_AT_POINT: 12_000, SELLER_HELD: 9_700, COMMISSION: 300, POINT_HELD: 2_000 };

/** A cash order whose parcels lie at the point. */
async function atTheCounter(shops = 1): Promise<{ market: Market; order: Order }> {
  const market = await aMarket(world, { shops, price: 10_000 });
  const { order } = await anOrder(world, market, { paymentMethod: 'CASH' });
  await bringToPoint(world, market, order);
  return { market, order };
}

const charge = ({ operator, pointId }: Market, { collectCode }: Order) =>
  chargeAtPoint(world.context(operator.actor), { pointId, collectCode });

/** The operator shows a code, and it is there. */
async function show(market: Market, order: Order): Promise<void> {
  await charge(market, order);
  await world.runJobs();
  await settled(world);
}

const scan = async (order: Order, attempt = 1): Promise<void> => {
  await stage.control('pay', { id: `${order.code}-a${attempt}` });
  await settled(world);
};

const chargesOf = ({ code }: Order) => world.midtrans.books.list().filter(({ orderId }) => orderId.startsWith(code));
const shown = async (order: Order) => counterPaymentOf(world.context(), order.key);
const rows = <Row extends object>(sql: string, values: unknown[]) => world.context().read.rows<Row>(sql, values);
const attemptsOf = (order: Order) =>
  rows<{ status: string; amount: number }>(
    `select a.status, a.amount::int from payment_attempt a join payment p on p.id = a.payment_id where p.reference = $1 order by a.number`,
    [order.key],
  );
const refundsOf = (order: Order) =>
  rows<{ amount: number; status: string; kind: string }>(
    `select r.amount::int, r.status, split_part(r.effect, ':', 1) as kind from refund r join payment p on p.id = r.payment_id
      where p.reference = $1 order by r.created_at`,
    [order.key],
  );
const paymentNow = async (order: Order) =>
  (
    await rows<{ status: string; paid: number }>(
      'select status, paid_total::int as paid from payment where reference = $1',
      [order.key],
    )
  )[0];

describe('QRIS at the counter', () => {
  test('the operator shows a code over what is due; nothing is handed over before it is paid, and then without cash', async () => {
    const { market, order } = await atTheCounter();
    expect(await charge(market, order)).toMatchObject({ orderCode: order.code, cashDue: 12_000 });
    expect(await shown(order)).toMatchObject({ status: 'STARTING', amount: 12_000, instructions: null });
    await world.runJobs();
    const code = await shown(order);
    expect(code).toMatchObject({ status: 'WAITING', payBy: new Date(world.clock.now().getTime() + 15 * 60_000) });
    expect(code?.instructions?.qrText).toMatch(/^000201/);
    expect(await refusalOf(handOver(world, market, order))).toMatchObject({
      code: 'CASH_DIFFERS',
      values: { due: 'Rp12.000' },
    });
    await scan(order);
    expect(await shown(order)).toMatchObject({ status: 'PAID', instructions: null });
    expect(await orderNow(world, order)).toMatchObject({
      paymentStatus: 'PAID',
      fulfilment: 'OPEN',
      paymentMethod: 'CASH',
    });
    expect(await charge(market, order)).toMatchObject({ cashDue: 0 });
    await expectRefusal(handOver(world, market, order, { cashTaken: 12_000 }), 'CASH_DIFFERS');
    expect((await handOver(world, market, order)).parcels).toHaveLength(1);
    expect(await orderNow(world, order)).toMatchObject({ paymentStatus: 'PAID', fulfilment: 'COMPLETED' });
    expect(await paymentNow(order)).toEqual({ status: 'PAID', paid: 12_000 });
  });

  test('the ledger has the money with the provider, less its fee one day, and none with the point', async () => {
    const { market, order } = await atTheCounter();
    await show(market, order);
    await scan(order);
    await handOver(world, market, order);
    expect(await booksOf(world, order)).toEqual(SALE);
    expect(await stockOf(world, market)).toEqual([{ onHand: 9, reserved: 0 }]);
    const [fee] = await rows<{ fee: number }>(
      `select floor((a.settled_amount * f.basis_points + 5000) / 10000)::int as fee from payment_attempt a join provider_fee f on f.method = a.method
        where a.provider_order_id = $1`,
      [`${order.code}-a1`],
    );
    expect(fee?.fee).toBeGreaterThan(0);
  });

  test('pressed by ten hands at once, and again later, it is one code', async () => {
    const { market, order } = await atTheCounter();
    await Promise.all(Array.from({ length: 10 }, () => charge(market, order)));
    await world.runJobs();
    await world.advance(13 * 60);
    await charge(market, order);
    expect(await attemptsOf(order)).toEqual([{ status: 'PENDING', amount: 12_000 }]);
    expect(chargesOf(order)).toHaveLength(1);
  });

  test('pressing again asks the provider: a lost notification costs no wait', async () => {
    const { market, order } = await atTheCounter();
    await show(market, order);
    await stage.control('faults/notifications', { kind: 'drop' });
    await scan(order);
    expect(await shown(order)).toMatchObject({ status: 'WAITING' });
    expect(await charge(market, order)).toMatchObject({ cashDue: 0 });
    expect((await handOver(world, market, order)).parcels).toHaveLength(1);
  });

  test('so does handing over: what was paid a second ago is not asked for in cash', async () => {
    const { market, order } = await atTheCounter();
    await show(market, order);
    await stage.control('faults/notifications', { kind: 'drop' });
    await scan(order);
    await expectRefusal(handOver(world, market, order, { cashTaken: 12_000 }), 'CASH_DIFFERS');
    expect((await handOver(world, market, order)).parcels).toHaveLength(1);
    expect(await refundsOf(order)).toEqual([]);
  });

  test('is for cash orders that lie here, by operators of this very point', async () => {
    const market = await aMarket(world, { shops: 1 });
    const elsewhere = await aMarket(world, { shops: 1 });
    const { order } = await anOrder(world, market, { paymentMethod: 'CASH' });
    await expectRefusal(charge(market, order), 'NOTHING_HERE');
    await expectRefusal(charge({ ...market, operator: elsewhere.operator }, order), 'NOT_FOUND');
    await expectRefusal(charge(elsewhere, order), 'NOT_FOUND');
    const paidOnline = await anOrder(world, market);
    await settled(world);
    await scan(paidOnline.order);
    await bringToPoint(world, market, paidOnline.order);
    expect(await charge(market, paidOnline.order)).toMatchObject({ cashDue: 0 });
    expect(await attemptsOf(paidOnline.order)).toHaveLength(1);
  });
});

describe('cash and QRIS for the same parcel', () => {
  test('cash is taken after all: the code is called off, and the point holds the cash', async () => {
    const { market, order } = await atTheCounter();
    await show(market, order);
    await handOver(world, market, order, { cashTaken: 12_000 });
    await world.runJobs();
    expect(await attemptsOf(order)).toEqual([{ status: 'CANCELLED', amount: 12_000 }]);
    expect(world.midtrans.books.find(`${order.code}-a1`)?.status).toBe('cancel');
    expect(await booksOf(world, order)).toEqual(SALE_IN_CASH);
  });

  test('both are paid, the code while the provider could not be asked: it goes back to the buyer by itself', async () => {
    const { market, order } = await atTheCounter();
    await show(market, order);
    await stage.control('faults', { route: 'status', kind: 'error', status: 503, times: 0 });
    await stage.control('faults/notifications', { kind: 'drop' });
    await scan(order);
    await handOver(world, market, order, { cashTaken: 12_000 });
    await stage.control('faults', {}, 'DELETE');
    await world.advance(60);
    await world.runTimers();
    await settled(world);
    expect(await refundsOf(order)).toEqual([{ amount: 12_000, status: 'SENT', kind: 'overpaid' }]);
    expect(world.midtrans.books.find(`${order.code}-a1`)?.status).toBe('refund');
    expect(await orderNow(world, order)).toMatchObject({ paymentStatus: 'PAID', refundedTotal: 0 });
    expect(await paymentNow(order)).toEqual({ status: 'PAID', paid: 24_000 });
    expect(await booksOf(world, order)).toEqual(SALE_IN_CASH);
  });

  test('at the same instant: never both kept', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { market, order } = await atTheCounter();
      await show(market, order);
      const [, given] = await Promise.all([
        stage.control('pay', { id: `${order.code}-a1` }).catch(() => null),
        handOver(world, market, order, { cashTaken: 12_000 }).then(
          () => true,
          () => false,
        ),
      ]);
      await settled(world);
      if (!given) await handOver(world, market, order);
      await world.runJobs();
      const books = await booksOf(world, order);
      expect([SALE, SALE_IN_CASH]).toContainEqual(books);
      const isPaid = world.midtrans.books.find(`${order.code}-a1`)?.settledAt !== undefined;
      expect(await refundsOf(order)).toHaveLength(isPaid && given ? 1 : 0);
    }
  });
});

describe('a code that is not paid in time', () => {
  test('runs out: cash is still possible, and so is another code', async () => {
    const { market, order } = await atTheCounter();
    await show(market, order);
    await world.advance(15 * 60 + 1);
    await settled(world);
    expect(await shown(order)).toMatchObject({ status: 'OVER' });
    expect(await orderNow(world, order)).toMatchObject({ paymentStatus: 'DUE_AT_POINT' });
    expect(await paymentNow(order)).toEqual({ status: 'PENDING', paid: 0 });
    await show(market, order);
    expect(await attemptsOf(order)).toMatchObject([{ status: 'EXPIRED' }, { status: 'PENDING' }]);
    await scan(order, 2);
    expect((await handOver(world, market, order)).parcels).toHaveLength(1);
  });

  test('is refused by the provider: the same', async () => {
    const { market, order } = await atTheCounter();
    await stage.control('settings', { disabled: ['qris'] });
    await show(market, order);
    expect(await shown(order)).toMatchObject({ status: 'OVER' });
    expect(await paymentNow(order)).toEqual({ status: 'PENDING', paid: 0 });
    await stage.control('settings', { disabled: [] });
    expect((await handOver(world, market, order, { cashTaken: 12_000 })).parcels).toHaveLength(1);
  });

  test('is paid late, when a second code has been paid: one of both goes back', async () => {
    const { market, order } = await atTheCounter();
    await show(market, order);
    await world.advance(15 * 60 + 1);
    await settled(world);
    await show(market, order);
    await scan(order, 2);
    Object.assign(world.midtrans.books.find(`${order.code}-a1`)!, { status: 'pending' });
    await scan(order, 1);
    expect(await refundsOf(order)).toEqual([{ amount: 12_000, status: 'SENT', kind: 'overpaid' }]);
    expect(await booksOf(world, order)).toEqual(SALE);
  });

  test('is paid late, before anything else was: it counts', async () => {
    const { market, order } = await atTheCounter();
    await show(market, order);
    await world.advance(15 * 60 + 1);
    await settled(world);
    Object.assign(world.midtrans.books.find(`${order.code}-a1`)!, { status: 'pending' });
    await scan(order);
    expect(await orderNow(world, order)).toMatchObject({ paymentStatus: 'PAID' });
    expect(await booksOf(world, order)).toEqual(SALE);
  });
});

test('a code that is paid late calls a newer one off that is shown by then: nobody pays twice', async () => {
  const { market, order } = await atTheCounter();
  await show(market, order);
  await world.advance(14 * 60 + 10); // too late to be shown again
  await charge(market, order);
  await stage.control('faults/notifications', { kind: 'drop', times: 20 }); // all of them: nothing else leads to the newer one
  await stage.control('pay', { id: `${order.code}-a1` });
  const [old, made] = await rows<{ id: string }>(
    'select a.id from payment_attempt a join payment p on p.id = a.payment_id where p.reference = $1 order by a.number',
    [order.key],
  );
  await chargeAttempt(world.context(), made!.id);
  const statuses = () => chargesOf(order).map(({ orderId, status }) => `${orderId.slice(-2)} ${status}`);
  expect(statuses().sort()).toEqual(['a1 settlement', 'a2 pending']);
  await refreshAttempt(world.context(), old!.id);
  await world.runJobs();
  await settled(world);
  expect(statuses().sort()).toEqual(['a1 settlement', 'a2 cancel']);
  expect(await shown(order)).toMatchObject({ status: 'OVER' });
  expect(await orderNow(world, order)).toMatchObject({ paymentStatus: 'PAID' });
});

describe('when the program dies in between', () => {
  test('the charge was made and its answer lost: the code is adopted, not made twice', async () => {
    const { market, order } = await atTheCounter();
    await stage.control('faults', { route: 'charge', kind: 'cut', when: 'after', times: 3 });
    await stage.control('faults/notifications', { kind: 'drop' });
    await charge(market, order);
    await world.runJobs();
    await stage.control('faults', {}, 'DELETE');
    expect(await shown(order)).toMatchObject({ status: 'STARTING' });
    await charge(market, order);
    expect(await shown(order)).toMatchObject({ status: 'WAITING' });
    expect(chargesOf(order)).toHaveLength(1);
  });

  test('the job that charges was lost with its process: the poller makes up for it', async () => {
    const { market, order } = await atTheCounter();
    await charge(market, order);
    await world.context().em.fork().execute('delete from graphile_worker._private_jobs');
    await world.advance(60);
    await world.runTimers();
    expect(await shown(order)).toMatchObject({ status: 'WAITING' });
  });

  test('the money was applied by twenty at once: it counts once', async () => {
    const { market, order } = await atTheCounter();
    await show(market, order);
    await stage.control('faults/notifications', { kind: 'drop' });
    await scan(order);
    await Promise.all(Array.from({ length: 20 }, () => charge(market, order)));
    expect(await booksOf(world, order)).toEqual(SALE);
    expect(await paymentNow(order)).toEqual({ status: 'PAID', paid: 12_000 });
  });
});

describe('after it was paid', () => {
  test('a parcel that nobody fetches goes back: the goods are refunded through the provider, the point keeps its fee', async () => {
    const { market, order } = await atTheCounter();
    await show(market, order);
    await scan(order);
    const [parcel] = await parcelsOf(world, market, order);
    await forceStatus(world as never, [parcel!.key], 'UNCOLLECTED');
    await returnParcel(world.context(market.operator.actor), { pointId: market.pointId, parcelCode: parcel!.code });
    await settled(world);
    expect(await refundsOf(order)).toEqual([{ amount: 10_000, status: 'SENT', kind: 'parcel' }]);
    expect(world.midtrans.books.find(`${order.code}-a1`)?.status).toBe('partial_refund');
    expect(await orderNow(world, order)).toMatchObject({ paymentStatus: 'PARTLY_REFUNDED', fulfilment: 'CANCELLED' });
    expect(await booksOf(world, order)).toEqual({ PROVIDER_CLEARING: 2_000, POINT_PAYABLE: 2_000 });
    expect(await stockOf(world, market)).toEqual([{ onHand: 10, reserved: 0 }]);
  });

  test('money for a parcel that went back meanwhile goes back, too', async () => {
    const { market, order } = await atTheCounter();
    await show(market, order);
    await stage.control('faults', { route: 'cancel', kind: 'error', status: 503, times: 0 });
    const [parcel] = await parcelsOf(world, market, order);
    await forceStatus(world as never, [parcel!.key], 'UNCOLLECTED');
    await returnParcel(world.context(market.operator.actor), { pointId: market.pointId, parcelCode: parcel!.code });
    expect(await orderNow(world, order)).toMatchObject({ paymentStatus: 'CANCELLED', fulfilment: 'CANCELLED' });
    await scan(order);
    expect(await refundsOf(order)).toEqual([{ amount: 12_000, status: 'SENT', kind: 'overpaid' }]);
    expect(await booksOf(world, order)).toEqual({});
    expect(await orderNow(world, order)).toMatchObject({ paymentStatus: 'CANCELLED', refundedTotal: 0 });
  });
});

describe('an order in parts', () => {
  /** Two parcels of 12,000, of which the first alone lies at the point. */
  async function halfHere(): Promise<{ market: Market; order: Order }> {
    const { market, order } = await atTheCounter(2);
    const [, second] = await parcelsOf(world, market, order);
    await forceStatus(world as never, [second!.key], 'PACKED');
    return { market, order };
  }
  const bringSecond = async (market: Market, order: Order): Promise<void> => {
    const [, second] = await parcelsOf(world, market, order);
    await forceStatus(world as never, [second!.key], 'AT_POINT');
  };

  test('one parcel by QRIS, the other in cash: each is booked where its money is', async () => {
    const { market, order } = await halfHere();
    await show(market, order);
    await scan(order);
    expect(await orderNow(world, order)).toMatchObject({ paymentStatus: 'DUE_AT_POINT' });
    expect((await handOver(world, market, order)).parcels).toHaveLength(1);
    await bringSecond(market, order);
    await expectRefusal(handOver(world, market, order), 'CASH_DIFFERS');
    await handOver(world, market, order, { cashTaken: 12_000 });
    expect(await orderNow(world, order)).toMatchObject({ paymentStatus: 'PAID', fulfilment: 'COMPLETED' });
    expect(await paymentNow(order)).toEqual({ status: 'PAID', paid: 24_000 });
    expect(await booksOf(world, order)).toEqual({
      PROVIDER_CLEARING: 12_000,
      CASH_AT_POINT: 12_000,
      SELLER_HELD: 19_400,
      COMMISSION: 600,
      POINT_HELD: 4_000,
    });
  });

  test('both by QRIS, one after the other', async () => {
    const { market, order } = await halfHere();
    await show(market, order);
    await scan(order);
    await bringSecond(market, order);
    await show(market, order);
    expect(await attemptsOf(order)).toEqual([
      { status: 'SETTLED', amount: 12_000 },
      { status: 'PENDING', amount: 12_000 },
    ]);
    await scan(order, 2);
    expect(await orderNow(world, order)).toMatchObject({ paymentStatus: 'PAID', fulfilment: 'OPEN' });
    expect((await handOver(world, market, order)).parcels).toHaveLength(2);
  });

  test('another parcel comes while a code is shown: a new one over both takes its place; the old one, paid all the same, counts', async () => {
    const { market, order } = await halfHere();
    await show(market, order);
    await stage.control('faults', { route: 'cancel', kind: 'error', status: 503, times: 0 });
    await bringSecond(market, order);
    await show(market, order);
    expect((await attemptsOf(order)).map(({ amount }) => amount)).toEqual([12_000, 24_000]);
    await scan(order, 1);
    expect(await charge(market, order)).toMatchObject({ cashDue: 12_000 });
    await scan(order, 2);
    expect(await refundsOf(order)).toEqual([{ amount: 12_000, status: 'SENT', kind: 'overpaid' }]);
    expect(await orderNow(world, order)).toMatchObject({ paymentStatus: 'PAID' });
    expect(await booksOf(world, order)).toMatchObject({ PROVIDER_CLEARING: 24_000, POINT_HELD: 4_000 });
  });

  test('the other parcel falls away: the order is paid, and a refund of the first comes from its own charge', async () => {
    const { market, order } = await halfHere();
    await show(market, order);
    await scan(order);
    const [first, second] = await parcelsOf(world, market, order);
    await forceStatus(world as never, [second!.key], 'UNCOLLECTED');
    await returnParcel(world.context(market.operator.actor), { pointId: market.pointId, parcelCode: second!.code });
    expect(await orderNow(world, order)).toMatchObject({ paymentStatus: 'PAID', fulfilment: 'OPEN' });
    expect(await paymentNow(order)).toEqual({ status: 'PAID', paid: 12_000 });
    await forceStatus(world as never, [first!.key], 'UNCOLLECTED');
    await returnParcel(world.context(market.operator.actor), { pointId: market.pointId, parcelCode: first!.code });
    await settled(world);
    expect(await refundsOf(order)).toEqual([{ amount: 10_000, status: 'SENT', kind: 'parcel' }]);
  });

  test('the payer’s bank takes one part back: a person is told, and what goes back to its shop can still be refunded', async () => {
    const { market, order } = await halfHere();
    await show(market, order);
    await scan(order);
    await stage.control('chargeback', { id: `${order.code}-a1` });
    await settled(world);
    expect(await orderNow(world, order)).toMatchObject({ paymentStatus: 'DUE_AT_POINT' });
    const [first] = await parcelsOf(world, market, order);
    await forceStatus(world as never, [first!.key], 'UNCOLLECTED');
    await returnParcel(world.context(market.operator.actor), { pointId: market.pointId, parcelCode: first!.code });
    expect(await refundsOf(order)).toEqual([{ amount: 10_000, status: 'TASK', kind: 'parcel' }]);
    const tasks = await rows<{ kind: string }>(
      `select kind from task where subject->>'orderKey' = $1 and done_at is null order by kind`,
      [order.key],
    );
    expect(tasks.map(({ kind }) => kind)).toEqual(['PAYMENT_MISMATCH', 'REFUND_BY_TRANSFER']);
  });
});
