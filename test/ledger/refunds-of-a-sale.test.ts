import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DiscountTerms, discountOf } from '../../api/carts/vouchers/discount.ts';
import { commissionOn, communityShareOn } from '../../api/ledger/index.ts';
import { type AccountName, ledgerAccountKey } from '../../api/ledger/ledger-account.ts';
import type { PostingLine } from '../../api/ledger/post.ts';
import { takeBack } from '../../api/ledger/refund-postings.ts';
import { credits, type Sale } from '../../api/ledger/sale-postings.ts';

/** A sale as orders freeze it: commission and share by their own rules, a voucher by its own. */
const sale: fc.Arbitrary<Sale> = fc
  .record({
    lines: fc.array(fc.record({ total: fc.integer({ min: 1, max: 3_000_000_000 }), isInScope: fc.boolean() }), {
      minLength: 1,
      maxLength: 4,
    }),
    pointFee: fc.constantFrom(2_000, 3_000, 5_000), // without one a voucher could leave nothing to pay
    hasCommunity: fc.boolean(),
    terms: fc.oneof(
      fc.constant(null),
      fc.record({
        kind: fc.constantFrom('PERCENTAGE' as const, 'FREE_POINT_FEE' as const),
        percent: fc.integer({ min: 1, max: 100 }),
        amount: fc.constant(null),
        maxDiscount: fc.constant(null),
        sellerPercent: fc.oneof(fc.constantFrom(0, 50, 100), fc.nat(100)),
      }),
    ),
  })
  .map(({ lines, pointFee, hasCommunity, terms }) => {
    const goodsTotal = lines.reduce((sum, { total }) => sum + total, 0);
    const none = { goodsDiscount: 0, feeDiscount: 0, sellerDiscount: 0 };
    const [off = none] = terms ? discountOf(terms as DiscountTerms, [{ lines, pointFee }]) : [];
    const { goodsDiscount, feeDiscount, sellerDiscount } = off;
    const earning = goodsTotal - sellerDiscount;
    return {
      ...{ key: 'parcel', sellerKey: 'seller', pickupPointKey: 'point', communityKey: hasCommunity ? 'site' : null },
      ...{ goodsTotal, pointFee, goodsDiscount, feeDiscount, sellerDiscount },
      commission: commissionOn(earning),
      communityShare: hasCommunity ? communityShareOn(earning) : 0,
    };
  });
/** Refunds, each in thousandths of what is left; now and then one alone bears it. */
const refunds = fc.array(
  fc.record({
    part: fc.nat(1_000),
    borneBy: fc.constantFrom(null, null, null, 'SELLER_HELD', 'COMMISSION', 'POINT_HELD'),
  }),
  { maxLength: 8 },
);

const sum = (lines: readonly PostingLine[]): number => lines.reduce((total, { amount }) => total + amount, 0);
const nameOf = (account: AccountName): string => ledgerAccountKey(account);

/** What is left to everybody after these lines. */
function after(left: readonly PostingLine[], taken: readonly PostingLine[]): PostingLine[] {
  return left.map(({ account, amount }) => ({
    account,
    amount: amount + sum(taken.filter((line) => nameOf(line.account) === nameOf(account))),
  }));
}

describe('any sale', () => {
  test('is shared out to the rupiah: what everybody has, and the market gave, is what the buyer paid', () => {
    fc.assert(
      fc.property(sale, (sold) => {
        const { goodsTotal, pointFee, goodsDiscount, feeDiscount } = sold;
        expect(-sum(credits(sold))).toBe(goodsTotal + pointFee - goodsDiscount - feeDiscount);
        expect(credits(sold).every(({ amount }) => Number.isSafeInteger(amount))).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test('refunded once is taken from everybody in proportion, nobody a rupiah off', () => {
    fc.assert(
      fc.property(sale, fc.nat(1_000), (sold, part) => {
        const parts = credits(sold);
        const paid = -sum(parts);
        const amount = Number((BigInt(paid) * BigInt(part)) / 1_000n);
        const taken = takeBack(parts, amount);
        expect(sum(taken)).toBe(amount);
        for (const [at, { amount: some }] of taken.entries()) {
          const exact = paid === 0 ? 0 : (-parts[at]!.amount / paid) * amount;
          // The market's gift is cut down first, and what others give is shared out of the rest: a rupiah each.
          expect(Math.abs(some - exact)).toBeLessThanOrEqual(2 + Math.abs(exact) * 1e-9);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test('refunded in any parts, some borne by one alone, comes to the whole exactly and leaves nobody anything', () => {
    fc.assert(
      fc.property(sale, refunds, (sold, wanted) => {
        let left = credits(sold);
        const paid = -sum(left);
        let refunded = 0;
        for (const { part, borneBy } of [...wanted, { part: 1_000, borneBy: null }]) {
          const all = paid - refunded;
          const amount = Number((BigInt(all) * BigInt(part)) / 1_000n);
          const one = left.find(({ account }) => account.kind === borneBy);
          const taken = one ? [{ account: one.account, amount }] : takeBack(left, amount);
          expect(sum(taken)).toBe(amount);
          expect(taken.every((line) => Number.isSafeInteger(line.amount))).toBe(true);
          left = after(left, taken);
          refunded += amount;
          expect(sum(left) + paid - refunded).toBe(0);
        }
        expect(refunded).toBe(paid);
        expect(left.map(({ amount }) => amount)).toEqual(left.map(() => 0));
      }),
      { numRuns: 3_000 },
    );
  });
});
