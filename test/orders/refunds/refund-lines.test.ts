import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acceptParcel, markParcelPacked, rejectParcel } from '../../../api/orders/answer-parcel.ts';
import { returnParcel } from '../../../api/orders/counter.ts';
import { OrderLine } from '../../../api/orders/index.ts';
import { giveGoodwill } from '../../../api/orders/refunds/give-goodwill.ts';
import { refundLines } from '../../../api/orders/refunds/refund-lines.ts';
import { refundOrder, refundParcel } from '../../../api/orders/refunds/refund-order.ts';
import { globalId } from '../../../api/platform/keys.ts';
import { expectRefusal, refusalOf } from '../../support/expect-refusal.ts';
import { type MarketWorld, openMarketWorld } from '../../support/market-world.ts';
import { booksOf } from '../books.ts';
import { bringToPoint, orderNow, reverse, sweep } from '../journeys.ts';
import { parcelsOf, stockOf } from '../read-back.ts';
import { aCollectedOrder, aPaidOrder, bookedBy, type RefundStage, refundsOf } from './refund-stage.ts';

let world: MarketWorld;
beforeAll(async () => {
  world = await openMarketWorld();
});
afterAll(() => world.close());

const as = (person: { actor: RefundStage['seller']['actor'] }) => world.context(person.actor);
const some = ({ parcelId, lineId }: RefundStage, quantity: number, idempotencyKey: string = randomUUID()) => ({
  parcelId,
  lines: [{ lineId, quantity }],
  reason: 'Stok habis',
  idempotencyKey,
});
const gift = ({ parcelId }: RefundStage, amount: number, borneBy: 'SELLER' | 'MARKET' | 'POINT' = 'MARKET') => ({
  parcelId,
  amount,
  borneBy,
  reason: 'Maaf ya',
  idempotencyKey: randomUUID(),
});
const nothingLeft = { PROVIDER_CLEARING: 32_000, REFUND_DUE: 32_000 };

describe('a seller who has too few pieces', () => {
  test('gives back two of three before packing: their share of goods, fee and commission goes, the pieces are counted off', async () => {
    const staged = await aPaidOrder(world);
    const { seller, market, order } = staged;
    await acceptParcel(as(seller), staged.parcelId);
    const refunded = await bookedBy(world, staged, () => refundLines(as(seller), some(staged, 2)));
    expect(refunded).toEqual({ SELLER_HELD: -19_400, COMMISSION: -600, POINT_HELD: -1_333, REFUND_DUE: 21_333 });
    expect(await refundsOf(world, staged)).toEqual([21_333]);
    expect(await stockOf(world, market)).toEqual([{ onHand: 7, reserved: 0 }]);
    const line = await world.context().em.fork().findOneOrFail(OrderLine, { parcelKey: staged.parcels[0]!.key });
    expect(line).toMatchObject({ refundedQuantity: 2, refundedTotal: 20_000 });
    expect(await orderNow(world, order)).toMatchObject({ refundDueTotal: 21_333, paymentStatus: 'PAID' });
    const [event] = await world
      .context()
      .read.rows(`select facts from event where name = 'ParcelPartlyRefunded' and subject->>'orderKey' = $1`, [
        order.key,
      ]);
    expect(event).toEqual({ facts: { amount: 21_333, reason: 'Stok habis', tell: ['BUYER'] } });

    // The rest comes to nothing after all: parts and rest add up to the whole, and only the last piece goes back on sale.
    await rejectParcel(as(seller), staged.parcelId, 'Habis semua');
    expect(await booksOf(world, order)).toEqual(nothingLeft);
    expect(await refundsOf(world, staged)).toEqual([21_333, 10_667]);
    expect(await stockOf(world, market)).toEqual([{ onHand: 8, reserved: 0 }]);
  });

  test('cannot give back all of it, nor more than there is, nor once it is packed', async () => {
    const staged = await aPaidOrder(world);
    const { seller } = staged;
    await expectRefusal(refundLines(as(seller), some(staged, 3)), 'NOTHING_REMAINS');
    expect(await refusalOf(refundLines(as(seller), some(staged, 4)))).toMatchObject({
      code: 'TOO_MANY_PIECES',
      values: { left: 3 },
    });
    for (const quantity of [0, -1, 1_000])
      await expectRefusal(refundLines(as(seller), some(staged, quantity)), 'INVALID');
    await expectRefusal(refundLines(as(seller), { ...some(staged, 1), lines: [] }), 'INVALID');
    const twice = {
      ...some(staged, 1),
      lines: [
        { lineId: staged.lineId, quantity: 1 },
        { lineId: staged.lineId, quantity: 1 },
      ],
    };
    await expectRefusal(refundLines(as(seller), twice), 'NOT_FOUND');
    await acceptParcel(as(seller), staged.parcelId);
    await markParcelPacked(as(seller), staged.parcelId);
    await expectRefusal(refundLines(as(seller), some(staged, 1)), 'WRONG_STATUS');
    await bringToPoint(world, { ...staged.market, stalls: [] }, staged.order);
    expect(await refundsOf(world, staged)).toEqual([]);
  });

  test('gives nothing back of a parcel that is not paid yet, nor of another shop', async () => {
    const staged = await aPaidOrder(world, 1, 'CASH');
    await expectRefusal(refundLines(as(staged.seller), some(staged, 1)), 'NOT_PAID');
    const other = await aPaidOrder(world);
    await expectRefusal(refundLines(as(other.seller), some(staged, 1)), 'NOT_FOUND');
    await expectRefusal(refundLines(as(staged.buyer), some(staged, 1)), 'NOT_FOUND');
    await expectRefusal(
      refundLines(as(other.seller), { ...some(other, 1), lines: some(staged, 1).lines }),
      'NOT_FOUND',
    );
  });

  test('asks twice with one key and refunds once; with other words the key is used up', async () => {
    const staged = await aPaidOrder(world);
    const wanted = some(staged, 1);
    for (let at = 0; at < 2; at += 1) await refundLines(as(staged.seller), wanted);
    await Promise.all(Array.from({ length: 5 }, () => refundLines(as(staged.seller), wanted)));
    expect(await refundsOf(world, staged)).toEqual([10_666]);
    await expectRefusal(
      refundLines(as(staged.seller), some(staged, 2, wanted.idempotencyKey)),
      'IDEMPOTENCY_KEY_REUSED',
    );
  });
});

describe('after it was collected', () => {
  test('piece by piece gives back the whole, to the rupiah, and moves no stock', async () => {
    const staged = await aCollectedOrder(world);
    for (let at = 0; at < 3; at += 1) await refundLines(as(staged.seller), some(staged, 1));
    expect(await refundsOf(world, staged)).toEqual([10_666, 10_667, 10_667]);
    expect(await booksOf(world, staged.order)).toEqual(nothingLeft);
    expect(await stockOf(world, staged.market)).toEqual([{ onHand: 7, reserved: 0 }]);
    await expectRefusal(refundLines(as(staged.seller), some(staged, 1)), 'TOO_MANY_PIECES');
  });

  test('before the money was released, the seller is paid what is left; nothing is held any more', async () => {
    const staged = await aCollectedOrder(world);
    await refundLines(as(staged.seller), some(staged, 1));
    await world.advance(48 * 3600);
    expect(await bookedBy(world, staged, () => sweep(world))).toEqual({
      SELLER_HELD: -19_401,
      SELLER_PAYABLE: 19_401,
      POINT_HELD: -1_333,
      POINT_PAYABLE: 1_333,
    });
    expect(await booksOf(world, staged.order)).not.toHaveProperty('SELLER_HELD');
  });

  test('after the money was released, the seller owes it, down to below nothing', async () => {
    const staged = await aCollectedOrder(world);
    await world.advance(48 * 3600);
    await sweep(world);
    const refunded = await bookedBy(world, staged, () => refundLines(as(staged.curator), some(staged, 1)));
    expect(refunded).toEqual({ SELLER_PAYABLE: -9_699, COMMISSION: -300, POINT_PAYABLE: -667, REFUND_DUE: 10_666 });
    await giveGoodwill(as(staged.curator), gift(staged, 21_334, 'SELLER'));
    expect(await booksOf(world, staged.order)).toMatchObject({ SELLER_PAYABLE: -1_933, REFUND_DUE: 32_000 });
  });

  test('a cash order is refunded by transfer: a task, and the account that the buyer names', async () => {
    const staged = await aCollectedOrder(world, 1, 'CASH');
    await refundLines(as(staged.curator), some(staged, 1));
    const tasks = await world
      .context()
      .read.rows(`select amount::int from task where kind = 'REFUND_BY_TRANSFER' and subject->>'orderKey' = $1`, [
        staged.order.key,
      ]);
    expect(tasks).toEqual([{ amount: 10_666 }]);
  });

  test('what a curator did stands in the audit log', async () => {
    const staged = await aCollectedOrder(world);
    await refundLines(as(staged.curator), some(staged, 1));
    const acts = await world
      .context()
      .read.rows(`select act, reason from audit_entry where subject->>'parcelKey' = $1`, [staged.parcels[0]!.key]);
    expect(acts).toEqual([{ act: 'refundParcel', reason: '10666: Stok habis' }]);
  });
});

describe('a kindness', () => {
  test.each([
    ['MARKET', { COMMISSION: -5_000, REFUND_DUE: 5_000 }],
    ['SELLER', { SELLER_HELD: -5_000, REFUND_DUE: 5_000 }],
    ['POINT', { POINT_HELD: -5_000, REFUND_DUE: 5_000 }],
  ] as const)('is borne by whom the curator names: %s; a refund of the rest still adds up', async (bearer, changes) => {
    const staged = await aCollectedOrder(world);
    expect(await bookedBy(world, staged, () => giveGoodwill(as(staged.curator), gift(staged, 5_000, bearer)))).toEqual(
      changes,
    );
    await refundLines(as(staged.curator), some(staged, 1));
    await refundParcel(as(staged.curator), staged.parcelId, 'Semua kembali');
    expect(await booksOf(world, staged.order)).toEqual(nothingLeft);
  });

  test('that a shop bears for a parcel that went back counts against what is payable to it', async () => {
    const staged = await aPaidOrder(world);
    const [parcel] = await bringToPoint(world, staged.market, staged.order);
    await world.advance(30 * 86_400);
    await sweep(world);
    const { pointId, operator } = staged.market;
    await returnParcel(world.context(operator.actor), { pointId, parcelCode: parcel!.code });
    const given = await bookedBy(world, staged, () => giveGoodwill(as(staged.curator), gift(staged, 1_500, 'SELLER')));
    expect(given).toEqual({ SELLER_PAYABLE: -1_500, REFUND_DUE: 1_500 });
    const more = await bookedBy(world, staged, () => giveGoodwill(as(staged.curator), gift(staged, 500, 'SELLER')));
    expect(more).toEqual({ SELLER_PAYABLE: -500, REFUND_DUE: 500 });
  });

  test('is never more than was paid and not refunded', async () => {
    const staged = await aCollectedOrder(world);
    for (const amount of [0, -5, 1.5])
      await expectRefusal(giveGoodwill(as(staged.curator), gift(staged, amount)), 'INVALID');
    await expectRefusal(giveGoodwill(as(staged.curator), gift(staged, 32_001)), 'TOO_MUCH');
    await giveGoodwill(as(staged.curator), gift(staged, 32_000));
    await expectRefusal(giveGoodwill(as(staged.curator), gift(staged, 1)), 'TOO_MUCH');
    await expectRefusal(giveGoodwill(as(staged.seller), gift(staged, 1)), 'NOT_FOUND');
    await expectRefusal(
      giveGoodwill(as((await aPaidOrder(world)).curator), gift(await aPaidOrder(world), 1)),
      'WRONG_STATUS',
    );
  });
});

/** What the buyer reads of each refund, in their order. */
async function reasonsOf({ order }: RefundStage): Promise<string[]> {
  const rows = await world
    .context()
    .read.rows<{ reason: string }>(
      'select r.reason from refund r join payment p on p.id = r.payment_id where p.reference = $1 order by r.id',
      [order.key],
    );
  return rows.map(({ reason }) => reason);
}

describe('a whole order', () => {
  test('is refunded: parcels under way are called off, collected ones are paid back; again, it changes nothing', async () => {
    const staged = await aPaidOrder(world, 2);
    const { curator, order, market } = staged;
    await acceptParcel(as(staged.seller), staged.parcelId);
    await refundOrder(as(curator), order.code, 'Toko tutup');
    await refundOrder(as(curator), order.code, 'Toko tutup');
    expect((await parcelsOf(world, market, order)).map(({ status }) => status)).toEqual(['CANCELLED', 'CANCELLED']);
    expect(await refundsOf(world, staged)).toEqual([32_000, 32_000]);
    expect(await reasonsOf(staged)).toEqual(['Toko tutup', 'Toko tutup']);
    expect(await orderNow(world, order)).toMatchObject({ refundDueTotal: 64_000, fulfilment: 'CANCELLED' });
    expect(await stockOf(world, market)).toEqual([
      { onHand: 10, reserved: 0 },
      { onHand: 10, reserved: 0 },
    ]);

    const collected = await aCollectedOrder(world, 2);
    await refundLines(as(collected.seller), some(collected, 1));
    await refundOrder(as(curator), collected.order.code, 'Semua basi');
    expect(await refundsOf(world, collected)).toEqual([10_666, 21_334, 32_000]);
    expect(await orderNow(world, collected.order)).toMatchObject({ refundDueTotal: 64_000, fulfilment: 'COMPLETED' });
  });

  test('is not refunded while a parcel lies at the point, nor unpaid, nor by others than a curator', async () => {
    const staged = await aPaidOrder(world);
    await expectRefusal(refundOrder(as(staged.seller), staged.order.code, 'Ya'), 'NOT_FOUND');
    await bringToPoint(world, staged.market, staged.order);
    await expectRefusal(refundOrder(as(staged.curator), staged.order.code, 'Ya'), 'WRONG_STATUS');
    const unpaid = await aPaidOrder(world, 1, 'CASH');
    await expectRefusal(refundOrder(as(unpaid.curator), unpaid.order.code, 'Ya'), 'NOT_PAID');
    await expectRefusal(refundParcel(as(unpaid.curator), unpaid.parcelId, 'Ya'), 'NOT_PAID');
    await expectRefusal(refundParcel(as(unpaid.curator), globalId('Parcel', randomUUID()), 'Ya'), 'NOT_FOUND');
  });
});

test('a bank that takes a partly refunded payment back undoes what is left of the sale; the market bears what went out', async () => {
  const staged = await aPaidOrder(world, 1, 'VA_PERMATA');
  await refundLines(as(staged.seller), some(staged, 1));
  await reverse(world, staged.order);
  const books = await booksOf(world, staged.order);
  expect(books).not.toHaveProperty('SELLER_HELD');
  expect(books).not.toHaveProperty('COMMISSION');
  expect(books).not.toHaveProperty('POINT_HELD');
  expect(books).not.toHaveProperty('POINT_PAYABLE');
  await expectRefusal(refundLines(as(staged.seller), some(staged, 1)), 'WRONG_STATUS');
});
