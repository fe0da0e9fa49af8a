import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rejectParcel } from '../../../api/orders/answer-parcel.ts';
import { cancelOrder } from '../../../api/orders/cancel-order.ts';
import { returnParcel } from '../../../api/orders/counter.ts';
import type { Parcel } from '../../../api/orders/index.ts';
import { earningsOf } from '../../../api/orders/parcel-earnings.ts';
import { giveGoodwill } from '../../../api/orders/refunds/give-goodwill.ts';
import { refundForPieces } from '../../../api/orders/refunds/refund-for-pieces.ts';
import { refundLines } from '../../../api/orders/refunds/refund-lines.ts';
import { refundParcel } from '../../../api/orders/refunds/refund-order.ts';
import { refundableNow, refundsOfParcel } from '../../../api/orders/refunds/refund-queries.ts';
import { globalId } from '../../../api/platform/keys.ts';
import { type MarketWorld, openMarketWorld } from '../../support/market-world.ts';
import { bringToPoint, reverse, sweep } from '../journeys.ts';
import { parcelsOf } from '../read-back.ts';
import { aCollectedOrder, aPaidOrder, type RefundStage } from './refund-stage.ts';

let world: MarketWorld;
beforeAll(async () => {
  world = await openMarketWorld();
});
afterAll(() => world.close());

const as = ({ actor }: { actor: RefundStage['seller']['actor'] }) => world.context(actor);
const piece = ({ parcelId, lineId }: RefundStage) => ({
  parcelId,
  lines: [{ lineId, quantity: 1 }],
  reason: 'Basi',
  idempotencyKey: randomUUID(),
});
const gift = ({ parcelId }: RefundStage, borneBy: 'SELLER' | 'MARKET') => ({
  parcelId,
  amount: 5_000,
  borneBy,
  reason: 'Maaf ya',
  idempotencyKey: randomUUID(),
});

async function parcelNow({ market, order }: RefundStage): Promise<Parcel> {
  return (await parcelsOf(world, market, order))[0]!;
}

/** What the seller gets for the first parcel, by a request of its own. */
async function earned(staged: RefundStage): Promise<number> {
  return earningsOf(world.context(), await parcelNow(staged));
}

describe('what the seller gets for a parcel', () => {
  test('is less by what refunds took of it, also after it was released; a kindness of the market takes nothing', async () => {
    const staged = await aCollectedOrder(world);
    expect(await earned(staged)).toBe(29_100);
    await refundLines(as(staged.seller), piece(staged));
    expect(await earned(staged)).toBe(19_401);
    await world.advance(48 * 3_600);
    await sweep(world);
    await giveGoodwill(as(staged.curator), gift(staged, 'MARKET'));
    expect(await earned(staged)).toBe(19_401);
    await giveGoodwill(as(staged.curator), gift(staged, 'SELLER'));
    expect(await earned(staged)).toBe(14_401);
    await refundParcel(as(staged.curator), staged.parcelId, 'Semua');
    expect(await earned(staged)).toBe(0);
  });

  test('is nothing once the parcel was rejected, returned, or its payment taken back', async () => {
    const rejected = await aPaidOrder(world);
    await rejectParcel(as(rejected.seller), rejected.parcelId, 'Habis');
    expect(await earned(rejected)).toBe(0);
    const returned = await aPaidOrder(world);
    const [parcel] = await bringToPoint(world, returned.market, returned.order);
    await world.advance(30 * 86_400);
    await sweep(world);
    expect(await earned(returned)).toBe(29_100);
    const { pointId, operator } = returned.market;
    await returnParcel(world.context(operator.actor), { pointId, parcelCode: parcel!.code });
    expect(await earned(returned)).toBe(0);
    const reversed = await aPaidOrder(world, 2, 'VA_PERMATA');
    await reverse(world, reversed.order);
    expect(await earned(reversed)).toBe(0);
  });

  test('of a cash order is what it will be, and nothing when it was called off', async () => {
    const staged = await aPaidOrder(world, 1, 'CASH');
    expect(await earned(staged)).toBe(29_100);
    await cancelOrder(as(staged.buyer), globalId('Order', staged.order.key), null);
    expect(await earned(staged)).toBe(0);
  });
});

describe('what a parcel says of its refunds', () => {
  test('is what can be refunded still, and each refund with who bears it', async () => {
    const staged = await aCollectedOrder(world);
    await refundLines(as(staged.seller), piece(staged));
    await giveGoodwill(as(staged.curator), gift(staged, 'MARKET'));
    const ctx = as(staged.curator);
    expect(await refundableNow(ctx, await parcelNow(staged))).toBe(32_000 - 10_666 - 5_000);
    expect(await refundsOfParcel(ctx, staged.parcels[0]!.key)).toMatchObject([
      { number: 1, kind: 'LINES', bearer: 'SALE', amount: 10_666, reason: 'Basi' },
      { number: 2, kind: 'GOODWILL', bearer: 'MARKET', amount: 5_000, reason: 'Maaf ya' },
    ]);
  });

  test('is how much certain pieces would bring back, before they do; nothing is said of pieces that it does not have', async () => {
    const staged = await aPaidOrder(world);
    const says = async (...lines: [lineId: string, quantity: number][]): Promise<number | null> => {
      const wanted = lines.map(([lineId, quantity]) => ({ lineId, quantity }));
      return refundForPieces(as(staged.seller), await parcelNow(staged), wanted);
    };
    const { lineId } = staged;
    const before = await says([lineId, 1]);
    expect(await says()).toBe(0);
    expect(await says([lineId, 3])).toBe(32_000);
    await refundLines(as(staged.seller), piece(staged));
    expect((await parcelNow(staged)).refundDue).toBe(before);
    for (const none of [
      [lineId, 3],
      [lineId, 0],
      [staged.parcelId, 1],
    ] as [string, number][])
      expect(await says(none)).toBeNull();
    expect(await says([lineId, 1], [lineId, 1])).toBeNull();
  });

  test('is that nothing can be refunded while nothing is paid, and once the bank took it back', async () => {
    const unpaid = await aPaidOrder(world, 1, 'CASH');
    expect(await refundableNow(world.context(), await parcelNow(unpaid))).toBe(0);
    expect(await refundForPieces(as(unpaid.seller), await parcelNow(unpaid), piece(unpaid).lines)).toBeNull();
    const reversed = await aPaidOrder(world, 1, 'VA_PERMATA');
    await reverse(world, reversed.order);
    expect(await refundableNow(world.context(), await parcelNow(reversed))).toBe(0);
    expect(await refundForPieces(as(reversed.seller), await parcelNow(reversed), piece(reversed).lines)).toBeNull();
  });
});
