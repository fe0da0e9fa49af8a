import { inProportion } from '../../ledger/index.ts';
import type { Rupiah } from '../../platform/money.ts';
import type { VoucherKind } from './voucher-kind.ts';

/** The terms that decide how much a voucher takes off. */
export interface DiscountTerms {
  readonly kind: VoucherKind;
  /** 1 to 100 for PERCENTAGE, null otherwise. */
  readonly percent: number | null;
  /** For AMOUNT, in rupiah; null otherwise. */
  readonly amount: Rupiah | null;
  /** The most that a percentage takes off, in rupiah. */
  readonly maxDiscount: Rupiah | null;
  /** How much of the discount the shops bear, 0 to 100. */
  readonly sellerPercent: number;
}

/** A parcel as far as a discount depends on it. */
export interface DiscountedParcel {
  /** What each of its lines costs, in rupiah, and whether the voucher is for it. */
  readonly lines: readonly { readonly total: Rupiah; readonly isInScope: boolean }[];
  readonly pointFee: Rupiah;
}

/** What a voucher takes off a parcel, in rupiah. */
export interface ParcelDiscount {
  /** Off each line, in their order; together `goodsDiscount`. */
  readonly lines: readonly Rupiah[];
  readonly goodsDiscount: Rupiah;
  readonly feeDiscount: Rupiah;
  /** The part of both that the shop bears. */
  readonly sellerDiscount: Rupiah;
}

/** What the goods in a voucher's scope cost, in rupiah. */
export function goodsInScope(parcels: readonly DiscountedParcel[]): Rupiah {
  return sum(parcels.map(scopeOf));
}

/**
 * What a voucher takes off each parcel. A sum for all of them is split by what the goods in scope cost, largest remainder first,
 * over the parcels and then over their lines: nobody gets a fraction, nothing falls below zero, the parts are the sum. A fee is
 * given away only up to what the goods of its parcel cost, so that the buyer has always paid what the point earns.
 */
export function discountOf(terms: DiscountTerms, parcels: readonly DiscountedParcel[]): ParcelDiscount[] {
  const scopes = parcels.map(scopeOf);
  const offGoods = inProportion(scopes, goodsDiscountOf(terms, sum(scopes)));
  return parcels.map((parcel, at) => {
    const goodsDiscount = offGoods[at]!;
    const goodsTotal = sum(parcel.lines.map(({ total }) => total));
    const givesFee = terms.kind === 'FREE_POINT_FEE' && scopes[at]! > 0;
    const feeDiscount = givesFee ? Math.min(parcel.pointFee, goodsTotal) : 0;
    return {
      lines: inProportion(
        parcel.lines.map(({ total, isInScope }) => (isInScope ? total : 0)),
        goodsDiscount,
      ),
      goodsDiscount,
      feeDiscount,
      sellerDiscount: shareOf(goodsDiscount + feeDiscount, terms.sellerPercent),
    };
  });
}

/** What it takes off goods of this sum: a percentage is rounded down. */
function goodsDiscountOf({ kind, percent, amount, maxDiscount }: DiscountTerms, inScope: Rupiah): Rupiah {
  if (kind === 'AMOUNT') return Math.min(amount ?? 0, inScope);
  if (kind === 'FREE_POINT_FEE') return 0;
  return Math.min(percentDown(inScope, percent ?? 0), maxDiscount ?? inScope);
}

function scopeOf({ lines }: DiscountedParcel): Rupiah {
  return sum(lines.map(({ total, isInScope }) => (isInScope ? total : 0)));
}

/** The seller's part, rounded half up: of a rupiah that cannot be halved the shop bears all. */
function shareOf(discount: Rupiah, percent: number): Rupiah {
  return Math.floor(discount / 100) * percent + Math.floor(((discount % 100) * percent + 50) / 100);
}

function percentDown(amount: Rupiah, percent: number): Rupiah {
  return Math.floor(amount / 100) * percent + Math.floor(((amount % 100) * percent) / 100);
}

function sum(amounts: readonly Rupiah[]): Rupiah {
  return amounts.reduce((total, amount) => total + amount, 0);
}
