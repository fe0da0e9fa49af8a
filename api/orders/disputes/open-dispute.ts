import type { Context } from '../../platform/context.ts';
import { inTransaction, type Tx } from '../../platform/database/transaction.ts';
import { appendEvent } from '../../platform/jobs/events.ts';
import { refuse } from '../../platform/refusal.ts';
import { type LockedParcel, lockParcel } from '../find-and-lock.ts';
import type { OrderLine } from '../order-line.ts';
import { readKey } from '../read-text.ts';
import { linesToRefund, refundableOf } from '../refunds/owe-refund.ts';
import { readPieces, refuseTooMany, refuseUnlessPaid } from '../refunds/refund-lines.ts';
import { refundOfPieces } from '../refunds/refund-shares.ts';
import { startTimer } from '../start-timers.ts';
import { addStatement, readStatement, type Said } from './add-statement.ts';
import { Dispute } from './dispute.ts';
import { DisputeLine } from './dispute-line.ts';
import type { DisputeReason, DisputeWish } from './dispute-status.ts';
import { disputeSubject, dueAfter } from './move-dispute.ts';
import { complaintsEndAt } from './release-money.ts';

/** What a buyer complains about. */
export interface Complaint extends Said {
  readonly parcelId: string;
  readonly reason: DisputeReason;
  readonly wish: DisputeWish;
  readonly lines: readonly { readonly lineId: string; readonly quantity: number }[];
  readonly idempotencyKey: string;
}

/**
 * Opens a dispute about pieces of a parcel that the buyer collected within the time for complaints: the money stays held, and the seller has to
 * answer. One for each parcel; the same key is the same dispute. Refuses NOT_FOUND, INVALID, WRONG_STATUS, TOO_LATE, NOT_PAID, NOTHING_LEFT,
 * TOO_MANY_PIECES {left}, ALREADY_OPENED, IDEMPOTENCY_KEY_REUSED.
 */
export async function openDispute(ctx: Context, complaint: Complaint): Promise<Dispute> {
  const read = readComplaint(complaint);
  return inTransaction(ctx, async (tx) => openLocked(tx, await lockParcel(tx, complaint.parcelId, 'BUYER'), read));
}

/** A complaint whose words and pieces have been read. */
export interface ComplaintRead {
  readonly complaint: Complaint;
  /** By the keys of their lines. */
  readonly pieces: ReadonlyMap<string, number>;
}

/** Reads a complaint before anything is locked. Refuses INVALID, and NOT_FOUND for what is no line. */
export function readComplaint(complaint: Complaint): ComplaintRead {
  const text = readStatement(complaint.text, 'text', 1);
  const pieces = readPieces(complaint.lines);
  readKey(complaint.idempotencyKey);
  return { complaint: { ...complaint, text }, pieces };
}

/** Opens a dispute about a parcel whose order the caller has locked for its buyer. Refuses as `openDispute`. */
export async function openLocked(tx: Tx, found: LockedParcel, { complaint, pieces }: ComplaintRead): Promise<Dispute> {
  const { reason, wish, text, photoUploadIds } = complaint;
  const input = JSON.stringify([reason, wish, [...pieces].sort(), text, photoUploadIds]);
  const known = await tx.findOne(Dispute, { parcelKey: found.parcel.key }, { refresh: true });
  if (known) return sameOrRefuse(known, complaint.idempotencyKey, input);
  requireDisputable(tx, found);
  const lines = await linesToRefund(tx, found.parcel);
  refuseTooMany(lines, pieces);
  const dispute = writeDispute(tx, found, complaint, input, lines, pieces);
  await addStatement(tx, dispute, 'BUYER', complaint);
  startTimer(tx, 'DISPUTE_ANSWER_DUE', dispute.orderKey, dispute.parcelKey, dispute.dueBy!);
  await appendEvent(tx, 'DisputeOpened', disputeSubject(found.parcel, dispute), {
    amount: dispute.claimTotal,
    dueBy: dispute.dueBy!.toISOString(),
    tell: ['SELLER'],
  });
  return dispute;
}

function requireDisputable(tx: Tx, { locked, parcel }: LockedParcel): void {
  if (parcel.status !== 'COLLECTED') refuse('WRONG_STATUS', ['parcelId'], { status: parcel.status });
  if (complaintsEndAt(tx.context, parcel) <= tx.context.clock.now())
    refuse('TOO_LATE', ['parcelId'], { hours: tx.context.orderSettings.releaseHours });
  refuseUnlessPaid(locked.order, parcel);
}

function writeDispute(
  tx: Tx,
  { parcel }: LockedParcel,
  { reason, wish, idempotencyKey }: Complaint,
  idempotencyInput: string,
  lines: readonly OrderLine[],
  pieces: ReadonlyMap<string, number>,
): Dispute {
  const claimTotal = refundOfPieces(refundableOf(parcel), lines, pieces).amount;
  if (claimTotal === 0) refuse('NOTHING_LEFT', ['lines']);
  const { key: parcelKey, orderKey, buyerKey, sellerKey, pickupPointKey } = parcel;
  const openedAt = tx.context.clock.now();
  const parties = { orderKey, parcelKey, buyerKey, sellerKey, pickupPointKey };
  const asked = { reason, wish, claimTotal, idempotencyKey, idempotencyInput };
  const dispute = tx.create(Dispute, { ...parties, ...asked, openedAt, dueBy: dueAfter(tx, openedAt) });
  for (const [lineKey, quantity] of pieces) tx.create(DisputeLine, { disputeKey: dispute.key, lineKey, quantity });
  return dispute;
}

function sameOrRefuse(known: Dispute, idempotencyKey: string, input: string): Dispute {
  if (known.idempotencyKey !== idempotencyKey) refuse('ALREADY_OPENED', ['parcelId']);
  return known.idempotencyInput === input ? known : refuse('IDEMPOTENCY_KEY_REUSED', ['idempotencyKey']);
}
