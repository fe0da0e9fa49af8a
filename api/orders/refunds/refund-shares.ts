import type { GoodsUndone } from '../../ledger/index.ts';
import type { Rupiah } from '../../platform/money.ts';

/** A line as far as refunds are concerned. */
export interface RefundableLine {
  readonly key: string;
  readonly quantity: number;
  readonly total: Rupiah;
  /** What a voucher took off its price. */
  readonly discount: Rupiah;
  readonly refundedQuantity: number;
  readonly refundedTotal: Rupiah;
}

/** What a refund takes back of one line. */
export interface LineTaken {
  readonly lineKey: string;
  readonly pieces: number;
  /** Of the price of the line, in rupiah. */
  readonly goods: Rupiah;
}

/** What goes back to the buyer, in rupiah, and of which lines it is. */
export interface RefundShare {
  readonly amount: Rupiah;
  readonly lines: readonly LineTaken[];
  /** How much of the goods that undoes; null where it is in proportion to the amount. */
  readonly undone: GoodsUndone | null;
}

/**
 * What so many pieces bring back of a parcel of which `left` rupiah were paid and not refunded: what was paid for them, and the share of the
 * fee that their price has in what is left of its goods. The last pieces take the rest, so that parts add up to the whole. Of pieces that a
 * voucher has paid for that is their share of the fee, which may be 0.
 */
export function refundOfPieces(
  left: Rupiah,
  lines: readonly RefundableLine[],
  pieces: ReadonlyMap<string, number>,
): RefundShare {
  const taken = lines.flatMap((line) => {
    const count = pieces.get(line.key) ?? 0;
    return count === 0 ? [] : [{ lineKey: line.key, pieces: count, goods: priceOf(line, count) }];
  });
  const [goods, goodsLeft] = [taken.reduce((sum, line) => sum + line.goods, 0), goodsLeftOf(lines)];
  const price = lines.reduce((sum, line) => sum + fullPriceOf(line, pieces.get(line.key) ?? 0), 0);
  const priceLeft = lines.reduce((sum, line) => sum + fullPriceLeftOf(line), 0);
  const undone = { price, priceLeft, discount: price - goods, discountLeft: priceLeft - goodsLeft };
  const fee = left - goodsLeft; // less than nothing when a kindness was more than the fee
  const amount = fee > 0 ? goods + shareOf(fee, price, priceLeft) : shareOf(left, goods, goodsLeft);
  return { amount, lines: taken, undone };
}

/** The same, of which only so much goes back: what it undoes of the goods is as much less. */
export function undoneByPart({ amount: most, undone }: RefundShare, amount: Rupiah): GoodsUndone | null {
  if (undone === null || amount >= most) return undone;
  const { price, discount } = undone;
  return { ...undone, price: shareOf(price, amount, most), discount: shareOf(discount, amount, most) };
}

/** All that is left of a parcel and its lines. */
export function refundOfRest(left: Rupiah, lines: readonly RefundableLine[]): RefundShare {
  return { amount: left, lines: takeRest(lines), undone: null };
}

/** What an amount takes of the lines of these keys, of each as far as its price reaches. */
export function refundOfAmount(
  left: Rupiah,
  lines: readonly RefundableLine[],
  lineKeys: ReadonlySet<string>,
  amount: Rupiah,
): LineTaken[] {
  if (amount === left) return takeRest(lines).map((line) => ({ ...line, pieces: 0 }));
  let goods = shareOf(goodsLeftOf(lines), amount, left);
  const taken: LineTaken[] = [];
  for (const line of lines.filter(({ key }) => lineKeys.has(key))) {
    const share = Math.min(goods, leftOfLine(line));
    if (share > 0) taken.push({ lineKey: line.key, pieces: 0, goods: share });
    goods -= share;
  }
  return taken;
}

/** Price of the goods that no refund has undone, in rupiah. */
export function goodsLeftOf(lines: readonly RefundableLine[]): Rupiah {
  return lines.reduce((sum, line) => sum + leftOfLine(line), 0);
}

/** Pieces that are still sold. */
export function piecesLeftOf(lines: readonly RefundableLine[]): number {
  return lines.reduce((sum, line) => sum + line.quantity - line.refundedQuantity, 0);
}

function takeRest(lines: readonly RefundableLine[]): LineTaken[] {
  return lines.map((line) => ({
    lineKey: line.key,
    pieces: line.quantity - line.refundedQuantity,
    goods: leftOfLine(line),
  }));
}

function priceOf(line: RefundableLine, count: number): Rupiah {
  const left = leftOfLine(line);
  if (line.refundedQuantity + count === line.quantity) return left;
  return Math.min(left, shareOf(line.total - line.discount, count, line.quantity));
}

/** What so many pieces of a line cost without a voucher, in rupiah; the last ones all that is left. */
function fullPriceOf(line: RefundableLine, count: number): Rupiah {
  if (count === 0) return 0;
  const left = fullPriceLeftOf(line);
  if (line.refundedQuantity + count === line.quantity) return left;
  return Math.min(left, shareOf(line.total, count, line.quantity));
}

/** What is left of a line's price without a voucher, in rupiah: by its pieces, and by what of its money has gone back without any. */
function fullPriceLeftOf(line: RefundableLine): Rupiah {
  const [paid, left] = [line.total - line.discount, leftOfLine(line)];
  const byPieces = shareOf(line.total, line.quantity - line.refundedQuantity, line.quantity);
  const byMoney = paid === 0 ? byPieces : shareOf(line.total, left, paid);
  return Math.max(left, Math.min(byPieces, byMoney));
}

/** What was paid for a line and not refunded, in rupiah. */
function leftOfLine({ total, discount, refundedTotal }: RefundableLine): Rupiah {
  return total - discount - refundedTotal;
}

/** The part of a sum that `part` has in `whole`, rounded down; all of it for the whole. The products exceed what a number holds. */
function shareOf(sum: Rupiah, part: Rupiah, whole: Rupiah): Rupiah {
  if (whole === 0) return 0;
  return part === whole ? sum : Number((BigInt(sum) * BigInt(part)) / BigInt(whole));
}
