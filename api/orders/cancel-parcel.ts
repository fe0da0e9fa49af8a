import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { lockParcel } from './find-and-lock.ts';
import { moveParcels } from './move-parcels.ts';
import type { Parcel } from './parcel.ts';

/** Calls one parcel off for its buyer before the seller has accepted it; what was paid for it goes back. Refuses NOT_FOUND, WRONG_STATUS. */
export function cancelParcel(ctx: Context, parcelId: string): Promise<Parcel> {
  return inTransaction(ctx, async (tx) => {
    const { locked, parcel } = await lockParcel(tx, parcelId, 'BUYER');
    await moveParcels(tx, locked, 'cancel', [parcel], 'BUYER');
    return parcel;
  });
}
