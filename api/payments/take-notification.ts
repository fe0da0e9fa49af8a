import { createHash } from 'node:crypto';
import type { Context } from '../platform/context.ts';
import { preparedRows } from '../platform/database/prepared.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { queueJob } from '../platform/jobs/define-job.ts';
import { newKey } from '../platform/keys.ts';
import { askProvider } from './ask-provider.ts';

/** What became of a notification. */
export type Taken = 'TAKEN' | 'MALFORMED' | 'FORGED' | 'UNKNOWN_ORDER';

const ATTEMPT = 'select id from payment_attempt where provider_order_id = $1';
const KEEP = `
  insert into payment_notification (id, body_hash, body, provider_order_id, attempt_id, claimed_status, deliveries, received_at)
  values ($1, $2, $3, $4, $5, $6, 1, $7)
  on conflict (body_hash) do update set deliveries = payment_notification.deliveries + 1,
    attempt_id = coalesce(payment_notification.attempt_id, excluded.attempt_id),
    handled_at = case when payment_notification.attempt_id is not null or excluded.attempt_id is null then payment_notification.handled_at end
  returning handled_at`;

/**
 * Takes a notification in: checks its signature, keeps the raw body (the same body once), and leaves the rest to a job that asks
 * the provider. Changes no payment itself, whatever the notification claims. What is not signed costs no look at the database. One about a
 * charge that we do not know (yet) is kept as well, and the provider told to come again; takeUpAgain looks at what stays unknown.
 */
export async function takeNotification(ctx: Context, body: string): Promise<Taken> {
  const reading = ctx.paymentProvider.readNotification(body);
  if (reading.kind !== 'GENUINE') return reading.kind;
  const { providerOrderId, claimedStatus } = reading;
  const [attempt] = await ctx.read.rows<{ id: string }>(ATTEMPT, [providerOrderId], 'payments-attempt-of-notification');
  const bodyHash = createHash('sha256').update(body).digest('hex');
  return inTransaction(ctx, async (tx): Promise<Taken> => {
    const values = [newKey(), bodyHash, body, providerOrderId, attempt?.id ?? null, claimedStatus, ctx.clock.now()];
    const [kept] = await preparedRows<{ handled_at: string | null }>(tx, KEEP, values);
    if (!attempt) return 'UNKNOWN_ORDER';
    if (kept?.handled_at === null) queueJob(tx, askProvider, { attemptKey: attempt.id });
    return 'TAKEN';
  });
}
