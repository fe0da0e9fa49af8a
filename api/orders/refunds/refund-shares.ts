import { type GoodsUndone, partOf } from '../../ledger/index.ts';
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
  /** What of the discount refunds have undone. */
  readonly refundedDiscount: Rupiah;
}

/** What a refund takes back of one line. */
export interface LineTaken {
  readonly lineKey: string;
  readonly pieces: number;
  /** Of the price of the line, in rupiah. */
  readonly goods: Rupiah;
  /** Of what a voucher took off it, in rupiah: that falls away. */
  readonly discount: Rupiah;
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
    if (count === 0) return [];
    return [{ lineKey: line.key, pieces: count, goods: priceOf(line, count), discount: discountOf(line, count) }];
  });
  const goods = taken.reduce((sum, line) => sum + line.goods, 0);
  const discount = discountIn(taken);
  const [goodsLeft, discountLeft] = [goodsLeftOf(lines), discountLeftOf(lines)];
  const [price, priceLeft] = [goods + discount, goodsLeft + discountLeft];
  const undone = { price, priceLeft, discount, discountLeft };
  const fee = left - goodsLeft; // less than nothing when a kindness was more than the fee
  const amount = fee > 0 ? goods + partOf(fee, price, priceLeft) : partOf(left, goods, goodsLeft);
  return { amount, lines: taken, undone };
}

/** All that is left of a parcel and its lines. */
export function refundOfRest(left: Rupiah, lines: readonly RefundableLine[]): RefundShare {
  return { amount: left, lines: takeRest(lines), undone: null };
}

/**
 * What an amount for some pieces takes of their lines, without taking the pieces: of what was paid for them, and of what a voucher took off
 * them, the part that the amount has in what they bring back.
 */
export function refundOfAmount(
  left: Rupiah,
  lines: readonly RefundableLine[],
  pieces: ReadonlyMap<string, number>,
  amount: Rupiah,
): RefundShare {
  const whole = refundOfPieces(left, lines, pieces);
  const part = (sum: Rupiah): Rupiah => (amount >= whole.amount ? sum : partOf(sum, amount, whole.amount));
  const taken = lines
    .map((line) => {
      const { goods = 0, discount = 0 } = whole.lines.find(({ lineKey }) => lineKey === line.key) ?? {};
      return {
        lineKey: line.key,
        pieces: 0,
        goods: amount === left ? leftOfLine(line) : part(goods),
        discount: part(discount),
      };
    })
    .filter(({ goods, discount }) => goods > 0 || discount > 0);
  const { price, priceLeft, discountLeft } = whole.undone!;
  const undone = { price: part(price), priceLeft, discount: discountIn(taken), discountLeft };
  return { amount, lines: taken, undone };
}

/** Price of the goods that no refund has undone, in rupiah. */
export function goodsLeftOf(lines: readonly RefundableLine[]): Rupiah {
  return lines.reduce((sum, line) => sum + leftOfLine(line), 0);
}

/** What a voucher took off the goods that no refund has undone, in rupiah. */
function discountLeftOf(lines: readonly RefundableLine[]): Rupiah {
  return lines.reduce((sum, { discount, refundedDiscount }) => sum + discount - refundedDiscount, 0);
}

function discountIn(taken: readonly LineTaken[]): Rupiah {
  return taken.reduce((sum, { discount }) => sum + discount, 0);
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
    discount: line.discount - line.refundedDiscount,
  }));
}

function priceOf(line: RefundableLine, count: number): Rupiah {
  const left = leftOfLine(line);
  if (line.refundedQuantity + count === line.quantity) return left;
  return Math.min(left, partOf(line.total - line.discount, count, line.quantity));
}

/** What a voucher took off so many pieces of a line, in rupiah; the last ones all that is left. */
function discountOf(line: RefundableLine, count: number): Rupiah {
  const left = line.discount - line.refundedDiscount;
  if (line.refundedQuantity + count === line.quantity) return left;
  const [price, paid] = [line.total, line.total - line.discount].map((sum) => partOf(sum, count, line.quantity));
  return Math.min(left, price! - paid!);
}

/** What was paid for a line and not refunded, in rupiah. */
function leftOfLine({ total, discount, refundedTotal }: RefundableLine): Rupiah {
  return total - discount - refundedTotal;
}
