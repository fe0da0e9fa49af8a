import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PostingLine } from '../../../api/ledger/post.ts';
import { takeBack, takeBackGoods } from '../../../api/ledger/refund-postings.ts';
import {
  goodsLeftOf,
  type RefundableLine,
  type RefundShare,
  refundOfAmount,
  refundOfPieces,
  refundOfRest,
} from '../../../api/orders/refunds/refund-shares.ts';

const line = fc
  .record({
    unitPrice: fc.integer({ min: 1, max: 2_000_000_000 }),
    quantity: fc.integer({ min: 1, max: 999 }),
    /** Hundredths of the price that a voucher took off; mostly none. */
    off: fc.oneof(fc.constant(0), fc.nat(100)),
  })
  .map(({ unitPrice, quantity, off }) => {
    const total = unitPrice * quantity;
    return { quantity, total, discount: Math.floor((total / 100) * off) };
  });
/** What is done to a parcel: pieces of a line, an amount in thousandths of what is left, or all that is left. */
const step = fc.oneof(
  fc.record({ kind: fc.constant('pieces' as const), at: fc.nat(4), count: fc.integer({ min: 1, max: 999 }) }),
  fc.record({ kind: fc.constant('amount' as const), at: fc.nat(4), count: fc.integer({ min: 1, max: 1000 }) }),
  fc.record({ kind: fc.constant('rest' as const), at: fc.nat(4), count: fc.nat(1) }),
);

/** Does a step to lines of which `left` is paid. */
function shareOf(
  left: number,
  lines: readonly RefundableLine[],
  { kind, at, count }: { kind: string; at: number; count: number },
): RefundShare {
  const chosen = lines[at % lines.length]!;
  if (kind === 'rest') return refundOfRest(left, lines);
  if (kind === 'amount') {
    const amount = Number((BigInt(left) * BigInt(count)) / 1000n);
    return refundOfAmount(left, lines, piecesOf(chosen, count), amount);
  }
  return refundOfPieces(left, lines, piecesOf(chosen, count));
}

function piecesOf(line: RefundableLine, count: number): Map<string, number> {
  return new Map([[line.key, Math.min(count, line.quantity - line.refundedQuantity)]]);
}

describe('any refunds of a parcel, in any order', () => {
  test('are whole rupiah, never more than was paid, of no line more than it cost, and end in the whole', () => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 5 }),
        fc.nat(20_000),
        fc.array(step, { maxLength: 12 }),
        (made, fee, steps) => {
          let lines: RefundableLine[] = made.map((each, at) => ({
            ...each,
            key: String(at),
            refundedQuantity: 0,
            refundedTotal: 0,
            refundedDiscount: 0,
          }));
          const paid = lines.reduce((sum, { total, discount }) => sum + total - discount, fee);
          let refunded = 0;
          for (const each of [...steps, { kind: 'rest', at: 0, count: 0 }]) {
            const { amount, lines: taken, undone } = shareOf(paid - refunded, lines, each);
            expect(Number.isSafeInteger(amount) && amount >= 0).toBe(true);
            if (undone) {
              const { price, priceLeft, discount, discountLeft } = undone;
              expect(price >= 0 && price <= priceLeft && discount >= 0 && discount <= discountLeft).toBe(true);
            }
            refunded += amount;
            expect(refunded).toBeLessThanOrEqual(paid);
            lines = lines.map((known) => {
              const of = taken.filter(({ lineKey }) => lineKey === known.key);
              return {
                ...known,
                refundedQuantity: known.refundedQuantity + of.reduce((sum, { pieces }) => sum + pieces, 0),
                refundedTotal: known.refundedTotal + of.reduce((sum, { goods }) => sum + goods, 0),
                refundedDiscount: known.refundedDiscount + of.reduce((sum, { discount }) => sum + discount, 0),
              };
            });
            for (const known of lines) {
              expect(known.refundedQuantity).toBeLessThanOrEqual(known.quantity);
              expect(known.refundedTotal).toBeGreaterThanOrEqual(0);
              expect(known.refundedTotal).toBeLessThanOrEqual(known.total - known.discount);
              expect(known.refundedDiscount >= 0 && known.refundedDiscount <= known.discount).toBe(true);
            }
          }
          expect(refunded).toBe(paid);
          expect(goodsLeftOf(lines)).toBe(0);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

describe('any way of taking a sale back', () => {
  const account = (kind: PostingLine['account']['kind'], owned = true) => ({ kind, ownerKey: owned ? 'x' : null });
  const sale = fc
    .record({
      seller: fc.nat(1_000_000_000),
      commission: fc.nat(30_000_000),
      community: fc.nat(10_000_000),
      point: fc.nat(5_000),
      /** What the market has given away beyond its part. */
      given: fc.nat(1_000_000),
    })
    .map(({ seller, commission, community, point, given }): PostingLine[] => [
      { account: account('SELLER_HELD'), amount: -seller - given },
      { account: account('COMMISSION', false), amount: -commission + given },
      { account: account('COMMUNITY_HELD'), amount: -community },
      { account: account('POINT_HELD'), amount: -point },
    ]);
  const sum = (lines: readonly PostingLine[]) => lines.reduce((total, { amount }) => total + amount, 0);

  test('takes exactly the amount, from nobody more than they have, and ends with nobody having anything', () => {
    fc.assert(
      fc.property(sale, fc.array(fc.nat(1_000), { maxLength: 8 }), (parts, thousandths) => {
        let left = parts;
        for (const each of [...thousandths, 1_000]) {
          const all = -sum(left);
          const amount = Number((BigInt(all) * BigInt(each)) / 1000n);
          const taken = takeBack(left, amount);
          expect(sum(taken)).toBe(amount);
          for (const [at, { amount: some }] of taken.entries()) {
            const had = -left[at]!.amount;
            expect(Number.isSafeInteger(some)).toBe(true);
            expect(had >= 0 ? some >= 0 && some <= had : some <= 0 && some >= had).toBe(true);
          }
          left = left.map((part, at) => ({ ...part, amount: part.amount + taken[at]!.amount }));
        }
        expect(left.every(({ amount }) => amount === 0)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  test('of goods that a voucher paid for unevenly takes exactly the amount, and the rest leaves nobody with anything', () => {
    const parts = fc.record({ price: fc.nat(1_000_000_000), off: fc.nat(100) });
    fc.assert(
      fc.property(parts, parts, fc.nat(5_000), fc.nat(100), (first, other, fee, byShop) => {
        const offOf = ({ price, off }: typeof first): number => Math.floor((price / 100) * off);
        const borne = (discount: number): number => Math.floor((discount / 100) * byShop);
        const discountLeft = offOf(first) + offOf(other);
        const priceLeft = first.price + other.price;
        const soldFor = priceLeft - borne(discountLeft);
        const commission = Math.floor(soldFor / 100) * 3;
        const left = [
          { account: account('SELLER_HELD'), amount: -(soldFor - commission) },
          { account: account('COMMISSION', false), amount: -(commission - Math.floor(commission / 3)) },
          { account: account('COMMUNITY_HELD'), amount: -Math.floor(commission / 3) },
          { account: account('POINT_HELD'), amount: -fee },
          { account: account('VOUCHER_COST', false), amount: discountLeft - borne(discountLeft) },
        ];
        const line = (key: string, { price, off }: typeof first): RefundableLine => {
          const discount = offOf({ price, off });
          return {
            key,
            quantity: 1,
            total: price,
            discount,
            refundedQuantity: 0,
            refundedTotal: 0,
            refundedDiscount: 0,
          };
        };
        const paid = -sum(left);
        const { amount, undone } = refundOfPieces(paid, [line('a', first), line('b', other)], new Map([['a', 1]]));
        const taken = takeBackGoods(left, amount, undone!);
        expect(sum(taken)).toBe(amount);
        const after = left.map((part) => ({
          ...part,
          amount:
            part.amount +
            taken.filter((each) => each.account === part.account).reduce((all, each) => all + each.amount, 0),
        }));
        // Nobody has less than nothing left, but for a rupiah of rounding; the voucher's bearer no more than what stands of it.
        for (const { account: of, amount: rest } of after) {
          if (of.kind === 'VOUCHER_COST')
            expect(Math.abs(rest - (offOf(other) - borne(offOf(other))))).toBeLessThanOrEqual(1);
          else expect(rest).toBeLessThanOrEqual(1);
        }
        const rest = takeBack(after, paid - amount);
        expect(after.every((part, at) => part.amount + rest[at]!.amount === 0)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  test('never takes more than there is, nor less than nothing', () => {
    const parts = [{ account: account('SELLER_HELD'), amount: -100 }];
    for (const amount of [101, -1, 0.5]) expect(() => takeBack(parts, amount)).toThrow(RangeError);
  });
});
