import { openTask } from '../accounts/index.ts';
import { readyUpload } from '../catalog/index.ts';
import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { keyOf } from '../platform/keys.ts';
import { refuse } from '../platform/refusal.ts';
import { lockParcel, lockParcelAtPoint } from './find-and-lock.ts';
import { moveParcels } from './move-parcels.ts';
import type { Parcel } from './parcel.ts';
import { readText } from './read-text.ts';

/** A parcel as an operator names it at the counter. */
export interface ParcelAtCounter {
  /** Public id of the point at which the operator stands. */
  readonly pointId: string;
  /** Code on the packing slip. */
  readonly parcelCode: string;
}

/** The operator takes a packed parcel in; its holding days begin. Refuses NOT_FOUND, WRONG_STATUS, INVALID for a long shelf. */
export async function receiveParcel(
  ctx: Context,
  at: ParcelAtCounter & { readonly shelf: string | null },
): Promise<Parcel> {
  const shelf = at.shelf?.trim() ? readText(at.shelf, ['shelf']) : null;
  return inTransaction(ctx, async (tx) => {
    const { locked, parcel } = await lockParcelAtPoint(tx, at.pointId, at.parcelCode);
    parcel.shelf = shelf;
    await moveParcels(tx, locked, 'receive', [parcel], 'OPERATOR');
    return parcel;
  });
}

/** What is wrong with a parcel that the point does not take. */
export interface Damage {
  readonly reason: string;
  /** Public id of the upload that shows it. */
  readonly photoUploadId: string;
}

/**
 * The operator does not take a packed parcel in, because it is damaged; what was paid for it goes back, and its goods are
 * counted off. Refuses NOT_FOUND (also for a photo that is not the operator's upload), WRONG_STATUS, INVALID for a missing reason.
 */
export async function refuseParcel(ctx: Context, at: ParcelAtCounter & Damage): Promise<Parcel> {
  const rejectReason = readText(at.reason, ['reason']);
  return inTransaction(ctx, async (tx) => {
    const { locked, parcel } = await lockParcelAtPoint(tx, at.pointId, at.parcelCode);
    const uploadKey = keyOf('Upload', at.photoUploadId);
    const photo = uploadKey && (await readyUpload(tx, ctx.actor.key!, uploadKey));
    if (!photo) refuse('NOT_FOUND', ['photoUploadId']);
    parcel.rejectReason = rejectReason;
    parcel.damagePhotoHash = photo.hash;
    await moveParcels(tx, locked, 'refuse', [parcel], 'OPERATOR');
    return parcel;
  });
}

/** The operator gives an uncollected parcel back to its seller; the goods are refunded, the fee is kept. Refuses NOT_FOUND, WRONG_STATUS. */
export function returnParcel(ctx: Context, at: ParcelAtCounter): Promise<Parcel> {
  return inTransaction(ctx, async (tx) => {
    const { locked, parcel } = await lockParcelAtPoint(tx, at.pointId, at.parcelCode);
    await moveParcels(tx, locked, 'return', [parcel], 'OPERATOR');
    return parcel;
  });
}

/**
 * A parcel cannot be found at the point: opens a case for the curator; what was paid for it goes back, and the point owes it.
 * For an operator of the point or a curator. Refuses NOT_FOUND, WRONG_STATUS, INVALID for a note without words.
 */
export async function markParcelLost(ctx: Context, parcelId: string, note: string): Promise<Parcel> {
  const detail = readText(note, ['note']);
  const as = ctx.actor.roles.some(({ role }) => role === 'CURATOR') ? 'CURATOR' : 'OPERATOR';
  return inTransaction(ctx, async (tx) => {
    const { locked, parcel } = await lockParcel(tx, parcelId, as);
    await moveParcels(tx, locked, 'lose', [parcel], as);
    await openTask(tx, {
      kind: 'LOST_PARCEL',
      title: `Paket ${parcel.code} hilang di titik ambil`,
      detail,
      amount: parcel.total,
      subject: { orderKey: parcel.orderKey, parcelKey: parcel.key, pickupPointKey: parcel.pickupPointKey },
      once: `lost:${parcel.key}`,
    });
    return parcel;
  });
}
