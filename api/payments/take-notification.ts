import { createHash } from 'node:crypto';
import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { queueJob } from '../platform/jobs/define-job.ts';
import { newKey } from '../platform/keys.ts';
import { askProvider } from './ask-provider.ts';
import { PaymentAttempt } from './payment-attempt.ts';

/** What became of a notification. */
export type Taken = 'TAKEN' | 'MALFORMED' | 'FORGED' | 'UNKNOWN_ORDER';

/**
 * Takes a notification in: checks its signature, keeps the raw body (the same body once), and leaves the rest to a job that asks
 * the provider. Changes no payment itself, whatever the notification claims.
 */
export async function takeNotification(ctx: Context, body: string): Promise<Taken> {
  const reading = ctx.paymentProvider.readNotification(body);
  if (reading.kind !== 'GENUINE') return reading.kind;
  return inTransaction(ctx, async (tx) => {
    const attempt = await tx.findOne(PaymentAttempt, { providerOrderId: reading.providerOrderId }, { fields: ['key'] });
    if (!attempt) return 'UNKNOWN_ORDER';
    const [kept] = await tx.execute<{ handled_at: Date | null }[]>(
      `insert into payment_notification (id, body_hash, body, attempt_id, claimed_status, deliveries, received_at)
       values (?, ?, ?, ?, ?, 1, ?)
       on conflict (body_hash) do update set deliveries = payment_notification.deliveries + 1 returning handled_at`,
      [
        newKey(),
        createHash('sha256').update(body).digest('hex'),
        body,
        attempt.key,
        reading.claimedStatus,
        ctx.clock.now(),
      ],
    );
    if (kept?.handled_at === null) queueJob(tx, askProvider, { attemptKey: attempt.key });
    return 'TAKEN';
  });
}
