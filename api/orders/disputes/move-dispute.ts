import type { RefundBearer } from '../../ledger/index.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { appendEvent } from '../../platform/jobs/events.ts';
import { keyOf } from '../../platform/keys.ts';
import type { Rupiah } from '../../platform/money.ts';
import { refuse } from '../../platform/refusal.ts';
import { type LockedOrder, lockOrder } from '../lock-order.ts';
import { parcelSubject } from '../move-parcels.ts';
import { hasPart, type ParcelRole } from '../order-access.ts';
import type { Parcel } from '../parcel.ts';
import { startTimer } from '../start-timers.ts';
import { Dispute } from './dispute.ts';
import { LIVE_DISPUTES } from './dispute-status.ts';
import { DISPUTE_TRANSITIONS, type DisputeTransition, type DisputeTransitionName } from './dispute-transitions.ts';
import { refundClaim } from './refund-claim.ts';
import { releaseMoney } from './release-money.ts';

/** A dispute with its order, locked until the end of the transaction. */
export interface LockedDispute {
  readonly locked: LockedOrder;
  readonly parcel: Parcel;
  readonly dispute: Dispute;
}

/** Money that goes back at the end of a dispute. */
export interface Settlement {
  /** Whole rupiah; what is left of the parcel, when that is less. */
  readonly amount: Rupiah;
  readonly borneBy: RefundBearer;
  /** For the buyer to read. */
  readonly reason: string;
}

const HOUR = 3_600_000;

/** Locks the order of a dispute, by its public id, for a caller who has this part in it. Refuses NOT_FOUND to others. */
export async function lockDispute(tx: Tx, disputeId: string, as: ParcelRole): Promise<LockedDispute> {
  const key = keyOf('Dispute', disputeId);
  const found = key ? await tx.findOne(Dispute, { key }) : null;
  if (!found || !hasPart(tx.context, found, as)) refuse('NOT_FOUND', ['disputeId']);
  return readLocked(tx, (await lockOrder(tx, found.orderKey))!, found.parcelKey);
}

/** The dispute about a parcel of a locked order, as it is now. */
export async function readLocked(tx: Tx, locked: LockedOrder, parcelKey: string): Promise<LockedDispute> {
  const dispute = await tx.findOneOrFail(Dispute, { parcelKey }, { refresh: true });
  return { locked, dispute, parcel: locked.parcels.find(({ key }) => key === parcelKey)! };
}

/** Refuses NOT_FOUND when the caller has no such part, WRONG_STATUS {status} when the row does not begin where the dispute stands. */
export function requireMove(tx: Tx, dispute: Dispute, name: DisputeTransitionName, as: ParcelRole): void {
  const row: DisputeTransition = DISPUTE_TRANSITIONS[name];
  if (!row.by.includes(as) || !hasPart(tx.context, dispute, as)) refuse('NOT_FOUND', ['disputeId']);
  if (!row.from.includes(dispute.status)) refuse('WRONG_STATUS', ['disputeId'], { status: dispute.status });
}

/**
 * Applies a row of DISPUTE_TRANSITIONS to a locked dispute: money, status, timer, event; at an end what is still held goes on its way. Nothing
 * else writes a dispute's status. Refuses as `requireMove`.
 */
export async function moveDispute(
  tx: Tx,
  about: LockedDispute,
  name: DisputeTransitionName,
  as: ParcelRole,
  settlement: Settlement | null = null,
): Promise<void> {
  const { locked, parcel, dispute } = about;
  requireMove(tx, dispute, name, as);
  const row: DisputeTransition = DISPUTE_TRANSITIONS[name];
  const now = tx.context.clock.now();
  const hasEnded = !LIVE_DISPUTES.has(row.to);
  const refunded = settlement ? await refundClaim(tx, about, settlement) : 0;
  dispute.status = row.to;
  dispute.dueBy = row.timer ? dueAfter(tx, now) : null;
  if (hasEnded) {
    dispute.endedAt = now;
    dispute.refunded = refunded;
    dispute.borneBy = refunded > 0 ? settlement!.borneBy : null;
  }
  if (row.timer) startTimer(tx, row.timer, dispute.orderKey, parcel.key, dispute.dueBy!);
  const amount = hasEnded ? refunded : dispute.offer;
  await appendEvent(tx, row.event, disputeSubject(parcel, dispute), {
    transition: name,
    to: row.to,
    tell: row.tell,
    ...(amount === null ? {} : { amount }),
    ...(dispute.dueBy ? { dueBy: dispute.dueBy.toISOString() } : {}),
  });
  if (hasEnded) await releaseMoney(tx, locked, parcel);
}

/** What every event about a dispute names. */
export function disputeSubject(parcel: Parcel, { key: disputeKey }: Dispute): Record<string, string> {
  return { ...parcelSubject(parcel), disputeKey };
}

/** When somebody who has to answer now is too late. */
export function dueAfter({ context: { orderSettings } }: Tx, now: Date): Date {
  return new Date(now.getTime() + orderSettings.disputeAnswerHours * HOUR);
}
