import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { discounted, parcelsOf } from '../../api/carts/parcels-of.ts';
import type { PricedLine } from '../../api/carts/price-lines.ts';
import { pricedWith, summed } from '../../api/carts/price-parcels.ts';
import type { QuoteParcel } from '../../api/carts/quote.ts';
import { type DiscountTerms, discountOf } from '../../api/carts/vouchers/discount.ts';
import type { HeldVoucher } from '../../api/carts/vouchers/held-voucher.ts';
import { itemsOf } from '../../api/orders/charge-at-point.ts';
import { copyQuote } from '../../api/orders/copy-quote.ts';
import { paymentOf } from '../../api/orders/place-order.ts';
import { PAYMENT_DEFAULTS, type PaymentItem, PaymentMethod } from '../../api/payments/index.ts';
import { offerOf } from '../../api/payments/method-offers.ts';
import { chargeBody } from '../../api/payments/midtrans/midtrans-charge.ts';
import type { Tx } from '../../api/platform/database/transaction.ts';
import { oneLine } from '../../api/platform/one-line.ts';
import { readCharge } from '../../simulators/midtrans/charge-request.ts';
import { countOf, LONG, reached } from '../payments/bars/bar.ts';

/** Carts that are tried: 5,000 with every run of the tests, 100,000 before a release. */
const CARTS = countOf('M11', 5_000);

interface RandomLine {
  readonly seller: number;
  readonly unitPrice: number;
  readonly quantity: number;
  readonly weightGrams: number;
  readonly isInScope: boolean;
}

const price = fc.oneof(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 500, max: 50_000_000 }));
const lines: fc.Arbitrary<RandomLine[]> = fc.array(
  fc.record({
    seller: fc.nat(3),
    unitPrice: price,
    quantity: fc.integer({ min: 1, max: 999 }),
    weightGrams: fc.integer({ min: 1, max: 20_000 }),
    isInScope: fc.boolean(),
  }),
  { minLength: 1, maxLength: 12 },
);
const sellerPercent = fc.oneof(fc.constantFrom(0, 50, 100), fc.nat(100));
const none = { percent: null, amount: null, maxDiscount: null };
const terms: fc.Arbitrary<DiscountTerms> = fc
  .oneof(
    fc.record({
      kind: fc.constant('PERCENTAGE' as const),
      percent: fc.integer({ min: 1, max: 100 }),
      maxDiscount: fc.option(price),
      sellerPercent,
    }),
    fc.record({ kind: fc.constant('AMOUNT' as const), amount: price, sellerPercent }),
    fc.record({ kind: fc.constant('FREE_POINT_FEE' as const), sellerPercent }),
  )
  .map((some) => ({ ...none, ...some }));

function pricedLine(line: RandomLine, at: number): PricedLine {
  const { seller, unitPrice, quantity, weightGrams } = line;
  const keys = {
    lineKey: `line-${at}`,
    variantKey: `variant-${at}`,
    productKey: `product-${at}`,
    sellerKey: `${seller}`,
  };
  const words = { title: 'Keripik', variantName: '', sku: 'K', photoHash: null };
  const state = { selected: true, counts: true, left: 999, issue: null, priceWhenAdded: unitPrice };
  return { ...keys, ...words, ...state, unitPrice, quantity, weightGrams, total: unitPrice * quantity };
}

/** The parcels of a random cart without and with the voucher. */
function parcelsWith(some: readonly RandomLine[], voucher: DiscountTerms, hasCommunity: boolean) {
  const full = parcelsOf(some.map(pricedLine), hasCommunity);
  const inScope = (key: string): boolean => some[Number(key.slice('line-'.length))]!.isInScope;
  const scoped = full.map((parcel) => ({
    pointFee: parcel.pointFee,
    lines: parcel.lines.map(({ lineKey, total }) => ({ total, isInScope: inScope(lineKey) })),
  }));
  const off = discountOf(voucher, scoped);
  return { full, scoped, off, parcels: full.map((parcel, at) => discounted(parcel, off[at]!, hasCommunity)) };
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
const sellerPart = ({ goodsTotal, sellerDiscount, commission }: QuoteParcel): number =>
  goodsTotal - sellerDiscount - commission;

describe('M11: random carts with vouchers', () => {
  test(
    'are whole rupiah, and what the buyer pays is the sum of the lines and of all shares',
    () => {
      fc.assert(
        fc.property(lines, terms, fc.boolean(), (some, voucher, hasCommunity) => {
          const { parcels } = parcelsWith(some, voucher, hasCommunity);
          for (const parcel of parcels) {
            const { goodsDiscount, feeDiscount, sellerDiscount, pointFee, commission, communityShare, total } = parcel;
            const amounts = [...Object.values(parcel), ...parcel.lines.map(({ discount }) => discount)];
            const isBroken = (amount: unknown): boolean => typeof amount === 'number' && !Number.isSafeInteger(amount);
            expect(amounts.filter(isBroken)).toEqual([]);
            const ofLines = sum(parcel.lines.map((line) => line.total - line.discount));
            expect(total).toBe(ofLines + pointFee - feeDiscount);
            expect(goodsDiscount).toBe(sum(parcel.lines.map(({ discount }) => discount)));
            const ofMarket = goodsDiscount + feeDiscount - sellerDiscount;
            const shares = [sellerPart(parcel), commission - communityShare, communityShare, pointFee];
            expect(sum(shares) - ofMarket).toBe(total);
            const parts = [...shares, ofMarket, sellerDiscount, goodsDiscount, feeDiscount];
            expect(parts.filter((part) => part < 0)).toEqual([]);
            // The buyer has always paid what the point earns, and never nothing.
            expect(total).toBeGreaterThanOrEqual(pointFee);
            expect(total).toBeGreaterThan(0);
          }
        }),
        { numRuns: CARTS },
      );
      reached('M11', { carts: CARTS });
    },
    LONG,
  );

  test('take off what the terms say, never more than the goods, and nothing off other goods', () => {
    fc.assert(
      fc.property(lines, terms, (some, voucher) => {
        const { scoped, off, full } = parcelsWith(some, voucher, false);
        const inScope = scoped.map((parcel) => sum(parcel.lines.map((line) => (line.isInScope ? line.total : 0))));
        const all = sum(inScope);
        const taken = sum(off.map(({ goodsDiscount }) => goodsDiscount));
        const byKind = {
          PERCENTAGE: Math.min(Number((BigInt(all) * BigInt(voucher.percent ?? 0)) / 100n), voucher.maxDiscount ?? all),
          AMOUNT: Math.min(voucher.amount ?? 0, all),
          FREE_POINT_FEE: 0,
        };
        expect(taken).toBe(byKind[voucher.kind]);
        off.forEach((parcel, at) => {
          const exact = all === 0 ? 0n : (BigInt(inScope[at]!) * BigInt(taken)) / BigInt(all);
          expect(BigInt(parcel.goodsDiscount) - exact).toBeGreaterThanOrEqual(0n);
          expect(BigInt(parcel.goodsDiscount) - exact).toBeLessThanOrEqual(1n);
          const most = scoped[at]!.lines.map(({ total, isInScope }) => (isInScope ? total : 0));
          expect(parcel.lines.filter((discount, line) => discount < 0 || discount > most[line]!)).toEqual([]);
          const isFree = voucher.kind === 'FREE_POINT_FEE' && inScope[at]! > 0;
          const { pointFee, goodsTotal } = full[at]!;
          expect(parcel.feeDiscount).toBe(isFree ? Math.min(pointFee, goodsTotal) : 0);
          const borne = parcel.goodsDiscount + parcel.feeDiscount;
          expect(Math.abs(parcel.sellerDiscount - (borne * voucher.sellerPercent) / 100)).toBeLessThanOrEqual(0.5);
        });
      }),
      { numRuns: CARTS },
    );
  });

  test('the seller is paid as if sold at full price, when the market bears the voucher', () => {
    fc.assert(
      fc.property(lines, terms, (some, voucher) => {
        const { full, parcels } = parcelsWith(some, { ...voucher, sellerPercent: 0 }, true);
        expect(parcels.map(sellerPart)).toEqual(full.map(sellerPart));
        expect(parcels.map(({ commission }) => commission)).toEqual(full.map(({ commission }) => commission));
      }),
    );
  });
});

/** Characters in titles: of one place and of several, and what the provider does not take. */
const character = fc.constantFrom('a', 'e', 'k', 'R', ' ', 'é', '|', '"', '\\', '🌶️', '👩‍👩‍👧', '𝕏', '<', '7');
const title = fc.string({ unit: character, minLength: 3, maxLength: 120 }).map(oneLine);
/** What sellers may call a product: 3 to 120 characters. */
const titles = fc.array(
  title.map((text) => [...text].slice(0, 120).join('')).filter((text) => [...text].length >= 3),
  { minLength: 12, maxLength: 12 },
);
const NOW = new Date('2026-03-10T03:00:00Z');
const METHODS = Object.values(PaymentMethod).filter((method) => method !== 'CASH');

/** The voucher as a cart finds it: everybody's, for the products in its scope. */
function heldWith(voucher: DiscountTerms, some: readonly RandomLine[]): HeldVoucher {
  const productKeys = some.flatMap(({ isInScope }, at) => (isInScope ? [`product-${at}`] : []));
  const limits = { limitTotal: null, uses: 0, limitPerBuyer: null, usedByBuyer: 0, minimumSpend: 0 };
  const ofPeriods = { period: null, limitPerPeriod: null, usedByBuyerInPeriod: 0, limitInPeriod: null };
  const scope = { sellerKeys: [], shops: [], productKeys, category: null, categoryEn: null };
  const life = { hasBegun: true, from: '', isOver: false, usedInPeriod: 0, again: null };
  return { ...voucher, ...limits, ...ofPeriods, ...scope, ...life, key: randomUUID(), code: 'HEMAT', name: 'Hemat' };
}

/** A random cart as an order takes it over: priced, quoted and copied as the program does it. */
function orderedWith(some: readonly RandomLine[], names: readonly string[], voucher: DiscountTerms | null) {
  const lines = some.map((line, at) => ({ ...pricedLine(line, at), variantKey: randomUUID(), title: names[at]! }));
  const full = parcelsOf(lines, false);
  const priced = voucher ? pricedWith(full, heldWith(voucher, some), false) : summed(full, null);
  const keys = { cartKey: randomUUID(), pickupPointKey: randomUUID(), communityKey: null, widgetKey: null };
  const quote = { ...keys, lines: priced.parcels.flatMap((parcel) => parcel.lines), ...priced };
  const tx = { context: { actor: { key: randomUUID() }, clock: { now: () => NOW } } } as unknown as Tx;
  const request = { paymentMethod: 'QRIS' as const, idempotencyKey: randomUUID() };
  return { quote, ...copyQuote(tx, quote, request, '', { payBy: NOW, expectedPickupAt: null }) };
}

/** What reaches the provider of a charge, as it reads it there; its items have gone through the database before. */
function sentFor(method: (typeof METHODS)[number], orderCode: string, amount: number, items: readonly PaymentItem[]) {
  const stored = JSON.parse(JSON.stringify(items)) as PaymentItem[];
  const ids = { providerOrderId: `${orderCode}-a1`, idempotencyKey: randomUUID(), orderCode };
  const body = chargeBody({ ...ids, method, amount, items: stored, secondsToPay: 900 }, 'https://berjubel.id/x');
  return JSON.parse(JSON.stringify(body)) as {
    transaction_details: { order_id: string; gross_amount: number };
    item_details?: PaymentItem[];
  };
}

/** What the provider demands of a charge and its lines (docs.midtrans.com, JSON objects), and that all of them are there. */
function expectTakable(body: ReturnType<typeof sentFor>, amount: number, count: number): void {
  const { transaction_details: details, item_details: items } = body;
  expect(details.gross_amount).toBe(amount);
  expect(details.order_id).toMatch(/^[A-Za-z0-9\-_~.]{1,50}$/);
  expect(items).toHaveLength(count);
  expect(sum(items!.map(({ price, quantity }) => price * quantity))).toBe(amount);
  const isBroken = ({ id, name, price, quantity }: PaymentItem): boolean =>
    ![amount, price, quantity, price * quantity].every(Number.isSafeInteger) ||
    price === 0 ||
    quantity < 1 ||
    [id, name].some((text) => text.length < 1 || text.length > 50 || !text.isWellFormed() || text.includes('|'));
  expect(items!.filter(isBroken)).toEqual([]);
  expect(readCharge(body as unknown as Record<string, unknown>, NOW)).toMatchObject({ grossAmount: amount });
}

describe('M11: what is sent to the provider about a random cart', () => {
  test(
    'names every line, the fees and the voucher, which sum to the amount that the buyer agreed to',
    () => {
      let withVoucher = 0;
      fc.assert(
        fc.property(lines, titles, fc.option(terms), fc.nat(), (some, names, voucher, chance) => {
          const { quote, order } = orderedWith(some, names, voucher);
          const { amount, items, orderCode } = paymentOf(order, quote);
          if (quote.discountTotal > 0) withVoucher += 1;
          expect(amount).toBe(sum(quote.parcels.map(({ total }) => total)));
          const able = METHODS.filter((method) => offerOf(method, amount, PAYMENT_DEFAULTS).isAvailable);
          const body = sentFor(able[chance % able.length]!, orderCode, amount, items);
          const discountLines = quote.discountTotal > 0 ? 1 : 0;
          expectTakable(body, amount, some.length + 1 + discountLines);
          expect(items.map(({ name }) => name).filter((name) => !name.isWellFormed())).toEqual([]);
        }),
        { numRuns: CARTS },
      );
      expect(withVoucher).toBeGreaterThan(CARTS / 4);
      reached('M11', { sent: CARTS, withVoucher });
    },
    LONG,
  );

  test('names every parcel that a code at the counter charges', () => {
    fc.assert(
      fc.property(lines, titles, fc.option(terms), (some, names, voucher) => {
        const due = orderedWith(some, names, voucher).parcels;
        const amount = sum(due.map(({ total }) => total));
        fc.pre(offerOf('QRIS', amount, PAYMENT_DEFAULTS).isAvailable);
        expectTakable(sentFor('QRIS', 'BJ-0000000', amount, itemsOf(due)), amount, due.length);
      }),
      { numRuns: 200, maxSkipsPerRun: 1_000 },
    );
  });
});
