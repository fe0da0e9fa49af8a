import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { VoucherWanted } from '../../api/carts/vouchers/create-voucher.ts';
import { cancelParcel } from '../../api/orders/cancel-parcel.ts';
import { returnParcel } from '../../api/orders/counter.ts';
import type { Order } from '../../api/orders/index.ts';
import { placeOrder } from '../../api/orders/place-order.ts';
import { giveGoodwill } from '../../api/orders/refunds/give-goodwill.ts';
import { Payment } from '../../api/payments/index.ts';
import { globalId } from '../../api/platform/keys.ts';
import { booksOf } from '../orders/books.ts';
import { bringToPoint, handOver, orderNow, pay, reverse, sweep } from '../orders/journeys.ts';
import { parcelsOf } from '../orders/read-back.ts';
import { aCurator } from '../support/makers/accounts.ts';
import { aMarket, type Buyer, type Market, orderOf } from '../support/makers/orders.ts';
import { aBuyerWith, aVoucher } from '../support/makers/vouchers.ts';
import { type MarketWorld, openMarketWorld } from '../support/market-world.ts';

let world: MarketWorld;
beforeAll(async () => {
  world = await openMarketWorld();
});
afterAll(() => world.close());

/** A paid order of one piece of each of some things at 10,000, fee 2,000 each, with a voucher. */
async function aPaidOrder(
  asked: Partial<VoucherWanted> & { sellers?: boolean },
  discount: number,
  shops = 1,
): Promise<{ market: Market; order: Order; buyer: Buyer }> {
  const { sellers, ...terms } = asked;
  const market = await aMarket(world, { shops, price: 10_000, holdingDays: 1 });
  const sellerIds = sellers ? market.stalls.map(({ seller }) => globalId('Seller', seller.key)) : [];
  const buyer = await aBuyerWith(world, market, await aVoucher(world, { ...terms, sellerIds }), { discount });
  const order = await placeOrder(world.context(buyer.actor), orderOf(buyer));
  await pay(world, order);
  return { market, order, buyer };
}

const MARKET_BEARS = { kind: 'AMOUNT', amount: 2_000 } as const;
const SHARED = { kind: 'AMOUNT', amount: 2_000, sellers: true, sellerPercent: 25 } as const;
const FREE_FEE = { kind: 'FREE_POINT_FEE' } as const;
const FREE_FEE_BY_SHOP = { kind: 'FREE_POINT_FEE', sellers: true, sellerPercent: 100 } as const;
const ALL_OFF = { kind: 'PERCENTAGE', percent: 100 } as const;

describe('rule 2: what a voucher takes off is booked where it is borne', () => {
  test.each([
    [
      'by the market: the seller is paid as if sold at full price',
      MARKET_BEARS,
      2_000,
      {
        PROVIDER_CLEARING: 10_000,
        VOUCHER_COST: 2_000,
        SELLER_HELD: 9_700,
        COMMISSION: 300,
        POINT_HELD: 2_000,
      },
    ],
    [
      'by both: the commission is on what the seller sold for',
      SHARED,
      2_000,
      {
        PROVIDER_CLEARING: 10_000,
        VOUCHER_COST: 1_500,
        SELLER_HELD: 9_215,
        COMMISSION: 285,
        POINT_HELD: 2_000,
      },
    ],
    [
      'a fee by the market: the point earns it all the same',
      FREE_FEE,
      2_000,
      {
        PROVIDER_CLEARING: 10_000,
        VOUCHER_COST: 2_000,
        SELLER_HELD: 9_700,
        COMMISSION: 300,
        POINT_HELD: 2_000,
      },
    ],
    [
      'a fee by the shop',
      FREE_FEE_BY_SHOP,
      2_000,
      {
        PROVIDER_CLEARING: 10_000,
        SELLER_HELD: 7_760,
        COMMISSION: 240,
        POINT_HELD: 2_000,
      },
    ],
    [
      'goods for nothing',
      ALL_OFF,
      10_000,
      {
        PROVIDER_CLEARING: 2_000,
        VOUCHER_COST: 10_000,
        SELLER_HELD: 9_700,
        COMMISSION: 300,
        POINT_HELD: 2_000,
      },
    ],
  ] as const)('%s', async (_, asked, discount, books) => {
    const { order } = await aPaidOrder(asked, discount);
    expect(await booksOf(world, order)).toEqual(books);
    const payment = await world.context().em.fork().findOneOrFail(Payment, { reference: order.key });
    expect(payment.items.reduce((sum, { price, quantity }) => sum + price * quantity, 0)).toBe(12_000 - discount);
  });

  test.each([
    ['the market', MARKET_BEARS, 2_000],
    ['both', SHARED, 2_000],
    ['the market, of the fee', FREE_FEE, 2_000],
    ['the market, of all goods', ALL_OFF, 10_000],
  ] as const)(
    'a whole refund returns what was paid and leaves nothing of a voucher borne by %s',
    async (_, asked, discount) => {
      const { market, order, buyer } = await aPaidOrder(asked, discount);
      const [parcel] = await parcelsOf(world, market, order);
      await cancelParcel(world.context(buyer.actor), globalId('Parcel', parcel!.key));
      await sweep(world);
      const { refundDueTotal } = await orderNow(world, order);
      expect(refundDueTotal).toBe(12_000 - discount);
      expect(await booksOf(world, order)).toEqual({
        PROVIDER_CLEARING: 12_000 - discount,
        REFUND_DUE: 12_000 - discount,
      });
    },
  );

  test('one of two parcels is refunded with its part of the discount alone', async () => {
    const { market, order, buyer } = await aPaidOrder({ kind: 'AMOUNT', amount: 3_001 }, 3_001, 2);
    const [parcel, other] = await parcelsOf(world, market, order);
    await cancelParcel(world.context(buyer.actor), globalId('Parcel', parcel!.key));
    const { refundDueTotal } = await orderNow(world, order);
    expect(refundDueTotal).toBe(12_000 - parcel!.goodsDiscount);
    expect(parcel!.goodsDiscount + other!.goodsDiscount).toBe(3_001);
    expect(await booksOf(world, order)).toEqual({
      PROVIDER_CLEARING: 20_999,
      REFUND_DUE: 12_000 - parcel!.goodsDiscount,
      VOUCHER_COST: other!.goodsDiscount,
      SELLER_HELD: 9_700,
      COMMISSION: 300,
      POINT_HELD: 2_000,
    });
  });

  test.each([
    ['goods', MARKET_BEARS, 2_000, 8_000],
    ['the fee, which the buyer then owes after all', FREE_FEE, 2_000, 8_000],
    ['all goods: nothing was paid for them', ALL_OFF, 10_000, 0],
  ] as const)(
    'uncollected, a voucher off %s falls away, and the point keeps its fee',
    async (_, asked, discount, back) => {
      const { market, order } = await aPaidOrder(asked, discount);
      const [parcel] = await bringToPoint(world, market, order);
      await world.advance(3 * 86_400);
      await sweep(world);
      await returnParcel(world.context(market.operator.actor), { pointId: market.pointId, parcelCode: parcel!.code });
      expect((await orderNow(world, order)).refundDueTotal).toBe(back);
      const due = back > 0 ? { REFUND_DUE: back } : {};
      expect(await booksOf(world, order)).toEqual({
        PROVIDER_CLEARING: 12_000 - discount,
        POINT_PAYABLE: 2_000,
        ...due,
      });
    },
  );

  test('a kindness for a parcel that came back, whose goods a voucher had paid for, pays its seller nothing', async () => {
    const { market, order } = await aPaidOrder(ALL_OFF, 10_000);
    const [parcel] = await bringToPoint(world, market, order);
    await world.advance(3 * 86_400);
    await sweep(world);
    await returnParcel(world.context(market.operator.actor), { pointId: market.pointId, parcelCode: parcel!.code });
    const { actor } = await aCurator(world);
    const gift = { parcelId: globalId('Parcel', parcel!.key), reason: 'Maaf', borneBy: 'POINT', amount: 500 } as const;
    await giveGoodwill(world.context(actor), { ...gift, idempotencyKey: 'maaf' });
    expect(await booksOf(world, order)).toEqual({ PROVIDER_CLEARING: 2_000, POINT_PAYABLE: 1_500, REFUND_DUE: 500 });
  });

  test('a payment taken back undoes the sale with its voucher', async () => {
    const market = await aMarket(world, { shops: 1, price: 10_000 });
    const buyer = await aBuyerWith(world, market, await aVoucher(world, sharedAmong(market)), { discount: 2_000 });
    const order = await placeOrder(world.context(buyer.actor), orderOf(buyer, 'VA_PERMATA'));
    await pay(world, order);
    await reverse(world, order);
    expect(await booksOf(world, order)).toEqual({});
  });

  test('collected and past complaint, what is released are the parts of seller and point', async () => {
    const { market, order } = await aPaidOrder(SHARED, 2_000);
    await bringToPoint(world, market, order);
    await handOver(world, market, order);
    await world.advance(49 * 3_600);
    await sweep(world);
    expect(await booksOf(world, order)).toMatchObject({
      SELLER_PAYABLE: 9_215,
      POINT_PAYABLE: 2_000,
      VOUCHER_COST: 1_500,
    });
  });
});

/** The shared voucher for a market that is there already. */
function sharedAmong({ stalls }: Market): Partial<VoucherWanted> {
  const { sellers: _, ...terms } = SHARED;
  return { ...terms, sellerIds: stalls.map(({ seller }) => globalId('Seller', seller.key)) };
}
