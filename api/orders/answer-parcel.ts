import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { appendEvent } from '../platform/jobs/events.ts';
import { refuse } from '../platform/refusal.ts';
import { lockParcel } from './find-and-lock.ts';
import { moveParcels, parcelSubject } from './move-parcels.ts';
import type { Parcel } from './parcel.ts';
import { readText } from './read-text.ts';

/** The seller will prepare it. Refuses NOT_FOUND, WRONG_STATUS. */
export function acceptParcel(ctx: Context, parcelId: string): Promise<Parcel> {
  return inTransaction(ctx, async (tx) => {
    const { locked, parcel } = await lockParcel(tx, parcelId, 'SELLER');
    await moveParcels(tx, locked, 'accept', [parcel], 'SELLER');
    return parcel;
  });
}

/** The seller cannot deliver it; what was paid for it goes back. Refuses NOT_FOUND, WRONG_STATUS, INVALID for a reason without words. */
export async function rejectParcel(ctx: Context, parcelId: string, reason: string): Promise<Parcel> {
  const rejectReason = readText(reason, ['reason']);
  return inTransaction(ctx, async (tx) => {
    const { locked, parcel } = await lockParcel(tx, parcelId, 'SELLER');
    parcel.rejectReason = rejectReason;
    await moveParcels(tx, locked, 'reject', [parcel], 'SELLER');
    return parcel;
  });
}

/** It is packed and on its way. Refuses NOT_FOUND, WRONG_STATUS. */
export function markParcelPacked(ctx: Context, parcelId: string): Promise<Parcel> {
  return inTransaction(ctx, async (tx) => {
    const { locked, parcel } = await lockParcel(tx, parcelId, 'SELLER');
    await moveParcels(tx, locked, 'pack', [parcel], 'SELLER');
    return parcel;
  });
}

/**
 * Notes that the seller has left a packed parcel at its point: a link in its custody, not a status; the point still has to
 * receive it. Said twice it is noted once. Refuses NOT_FOUND, WRONG_STATUS.
 */
export function dropParcelAtPoint(ctx: Context, parcelId: string): Promise<Parcel> {
  return inTransaction(ctx, async (tx) => {
    const { parcel } = await lockParcel(tx, parcelId, 'SELLER');
    if (parcel.status !== 'PACKED') refuse('WRONG_STATUS', ['parcelId'], { status: parcel.status });
    if (parcel.droppedAt) return parcel;
    parcel.droppedAt = ctx.clock.now();
    await appendEvent(tx, 'ParcelDropped', parcelSubject(parcel));
    return parcel;
  });
}
