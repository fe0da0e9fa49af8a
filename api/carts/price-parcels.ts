import type { Tx } from '../platform/database/transaction.ts';
import type { Rupiah } from '../platform/money.ts';
import type { Cart } from './cart.ts';
import { discounted, parcelsOf } from './parcels-of.ts';
import type { PricedLine } from './price-lines.ts';
import type { QuoteParcel, QuoteVoucher } from './quote.ts';
import { type HeldVoucher, heldVoucher } from './vouchers/held-voucher.ts';
import { voucherOnParcels } from './vouchers/voucher-on-parcels.ts';

/** What the lines that count make, and what they cost, in rupiah. */
export interface PricedParcels {
  /** One for each seller, sorted by the seller's key. */
  readonly parcels: readonly QuoteParcel[];
  readonly voucher: QuoteVoucher | null;
  readonly goodsTotal: Rupiah;
  readonly pointFeeTotal: Rupiah;
  readonly discountTotal: Rupiah;
  /** Goods and fees less the discount. */
  readonly total: Rupiah;
}

/** The parcels of a cart's priced lines with what its voucher takes off. One statement more for a cart with a voucher. */
export async function priceParcels(
  tx: Tx,
  cart: Cart,
  lines: readonly PricedLine[],
  hasCommunity: boolean,
): Promise<PricedParcels> {
  const full = parcelsOf(lines, hasCommunity);
  if (cart.voucherKey === null) return summed(full, null);
  const productKeys = full.flatMap((parcel) => parcel.lines.map(({ productKey }) => productKey));
  return pricedWith(full, await heldVoucher(tx, cart.voucherKey, cart.accountKey, productKeys), hasCommunity);
}

/** Parcels with what a voucher takes off them. */
export function pricedWith(full: readonly QuoteParcel[], held: HeldVoucher, hasCommunity: boolean): PricedParcels {
  const { key, code, name } = held;
  const outcome = voucherOnParcels(held, full);
  if (outcome.problem) return summed(full, { key, code, name, discount: 0, problem: outcome.problem });
  const parcels = full.map((parcel, at) => discounted(parcel, outcome.parcels[at]!, hasCommunity));
  return summed(parcels, { key, code, name, discount: outcome.discount, problem: null });
}

/** Parcels and what they sum to. */
export function summed(parcels: readonly QuoteParcel[], voucher: QuoteVoucher | null): PricedParcels {
  const goodsTotal = parcels.reduce((sum, parcel) => sum + parcel.goodsTotal, 0);
  const pointFeeTotal = parcels.reduce((sum, parcel) => sum + parcel.pointFee, 0);
  const discountTotal = voucher?.discount ?? 0;
  return {
    parcels,
    voucher,
    goodsTotal,
    pointFeeTotal,
    discountTotal,
    total: goodsTotal + pointFeeTotal - discountTotal,
  };
}
