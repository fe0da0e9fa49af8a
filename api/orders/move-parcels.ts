import type { Tx } from '../platform/database/transaction.ts';
import { appendEvents } from '../platform/jobs/events.ts';
import { refuse } from '../platform/refusal.ts';
import { finishOrder } from './finish-order.ts';
import type { LockedOrder } from './lock-order.ts';
import { hasPart, type ParcelRole } from './order-access.ts';
import type { Parcel } from './parcel.ts';
import { PARCEL_TRANSITIONS, type ParcelTransition, type ParcelTransitionName } from './parcel-transitions.ts';
import { startTimers } from './start-timers.ts';
import type { ParcelStatus } from './statuses.ts';
import { settleVoucherUse } from './voucher-use.ts';

/** Statuses in which the seller has something to do before `respondBy`. */
const SELLERS_TURN: ReadonlySet<ParcelStatus> = new Set<ParcelStatus>(['WAITING', 'ACCEPTED', 'PACKED']);

/**
 * Applies a row of PARCEL_TRANSITIONS to parcels of a locked order: stock, voucher, room, money, status, timers, events, in that order, and
 * then what follows for the order. Nothing else writes a parcel's status. `as` is the part in which the caller acts; all but
 * SYSTEM are proved against the caller's roles; `reason` is what the buyer reads where money goes back. Refuses NOT_FOUND when the caller has no such part in a parcel, and
 * WRONG_STATUS {status} when the row does not begin where a parcel stands; then nothing has moved.
 */
export async function moveParcels(
  tx: Tx,
  locked: LockedOrder,
  name: ParcelTransitionName,
  moving: readonly Parcel[],
  as: ParcelRole,
  reason?: string,
): Promise<void> {
  if (moving.length === 0) return;
  const row: ParcelTransition = PARCEL_TRANSITIONS[name];
  for (const parcel of moving) {
    if (!row.by.includes(as) || !hasPart(tx.context, parcel, as)) refuse('NOT_FOUND');
    if (!row.from.includes(parcel.status)) refuse('WRONG_STATUS', [], { status: parcel.status });
  }
  const move = { ...locked, moving, ...(reason !== undefined && { reason }) };
  await row.stock?.(tx, move);
  await settleVoucherUse(tx, move, row.to);
  await row.room?.(tx, move);
  await row.money?.(tx, move);
  const from = moving.map(({ status }) => status);
  for (const parcel of moving) {
    parcel.status = row.to;
    parcel.movedAt = tx.context.clock.now();
    if (!SELLERS_TURN.has(row.to)) parcel.respondBy = null;
  }
  if (row.timers) await startTimers(tx, locked, moving, row.timers);
  await appendEvents(
    tx,
    moving.map((parcel, at) => ({
      name: row.event,
      subject: parcelSubject(parcel),
      facts: { transition: name, from: from[at], to: row.to, tell: row.tell },
    })),
  );
  await finishOrder(tx, locked);
}

/** What every event about a parcel names. */
export function parcelSubject(parcel: Parcel): Record<string, string> {
  const { orderKey, key: parcelKey, sellerKey, pickupPointKey, buyerKey } = parcel;
  return { orderKey, parcelKey, sellerKey, pickupPointKey, buyerKey };
}
