import type { Context } from '../../platform/context.ts';
import { globalId, keyOf } from '../../platform/keys.ts';
import { refuse } from '../../platform/refusal.ts';
import { cancelParcel } from '../cancel-parcel.ts';
import { isBuyer } from '../order-access.ts';
import { linesOfParcel } from '../order-queries.ts';
import type { Parcel } from '../parcel.ts';
import { parcelByKey } from '../parcel-queries.ts';
import { readKey, readText } from '../read-text.ts';
import { ENDED } from '../statuses.ts';
import { Dispute } from './dispute.ts';
import { statementsOf } from './dispute-queries.ts';
import { openDispute } from './open-dispute.ts';

/** What became of a wish for money back: the parcel was called off, or a dispute about it was opened. */
export interface RefundRequested {
  readonly parcel: Parcel;
  readonly dispute: Dispute | null;
}

/**
 * The buyer wants the money for a parcel back: before the seller has accepted it, it is called off; a collected one is complained about, with all
 * its pieces. Of one that was called off it changes nothing. Refuses NOT_YET in between, and otherwise as cancelParcel and openDispute do.
 */
export async function requestRefund(
  ctx: Context,
  wanted: { readonly parcelId: string; readonly reason: string; readonly idempotencyKey: string },
): Promise<RefundRequested> {
  const { parcelId, idempotencyKey } = wanted;
  const text = readText(wanted.reason, ['reason']);
  readKey(idempotencyKey);
  const key = keyOf('Parcel', parcelId);
  const parcel = key ? await parcelByKey(ctx, key) : null;
  if (!parcel || !isBuyer(ctx, parcel)) refuse('NOT_FOUND', ['parcelId']);
  if (parcel.status === 'WAITING') return { parcel: await cancelParcel(ctx, parcelId), dispute: null };
  if (parcel.status === 'CANCELLED') return { parcel, dispute: null }; // asked for before
  if (parcel.status !== 'COLLECTED')
    refuse(ENDED.has(parcel.status) ? 'WRONG_STATUS' : 'NOT_YET', ['parcelId'], { status: parcel.status });
  const before = await openedBefore(ctx, parcel.key, idempotencyKey, text);
  if (before) return { parcel, dispute: before };
  const lines = (await linesOfParcel(ctx, parcel.key))
    .filter((line) => line.refundedQuantity < line.quantity)
    .map((line) => ({ lineId: globalId('OrderLine', line.key), quantity: line.quantity - line.refundedQuantity }));
  if (lines.length === 0) refuse('NOTHING_LEFT', ['parcelId']);
  const complaint = { parcelId, reason: 'OTHER', wish: 'ALL_BACK', lines, text, photoUploadIds: [] } as const;
  return { parcel, dispute: await openDispute(ctx, { ...complaint, idempotencyKey }) };
}

/** The dispute that the same call opened before: which pieces are left may have changed since, and does not make it another call. */
async function openedBefore(
  ctx: Context,
  parcelKey: string,
  idempotencyKey: string,
  text: string,
): Promise<Dispute | null> {
  const known = await ctx.em.fork().findOne(Dispute, { parcelKey, idempotencyKey });
  if (!known) return null;
  const [first] = await statementsOf(ctx, known.key);
  return first?.text === text ? known : refuse('IDEMPOTENCY_KEY_REUSED', ['idempotencyKey']);
}
