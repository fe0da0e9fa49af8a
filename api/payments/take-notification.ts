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
  insert into payment_notification (id, body_hash, body, attempt_id, claimed_status, deliveries, received_at)
  values ($1, $2, $3, $4, $5, 1, $6)
  on conflict (body_hash) do update set deliveries = payment_notification.deliveries + 1 returning handled_at`;

/**
 * Takes a notification in: checks its signature, keeps the raw body (the same body once), and leaves the rest to a job that asks
 * the provider. Changes no payment itself, whatever the notification claims. What is not signed costs no look at the database, and what
 * names no charge of ours no transaction.
 */
export async function takeNotification(ctx: Context, body: string): Promise<Taken> {
  const reading = ctx.paymentProvider.readNotification(body);
  if (reading.kind !== 'GENUINE') return reading.kind;
  const { providerOrderId, claimedStatus } = reading;
  const [attempt] = await ctx.read.rows<{ id: string }>(ATTEMPT, [providerOrderId], 'payments-attempt-of-notification');
  if (!attempt) return 'UNKNOWN_ORDER';
  const bodyHash = createHash('sha256').update(body).digest('hex');
  return inTransaction(ctx, async (tx): Promise<Taken> => {
    const values = [newKey(), bodyHash, body, attempt.id, claimedStatus, ctx.clock.now()];
    const [kept] = await preparedRows<{ handled_at: string | null }>(tx, KEEP, values);
    if (kept?.handled_at === null) queueJob(tx, askProvider, { attemptKey: attempt.id });
    return 'TAKEN';
  });
}
