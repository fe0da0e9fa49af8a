import type { Rupiah } from '../platform/money.ts';

/** What the market keeps of a parcel's goods, in percent. */
const COMMISSION_PERCENT = 3;
/** What a community gets of the goods it brought the buyer for, in percent; taken from the commission. */
const COMMUNITY_PERCENT = 1;

/** The market's commission on a parcel's goods: 3 %, rounded half up, in whole rupiah. */
export function commissionOn(goodsTotal: Rupiah): Rupiah {
  return percentOf(goodsTotal, COMMISSION_PERCENT);
}

/** A community's share of a parcel's goods: 1 %, rounded half up, never more than the commission. */
export function communityShareOn(goodsTotal: Rupiah): Rupiah {
  return Math.min(percentOf(goodsTotal, COMMUNITY_PERCENT), commissionOn(goodsTotal));
}

/**
 * Splits an amount over parts in proportion to what is left of each: never more than is left of a part, and the shares sum to
 * the amount exactly. Splitting again what is left, until nothing is, gives back each part to the rupiah. A part may be less
 * than nothing, as what the market gave to a sale is: its share then is too.
 * Throws when the amount is not between 0 and the sum of the parts.
 */
export function inProportion(left: readonly Rupiah[], amount: Rupiah): Rupiah[] {
  const sum = left.reduce((total, part) => total + part, 0);
  if (!Number.isSafeInteger(amount) || amount < 0 || amount > sum)
    throw new RangeError(`Cannot split ${amount} out of ${sum}`);
  if (sum === 0) return left.map(() => 0);
  // The products exceed what a number holds exactly.
  const products = left.map((part) => BigInt(part) * BigInt(amount));
  const rests = products.map((product) => Number(((product % BigInt(sum)) + BigInt(sum)) % BigInt(sum)));
  const shares = products.map((product, at) => Number((product - BigInt(rests[at]!)) / BigInt(sum)));
  let missing = amount - shares.reduce((total, share) => total + share, 0);
  const byRest = rests.map((_, at) => at).sort((a, b) => rests[b]! - rests[a]! || a - b);
  for (const at of byRest) {
    if (missing === 0) break;
    shares[at]! += 1;
    missing -= 1;
  }
  return shares;
}

/** The part of a sum that `part` has in `whole`, towards 0; nothing of nothing. The products exceed what a number holds exactly. */
export function partOf(sum: Rupiah, part: Rupiah, whole: Rupiah): Rupiah {
  return whole === 0 ? 0 : Number((BigInt(sum) * BigInt(part)) / BigInt(whole));
}

/** So many percent of an amount, rounded half up; exact for every sum that the market takes. */
function percentOf(amount: Rupiah, percent: number): Rupiah {
  const hundreds = Math.floor(amount / 100);
  return hundreds * percent + Math.floor(((amount % 100) * percent + 50) / 100);
}
