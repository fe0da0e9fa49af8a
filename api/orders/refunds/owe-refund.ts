import {
  type GoodsUndone,
  postBorne,
  postLost,
  postRefundLessFee,
  postRefundOwed,
  type RefundBearer,
  type Sale,
} from '../../ledger/index.ts';
import { requestRefund } from '../../payments/index.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import type { Rupiah } from '../../platform/money.ts';
import type { LockedOrder } from '../lock-order.ts';
import { OrderLine } from '../order-line.ts';
import type { Parcel } from '../parcel.ts';
import { ParcelRefund, type ParcelRefundBearer, type ParcelRefundKind } from './parcel-refund.ts';
import type { LineTaken } from './refund-shares.ts';

/** A refund of a parcel. */
export interface ParcelRefundWanted {
  readonly kind: ParcelRefundKind;
  readonly bearer: ParcelRefundBearer;
  /** Of which lines it is; none for a kindness. */
  readonly lines: readonly LineTaken[];
  /** For the buyer to read. */
  readonly reason: string;
  /** Books it under its number, and gives the amount, in rupiah; 0 books nothing. */
  book(tx: Tx, sale: Sale, number: number): Promise<Rupiah>;
  /** Who asked for it under which key; null where it follows from a move. */
  readonly asked?: { readonly idempotencyKey: string; readonly input: string } | null;
}

/** What is paid for a parcel and not promised back, in rupiah; nothing while its sale is not settled. */
export function refundableOf(parcel: Parcel): Rupiah {
  return parcel.isSettled ? parcel.total - parcel.refundDue : 0;
}

/** The lines of a parcel of a locked order, as they are now, in their order. */
export function linesToRefund(tx: Tx, parcel: Parcel): Promise<OrderLine[]> {
  return tx.find(OrderLine, { parcelKey: parcel.key }, { orderBy: { position: 'asc' }, refresh: true });
}

/**
 * Promises money of a parcel of a locked order back, once: its lines, its sums, the ledger, and the refund that payments send. More than
 * was paid is our fault and throws, here and in the database.
 */
export async function oweRefundOf(
  tx: Tx,
  { order, payment }: LockedOrder,
  parcel: Parcel,
  sale: Sale,
  wanted: ParcelRefundWanted,
): Promise<Rupiah> {
  const number = parcel.refundCount + 1;
  const amount = await wanted.book(tx, sale, number);
  // A voucher had paid for it. Pieces that fell away are counted all the same.
  if (amount === 0 && wanted.kind !== 'LINES') return 0;
  if (amount < 0 || amount > refundableOf(parcel))
    throw new Error(`Refund ${number} of ${parcel.key}: ${amount} of ${refundableOf(parcel)}`);
  parcel.refundCount = number;
  parcel.refundDue += amount;
  order.refundDueTotal += amount;
  await takeLines(tx, wanted.lines);
  tx.create(ParcelRefund, {
    parcelKey: parcel.key,
    number,
    kind: wanted.kind,
    bearer: wanted.bearer,
    amount,
    goodsTotal: wanted.lines.reduce((sum, { goods }) => sum + goods, 0),
    reason: wanted.reason,
    actorKey: tx.context.actor.key,
    idempotencyKey: wanted.asked?.idempotencyKey ?? null,
    idempotencyInput: wanted.asked?.input ?? null,
    at: tx.context.clock.now(),
  });
  const effect = `parcel:${parcel.key}:${number}`;
  if (amount > 0)
    await requestRefund(tx, { paymentKey: payment.key, amount, reason: wanted.reason, effect, item: parcel.key });
  return amount;
}

/** How a refund is booked: who bears it. */
export const BOOKS = {
  /** Everybody who had a part of the sale, in proportion. */
  sale:
    (amount: Rupiah, undone: GoodsUndone | null = null): ParcelRefundWanted['book'] =>
    (tx, sale, number) =>
      postRefundOwed(tx, sale, number, amount, undone),
  /** The goods alone: the point has earned its fee. */
  lessFee: postRefundLessFee as ParcelRefundWanted['book'],
  /** The point that lost it. */
  lost:
    (amount: Rupiah): ParcelRefundWanted['book'] =>
    (tx, sale, number) =>
      postLost(tx, sale, number, amount),
  /** One alone, while the sale stands. */
  borneBy:
    (bearer: RefundBearer, amount: Rupiah): ParcelRefundWanted['book'] =>
    (tx, sale, number) =>
      postBorne(tx, sale, number, amount, bearer),
} as const;

async function takeLines(tx: Tx, taken: readonly LineTaken[]): Promise<void> {
  for (const { lineKey, pieces, goods, discount } of taken) {
    const line = await tx.findOneOrFail(OrderLine, { key: lineKey }); // read before, under the lock
    line.refundedQuantity += pieces;
    line.refundedTotal += goods;
    line.refundedDiscount += discount;
  }
}
