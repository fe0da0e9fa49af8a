import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { priceLines, type Quote, quoteCart } from '../../api/carts/index.ts';
import { lockCart } from '../../api/carts/lock-cart.ts';
import { setCartLine } from '../../api/carts/set-cart-line.ts';
import { applyVoucher, removeVoucher } from '../../api/carts/vouchers/apply-voucher.ts';
import type { VoucherWanted } from '../../api/carts/vouchers/create-voucher.ts';
import { endVoucher } from '../../api/carts/vouchers/end-voucher.ts';
import { VOUCHER_SENTENCES } from '../../api/carts/vouchers/voucher-problem.ts';
import { placeOrder } from '../../api/orders/place-order.ts';
import { inTransaction } from '../../api/platform/database/transaction.ts';
import { say } from '../../api/platform/graphql/user-errors.ts';
import { globalId, newKey } from '../../api/platform/keys.ts';
import { expectRefusal, refusalOf } from '../support/expect-refusal.ts';
import { aPerson } from '../support/makers/accounts.ts';
import { aBuyer, aFullCart, aMarket, type Buyer, type Market, orderOf } from '../support/makers/orders.ts';
import { aBuyerWith, aShopVoucher, aVoucher } from '../support/makers/vouchers.ts';
import { type MarketWorld, openMarketWorld } from '../support/market-world.ts';

let world: MarketWorld;
/** Three shops, each with one thing at 10,000 that weighs little: fee 2,000. */
let market: Market;
beforeAll(async () => {
  world = await openMarketWorld();
  market = await aMarket(world, { shops: 3, price: 10_000, stock: 500 });
});
afterAll(() => world.close());

const quote = ({ actor, cartId }: Buyer): Promise<Quote> =>
  inTransaction(world.context(actor), async (tx) => {
    const cart = await lockCart(tx, actor, cartId);
    return quoteCart(tx, cart, await priceLines(tx, cart));
  });

/** The quote of a cart of one piece of each thing with such a voucher on it. */
async function quoteWith(asked: Partial<VoucherWanted>, quantity = 1): Promise<Quote> {
  return quote(await aBuyerWith(world, market, await aVoucher(world, asked), { quantity }));
}

const sellerId = (at: number): string => globalId('Seller', market.stalls[at]!.seller.key);
/** What each stall's parcel is cut by, in the order of the stalls. */
const cuts = ({ parcels }: Quote): number[] =>
  market.stalls.map(({ seller }) => {
    const { goodsDiscount, feeDiscount } = parcels.find(({ sellerKey }) => sellerKey === seller.key)!;
    return goodsDiscount + feeDiscount;
  });

describe('what a voucher takes off', () => {
  test('a percentage, rounded down, and no more than its cap', async () => {
    const uncapped = await quoteWith({ kind: 'PERCENTAGE', percent: 15 });
    expect(uncapped).toMatchObject({ goodsTotal: 30_000, pointFeeTotal: 6_000, discountTotal: 4_500, total: 31_500 });
    expect(cuts(uncapped)).toEqual([1_500, 1_500, 1_500]);
    const capped = await quoteWith({ kind: 'PERCENTAGE', percent: 15, maxDiscount: 4_000 });
    expect(capped.discountTotal).toBe(4_000);
    expect(cuts(capped).sort()).toEqual([1_333, 1_333, 1_334]);
  });

  test('an amount, split over the parcels to the rupiah, never more than the goods', async () => {
    const split = await quoteWith({ kind: 'AMOUNT', amount: 10_000 });
    expect(split).toMatchObject({ discountTotal: 10_000, total: 26_000 });
    expect(cuts(split).sort()).toEqual([3_333, 3_333, 3_334]);
    const large = await quoteWith({ kind: 'AMOUNT', amount: 50_000 });
    expect(large).toMatchObject({ discountTotal: 30_000, total: 6_000 });
  });

  test("the point's fees, which the point earns all the same", async () => {
    const free = await quoteWith({ kind: 'FREE_POINT_FEE' });
    expect(free).toMatchObject({ pointFeeTotal: 6_000, discountTotal: 6_000, total: 30_000 });
    expect(free.parcels.map(({ pointFee, feeDiscount }) => [pointFee, feeDiscount])).toEqual(
      Array(3).fill([2_000, 2_000]),
    );
  });

  test('only of the shops that it names', async () => {
    const quoted = await quoteWith({ kind: 'AMOUNT', amount: 3_000, sellerIds: [sellerId(0), sellerId(2)] });
    expect(cuts(quoted)).toEqual([1_500, 0, 1_500]);
    const fees = await quoteWith({ kind: 'FREE_POINT_FEE', sellerIds: [sellerId(1)] });
    expect(cuts(fees)).toEqual([0, 2_000, 0]);
  });

  test('only of its category and what stands below it', async () => {
    const [root, below, beside] = [newKey(), newKey(), newKey()];
    const db = world.context().em.fork();
    await db.execute(
      `insert into category (id, parent_id, slug, path, depth, name, name_en) values
         (?, null, 'minum-uji', 'minum-uji', 1, 'Minuman', 'Drinks'), (?, ?, 'jus-uji', 'minum-uji/jus-uji', 2, 'Jus', 'Juice'),
         (?, null, 'minum-uji-lain', 'minum-uji-lain', 1, 'Lain', 'Other')`,
      [root, below, root, beside],
    );
    for (const [at, category] of [root, below, beside].entries())
      await db.execute('update product set category_id = ? where id = ?', [
        category,
        market.stalls[at]!.goods.productKey,
      ]);
    const voucher = { kind: 'AMOUNT', amount: 4_000, categoryId: globalId('Category', root) } as const;
    expect(cuts(await quoteWith(voucher))).toEqual([2_000, 2_000, 0]);
    const other = await aBuyerWith(world, market, await aVoucher(world, voucher), { goods: [market.stalls[2]!.goods] });
    expect((await quote(other)).voucher?.problem).toEqual({
      code: 'VOUCHER_OTHER_CATEGORY',
      values: { category: 'Minuman', categoryEn: 'Drinks' },
    });
  });

  test('who bears it: what the seller gives away earns no commission, what the market gives does', async () => {
    const byMarket = await quoteWith({ kind: 'AMOUNT', amount: 9_000 });
    expect(byMarket.parcels.map(({ sellerDiscount, commission }) => [sellerDiscount, commission])).toEqual(
      Array(3).fill([0, 300]),
    );
    const sellers = [0, 1, 2].map(sellerId);
    const shared = await quoteWith({ kind: 'AMOUNT', amount: 9_000, sellerIds: sellers, sellerPercent: 40 });
    expect(shared.parcels.map(({ sellerDiscount, commission }) => [sellerDiscount, commission])).toEqual(
      Array(3).fill([1_200, 264]),
    );
    const own = await aShopVoucher(world, market.stalls[0]!, { kind: 'PERCENTAGE', percent: 50 });
    const quoted = await quote(await aBuyerWith(world, market, own));
    const parcel = quoted.parcels.find(({ sellerKey }) => sellerKey === market.stalls[0]!.seller.key);
    expect(parcel).toMatchObject({ goodsDiscount: 5_000, sellerDiscount: 5_000, commission: 150, total: 7_000 });
    expect(cuts(quoted)).toEqual([5_000, 0, 0]);
  });
});

describe('why a voucher does not hold', () => {
  const refused = async (asked: Partial<VoucherWanted>, after?: () => Promise<unknown>) => {
    const voucher = await aVoucher(world, asked);
    await after?.();
    const buyer = await aBuyer(world, market);
    return refusalOf(applyVoucher(world.context(buyer.actor), buyer.cartId, voucher.code));
  };

  test('no such code, whatever was typed', async () => {
    const buyer = await aBuyer(world, market);
    for (const typed of ['TIDAKADA', '', ' ', "'; drop table voucher", '💥💥💥💥', 'X'.repeat(5_000)])
      await expectRefusal(applyVoucher(world.context(buyer.actor), buyer.cartId, typed), 'VOUCHER_UNKNOWN');
  });

  test('the code is read as people type it', async () => {
    const { code, key } = await aVoucher(world);
    const buyer = await aBuyer(world, market);
    const typed = ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `;
    expect((await applyVoucher(world.context(buyer.actor), buyer.cartId, typed)).voucherKey).toBe(key);
  });

  test('its time has not begun: the day and hour in Depok are said', async () => {
    const startsAt = new Date(world.clock.now().getTime() + 3_600_000);
    expect(await refused({ startsAt })).toMatchObject({
      code: 'VOUCHER_NOT_BEGUN',
      field: ['code'],
      values: { from: '24-11-2026 10:00' },
    });
  });

  test('its time is over, to the instant; or it was ended', async () => {
    const endsAt = new Date(world.clock.now().getTime() + 60_000);
    const voucher = await aVoucher(world, { endsAt });
    const buyer = await aBuyerWith(world, market, voucher);
    world.clock.advance(59.999);
    expect((await quote(buyer)).discountTotal).toBe(1_000);
    world.clock.advance(0.001);
    expect((await quote(buyer)).voucher).toMatchObject({ discount: 0, problem: { code: 'VOUCHER_OVER' } });
    const curator = await aPerson(world, { roles: [['CURATOR', null]] });
    const ended = await aVoucher(world);
    await endVoucher(world.context(curator.actor), globalId('Voucher', ended.key));
    await expectRefusal(applyVoucher(world.context(buyer.actor), buyer.cartId, ended.code), 'VOUCHER_OVER');
  });

  test('it is used up', async () => {
    const voucher = await aVoucher(world, { limitTotal: 1 });
    const [first, second] = [await aBuyerWith(world, market, voucher), await aBuyerWith(world, market, voucher)];
    await placeOrder(world.context(first.actor), orderOf(first));
    expect((await quote(second)).voucher).toMatchObject({ discount: 0, problem: { code: 'VOUCHER_USED_UP' } });
    const late = await aBuyer(world, market);
    await expectRefusal(applyVoucher(world.context(late.actor), late.cartId, voucher.code), 'VOUCHER_USED_UP');
  });

  test('this buyer has used it as often as one may; another has not', async () => {
    const voucher = await aVoucher(world, { limitPerBuyer: 2 });
    const buyer = await aBuyerWith(world, market, voucher);
    await placeOrder(world.context(buyer.actor), orderOf(buyer));
    const again = { ...buyer, ...(await aFullCart(world, market, buyer)) };
    await applyVoucher(world.context(buyer.actor), again.cartId, voucher.code);
    await placeOrder(world.context(buyer.actor), orderOf({ ...again, total: again.total - 1_000 }));
    const third = await aFullCart(world, market, buyer);
    expect(await refusalOf(applyVoucher(world.context(buyer.actor), third.cartId, voucher.code))).toMatchObject({
      code: 'VOUCHER_USED_BY_YOU',
      values: { limit: 2 },
    });
    expect((await quote(await aBuyerWith(world, market, voucher))).discountTotal).toBe(1_000);
  });

  test.each([
    ['DAY', 'limitPerPeriod', 'VOUCHER_USED_TODAY', '25-11-2026 00:00', 15],
    ['WEEK', 'limitPerPeriod', 'VOUCHER_USED_THIS_WEEK', '30-11-2026 00:00', 6 * 24 - 9],
    ['MONTH', 'limitPerPeriod', 'VOUCHER_USED_THIS_MONTH', '01-12-2026 00:00', 7 * 24 - 9],
    ['DAY', 'limitInPeriod', 'VOUCHER_USED_UP_TODAY', '25-11-2026 00:00', 15],
    ['WEEK', 'limitInPeriod', 'VOUCHER_USED_UP_THIS_WEEK', '30-11-2026 00:00', 6 * 24 - 9],
    ['MONTH', 'limitInPeriod', 'VOUCHER_USED_UP_THIS_MONTH', '01-12-2026 00:00', 7 * 24 - 9],
  ] as const)('once a %s (%s) by the clock of Depok', async (period, limit, code, next, hoursLeft) => {
    const voucher = await aVoucher(world, { period, [limit]: 1 });
    const buyer = await aBuyerWith(world, market, voucher);
    await placeOrder(world.context(buyer.actor), orderOf(buyer));
    // Of all buyers it is another one who comes too late.
    const late = limit === 'limitInPeriod' ? await aBuyer(world, market) : buyer;
    const again = { ...late, ...(await aFullCart(world, market, late)) };
    const apply = () => applyVoucher(world.context(late.actor), again.cartId, voucher.code);
    await expectRefusal(apply(), code, ['code'], { limit: 1, again: next });
    const now = world.clock.now().getTime();
    // The clock began on a Tuesday at 09:00 in Depok, and has gone some minutes by now.
    const begins = new Date('2026-11-24T02:00:00Z').getTime() + hoursLeft * 3_600_000;
    world.clock.advance((begins - now) / 1000 - 1);
    await expectRefusal(apply(), code);
    world.clock.advance(1);
    await apply();
    expect((await quote(again)).discountTotal).toBe(1_000);
    world.clock.advance((now - world.clock.now().getTime()) / 1000);
  });

  test('in the last period of a voucher nobody is told to come back, nor when it is used up for good', async () => {
    const endsAt = new Date(world.clock.now().getTime() + 3_600_000);
    const ofAll = await aVoucher(world, { period: 'DAY', limitInPeriod: 1, endsAt });
    const first = await aBuyerWith(world, market, ofAll);
    const onCart = await aBuyerWith(world, market, ofAll);
    await placeOrder(world.context(first.actor), orderOf(first));
    expect((await quote(onCart)).voucher).toMatchObject({ discount: 0, problem: { code: 'VOUCHER_USED_UP' } });
    const ofBuyer = await aVoucher(world, { period: 'DAY', limitPerPeriod: 1, endsAt });
    const buyer = await aBuyerWith(world, market, ofBuyer);
    await placeOrder(world.context(buyer.actor), orderOf(buyer));
    const { cartId } = await aFullCart(world, market, buyer);
    // Nor a limit that is one of a period, and not of all of them.
    expect(await refusalOf(applyVoucher(world.context(buyer.actor), cartId, ofBuyer.code))).toMatchObject({
      code: 'VOUCHER_USED_UP_BY_YOU',
      values: {},
    });
    const gone = await aVoucher(world, { period: 'DAY', limitInPeriod: 1, limitTotal: 1 });
    const last = await aBuyerWith(world, market, gone);
    await placeOrder(world.context(last.actor), orderOf(last));
    await expectRefusal(applyVoucher(world.context(buyer.actor), cartId, gone.code), 'VOUCHER_USED_UP');
  });

  test('counts in its sentence are written as people here write them', () => {
    const { VOUCHER_USED_UP_TODAY: sentence } = VOUCHER_SENTENCES;
    const values = { limit: 100_000, again: '25-11-2026 00:00' };
    expect(say(sentence, 'id', values)).toContain(
      'sehari 100.000 pesanan dari semua pembeli. Bisa dipakai lagi mulai 25-11',
    );
    expect(say(sentence, 'en', values)).toContain('100,000 orders a day');
  });

  test('other shops only: the cart keeps the code and says which', async () => {
    const voucher = await aShopVoucher(world, market.stalls[0]!, { kind: 'AMOUNT', amount: 1_000 });
    const buyer = await aBuyerWith(world, market, voucher, { goods: [market.stalls[1]!.goods], discount: 0 });
    expect((await quote(buyer)).voucher).toMatchObject({
      discount: 0,
      problem: { code: 'VOUCHER_OTHER_SHOPS', values: { shops: market.stalls[0]!.seller.name } },
    });
    const variantId = globalId('Variant', market.stalls[0]!.goods.variantKey);
    await setCartLine(world.context(buyer.actor), { cartId: buyer.cartId, variantId, quantity: 1, selected: true });
    expect((await quote(buyer)).voucher).toMatchObject({ discount: 1_000, problem: null });
  });

  test('too little in its scope: how much is missing is said', async () => {
    const asked = { minimumSpend: 25_000, sellerIds: [sellerId(0), sellerId(1)] };
    const buyer = await aBuyerWith(world, market, await aVoucher(world, asked), { discount: 0 });
    expect((await quote(buyer)).voucher?.problem).toEqual({
      code: 'VOUCHER_TOO_LITTLE',
      values: { missing: 'Rp5.000', minimum: 'Rp25.000' },
    });
    expect((await quoteWith({ ...asked, minimumSpend: 20_000 })).discountTotal).toBe(1_000);
  });
});

describe('a voucher on a cart', () => {
  test('gives way to another, and can be taken off', async () => {
    const [one, other] = [await aVoucher(world), await aVoucher(world, { kind: 'FREE_POINT_FEE' })];
    const buyer = await aBuyerWith(world, market, one);
    const ctx = world.context(buyer.actor);
    await applyVoucher(ctx, null, other.code);
    expect(await quote(buyer)).toMatchObject({ discountTotal: 6_000, voucher: { code: other.code } });
    await removeVoucher(ctx, null);
    await removeVoucher(ctx, buyer.cartId);
    expect(await quote(buyer)).toMatchObject({ discountTotal: 0, voucher: null });
  });

  test("is nobody else's to put on or take off, and needs a cart", async () => {
    const { code } = await aVoucher(world);
    const buyer = await aBuyer(world, market);
    const other = world.context((await aPerson(world)).actor);
    await expectRefusal(applyVoucher(other, buyer.cartId, code), 'NOT_FOUND');
    await expectRefusal(removeVoucher(other, buyer.cartId), 'NOT_FOUND');
    await expectRefusal(applyVoucher(other, null, code), 'NOT_FOUND');
    await expectRefusal(removeVoucher(other, null), 'NOT_FOUND');
  });
});
