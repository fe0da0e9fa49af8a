import type { Tx } from '../../platform/database/transaction.ts';
import { refuse } from '../../platform/refusal.ts';
import { ParcelRefund } from './parcel-refund.ts';

/**
 * Whether the caller has asked for this very refund before, under the lock of the order that it is of. Refuses IDEMPOTENCY_KEY_REUSED when the
 * key came with another request.
 */
export async function wasAskedBefore(
  tx: Tx,
  asked: { readonly idempotencyKey: string; readonly input: string },
): Promise<boolean> {
  const { idempotencyKey, input } = asked;
  const made = await tx.findOne(ParcelRefund, { actorKey: tx.context.actor.key, idempotencyKey });
  if (made && made.idempotencyInput !== input) refuse('IDEMPOTENCY_KEY_REUSED', ['idempotencyKey']);
  return made !== null;
}
