import { commissionOn, communityShareOn } from '../ledger/index.ts';
import { parcelSizeOf, pointFee } from '../pickup/index.ts';
import type { PricedLine } from './price-lines.ts';
import type { QuoteParcel } from './quote.ts';

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
  return {
    sellerKey,
    lines,
    goodsTotal,
    pointFee: pointFee(size),
    size,
    weightGrams,
    commission: commissionOn(goodsTotal),
    communityShare: hasCommunity ? communityShareOn(goodsTotal) : 0,
  };
}
