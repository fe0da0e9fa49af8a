import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commissionOn, communityShareOn, inProportion } from '../../api/ledger/index.ts';
import { LARGEST_RUPIAH } from '../../api/platform/money.ts';

const goods = fc.integer({ min: 1, max: LARGEST_RUPIAH });
/** Parts whose sum the market takes. */
const parts = fc
  .array(fc.integer({ min: 0, max: 2_000_000_000_000_000 }), { minLength: 1, maxLength: 4 })
  .filter((all) => all.some((part) => part > 0));
const sum = (all: readonly number[]): number => all.reduce((total, part) => total + part, 0);

describe('the commission', () => {
  test.each([
    [1, 0],
    [16, 0],
    [17, 1], // 0.51
    [50, 2], // 1.5 goes up
    [100, 3],
    [12_550, 377], // 376.5 goes up
    [LARGEST_RUPIAH, 270_000_000_000_000],
  ])('on %d is %d', (goodsTotal, commission) => {
    expect(commissionOn(goodsTotal)).toBe(commission);
  });

  test('is 3 % rounded half up, to the rupiah, for every sum', () => {
    fc.assert(
      fc.property(goods, (goodsTotal) => {
        expect(BigInt(commissionOn(goodsTotal))).toBe((BigInt(goodsTotal) * 3n + 50n) / 100n);
      }),
    );
  });

  test('always covers the community, which gets 1 % of the goods out of it', () => {
    fc.assert(
      fc.property(fc.oneof(goods, fc.integer({ min: 1, max: 500 })), (goodsTotal) => {
        const share = communityShareOn(goodsTotal);
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(commissionOn(goodsTotal));
        expect(commissionOn(goodsTotal)).toBeLessThanOrEqual(goodsTotal);
      }),
    );
  });
});

describe('a refund in proportion', () => {
  test('splits to the rupiah: never more than is left of a part, never less than nothing', () => {
    fc.assert(
      fc.property(parts, fc.double({ min: 0, max: 1, noNaN: true }), (left, fraction) => {
        const amount = Math.floor(sum(left) * fraction);
        const shares = inProportion(left, amount);
        expect(sum(shares)).toBe(amount);
        shares.forEach((share, at) => {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(left[at]!);
          const exact = (BigInt(left[at]!) * BigInt(amount)) / BigInt(sum(left));
          expect(BigInt(share) - exact).toBeLessThanOrEqual(1n);
        });
      }),
    );
  });

  test('in as many steps as one likes gives back each part exactly', () => {
    fc.assert(
      fc.property(parts, fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 }), (whole, fractions) => {
        let left = [...whole];
        for (const fraction of fractions) {
          const shares = inProportion(left, Math.floor(sum(left) * fraction));
          left = left.map((part, at) => part - shares[at]!);
        }
        const last = inProportion(left, sum(left));
        expect(last).toEqual(left);
      }),
    );
  });

  test('is never of more than there is, of a fraction, or of less than nothing', () => {
    for (const amount of [11, -1, 0.5]) expect(() => inProportion([4, 6], amount)).toThrow(RangeError);
    expect(inProportion([0, 0], 0)).toEqual([0, 0]);
  });
});
