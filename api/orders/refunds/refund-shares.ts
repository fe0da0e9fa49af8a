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
}

/**
 * What so many pieces bring back of a parcel of which `left` rupiah were paid and not refunded: the share of what is left of it,
 * fee and all, that their price has in what is left of its goods. The last pieces take the rest, so that parts add up to the whole.
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
  const goods = taken.reduce((sum, line) => sum + line.goods, 0);
  return { amount: shareOf(left, goods, goodsLeftOf(lines)), lines: taken };
}

/** All that is left of a parcel and its lines. */
export function refundOfRest(left: Rupiah, lines: readonly RefundableLine[]): RefundShare {
  return { amount: left, lines: takeRest(lines) };
}

/** An amount, set against the lines of these keys, each as far as its price reaches. */
export function refundOfAmount(
  left: Rupiah,
  lines: readonly RefundableLine[],
  lineKeys: ReadonlySet<string>,
  amount: Rupiah,
): RefundShare {
  if (amount === left) return { amount, lines: takeRest(lines).map((line) => ({ ...line, pieces: 0 })) };
  let goods = shareOf(goodsLeftOf(lines), amount, left);
  const taken: LineTaken[] = [];
  for (const line of lines.filter(({ key }) => lineKeys.has(key))) {
    const share = Math.min(goods, leftOfLine(line));
    if (share > 0) taken.push({ lineKey: line.key, pieces: 0, goods: share });
    goods -= share;
  }
  return { amount, lines: taken };
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

/** What was paid for a line and not refunded, in rupiah. */
function leftOfLine({ total, discount, refundedTotal }: RefundableLine): Rupiah {
  return total - discount - refundedTotal;
}

/** The part of a sum that `part` has in `whole`, rounded down; all of it for the whole. The products exceed what a number holds. */
function shareOf(sum: Rupiah, part: Rupiah, whole: Rupiah): Rupiah {
  if (whole === 0) return 0;
  return part === whole ? sum : Number((BigInt(sum) * BigInt(part)) / BigInt(whole));
}
