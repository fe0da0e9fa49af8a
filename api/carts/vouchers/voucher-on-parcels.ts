import { formatRupiah, type Rupiah } from '../../platform/money.ts';
import { type DiscountedParcel, discountOf, goodsInScope, type ParcelDiscount } from './discount.ts';
import type { HeldVoucher } from './held-voucher.ts';
import type { VoucherPeriod } from './voucher-kind.ts';
import type { VoucherProblem, VoucherProblemCode } from './voucher-problem.ts';

/** A line that a voucher may be for. */
export interface ScopedLine {
  readonly sellerKey: string;
  readonly productKey: string;
  readonly total: Rupiah;
}

/** What a cart's voucher comes to: what it takes off each parcel, or why it takes nothing off. */
export type VoucherOutcome =
  | { readonly problem: null; readonly parcels: readonly ParcelDiscount[]; readonly discount: Rupiah }
  | { readonly problem: VoucherProblem };

/**
 * What a voucher takes off these parcels, or the gravest reason why it does not hold. What it takes off is also nothing when
 * rounding leaves nothing.
 */
export function voucherOnParcels(
  voucher: HeldVoucher,
  parcels: readonly { readonly lines: readonly ScopedLine[]; readonly pointFee: Rupiah }[],
): VoucherOutcome {
  const scoped = parcels.map(({ lines, pointFee }) => ({
    pointFee,
    lines: lines.map((line) => ({ total: line.total, isInScope: isInScope(voucher, line) })),
  }));
  const problem = problemOf(voucher) ?? scopeProblem(voucher, parcels, scoped);
  if (problem) return { problem };
  const discounts = discountOf(voucher, scoped);
  const discount = discounts.reduce((total, { goodsDiscount, feeDiscount }) => total + goodsDiscount + feeDiscount, 0);
  return { problem: null, parcels: discounts, discount };
}

/** Why a voucher does not hold for its buyer at all, whatever is in the cart; null when it does. */
export function problemOf(voucher: HeldVoucher): VoucherProblem | null {
  const { limitTotal, uses, limitPerBuyer, usedByBuyer } = voucher;
  if (voucher.isOver) return { code: 'VOUCHER_OVER', values: {} };
  if (!voucher.hasBegun) return { code: 'VOUCHER_NOT_BEGUN', values: { from: voucher.from } };
  if (limitPerBuyer !== null && usedByBuyer >= limitPerBuyer)
    return { code: 'VOUCHER_USED_BY_YOU', values: { limit: limitPerBuyer } };
  // What stays so goes before what the next period mends: nobody shall come back for nothing.
  if (limitTotal !== null && uses >= limitTotal) return { code: 'VOUCHER_USED_UP', values: {} };
  return voucher.period === null ? null : periodProblem(voucher, voucher.period);
}

/** What the next period mends. Of the last period of a voucher there is none: what is used up then stays so. */
function periodProblem(voucher: HeldVoucher, period: VoucherPeriod): VoucherProblem | null {
  const { limitPerPeriod, usedByBuyerInPeriod, limitInPeriod, usedInPeriod, again } = voucher;
  if (limitPerPeriod !== null && usedByBuyerInPeriod >= limitPerPeriod) {
    // Without the figure: the limit is of one period, and the buyer may have used it in others.
    if (again === null) return { code: 'VOUCHER_USED_UP_BY_YOU', values: {} };
    return { code: USED_BY_BUYER[period], values: { limit: limitPerPeriod, again } };
  }
  if (limitInPeriod === null || usedInPeriod < limitInPeriod) return null;
  if (again === null) return { code: 'VOUCHER_USED_UP', values: {} };
  return { code: USED_BY_ALL[period], values: { limit: limitInPeriod, again } };
}

const USED_BY_BUYER = {
  DAY: 'VOUCHER_USED_TODAY',
  WEEK: 'VOUCHER_USED_THIS_WEEK',
  MONTH: 'VOUCHER_USED_THIS_MONTH',
} as const satisfies Record<VoucherPeriod, VoucherProblemCode>;

const USED_BY_ALL = {
  DAY: 'VOUCHER_USED_UP_TODAY',
  WEEK: 'VOUCHER_USED_UP_THIS_WEEK',
  MONTH: 'VOUCHER_USED_UP_THIS_MONTH',
} as const satisfies Record<VoucherPeriod, VoucherProblemCode>;

/** Why it does not hold for these goods; null when it does. An empty cart is short of the minimum, of nothing when there is none. */
function scopeProblem(
  voucher: HeldVoucher,
  parcels: readonly { readonly lines: readonly ScopedLine[] }[],
  scoped: readonly DiscountedParcel[],
): VoucherProblem | null {
  const { minimumSpend, shops, category, categoryEn } = voucher;
  const lines = parcels.flatMap((parcel) => parcel.lines);
  const inScope = goodsInScope(scoped);
  if (lines.length > 0 && inScope === 0) {
    if (!lines.some((line) => isOfItsShops(voucher, line)))
      return { code: 'VOUCHER_OTHER_SHOPS', values: { shops: shops.join(', ') } };
    return {
      code: 'VOUCHER_OTHER_CATEGORY',
      values: { category: category ?? '', categoryEn: categoryEn ?? '' },
    };
  }
  if (inScope >= minimumSpend) return null;
  const values = { missing: formatRupiah(minimumSpend - inScope), minimum: formatRupiah(minimumSpend) };
  return { code: 'VOUCHER_TOO_LITTLE', values };
}

function isInScope(voucher: HeldVoucher, line: ScopedLine): boolean {
  return isOfItsShops(voucher, line) && (voucher.productKeys?.includes(line.productKey) ?? true);
}

function isOfItsShops({ sellerKeys }: HeldVoucher, { sellerKey }: ScopedLine): boolean {
  return sellerKeys.length === 0 || sellerKeys.includes(sellerKey);
}
