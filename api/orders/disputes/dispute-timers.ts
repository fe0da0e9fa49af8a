import type { Tx } from '../../platform/database/transaction.ts';
import type { LockedOrder } from '../lock-order.ts';
import type { Parcel } from '../parcel.ts';
import type { DisputeTransitionName } from './dispute-transitions.ts';
import { moveDispute, readLocked } from './move-dispute.ts';

/** The time to answer is over: the dispute goes to a curator, unless somebody has acted since. */
export async function passToCurator(
  tx: Tx,
  locked: LockedOrder,
  parcel: Parcel | null,
  now: Date,
  name: Extract<DisputeTransitionName, 'passBySilence' | 'letOfferLapse'>,
): Promise<void> {
  if (!parcel) return;
  const about = await readLocked(tx, locked, parcel.key);
  const isWaiting = about.dispute.status === (name === 'passBySilence' ? 'OPEN' : 'OFFERED');
  if (isWaiting && about.dispute.dueBy! <= now) await moveDispute(tx, about, name, 'SYSTEM');
}
