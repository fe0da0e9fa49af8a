import type { Tx } from '../platform/database/transaction.ts';
import type { Rupiah } from '../platform/money.ts';
import { type AccountName, ledgerAccountKey, payableAfter } from './ledger-account.ts';
import { type PostingLine, post } from './post.ts';
import { credits, REFUND_DUE, type Sale } from './sale-postings.ts';
import { inProportion, partOf } from './shares.ts';

/** Who bears money that goes back while the sale stands. */
export type RefundBearer = 'SELLER' | 'MARKET' | 'POINT';

/** What a refund undoes of the goods of a sale, and how much of them is left before it, in rupiah. */
export interface GoodsUndone {
  /** At their price. */
  readonly price: Rupiah;
  readonly priceLeft: Rupiah;
  /** What a voucher had taken off that. */
  readonly discount: Rupiah;
  readonly discountLeft: Rupiah;
}

/**
 * What everybody still has of a sale after its first refunds, as the lines that gave it: what refunds, or a return of goods that a voucher had paid, took is
 * off, and every part stands where it is now, held or payable. The caller has locked the order, so that no refund of the parcel is on its way elsewhere.
 */
export async function leftOfSale(tx: Tx, sale: Sale, refunds: number): Promise<PostingLine[]> {
  const { isReleased, taken } = await takenOfSale(tx, sale, refunds);
  return credits(sale).map(({ account, amount }) => {
    const payable = payableAfter(account);
    const left = amount + taken(account) + (payable ? taken(payable) : 0);
    return { account: payable && isReleased ? payable : account, amount: left };
  });
}

/** What is held of a sale after its first refunds, as long as it is not released; what a point already owes beside that is not in it. */
export async function heldOfSale(tx: Tx, sale: Sale, refunds: number): Promise<PostingLine[]> {
  const { taken } = await takenOfSale(tx, sale, refunds);
  return credits(sale)
    .filter(({ account }) => payableAfter(account) !== null)
    .map(({ account, amount }) => ({ account, amount: amount + taken(account) }));
}

interface TakenOfSale {
  readonly isReleased: boolean;
  /** What went out of an account, in rupiah. */
  taken(account: AccountName): Rupiah;
}

async function takenOfSale(tx: Tx, sale: Sale, refunds: number): Promise<TakenOfSale> {
  const effects = [undoneOf(sale), ...Array.from({ length: refunds }, (_, at) => effectOf(sale, at + 1))];
  const rows = await tx.execute<{ released: boolean; account: string | null; taken: string | null }[]>(
    `select r.released, t.account, t.taken
       from (select exists (select from ledger_transaction where effect = ?) as released) r
       left join (select l.account_id as account, sum(l.amount)::text as taken
                    from ledger_transaction m join ledger_line l on l.transaction_id = m.id
                   where m.effect = any(?::text[]) group by l.account_id) t on true`,
    [`released:${sale.key}`, `{${effects.join(',')}}`],
  );
  return {
    isReleased: rows[0]?.released === true,
    taken: (account) => Number(rows.find((row) => row.account === ledgerAccountKey(account))?.taken ?? 0),
  };
}

/**
 * So much of what was paid for a parcel is owed back: everybody gives back in proportion to what they still have of the sale,
 * and the last refund takes the rest, to the rupiah. Where a voucher took something off the goods, `undone` says which they are.
 * `number` counts the refunds of the parcel: each is booked once. Of goods that a voucher had paid for the amount may be 0.
 */
export async function postRefundOwed(
  tx: Tx,
  sale: Sale,
  number: number,
  amount: Rupiah,
  undone: GoodsUndone | null = null,
): Promise<Rupiah> {
  const left = await leftOfSale(tx, sale, number - 1);
  await postOwed(tx, sale, number, linesOfRefund(left, amount, undone), 'Owed back to the buyer');
  return amount;
}

/**
 * The lines of a refund of goods. The money says how much of a sale is undone where nobody but the buyer paid for it; where the market has paid
 * with a voucher, or the shop more for some goods than for others, the goods say it.
 */
export function linesOfRefund(left: readonly PostingLine[], amount: Rupiah, undone: GoodsUndone | null): PostingLine[] {
  const isGiven = left.some((line) => line.account.kind === 'VOUCHER_COST' && line.amount > 0);
  return undone && (isGiven || isUneven(undone)) ? takeBackGoods(left, amount, undone) : takeBack(left, amount);
}

/**
 * A paid parcel went back to its seller uncollected: the goods are refunded, the point has earned its fee. What a voucher gave falls away, so
 * the fee is the buyer's also when it would have been free. Gives the amount owed, which may be 0.
 */
export async function postRefundLessFee(tx: Tx, sale: Sale, number: number): Promise<Rupiah> {
  const left = await leftOfSale(tx, sale, number - 1);
  const lines = linesLessFee(left);
  if (sumOf(lines) === 0) {
    await post(tx, { effect: undoneOf(sale), memo: 'Not collected; a voucher had paid for it', lines });
    return 0;
  }
  await postOwed(tx, sale, number, lines, 'Owed back to the buyer, less the fee');
  return sumOf(lines);
}

/** The lines that undo all of a sale but the fee of the point, who gives what rounding has left above the rest of it. */
export function linesLessFee(left: readonly PostingLine[]): PostingLine[] {
  const [point] = left.filter(isOfPoint);
  const goods = left.filter((line) => line !== point);
  const over = Math.max(0, sumOf(goods));
  const lines = takeBackAll(goods);
  return over > 0 && point ? [...lines, { account: point.account, amount: over }] : lines;
}

/**
 * A paid parcel was lost at its point: what is left of it goes back to the buyer, the point owes it, the seller keeps the sale. The point owes
 * what a voucher gave as well: nobody has used it in the end.
 */
export async function postLost(tx: Tx, sale: Sale, number: number, amount: Rupiah): Promise<Rupiah> {
  const given = (await leftOfSale(tx, sale, number - 1)).filter(({ account }) => account.kind === 'VOUCHER_COST');
  const point = { kind: 'POINT_PAYABLE', ownerKey: sale.pickupPointKey } as const;
  const lines = [{ account: point, amount: amount + sumOf(given) }, ...takeBackAll(given)];
  await postOwed(tx, sale, number, lines, 'Lost at the point, which owes it');
  return amount;
}

/**
 * A parcel was lost at its point while no sale of it stood: not paid for yet, or its payment taken back by the bank. The point owes what everybody
 * would have had of the sale; a voucher that nobody has used costs the market nothing. Once per parcel.
 */
export async function postLostUnsold(tx: Tx, sale: Sale, refunds: number): Promise<boolean> {
  const parts = (await leftOfSale(tx, sale, refunds)).filter(({ account }) => account.kind !== 'VOUCHER_COST');
  const point = { kind: 'POINT_PAYABLE', ownerKey: sale.pickupPointKey } as const;
  const lines = [...parts, { account: point, amount: -sumOf(parts) }];
  return post(tx, { effect: `lost:${sale.key}`, memo: 'Lost at the point, which owes its price', lines });
}

/** Money goes back although the sale stands: one alone bears it. A seller who has been paid out by then owes it. */
export async function postBorne(
  tx: Tx,
  sale: Sale,
  number: number,
  amount: Rupiah,
  bearer: RefundBearer,
): Promise<Rupiah> {
  const left = await leftOfSale(tx, sale, number - 1);
  const account = left.map((line) => line.account).find(({ kind }) => BEARS[bearer].includes(kind));
  if (!account) throw new Error(`Nobody bears ${amount} of ${sale.key} as ${bearer}`);
  await postOwed(tx, sale, number, [{ account, amount }], 'Given back, the sale stands');
  return amount;
}

const BEARS: Readonly<Record<RefundBearer, readonly string[]>> = {
  SELLER: ['SELLER_HELD', 'SELLER_PAYABLE'],
  MARKET: ['COMMISSION'],
  POINT: ['POINT_HELD', 'POINT_PAYABLE'],
};

function isOfPoint({ account }: PostingLine): boolean {
  return BEARS.POINT.includes(account.kind);
}

/**
 * The lines that take an amount back from parts in proportion. A part below zero (somebody gave more than they had of the sale)
 * gets back in the same proportion, so that taking all leaves nobody with anything. Throws for more than is left.
 */
export function takeBack(left: readonly PostingLine[], amount: Rupiah): PostingLine[] {
  const has = left.map((line) => Math.max(0, -line.amount));
  const lacks = left.map((line) => Math.max(0, line.amount));
  const all = -sumOf(left);
  if (!Number.isSafeInteger(amount) || amount < 0 || amount > all)
    throw new RangeError(`Cannot take back ${amount} of ${all}`);
  const lacking = lacks.reduce((sum, each) => sum + each, 0);
  const over = amount === all ? lacking : partOf(lacking, amount, all);
  const [given, taken] = [inProportion(lacks, over), inProportion(has, amount + over)];
  return left.map(({ account }, at) => ({ account, amount: taken[at]! - given[at]! }));
}

/**
 * The lines that undo the sale of some goods, for a part of which a voucher had paid: the voucher's bearer gets back
 * what it took off them, the point gives back its fee by their price, and seller, market and community share what they sold them for.
 * A voucher that took nothing off goods has paid the fee, and falls away as that does.
 */
export function takeBackGoods(left: readonly PostingLine[], amount: Rupiah, undone: GoodsUndone): PostingLine[] {
  if (undone.price === undone.priceLeft && amount === -sumOf(left)) return takeBackAll(left);
  const [voucher, point] = [left.filter(({ account }) => account.kind === 'VOUCHER_COST'), left.filter(isOfPoint)];
  const others = left.filter((line) => !voucher.includes(line) && !point.includes(line));
  const given =
    undone.discountLeft === 0
      ? partOf(sumOf(voucher), undone.price, undone.priceLeft)
      : partOf(sumOf(voucher), undone.discount, undone.discountLeft);
  const fee = partOf(-sumOf(point), undone.price, undone.priceLeft);
  // Whoever has given a kindness may have less left than their part: the point then makes up for it.
  const shared = Math.min(Math.max(amount + given - fee, 0), Math.max(-sumOf(others), 0));
  return [
    ...(shared > 0 ? takeBack(others, shared) : []),
    ...voucher.map(({ account }) => ({ account, amount: -given })),
    ...point.map(({ account }) => ({ account, amount: amount + given - shared })),
  ];
}

function takeBackAll(lines: readonly PostingLine[]): PostingLine[] {
  return lines.map(({ account, amount }) => ({ account, amount: -amount }));
}

/** Whether a voucher took another part off these goods than off the rest. */
function isUneven({ price, priceLeft, discount, discountLeft }: GoodsUndone): boolean {
  return BigInt(price) * BigInt(discountLeft) !== BigInt(discount) * BigInt(priceLeft);
}

async function postOwed(
  tx: Tx,
  sale: Sale,
  number: number,
  lines: readonly PostingLine[],
  memo: string,
): Promise<void> {
  const owed = { account: REFUND_DUE, amount: -sumOf(lines) };
  const isNew = await post(tx, { effect: effectOf(sale, number), memo, lines: [...lines, owed] });
  if (!isNew && owed.amount !== 0) throw new Error(`Refund ${number} of ${sale.key} was booked before`);
}

function sumOf(lines: readonly PostingLine[]): Rupiah {
  return lines.reduce((sum, { amount }) => sum + amount, 0);
}

function effectOf({ key }: Sale, number: number): string {
  return `refund:${key}:${number}`;
}

function undoneOf({ key }: Sale): string {
  return `undone:${key}`;
}
