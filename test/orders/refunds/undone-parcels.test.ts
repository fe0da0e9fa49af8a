import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DiscountTerms, discountOf } from '../../../api/carts/vouchers/discount.ts';
import { commissionOn, communityShareOn } from '../../../api/ledger/index.ts';
import type { PostingLine } from '../../../api/ledger/post.ts';
import { linesLessFee, linesOfRefund } from '../../../api/ledger/refund-postings.ts';
import { credits, type Sale } from '../../../api/ledger/sale-postings.ts';
import {
  piecesLeftOf,
  type RefundableLine,
  type RefundShare,
  refundOfAmount,
  refundOfPieces,
  refundOfRest,
} from '../../../api/orders/refunds/refund-shares.ts';

/** A parcel with what is left of it: its lines, its money, and what everybody has of its sale. */
interface Standing {
  readonly lines: readonly RefundableLine[];
  readonly left: number;
  readonly parts: readonly PostingLine[];
}

const lines = fc.array(
  fc.record({
    unitPrice: fc.oneof(fc.integer({ min: 1, max: 3_000 }), fc.integer({ min: 1, max: 2_000_000 })),
    quantity: fc.integer({ min: 1, max: 9 }),
    isInScope: fc.boolean(),
  }),
  { minLength: 1, maxLength: 4 },
);
const terms = fc.record({
  kind: fc.constantFrom('PERCENTAGE' as const, 'FREE_POINT_FEE' as const),
  percent: fc.oneof(fc.constant(100), fc.integer({ min: 1, max: 100 })),
  amount: fc.constant(null),
  maxDiscount: fc.constant(null),
  sellerPercent: fc.oneof(fc.constantFrom(0, 50, 100), fc.nat(100)),
});
const parcel = fc
  .record({ lines, terms, pointFee: fc.constantFrom(2_000, 5_000), hasCommunity: fc.boolean() })
  .map(({ lines: bought, terms: of, pointFee, hasCommunity }) => {
    const priced = bought.map((line) => ({ ...line, total: line.unitPrice * line.quantity }));
    const [off] = discountOf(of as DiscountTerms, [{ lines: priced, pointFee }]);
    const { goodsDiscount, feeDiscount, sellerDiscount } = off!;
    const goodsTotal = priced.reduce((sum, { total }) => sum + total, 0);
    const earning = goodsTotal - sellerDiscount;
    const sale: Sale = {
      ...{ key: 'parcel', sellerKey: 'seller', pickupPointKey: 'point', communityKey: hasCommunity ? 'site' : null },
      ...{ goodsTotal, pointFee, goodsDiscount, feeDiscount, sellerDiscount },
      commission: commissionOn(earning),
      communityShare: hasCommunity ? communityShareOn(earning) : 0,
    };
    const fresh = { refundedQuantity: 0, refundedTotal: 0, refundedDiscount: 0 };
    const sold = priced.map(({ quantity, total }, at) => ({
      ...{ key: String(at), quantity, total, discount: off!.lines[at]! },
      ...fresh,
    }));
    const parts = credits(sale);
    return { lines: sold, left: -sumOf(parts), parts } satisfies Standing;
  });
const pieces = fc.array(fc.record({ at: fc.nat(3), count: fc.integer({ min: 1, max: 9 }) }), { maxLength: 8 });

function sumOf(parts: readonly PostingLine[]): number {
  return parts.reduce((sum, { amount }) => sum + amount, 0);
}

function voucherIn({ parts }: Standing): number {
  return sumOf(parts.filter(({ account }) => account.kind === 'VOUCHER_COST'));
}

/** The parts after these lines. */
function afterLines(parts: readonly PostingLine[], taken: readonly PostingLine[]): PostingLine[] {
  return parts.map(({ account, amount }) => ({
    account,
    amount: amount + sumOf(taken.filter((line) => line.account.kind === account.kind)),
  }));
}

/** What stands after a refund. */
function afterRefund(
  { lines: before, left, parts }: Standing,
  { amount, lines: taken, undone }: RefundShare,
): Standing {
  const booked = linesOfRefund(parts, amount, undone);
  expect(sumOf(booked)).toBe(amount);
  const now = before.map((line) => {
    const of = taken.find(({ lineKey }) => lineKey === line.key) ?? { pieces: 0, goods: 0, discount: 0 };
    return {
      ...line,
      refundedQuantity: line.refundedQuantity + of.pieces,
      refundedTotal: line.refundedTotal + of.goods,
      refundedDiscount: line.refundedDiscount + of.discount,
    };
  });
  return { lines: now, left: left - amount, parts: afterLines(parts, booked) };
}

/** So many pieces of one of the lines, or as many as it has. */
function some({ lines: of }: Standing, { at, count }: { at: number; count: number }): Map<string, number> {
  const line = of[at % of.length]!;
  return new Map([[line.key, Math.min(count, line.quantity - line.refundedQuantity)]]);
}

const nothing = (parts: readonly PostingLine[]): number[] => parts.map(() => 0);
const amounts = (parts: readonly PostingLine[]): number[] => parts.map(({ amount }) => amount);

describe('a parcel for which a voucher has paid', () => {
  test('is undone by its goods: what the market bore is what it took off those that are still sold, a rupiah a refund off', () => {
    fc.assert(
      fc.property(parcel, pieces, (sold, steps) => {
        const [given, off] = [voucherIn(sold), sold.lines.reduce((sum, { discount }) => sum + discount, 0)];
        const whole = sold.lines.reduce((sum, { total }) => sum + total, 0);
        let now: Standing = sold;
        for (const [at, step] of steps.entries()) {
          now = afterRefund(now, refundOfPieces(now.left, now.lines, some(now, step)));
          const offLeft = now.lines.reduce((sum, line) => sum + line.discount - line.refundedDiscount, 0);
          const left = now.lines.reduce(
            (sum, line) => sum + line.total - line.refundedTotal - line.refundedDiscount,
            0,
          );
          const exact = off > 0 ? (given * offLeft) / off : (given * left) / whole;
          expect(Math.abs(voucherIn(now) - exact)).toBeLessThanOrEqual(at + 1);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test('and of which all pieces or all that is left was refunded leaves nobody with anything, complaints between', () => {
    const step = fc.record({
      at: fc.nat(3),
      count: fc.integer({ min: 1, max: 9 }),
      part: fc.constantFrom(0, 0, 1, 2, 4),
    });
    fc.assert(
      fc.property(parcel, fc.array(step, { maxLength: 8 }), fc.boolean(), (sold, steps, byPieces) => {
        let now: Standing = sold;
        for (const { part, ...of } of steps) {
          const share = refundOfPieces(now.left, now.lines, some(now, of));
          const amount = part === 0 ? 0 : Math.floor(share.amount / part);
          const claim = amount > 0 ? refundOfAmount(now.left, now.lines, some(now, of), amount) : share;
          now = afterRefund(now, claim);
          if (piecesLeftOf(now.lines) === 0) expect(amounts(now.parts)).toEqual(nothing(now.parts));
        }
        const all = new Map(now.lines.map((line) => [line.key, line.quantity - line.refundedQuantity]));
        now = afterRefund(now, byPieces ? refundOfPieces(now.left, now.lines, all) : refundOfRest(now.left, now.lines));
        expect(now.left).toBe(0);
        expect(amounts(now.parts)).toEqual(nothing(now.parts));
      }),
      { numRuns: 2_000 },
    );
  });

  test('and that goes back uncollected leaves the point its fee alone, or what there is of it, and nobody else anything', () => {
    fc.assert(
      fc.property(parcel, pieces, (sold, steps) => {
        const now = steps.reduce<Standing>(
          (standing, step) =>
            afterRefund(standing, refundOfPieces(standing.left, standing.lines, some(standing, step))),
          sold,
        );
        const lessFee = linesLessFee(now.parts);
        expect(sumOf(lessFee)).toBeGreaterThanOrEqual(0);
        const kept = afterLines(now.parts, lessFee).filter(({ amount }) => amount !== 0);
        expect(kept.every(({ account, amount }) => account.kind === 'POINT_HELD' && amount < 0)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test('loses a rupiah of rounding to the point rather than standing for ever when it goes back', () => {
    const [seller, point, voucher] = [
      { account: { kind: 'SELLER_HELD', ownerKey: 'seller' }, amount: -2 },
      { account: { kind: 'POINT_HELD', ownerKey: 'point' }, amount: -5 },
      { account: { kind: 'VOUCHER_COST', ownerKey: null }, amount: 3 },
    ] as const;
    const lines = linesLessFee([seller, point, voucher]);
    expect(sumOf(lines)).toBe(0);
    expect(amounts(afterLines([seller, point, voucher], lines))).toEqual([0, -4, 0]);
  });
});
