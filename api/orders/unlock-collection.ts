import { accountByKey, tryOtp, useOtp } from '../accounts/index.ts';
import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { appendEvent } from '../platform/jobs/events.ts';
import { refuse } from '../platform/refusal.ts';
import { showsCodes } from './collection.ts';
import { lockOwnOrder } from './find-and-lock.ts';
import { orderSubject } from './move-order.ts';
import type { Order } from './order.ts';

/**
 * Gives an order a new PIN against a one-time code sent to the buyer's phone (requestOtp with UNLOCK_COLLECTION); wrong PINs
 * are counted from nothing again, and the old PIN is worth nothing. Refuses NOT_FOUND, NOTHING_TO_COLLECT, CODE_WRONG {left},
 * CODE_EXPIRED, CODE_LOCKED.
 */
export async function unlockCollection(ctx: Context, orderId: string, otp: string): Promise<Order> {
  const account = ctx.actor.key ? await accountByKey(ctx, ctx.actor.key) : null;
  if (!account?.phone) refuse('NOT_FOUND', ['orderId']);
  const code = { phone: account.phone, code: otp, purpose: 'UNLOCK_COLLECTION', field: ['otp'] } as const;
  const challengeKey = await tryOtp(ctx, code);
  return inTransaction(ctx, async (tx) => {
    const { order } = await lockOwnOrder(tx, orderId);
    if (!showsCodes(order)) refuse('NOTHING_TO_COLLECT', ['orderId']);
    await useOtp(tx, challengeKey, ['otp']);
    order.pinVersion += 1;
    await appendEvent(tx, 'CollectionUnlocked', orderSubject(order));
    return order;
  });
}
