import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { discounted, parcelsOf } from '../../api/carts/parcels-of.ts';
import type { PricedLine } from '../../api/carts/price-lines.ts';
import type { QuoteParcel } from '../../api/carts/quote.ts';
import { type DiscountTerms, discountOf } from '../../api/carts/vouchers/discount.ts';
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
