import type { Context } from '../../platform/context.ts';
import { inTransaction, type Tx } from '../../platform/database/transaction.ts';
import { globalId } from '../../platform/keys.ts';
import { refuse } from '../../platform/refusal.ts';
import { type LockedParcel, lockParcel } from '../find-and-lock.ts';
import { moveParcels } from '../move-parcels.ts';
import type { Parcel } from '../parcel.ts';
import { readKey, readText } from '../read-text.ts';
import { linesToRefund } from '../refunds/owe-refund.ts';
import { ENDED } from '../statuses.ts';
import { Dispute } from './dispute.ts';
import { DisputeStatement } from './dispute-statement.ts';
import { openLocked, readComplaint } from './open-dispute.ts';

/** What became of a wish for money back: the parcel was called off, or a dispute about it was opened. */
export interface RefundRequested {
  readonly parcel: Parcel;
  readonly dispute: Dispute | null;
}

/** A buyer's wish for the money of a parcel. */
export interface RefundAsked {
  readonly parcelId: string;
  /** In the buyer's words. */
  readonly reason: string;
  readonly idempotencyKey: string;
}

/**
 * The buyer wants the money for a parcel back: before the seller has accepted it, it is called off; a collected one is complained about, with all
 * its pieces. Of one that was called off it changes nothing. Refuses NOT_YET in between, and otherwise as cancelParcel and openDispute do.
 */
export async function requestRefund(ctx: Context, { reason, ...asked }: RefundAsked): Promise<RefundRequested> {
  const wanted = { ...asked, text: readText(reason, ['reason']) };
  readKey(asked.idempotencyKey);
  return inTransaction(ctx, async (tx) => {
    // Lock, then look: between the two the seller may answer, and of two equal calls the second finds what the first did.
    const found = await lockParcel(tx, asked.parcelId, 'BUYER');
    const { locked, parcel } = found;
    if (parcel.status === 'WAITING') await moveParcels(tx, locked, 'cancel', [parcel], 'BUYER');
    if (parcel.status === 'CANCELLED') return { parcel, dispute: null }; // now, or asked for before
    if (parcel.status !== 'COLLECTED')
      refuse(ENDED.has(parcel.status) ? 'WRONG_STATUS' : 'NOT_YET', ['parcelId'], { status: parcel.status });
    const dispute = (await openedBefore(tx, parcel.key, wanted)) ?? (await openAboutAll(tx, found, wanted));
    return { parcel, dispute };
  });
}

/** A wish whose words have been read. */
type Wanted = Omit<RefundAsked, 'reason'> & { readonly text: string };

/** Complains about all that is left of a collected parcel. */
async function openAboutAll(tx: Tx, found: LockedParcel, wanted: Wanted): Promise<Dispute> {
  const lines = (await linesToRefund(tx, found.parcel))
    .filter((line) => line.refundedQuantity < line.quantity)
    .map((line) => ({ lineId: globalId('OrderLine', line.key), quantity: line.quantity - line.refundedQuantity }));
  if (lines.length === 0) refuse('NOTHING_LEFT', ['parcelId']);
  const about = { reason: 'OTHER', wish: 'ALL_BACK', lines, photoUploadIds: [] } as const;
  return openLocked(tx, found, readComplaint({ ...wanted, ...about }));
}

/** The dispute that the same call opened before: which pieces are left may have changed since, and does not make it another call. */
async function openedBefore(tx: Tx, parcelKey: string, { idempotencyKey, text }: Wanted): Promise<Dispute | null> {
  const known = await tx.findOne(Dispute, { parcelKey, idempotencyKey });
  if (!known) return null;
  const [first] = await tx.find(
    DisputeStatement,
    { disputeKey: known.key },
    { orderBy: { at: 'asc', key: 'asc' }, limit: 1 },
  );
  return first?.text === text ? known : refuse('IDEMPOTENCY_KEY_REUSED', ['idempotencyKey']);
}
