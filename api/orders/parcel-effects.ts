import { addSold } from '../catalog/index.ts';
import {
  putBackStock,
  releaseStock,
  reserveStock,
  type StockLine,
  settleStock,
  writeOffStock,
} from '../inventory/index.ts';
import { postCashTaken, postLostUnsold, postReleased, type Sale } from '../ledger/index.ts';
import { settleByCash } from '../payments/index.ts';
import { releaseRoom as giveRoomBack, reserveRoom } from '../pickup/index.ts';
import type { Tx } from '../platform/database/transaction.ts';
import type { Rupiah } from '../platform/money.ts';
import type { LockedOrder } from './lock-order.ts';
import type { Order } from './order.ts';
import type { Parcel } from './parcel.ts';
import { BOOKS, linesToRefund, oweRefundOf, type ParcelRefundWanted, refundableOf } from './refunds/owe-refund.ts';
import type { ParcelRefundBearer } from './refunds/parcel-refund.ts';
import { refundOfRest } from './refunds/refund-shares.ts';
import { ENDED } from './statuses.ts';

/** Parcels of one locked order that are about to move; their status is still the old one. */
export interface Move extends LockedOrder {
  readonly moving: readonly Parcel[];
  /** Why money of them goes back, for the buyer to read; the program says it where nobody did. */
  readonly reason?: string;
}

/** What a move does besides changing the status. */
export type MoveEffect = (tx: Tx, move: Move) => Promise<void>;

/** Goods go back on sale: the reservation is given up, or, once the sale is settled, the pieces are put back. */
export const giveBack: MoveEffect = async (tx, { moving }) => {
  const [settled, open] = [moving.filter((parcel) => parcel.isSettled), moving.filter((parcel) => !parcel.isSettled)];
  await releaseStock(tx, await stockLinesOf(tx, open), causeOf(moving));
  const lines = await stockLinesOf(tx, settled);
  await putBackStock(tx, lines, causeOf(moving));
  await addSold(tx, soldOf(lines, -1));
};

/** Goods come back and are counted off at once: nobody can buy what is broken or lost. */
export const giveBackDamaged: MoveEffect = async (tx, move) => {
  await giveBack(tx, move);
  await writeOffStock(tx, await stockLinesOf(tx, move.moving), causeOf(move.moving));
};

/** Hand-over settles the sale of a cash order; a paid one is settled already. */
export const settleIfCash: MoveEffect = async (tx, { moving }) => {
  await settleSales(
    tx,
    moving.filter((parcel) => !parcel.isSettled),
  );
};

/** Goods are taken again for an order that had ended, and leave the stock at once. Refuses OUT_OF_STOCK. */
export const reserveAndSettle: MoveEffect = async (tx, { moving }) => {
  await reserveStock(tx, await stockLinesOf(tx, moving), causeOf(moving));
  await settleSales(tx, moving);
};

/** The parcels' places at the point are free again. */
export const releaseRoom: MoveEffect = (tx, { order, moving }) => giveRoomBack(tx, order.pickupPointKey, moving.length);

/** Places at the point are taken again. Refuses POINT_FULL, POINT_CLOSED. */
export const holdRoom: MoveEffect = (tx, { order, moving }) => reserveRoom(tx, order.pickupPointKey, moving.length);

/** What was paid for the parcels, and not refunded before, is owed back. */
export const oweRefund: MoveEffect = (tx, move) => owe(tx, move, 'SALE', BOOKS.sale);

/** What was paid for the goods is owed back; the point has earned its fee, of which nobody can complain. */
export const oweRefundLessFee: MoveEffect = async (tx, move) => {
  await owe(tx, move, 'SALE', () => BOOKS.lessFee);
  const { order, moving } = move;
  for (const parcel of moving)
    if (saleStands(order, parcel)) await postReleased(tx, saleOf(order, parcel), parcel.refundCount);
};

/** All that was paid for the parcels is owed back, by the point that lost them; where no sale stands, it owes the price to those who sold. */
export const oweByHolder: MoveEffect = async (tx, move) => {
  const { order, moving } = move;
  await owe(tx, move, 'POINT', BOOKS.lost);
  for (const parcel of moving)
    if (!saleStands(order, parcel)) await postLostUnsold(tx, saleOf(order, parcel), parcel.refundCount);
};

/** Books the cash that the operator took for parcels of a cash order; not of those that QRIS paid for. */
export const takeIfCash: MoveEffect = async (tx, { order, payment, parcels, moving }) => {
  const forCash = moving.filter((parcel) => !parcel.isPaidByQris);
  if (order.paymentMethod !== 'CASH' || forCash.length === 0) return;
  for (const parcel of forCash) await postCashTaken(tx, saleOf(order, parcel));
  const others = parcels.filter((parcel) => !moving.includes(parcel) && isDue(parcel));
  await settleByCash(tx, { payment, amount: sumOf(forCash), stillDue: sumOf(others) });
};

/** The sale of these parcels is settled: their goods leave the stock. */
export async function settleSales(tx: Tx, parcels: readonly Parcel[]): Promise<void> {
  const lines = await stockLinesOf(tx, parcels);
  await settleStock(tx, lines, causeOf(parcels));
  await addSold(tx, soldOf(lines, 1));
  for (const parcel of parcels) parcel.isSettled = true;
}

/** The sums of a parcel as the ledger takes them. */
export function saleOf(order: Order, parcel: Parcel): Sale {
  const { key, sellerKey, pickupPointKey, goodsTotal, pointFee, commission, communityShare } = parcel;
  const { goodsDiscount, feeDiscount, sellerDiscount } = parcel;
  const parties = { key, sellerKey, pickupPointKey, communityKey: order.communityKey };
  const discounts = { goodsDiscount, feeDiscount, sellerDiscount };
  return { ...parties, goodsTotal, pointFee, ...discounts, commission, communityShare };
}

/** Whether a parcel under way was paid for, and its payment was not taken back. */
function saleStands(order: Order, parcel: Parcel): boolean {
  return parcel.isSettled && order.paymentStatus !== 'REVERSED';
}

/** Whether a parcel of a cash order is still to be paid for at the counter. */
export function isDue({ isSettled, status }: Pick<Parcel, 'isSettled' | 'status'>): boolean {
  return !isSettled && !ENDED.has(status);
}

/** What these parcels cost together, in rupiah. */
export function sumOf(parcels: readonly Parcel[]): Rupiah {
  return parcels.reduce((sum, parcel) => sum + parcel.total, 0);
}

/** Owes back what is left of what was paid for the parcels; nothing where nothing was paid, or where the provider has taken it back already. */
async function owe(
  tx: Tx,
  move: Move,
  bearer: ParcelRefundBearer,
  bookOf: (left: Rupiah) => ParcelRefundWanted['book'],
): Promise<void> {
  const { order, moving } = move;
  if (order.paymentStatus === 'REVERSED') return;
  for (const parcel of moving.filter((each) => refundableOf(each) > 0)) {
    const { amount, lines } = refundOfRest(refundableOf(parcel), await linesToRefund(tx, parcel));
    const reason = move.reason ?? `Paket ${parcel.code} tidak jadi diambil`;
    await oweRefundOf(tx, move, parcel, saleOf(order, parcel), {
      kind: 'PARCEL',
      bearer,
      lines,
      reason,
      book: bookOf(amount),
    });
  }
}

interface SoldLine extends StockLine {
  readonly productKey: string;
}

/** What the parcels hold, without the pieces that were taken out of the sale. */
async function stockLinesOf(tx: Tx, parcels: readonly Parcel[]): Promise<SoldLine[]> {
  if (parcels.length === 0) return [];
  return tx.execute<SoldLine[]>(
    `select variant_id as "variantKey", product_id as "productKey", sum(quantity - refunded_quantity)::int as quantity
       from order_line where parcel_id = any(?::uuid[]) and quantity > refunded_quantity group by variant_id, product_id`,
    [`{${parcels.map(({ key }) => key).join(',')}}`],
  );
}

function soldOf(lines: readonly SoldLine[], sign: 1 | -1): { productKey: string; pieces: number }[] {
  return lines.map(({ productKey, quantity }) => ({ productKey, pieces: sign * quantity }));
}

function causeOf(parcels: readonly Parcel[]): string {
  const [first] = parcels;
  return parcels.length === 1 ? `parcel:${first!.key}` : `order:${first?.orderKey}`;
}
