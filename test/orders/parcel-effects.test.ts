import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acceptParcel, dropParcelAtPoint, markParcelPacked, rejectParcel } from '../../api/orders/answer-parcel.ts';
import { cancelOrder } from '../../api/orders/cancel-order.ts';
import { cancelParcel } from '../../api/orders/cancel-parcel.ts';
import { markParcelLost, receiveParcel, refuseParcel, returnParcel } from '../../api/orders/counter.ts';
import type { Order, Parcel, ParcelStatus } from '../../api/orders/index.ts';
import { earningsOf } from '../../api/orders/parcel-earnings.ts';
import type { PaymentMethod } from '../../api/payments/index.ts';
import { inTransaction } from '../../api/platform/database/transaction.ts';
import { globalId, newKey } from '../../api/platform/keys.ts';
import { expectRefusal } from '../support/expect-refusal.ts';
import { aMarket, anOrder, type Buyer, type Market } from '../support/makers/orders.ts';
import { type MarketWorld, openMarketWorld } from '../support/market-world.ts';
import { booked, booksOf } from './books.ts';
import { bringToPoint, handOver, orderNow, pay, reverse, sweep } from './journeys.ts';
import { parcelsOf, roomOf, stockOf } from './read-back.ts';

/** A market with one shop, and one order of two pieces at 10,000 in it: goods 20,000, fee 2,000, commission 600. */
interface Stage {
  readonly world: MarketWorld;
  readonly market: Market;
  readonly order: Order;
  readonly buyer: Buyer;
  readonly parcel: Parcel;
  /** Public id of the parcel. */
  readonly id: string;
}

let world: MarketWorld;
beforeAll(async () => {
  world = await openMarketWorld();
});
afterAll(() => world.close());

async function stage(paymentMethod: PaymentMethod = 'QRIS'): Promise<Stage> {
  const market = await aMarket(world, { shops: 1, price: 10_000 });
  const { order, buyer } = await anOrder(world, market, { paymentMethod, quantity: 2 });
  const [parcel] = await parcelsOf(world, market, order);
  return { world, market, order, buyer, parcel: parcel!, id: globalId('Parcel', parcel!.key) };
}

async function paidStage(paymentMethod: PaymentMethod = 'QRIS'): Promise<Stage> {
  const staged = await stage(paymentMethod);
  await pay(world, staged.order);
  return staged;
}

const as = {
  buyer: ({ buyer }: Stage) => world.context(buyer.actor),
  seller: ({ market }: Stage) => world.context(market.stalls[0]!.owner.actor),
  operator: ({ market }: Stage) => world.context(market.operator.actor),
};

/** Where everything stands. */
async function stand({ market, order }: Stage) {
  const [parcel] = await parcelsOf(world, market, order);
  const [stock] = await stockOf(world, market);
  const { paymentStatus, fulfilment, refundDueTotal } = await orderNow(world, order);
  const room = await roomOf(world, market);
  return { status: parcel!.status, ...stock, room, paymentStatus, fulfilment, refundDueTotal };
}

/** Does something, and gives what it changed in the books. */
async function bookedBy({ order }: Stage, act: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = await booksOf(world, order);
  await act();
  return booked(before, await booksOf(world, order));
}

async function refundsOf({ order }: Stage): Promise<object[]> {
  return world
    .context()
    .read.rows(
      'select r.amount::int, r.status from refund r join payment p on p.id = r.payment_id where p.reference = $1',
      [order.key],
    );
}

const SALE = { PROVIDER_CLEARING: 22_000, SELLER_HELD: 19_400, COMMISSION: 600, POINT_HELD: 2_000 };
const RELEASED = { SELLER_HELD: -19_400, SELLER_PAYABLE: 19_400, POINT_HELD: -2_000, POINT_PAYABLE: 2_000 };
const SALE_UNDONE = { SELLER_HELD: -19_400, COMMISSION: -600, POINT_HELD: -2_000, REFUND_DUE: 22_000 };
const NOTHING_HELD = { onHand: 10, reserved: 0, room: 0 };
const CALLED_OFF = { fulfilment: 'CANCELLED', refundDueTotal: 22_000 };

describe('a placed order', () => {
  test('that is paid settles stock and books the sale, once', async () => {
    const staged = await stage();
    expect(await bookedBy(staged, () => pay(world, staged.order))).toEqual(SALE);
    expect(await stand(staged)).toMatchObject({
      status: 'WAITING',
      paymentStatus: 'PAID',
      onHand: 8,
      reserved: 0,
      room: 1,
    });
  });

  test('that is cancelled unpaid gives stock and room back and books nothing', async () => {
    const staged = await stage();
    const cancel = () => cancelOrder(as.buyer(staged), globalId('Order', staged.order.key), 'salah pilih');
    expect(await bookedBy(staged, cancel)).toEqual({});
    expect(await stand(staged)).toMatchObject({ status: 'CANCELLED', paymentStatus: 'CANCELLED', ...NOTHING_HELD });
    await cancel(); // a second time changes nothing and is no refusal
    expect(await stand(staged)).toMatchObject({ paymentStatus: 'CANCELLED', ...NOTHING_HELD });
  });

  test('that is cancelled after payment, before anyone accepted, is owed back whole', async () => {
    const staged = await paidStage();
    const cancel = () => cancelOrder(as.buyer(staged), globalId('Order', staged.order.key), null);
    expect(await bookedBy(staged, cancel)).toEqual(SALE_UNDONE);
    expect(await stand(staged)).toMatchObject({
      status: 'CANCELLED',
      paymentStatus: 'PAID',
      ...NOTHING_HELD,
      ...CALLED_OFF,
    });
    expect(await refundsOf(staged)).toEqual([{ amount: 22_000, status: 'DUE' }]);
  });

  test('cannot be cancelled once a seller has accepted', async () => {
    const staged = await paidStage();
    await acceptParcel(as.seller(staged), staged.id);
    await expectRefusal(cancelOrder(as.buyer(staged), globalId('Order', staged.order.key), null), 'TOO_LATE');
    await expectRefusal(cancelParcel(as.buyer(staged), staged.id), 'WRONG_STATUS');
  });
});

describe('a paid parcel that will not come is owed back whole and gives everything back', () => {
  const ends: readonly (readonly [name: string, status: ParcelStatus, act: (staged: Stage) => Promise<unknown>])[] = [
    ['rejected by its seller', 'REJECTED', (staged) => rejectParcel(as.seller(staged), staged.id, 'Bahan habis')],
    ['cancelled by its buyer', 'CANCELLED', (staged) => cancelParcel(as.buyer(staged), staged.id)],
    [
      'rejected after it was accepted',
      'REJECTED',
      async (staged) => {
        await acceptParcel(as.seller(staged), staged.id);
        await rejectParcel(as.seller(staged), staged.id, 'Kompor rusak');
      },
    ],
    [
      'unanswered for 24 hours',
      'LAPSED',
      async () => {
        await world.advance(24 * 3600);
        await sweep(world);
      },
    ],
    [
      'not brought within 48 hours',
      'LAPSED',
      async (staged) => {
        await acceptParcel(as.seller(staged), staged.id);
        await markParcelPacked(as.seller(staged), staged.id);
        await world.advance(48 * 3600);
        await sweep(world);
      },
    ],
  ];
  test.each(ends)('%s', async (_, status, act) => {
    const staged = await paidStage();
    expect(await bookedBy(staged, () => act(staged))).toEqual(SALE_UNDONE);
    expect(await stand(staged)).toMatchObject({ status, ...NOTHING_HELD, ...CALLED_OFF });
    expect(await refundsOf(staged)).toEqual([{ amount: 22_000, status: 'DUE' }]);
  });

  test('damaged on arrival: its goods are counted off instead of being sold again', async () => {
    const staged = await paidStage();
    await acceptParcel(as.seller(staged), staged.id);
    await markParcelPacked(as.seller(staged), staged.id);
    const at = { pointId: staged.market.pointId, parcelCode: staged.parcel.code, reason: 'Bungkus sobek' };
    await expectRefusal(refuseParcel(as.operator(staged), { ...at, photoUploadId: 'nonsense' }), 'NOT_FOUND');
    const photoUploadId = await anUpload(staged.market.operator.account.key);
    expect(await bookedBy(staged, () => refuseParcel(as.operator(staged), { ...at, photoUploadId }))).toEqual(
      SALE_UNDONE,
    );
    expect(await stand(staged)).toMatchObject({ status: 'REJECTED', onHand: 8, reserved: 0, room: 0, ...CALLED_OFF });
  });
});

describe('a parcel at the point', () => {
  test('that is collected settles nothing more, frees its place, and pays its seller and its point after 48 hours', async () => {
    const staged = await paidStage();
    await bringToPoint(world, staged.market, staged.order);
    expect(await bookedBy(staged, () => handOver(world, staged.market, staged.order))).toEqual({});
    expect(await stand(staged)).toMatchObject({ status: 'COLLECTED', fulfilment: 'COMPLETED', onHand: 8, room: 0 });
    await world.advance(48 * 3600 - 1);
    expect(await bookedBy(staged, () => sweep(world))).toEqual({});
    await world.advance(1);
    expect(await bookedBy(staged, () => sweep(world))).toEqual(RELEASED);
    expect(await bookedBy(staged, () => sweep(world))).toEqual({});
  });

  test('that nobody collects goes back: goods are refunded, the point keeps its fee', async () => {
    const staged = await paidStage();
    await bringToPoint(world, staged.market, staged.order);
    const at = { pointId: staged.market.pointId, parcelCode: staged.parcel.code };
    await expectRefusal(returnParcel(as.operator(staged), at), 'WRONG_STATUS');
    await world.advance(4 * 24 * 3600);
    await sweep(world);
    expect(await stand(staged)).toMatchObject({ status: 'UNCOLLECTED', room: 1, onHand: 8 });
    expect(await bookedBy(staged, () => returnParcel(as.operator(staged), at))).toEqual({
      SELLER_HELD: -19_400,
      COMMISSION: -600,
      POINT_HELD: -2_000,
      POINT_PAYABLE: 2_000,
      REFUND_DUE: 20_000,
    });
    expect(await stand(staged)).toMatchObject({ status: 'RETURNED', ...NOTHING_HELD, refundDueTotal: 20_000 });
  });

  test('that is lost is refunded by the point, written off, and a case for the curator; the seller keeps the sale', async () => {
    const staged = await paidStage();
    await bringToPoint(world, staged.market, staged.order);
    const lose = () => markParcelLost(as.operator(staged), staged.id, 'Tidak ada di rak');
    expect(await bookedBy(staged, lose)).toEqual({ POINT_PAYABLE: -22_000, REFUND_DUE: 22_000 });
    expect(await stand(staged)).toMatchObject({ status: 'LOST', onHand: 8, reserved: 0, room: 0, ...CALLED_OFF });
    const tasks = await world
      .context()
      .read.rows(`select amount::int from task where kind = 'LOST_PARCEL' and subject->>'parcelKey' = $1`, [
        staged.parcel.key,
      ]);
    expect(tasks).toEqual([{ amount: 22_000 }]);
    await world.advance(48 * 3600);
    expect(await bookedBy(staged, () => sweep(world))).toEqual(RELEASED);
  });

  test('was brought by its seller: noted once, as a note and not a status', async () => {
    const staged = await paidStage();
    await acceptParcel(as.seller(staged), staged.id);
    await expectRefusal(dropParcelAtPoint(as.seller(staged), staged.id), 'WRONG_STATUS');
    await markParcelPacked(as.seller(staged), staged.id);
    await dropParcelAtPoint(as.seller(staged), staged.id);
    await dropParcelAtPoint(as.seller(staged), staged.id);
    const noted = await world
      .context()
      .read.rows(`select 1 from event where name = 'ParcelDropped' and subject->>'parcelKey' = $1`, [
        staged.parcel.key,
      ]);
    expect(noted).toHaveLength(1);
    expect((await stand(staged)).status).toBe('PACKED');
    const elsewhere = await aMarket(world, { shops: 1 });
    const at = { pointId: elsewhere.pointId, parcelCode: staged.parcel.code, shelf: null };
    await expectRefusal(receiveParcel(world.context(elsewhere.operator.actor), at), 'NOT_FOUND');
  });
});

describe('a cash order', () => {
  test('settles stock and books the sale when it is collected', async () => {
    const staged = await stage('CASH');
    expect(await stand(staged)).toMatchObject({ status: 'WAITING', onHand: 10, reserved: 2, room: 1 });
    await bringToPoint(world, staged.market, staged.order);
    const collect = () => handOver(world, staged.market, staged.order, { cashTaken: 22_000 });
    const { PROVIDER_CLEARING: CASH_AT_POINT, ...sale } = SALE;
    expect(await bookedBy(staged, collect)).toEqual({ CASH_AT_POINT, ...sale });
    expect(await stand(staged)).toMatchObject({
      status: 'COLLECTED',
      paymentStatus: 'PAID',
      fulfilment: 'COMPLETED',
      onHand: 8,
      reserved: 0,
    });
  });

  test('that is rejected releases its reservation, owes nothing, and is cancelled', async () => {
    const staged = await stage('CASH');
    expect(await bookedBy(staged, () => rejectParcel(as.seller(staged), staged.id, 'Habis'))).toEqual({});
    expect(await stand(staged)).toMatchObject({
      status: 'REJECTED',
      paymentStatus: 'CANCELLED',
      fulfilment: 'CANCELLED',
      refundDueTotal: 0,
      ...NOTHING_HELD,
    });
  });

  test('that is lost before it was paid is written off; the point owes its price, and the seller is paid in time', async () => {
    const staged = await stage('CASH');
    await bringToPoint(world, staged.market, staged.order);
    expect(await bookedBy(staged, () => markParcelLost(as.operator(staged), staged.id, 'Hilang'))).toEqual({
      SELLER_HELD: 19_400,
      COMMISSION: 600,
      POINT_HELD: 2_000,
      POINT_PAYABLE: -22_000,
    });
    expect(await stand(staged)).toMatchObject({
      status: 'LOST',
      onHand: 8,
      reserved: 0,
      room: 0,
      paymentStatus: 'CANCELLED',
    });
    const [parcel] = await parcelsOf(world, staged.market, staged.order);
    expect(await earningsOf(world.context(), parcel!)).toBe(19_400);
    await world.advance(48 * 3600);
    expect(await bookedBy(staged, () => sweep(world))).toEqual(RELEASED);
  });

  test('of two shops is paid when one parcel is collected and the other has fallen away', async () => {
    const market = await aMarket(world, { shops: 2, price: 10_000 });
    const { order } = await anOrder(world, market, { paymentMethod: 'CASH' });
    const [first, second] = await parcelsOf(world, market, order);
    const [one, two] = market.stalls;
    await acceptParcel(world.context(one!.owner.actor), globalId('Parcel', first!.key));
    await markParcelPacked(world.context(one!.owner.actor), globalId('Parcel', first!.key));
    await receiveParcel(world.context(market.operator.actor), {
      pointId: market.pointId,
      parcelCode: first!.code,
      shelf: null,
    });
    await handOver(world, market, order, { cashTaken: 12_000 });
    expect(await orderNow(world, order)).toMatchObject({ paymentStatus: 'DUE_AT_POINT', fulfilment: 'OPEN' });
    await rejectParcel(world.context(two!.owner.actor), globalId('Parcel', second!.key), 'Habis');
    expect(await orderNow(world, order)).toMatchObject({ paymentStatus: 'PAID', fulfilment: 'COMPLETED' });
  });
});

describe('a payment that the bank takes back', () => {
  test('before anything is at the point undoes the sale and gives everything back', async () => {
    const staged = await paidStage('VA_PERMATA');
    await acceptParcel(as.seller(staged), staged.id);
    expect(await bookedBy(staged, () => reverse(world, staged.order))).toEqual({
      PROVIDER_CLEARING: -22_000,
      SELLER_HELD: -19_400,
      COMMISSION: -600,
      POINT_HELD: -2_000,
    });
    expect(await stand(staged)).toMatchObject({
      status: 'CANCELLED',
      paymentStatus: 'REVERSED',
      ...NOTHING_HELD,
      refundDueTotal: 0,
    });
  });

  test('while the parcel lies at the point keeps it there until it goes back, and owes nothing', async () => {
    const staged = await paidStage('VA_PERMATA');
    await bringToPoint(world, staged.market, staged.order);
    await reverse(world, staged.order);
    expect(await stand(staged)).toMatchObject({ status: 'UNCOLLECTED', paymentStatus: 'REVERSED', room: 1 });
    await world.advance(600);
    await expectRefusal(handOver(world, staged.market, staged.order), 'NOT_PAID');
    const at = { pointId: staged.market.pointId, parcelCode: staged.parcel.code };
    expect(await bookedBy(staged, () => returnParcel(as.operator(staged), at))).toEqual({});
    expect(await stand(staged)).toMatchObject({ status: 'RETURNED', ...NOTHING_HELD, refundDueTotal: 0 });
  });

  test('while the parcel lies at a point that then loses it: the point owes its price, and the seller is paid once', async () => {
    const staged = await paidStage('VA_PERMATA');
    await bringToPoint(world, staged.market, staged.order);
    await reverse(world, staged.order);
    expect(await bookedBy(staged, () => markParcelLost(as.operator(staged), staged.id, 'Hilang'))).toEqual({
      SELLER_HELD: 19_400,
      COMMISSION: 600,
      POINT_HELD: 2_000,
      POINT_PAYABLE: -22_000,
    });
    const [parcel] = await parcelsOf(world, staged.market, staged.order);
    expect(await earningsOf(world.context(), parcel!)).toBe(19_400);
    await world.advance(48 * 3600);
    expect(await bookedBy(staged, () => sweep(world))).toEqual(RELEASED);
    expect(await booksOf(world, staged.order)).toMatchObject({ SELLER_PAYABLE: 19_400, POINT_PAYABLE: -20_000 });
    expect(await booksOf(world, staged.order)).not.toHaveProperty('SELLER_HELD');
  });

  test('after the goods were handed over leaves the sale as it is: the market bears it', async () => {
    const staged = await paidStage('QRIS');
    await bringToPoint(world, staged.market, staged.order);
    await handOver(world, staged.market, staged.order);
    expect(await bookedBy(staged, () => reverse(world, staged.order, 'chargeback'))).toEqual({
      PROVIDER_CLEARING: -22_000,
      PROVIDER_FEE: 22_000,
    });
    expect(await stand(staged)).toMatchObject({ status: 'COLLECTED', paymentStatus: 'REVERSED', refundDueTotal: 0 });
  });
});

/** A picture that this account has sent up. */
async function anUpload(accountKey: string): Promise<string> {
  const key = newKey();
  const { now } = { now: world.clock.now() };
  const columns = await world
    .context()
    .read.rows<{ name: string }>(
      `select column_name as name from information_schema.columns where table_name = 'upload'`,
    );
  const row: Record<string, unknown> = {
    id: key,
    account_id: accountKey,
    status: 'READY',
    hash: 'a'.repeat(64),
    width: 100,
    height: 100,
    purpose: 'PRODUCT_PHOTO',
    created_at: now,
    expires_at: now,
    idempotency_key: key,
    content_type: 'image/webp',
    bytes: 10,
    max_bytes: 10,
    size: 10,
  };
  const names = columns.map(({ name }) => name).filter((name) => name in row);
  await inTransaction(world.context(), (tx) =>
    tx.execute(
      `insert into upload (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`,
      names.map((name) => row[name]),
    ),
  );
  return globalId('Upload', key);
}
