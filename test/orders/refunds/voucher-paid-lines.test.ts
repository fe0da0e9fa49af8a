import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { VoucherWanted } from '../../../api/carts/vouchers/create-voucher.ts';
import { StoredProduct } from '../../../api/catalog/index.ts';
import { cancelParcel } from '../../../api/orders/cancel-parcel.ts';
import { markParcelLost, returnParcel } from '../../../api/orders/counter.ts';
import { answerDispute } from '../../../api/orders/disputes/answer-dispute.ts';
import { decideDispute } from '../../../api/orders/disputes/decide-dispute.ts';
import { openDispute } from '../../../api/orders/disputes/open-dispute.ts';
import { OrderLine } from '../../../api/orders/index.ts';
import { placeOrder } from '../../../api/orders/place-order.ts';
import { refundLines } from '../../../api/orders/refunds/refund-lines.ts';
import { globalId } from '../../../api/platform/keys.ts';
import { aCurator } from '../../support/makers/accounts.ts';
import { aMarket, orderOf, someGoods } from '../../support/makers/orders.ts';
import { aBuyerWith, aVoucher } from '../../support/makers/vouchers.ts';
import { type MarketWorld, openMarketWorld } from '../../support/market-world.ts';
import { booksOf } from '../books.ts';
import { bringToPoint, handOver, pay, sweep } from '../journeys.ts';
import { parcelsOf } from '../read-back.ts';
import { bookedBy, refundsOf } from './refund-stage.ts';

let world: MarketWorld;
beforeAll(async () => {
  world = await openMarketWorld();
});
afterAll(() => world.close());

const FEE = 2_000;

/** A paid parcel of one piece that a voucher has paid whole and one that the buyer has paid; the fee is 2,000. */
async function aParcelWithAGift(byShop = 0, gift = 10_000, other = 10_000) {
  const market = await aMarket(world, { shops: 1, price: gift, holdingDays: 1 });
  const [stall] = market.stalls as [(typeof market.stalls)[0]];
  const paid = await someGoods(world, stall, { stock: 10, price: other, weightGrams: 400 });
  const { categoryKey } = await world.context().em.fork().findOneOrFail(StoredProduct, { key: stall.goods.productKey });
  const terms: Partial<VoucherWanted> = {
    kind: 'PERCENTAGE',
    percent: 100,
    categoryId: globalId('Category', categoryKey),
    ...(byShop > 0 ? { sellerIds: [globalId('Seller', stall.seller.key)], sellerPercent: byShop } : {}),
  };
  // Both goods travel in one parcel: one fee, not the two that the maker counts.
  const cart = { goods: [stall.goods, paid], discount: gift + FEE };
  const buyer = await aBuyerWith(world, market, await aVoucher(world, terms), cart);
  const order = await placeOrder(world.context(buyer.actor), orderOf(buyer));
  await pay(world, order);
  const [parcel] = await parcelsOf(world, market, order);
  const em = world.context().em.fork();
  const lineOf = ({ variantKey }: typeof paid) => em.findOneOrFail(OrderLine, { parcelKey: parcel!.key, variantKey });
  const parcelId = globalId('Parcel', parcel!.key);
  const missing = async (line: OrderLine, idempotencyKey: string = randomUUID()) =>
    refundLines(world.context(stall.owner.actor), {
      parcelId,
      lines: [{ lineId: globalId('OrderLine', line.key), quantity: 1 }],
      reason: 'Habis',
      idempotencyKey,
    });
  const stock = async (): Promise<unknown> => {
    const keys = [stall.goods.variantKey, paid.variantKey];
    return world
      .context()
      .read.rows(
        `select on_hand as "onHand", reserved from stock where variant_id = any($1::uuid[]) order by array_position($1::uuid[], variant_id)`,
        [keys],
      );
  };
  const cancel = () => cancelParcel(world.context(buyer.actor), parcelId);
  return {
    market,
    order,
    parcel: parcel!,
    gift: await lineOf(stall.goods),
    paid: await lineOf(paid),
    missing,
    stock,
    cancel,
    buyer,
    parcelId,
  };
}

describe('a piece that a voucher had paid whole', () => {
  test.each([
    ['the market', 0, { VOUCHER_COST: -10_000, SELLER_HELD: -9_700, COMMISSION: -300 }],
    ['the shop', 100, {}],
    ['both', 25, { VOUCHER_COST: -7_500, SELLER_HELD: -7_275, COMMISSION: -225 }],
  ])(
    'and is missing: %s gets back what it bore, the buyer the share of the fee, and the sale of the rest stands',
    async (_who, byShop, undone) => {
      const staged = await aParcelWithAGift(byShop);
      const booked = await bookedBy(world, staged, () => staged.missing(staged.gift));
      expect(booked).toEqual({ ...undone, POINT_HELD: -1_000, REFUND_DUE: 1_000 });
      expect(await refundsOf(world, staged)).toEqual([1_000]);
      expect(await staged.stock()).toEqual([
        { onHand: 9, reserved: 0 },
        { onHand: 9, reserved: 0 },
      ]);
      await staged.cancel();
      expect(await booksOf(world, staged.order)).toEqual({ PROVIDER_CLEARING: 12_000, REFUND_DUE: 12_000 });
      expect(await staged.stock()).toEqual([
        { onHand: 9, reserved: 0 },
        { onHand: 10, reserved: 0 },
      ]);
    },
  );

  test.each([
    ['the market', 0],
    ['the shop', 100],
    ['both', 25],
  ])('stays sold, and its voucher borne by %s, when the piece beside it is missing', async (_who, byShop) => {
    const staged = await aParcelWithAGift(byShop);
    const booked = await bookedBy(world, staged, () => staged.missing(staged.paid));
    expect(booked).toEqual({ SELLER_HELD: -9_700, COMMISSION: -300, POINT_HELD: -1_000, REFUND_DUE: 11_000 });
    await staged.cancel();
    expect(await booksOf(world, staged.order)).toEqual({ PROVIDER_CLEARING: 12_000, REFUND_DUE: 12_000 });
  });

  test('and whose share of the fee is no whole rupiah falls away without a refund: no call, no task, once', async () => {
    const staged = await aParcelWithAGift(0, 100, 1_000_000);
    const tasks = () => world.context().read.rows('select id from task');
    const before = await tasks();
    const booked = await bookedBy(world, staged, () => staged.missing(staged.gift, 'sekali'));
    await staged.missing(staged.gift, 'sekali');
    expect(booked).toEqual({ VOUCHER_COST: -100, SELLER_HELD: -97, COMMISSION: -3 });
    expect(await refundsOf(world, staged)).toEqual([]);
    expect(await tasks()).toEqual(before);
    const told = await world
      .context()
      .read.rows(
        `select name, facts from event where name in ('ParcelPartlyRefunded', 'ParcelPiecesMissing') and subject->>'orderKey' = $1`,
        [staged.order.key],
      );
    expect(told).toEqual([{ name: 'ParcelPiecesMissing', facts: { reason: 'Habis', tell: ['BUYER'] } }]);
    const line = await world.context().em.fork().findOneOrFail(OrderLine, { key: staged.gift.key });
    expect(line).toMatchObject({ refundedQuantity: 1, refundedTotal: 0 });
    expect(await staged.stock()).toEqual([
      { onHand: 9, reserved: 0 },
      { onHand: 9, reserved: 0 },
    ]);
    await staged.cancel();
    expect(await refundsOf(world, staged)).toEqual([1_002_000]);
    expect(await booksOf(world, staged.order)).toEqual({ PROVIDER_CLEARING: 1_002_000, REFUND_DUE: 1_002_000 });
  });

  test('and is spoiled: what a complaint brings back undoes its sale, a part of that a part', async () => {
    for (const [outcome, amount, undone] of [
      [
        'WHOLE',
        null,
        { VOUCHER_COST: -10_000, SELLER_HELD: -9_700, COMMISSION: -300, POINT_HELD: -1_000, REFUND_DUE: 1_000 },
      ],
      ['PART', 500, { VOUCHER_COST: -5_000, SELLER_HELD: -4_850, COMMISSION: -150, POINT_HELD: -500, REFUND_DUE: 500 }],
    ] as const) {
      const staged = await aParcelWithAGift();
      await bringToPoint(world, staged.market, staged.order);
      await handOver(world, staged.market, staged.order);
      const { id: disputeId } = await openDispute(world.context(staged.buyer.actor), {
        parcelId: staged.parcelId,
        reason: 'SPOILED',
        wish: 'ALL_BACK',
        lines: [{ lineId: globalId('OrderLine', staged.gift.key), quantity: 1 }],
        text: 'Sudah tengik.',
        photoUploadIds: [],
        idempotencyKey: randomUUID(),
      });
      const city = world.context((await aCurator(world)).actor);
      const seller = world.context(staged.market.stalls[0]!.owner.actor);
      await answerDispute(seller, { disputeId, answer: 'REFUSE', amount: null, text: 'Tidak.', photoUploadIds: [] });
      const decision = { disputeId, outcome, amount, borneBy: 'SELLER', reason: 'Terbukti.' } as const;
      const booked = await bookedBy(world, staged, () => decideDispute(city, decision));
      expect(booked).toEqual(undone);
    }
  });

  test('and is not collected: the voucher falls away, the buyer gets back what was paid for goods, the point keeps its fee', async () => {
    const { market, order, parcel, stock } = await aParcelWithAGift();
    await bringToPoint(world, market, order);
    await world.advance(3 * 86_400);
    await sweep(world);
    await returnParcel(world.context(market.operator.actor), { pointId: market.pointId, parcelCode: parcel.code });
    expect(await booksOf(world, order)).toEqual({
      PROVIDER_CLEARING: 12_000,
      POINT_PAYABLE: 2_000,
      REFUND_DUE: 10_000,
    });
    expect(await stock()).toEqual([
      { onHand: 10, reserved: 0 },
      { onHand: 10, reserved: 0 },
    ]);
  });

  test('and is lost at its point: the point owes what the voucher gave as well', async () => {
    const { market, order, parcel } = await aParcelWithAGift();
    await bringToPoint(world, market, order);
    await markParcelLost(world.context(market.operator.actor), globalId('Parcel', parcel.key), 'Hilang');
    expect(await booksOf(world, order)).toEqual({
      PROVIDER_CLEARING: 12_000,
      SELLER_HELD: 19_400,
      COMMISSION: 600,
      POINT_HELD: 2_000,
      POINT_PAYABLE: -22_000,
      REFUND_DUE: 12_000,
    });
  });
});
