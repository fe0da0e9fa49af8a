import type { Context } from '../platform/context.ts';
import { inTransaction, type Tx } from '../platform/database/transaction.ts';
import { defineJob, queueJob } from '../platform/jobs/define-job.ts';
import { askProvider } from './ask-provider.ts';
import { isUnpaid } from './attempt-status.ts';
import { PaymentAttempt } from './payment-attempt.ts';
import { refreshIfReachable } from './refresh-payment.ts';
import { Refund } from './refund.ts';
import { refundByTransfer } from './request-refund.ts';
import { withDueRefund } from './send-refund.ts';

/** The most often that a charge which waits for its money is asked for here; the look before its order expires comes on top. */
export const MOST_ASKS = 11;
/** How old a charge is when it is asked for, in minutes; the first time is half a minute after it was opened. */
const ASK_AT_MINUTES = [4, 8, 12, 16, 40, 100, 240, 600];
/** First gap between asks after the deadline, in seconds; each is twice the one before. */
const LATE_GAP_SECONDS = 60;
/** How long after the deadline a charge is surely asked for once, in seconds. */
const AFTER_DEADLINE_SECONDS = 60;
/** So many by one transaction; a run goes on until none is due. */
const BATCH = 200;
/** The provider takes a refund key again for seven days; long before, a person looks. */
const REFUND_PATIENCE_SECONDS = 3 * 24 * 60 * 60;

/**
 * Asks for charges of which no notification came: densely at first, once after the deadline, at most 11 times; and once more where a bank may
 * take the money back or has to confirm a refund, or where a charge was called off before the provider knew it. Hands refunds that wait for days to the curator.
 */
export const pollProvider = defineJob<object>({
  name: 'payments.pollProvider',
  on: [],
  payload: () => null,
  attempts: 1,
  cron: '* * * * *',
  async run(_payload, ctx) {
    while ((await askForDue(ctx)) === BATCH);
    await giveUpWaiting(ctx);
  },
});

/** Queues a look at charges that are due, the longest waiting first; gives how many. Each is due later then, so the batches come to an end. */
function askForDue(ctx: Context): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    const due = await dueAttempts(tx);
    for (const attempt of due) {
      attempt.asks += 1;
      // One that ended unpaid is asked for no second time.
      attempt.nextAskAt = isUnpaid(attempt.status) ? null : nextAskAt(attempt, ctx.clock.now());
      queueJob(tx, askProvider, { attemptKey: attempt.key });
    }
    return due.length;
  });
}

/** Refunds that the provider has not answered for days go to the curator, unless its own list shows that they got through. One that fails does not keep the others. */
async function giveUpWaiting(ctx: Context): Promise<void> {
  const patience = new Date(ctx.clock.now().getTime() - REFUND_PATIENCE_SECONDS * 1000);
  const stuck = await ctx.em
    .fork()
    .find(Refund, { status: 'DUE', createdAt: { $lt: patience } }, { limit: BATCH, orderBy: { createdAt: 'asc' } });
  const faults: unknown[] = [];
  for (const refund of stuck) await giveUp(ctx, refund).catch((fault: unknown) => faults.push(fault));
  if (faults.length > 0) throw new AggregateError(faults, 'refunds could not be given up');
}

async function giveUp(ctx: Context, refund: Refund): Promise<void> {
  if (refund.attemptKey !== null) await refreshIfReachable(ctx, refund.attemptKey);
  await withDueRefund(ctx, refund, (tx, payment, due) =>
    refundByTransfer(tx, payment, due, 'Midtrans tidak menjawab berhari-hari; periksa dulu dasbornya'),
  );
}

/** Due attempts, each taken by one process only. */
async function dueAttempts(tx: Tx): Promise<PaymentAttempt[]> {
  const rows = await tx.execute<{ id: string }[]>(
    'select id from payment_attempt where next_ask_at <= ? order by next_ask_at limit ? for update skip locked',
    [tx.context.clock.now(), BATCH],
  );
  return tx.find(PaymentAttempt, { key: { $in: rows.map(({ id }) => id) } });
}

/**
 * When to ask again; null after the last time. Within the first quarter of an hour, in which most people pay, money that no
 * notification told of is found within five minutes; later the gaps grow. The minute after the deadline is never leapt over.
 */
export function nextAskAt(
  { asks, createdAt, deadline }: Pick<PaymentAttempt, 'asks' | 'createdAt' | 'deadline'>,
  now: Date,
): Date | null {
  if (asks >= MOST_ASKS) return null;
  const afterDeadline = deadline.getTime() + AFTER_DEADLINE_SECONDS * 1000;
  if (now.getTime() >= afterDeadline) return new Date(now.getTime() + LATE_GAP_SECONDS * 2 ** asks * 1000);
  const planned = ASK_AT_MINUTES.map((age) => createdAt.getTime() + age * 60_000).find((at) => at > now.getTime());
  return new Date(Math.min(planned ?? afterDeadline, afterDeadline));
}
