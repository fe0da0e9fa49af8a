import { commissionOn, communityShareOn } from '../ledger/index.ts';
import { parcelSizeOf, pointFee } from '../pickup/index.ts';
import type { Rupiah } from '../platform/money.ts';
import type { PricedLine } from './price-lines.ts';
import type { QuoteParcel } from './quote.ts';
import type { ParcelDiscount } from './vouchers/discount.ts';

/** What each seller will pack of the lines that count: one parcel for each seller, sorted by the seller's key. */
export function parcelsOf(lines: readonly PricedLine[], hasCommunity: boolean): QuoteParcel[] {
  const bySeller = Map.groupBy(
    lines.filter(({ counts }) => counts),
    ({ sellerKey }) => sellerKey,
  );
  return [...bySeller]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([sellerKey, packed]) => parcelOf(sellerKey, packed, hasCommunity));
}

function parcelOf(sellerKey: string, lines: readonly PricedLine[], hasCommunity: boolean): QuoteParcel {
  const goodsTotal = lines.reduce((sum, { total }) => sum + total, 0);
  const weightGrams = lines.reduce((sum, line) => sum + line.weightGrams * line.quantity, 0);
  const size = parcelSizeOf(weightGrams);
  const fee = pointFee(size);
  return {
    sellerKey,
    lines: lines.map((line) => ({ ...line, discount: 0 })),
    goodsTotal,
    pointFee: fee,
    goodsDiscount: 0,
    feeDiscount: 0,
    sellerDiscount: 0,
    total: goodsTotal + fee,
    size,
    weightGrams,
    ...sharesOf(goodsTotal, hasCommunity),
  };
}

/** A parcel with a discount. What the seller gives away earns neither the market nor the community anything. */
export function discounted(parcel: QuoteParcel, discount: ParcelDiscount, hasCommunity: boolean): QuoteParcel {
  const { goodsDiscount, feeDiscount, sellerDiscount } = discount;
  return {
    ...parcel,
    lines: parcel.lines.map((line, at) => ({ ...line, discount: discount.lines[at]! })),
    goodsDiscount,
    feeDiscount,
    sellerDiscount,
    total: parcel.goodsTotal + parcel.pointFee - goodsDiscount - feeDiscount,
    ...sharesOf(parcel.goodsTotal - sellerDiscount, hasCommunity),
  };
}

function sharesOf(sold: Rupiah, hasCommunity: boolean): Pick<QuoteParcel, 'commission' | 'communityShare'> {
  return { commission: commissionOn(sold), communityShare: hasCommunity ? communityShareOn(sold) : 0 };
}
