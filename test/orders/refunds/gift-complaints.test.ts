import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { StoredProduct } from '../../../api/catalog/index.ts';
import { answerDispute } from '../../../api/orders/disputes/answer-dispute.ts';
import { decideDispute } from '../../../api/orders/disputes/decide-dispute.ts';
import { openDispute } from '../../../api/orders/disputes/open-dispute.ts';
import { OrderLine } from '../../../api/orders/index.ts';
import { placeOrder } from '../../../api/orders/place-order.ts';
import { refundLines } from '../../../api/orders/refunds/refund-lines.ts';
import { globalId } from '../../../api/platform/keys.ts';
import { aCurator } from '../../support/makers/accounts.ts';
import { aMarket, type Goods, orderOf, someGoods } from '../../support/makers/orders.ts';
import { aBuyerWith, aVoucher } from '../../support/makers/vouchers.ts';
import { type MarketWorld, openMarketWorld } from '../../support/market-world.ts';
import { booksOf } from '../books.ts';
import { bringToPoint, handOver, pay } from '../journeys.ts';
import { parcelsOf } from '../read-back.ts';
import { bookedBy } from './refund-stage.ts';

let world: MarketWorld;
beforeAll(async () => {
  world = await openMarketWorld();
});
afterAll(() => world.close());

/** A collected parcel of two gifts and a piece that the buyer paid, at 10,000 each; the market gave 20,000, the fee is 2,000. */
async function twoGifts() {
  const market = await aMarket(world, { shops: 1, price: 10_000 });
  const [stall] = market.stalls as [(typeof market.stalls)[0]];
  const one = { stock: 10, price: 10_000, weightGrams: 400 };
  const [second, paid] = [await someGoods(world, stall, one), await someGoods(world, stall, one)];
  const em = world.context().em.fork();
  const { categoryKey } = await em.findOneOrFail(StoredProduct, { key: stall.goods.productKey });
  await em.nativeUpdate(StoredProduct, { key: second.productKey }, { categoryKey });
  const terms = { kind: 'PERCENTAGE', percent: 100, categoryId: globalId('Category', categoryKey) } as const;
  // All goods travel in one parcel: one fee, not the three that the maker counts.
  const cart = { goods: [stall.goods, second, paid], discount: 20_000 + 2 * 2_000 };
  const buyer = await aBuyerWith(world, market, await aVoucher(world, terms), cart);
  const order = await placeOrder(world.context(buyer.actor), orderOf(buyer));
  await pay(world, order);
  await bringToPoint(world, market, order);
  await handOver(world, market, order);
  const [parcel] = await parcelsOf(world, market, order);
  const parcelId = globalId('Parcel', parcel!.key);
  const linesOf = async ({ variantKey }: Goods) => {
    const line = await em.findOneOrFail(OrderLine, { parcelKey: parcel!.key, variantKey });
    return [{ lineId: globalId('OrderLine', line.key), quantity: 1 }];
  };
  const seller = world.context(stall.owner.actor);
  const refund = async (goods: Goods): Promise<unknown> =>
    refundLines(seller, { parcelId, lines: await linesOf(goods), reason: 'Basi', idempotencyKey: randomUUID() });
  const complain = async (goods: Goods, amount: number | null): Promise<void> => {
    const said = { text: 'Sudah tengik.', photoUploadIds: [] };
    const about = { parcelId, reason: 'SPOILED', wish: 'ALL_BACK', lines: await linesOf(goods) } as const;
    const complaint = { ...about, ...said, idempotencyKey: randomUUID() };
    const { id: disputeId } = await openDispute(world.context(buyer.actor), complaint);
    await answerDispute(seller, { ...said, disputeId, answer: 'REFUSE', amount: null });
    const outcome = amount === null ? 'WHOLE' : 'PART';
    const decision = { disputeId, outcome, amount, borneBy: 'SELLER', reason: 'Terbukti.' } as const;
    await decideDispute(world.context((await aCurator(world)).actor), decision);
  };
  return { order, gift: stall.goods, other: second, paid, refund, complain };
}

describe('a gift that a complaint has brought back', () => {
  test('whole is not refunded again: the sale of the gift beside it stands', async () => {
    const staged = await twoGifts();
    const { order, gift, other, paid, refund, complain } = staged;
    await complain(gift, null);
    const books = await booksOf(world, order);
    expect(books).toMatchObject({ SELLER_HELD: 19_400, VOUCHER_COST: 10_000, REFUND_DUE: 666 });
    await expect(refund(gift)).rejects.toMatchObject({ code: 'NOTHING_LEFT' });
    expect(await booksOf(world, order)).toEqual(books);
    const booked = await bookedBy(world, staged, () => refund(paid));
    expect(booked).toEqual({ SELLER_HELD: -9_700, COMMISSION: -300, POINT_HELD: -667, REFUND_DUE: 10_667 });
    await refund(other);
    expect(await booksOf(world, order)).toEqual({ PROVIDER_CLEARING: 12_000, REFUND_DUE: 12_000 });
  });

  test('by half is refunded for the other half, and all together to the rupiah', async () => {
    const staged = await twoGifts();
    const { order, gift, other, paid, refund, complain } = staged;
    const half = { VOUCHER_COST: -5_000, SELLER_HELD: -4_850, COMMISSION: -150, POINT_HELD: -333, REFUND_DUE: 333 };
    expect(await bookedBy(world, staged, () => complain(gift, 333))).toEqual(half);
    expect(await bookedBy(world, staged, () => refund(gift))).toEqual(half);
    const booked = await bookedBy(world, staged, () => refund(paid));
    expect(booked).toEqual({ SELLER_HELD: -9_700, COMMISSION: -300, POINT_HELD: -667, REFUND_DUE: 10_667 });
    await refund(other);
    expect(await booksOf(world, order)).toEqual({ PROVIDER_CLEARING: 12_000, REFUND_DUE: 12_000 });
  });
});

test('a complaint about a piece that the buyer paid takes all of it, and leaves the gifts beside it what is theirs', async () => {
  const staged = await twoGifts();
  const { order, gift, other, paid, refund, complain } = staged;
  const booked = await bookedBy(world, staged, () => complain(paid, null));
  expect(booked).toEqual({ SELLER_HELD: -9_700, COMMISSION: -300, POINT_HELD: -666, REFUND_DUE: 10_666 });
  await expect(refund(paid)).rejects.toMatchObject({ code: 'NOTHING_LEFT' });
  const gifts = await bookedBy(world, staged, () => refund(gift));
  expect(gifts).toEqual({
    VOUCHER_COST: -10_000,
    SELLER_HELD: -9_700,
    COMMISSION: -300,
    POINT_HELD: -667,
    REFUND_DUE: 667,
  });
  await refund(other);
  expect(await booksOf(world, order)).toEqual({ PROVIDER_CLEARING: 12_000, REFUND_DUE: 12_000 });
});
