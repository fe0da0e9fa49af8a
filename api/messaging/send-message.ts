import { LockMode } from '@mikro-orm/core';
import type { Context } from '../platform/context.ts';
import { inTransaction, type Tx } from '../platform/database/transaction.ts';
import { defineJob, queueJob } from '../platform/jobs/define-job.ts';
import { compose } from './compose.ts';
import { lineOf } from './line-of.ts';
import { Message, MessageStatus } from './message.ts';
import type { FailureKind, SendOutcome } from './message-sender.ts';
import { reportFailure } from './report-failure.ts';

/** Pauses between attempts, in seconds; after the last attempt the message is given up. */
const PAUSES = [5, 30, 120, 600, 1800, 7200, 21_600, 43_200];
/** Pause while nothing can be sent until the operator acts. */
const OPERATOR_PAUSE = 900;
/** An attempt that never came back (a killed process) is taken up again after so long. */
const LEASE_SECONDS = 60;
/** Stands for a failure that the provider has no code for. */
const NO_CODE = -1;

type Failure = Exclude<SendOutcome, { kind: 'ACCEPTED' }>;

/** Sends a message that waits in the outbox. */
export const sendMessage = defineJob<{ messageKey: string; orderKey?: string | null }>({
  name: 'messaging.sendMessage',
  on: [],
  payload: () => null,
  key: ({ messageKey }) => messageKey,
  // "Accepted" is tried before "ready"; one that failed holds up none, its own later attempts come when they come. Codes for
  // signing in wait for nobody.
  line: ({ orderKey }) => (orderKey ? lineOf(orderKey) : null),
  attempts: 5,
  run: ({ messageKey }, ctx) => attempt(ctx, messageKey),
});

/** Takes up what waits for a later attempt; every minute. */
export const sweepOutbox = defineJob<Record<string, never>>({
  name: 'messaging.sweepOutbox',
  on: [],
  payload: () => null,
  attempts: 1,
  cron: '* * * * *',
  async run(_payload, ctx) {
    const due = await ctx.read.rows<{ messageKey: string; orderKey: string | null }>(
      `select id as "messageKey", order_id as "orderKey" from message
        where status = 'QUEUED' and next_attempt_at <= $1 order by next_attempt_at, id limit 500`,
      [ctx.clock.now()],
      'messaging-due',
    );
    await inTransaction(ctx, async (tx) => {
      for (const message of due) queueJob(tx, sendMessage, message);
    });
  },
});

/** One attempt: claim, send outside any transaction, write down what became of it. Does nothing when it is not due. */
async function attempt(ctx: Context, messageKey: string): Promise<void> {
  const message = await claim(ctx, messageKey);
  if (!message) return;
  // Only attempts that broke off leave the count this high: whatever breaks them is not tried for ever.
  if (message.attempts > PAUSES.length + 1) return inTransaction(ctx, (tx) => giveUp(tx, message, 'MISTAKE', NO_CODE));
  const composed = await compose(ctx, message);
  if (!composed) return skip(ctx, messageKey);
  const outcome = await ctx.messageSender.send(composed);
  await inTransaction(ctx, (tx) =>
    outcome.kind === 'ACCEPTED' ? accept(tx, messageKey, outcome.providerId) : postpone(tx, message, outcome),
  );
}

/** Takes a due message in hand, so that no other worker sends it as well; null when it is not due or not waiting. */
async function claim(ctx: Context, messageKey: string): Promise<Message | null> {
  const now = ctx.clock.now();
  return inTransaction(ctx, async (tx) => {
    const lease = new Date(now.getTime() + LEASE_SECONDS * 1000);
    const claimed = await tx.nativeUpdate(
      Message,
      { key: messageKey, status: MessageStatus.QUEUED, nextAttemptAt: { $lte: now } },
      { nextAttemptAt: lease },
    );
    if (claimed === 0) return null;
    await tx.execute('update message set attempts = attempts + 1 where id = ?', [messageKey]);
    return tx.findOneOrFail(Message, { key: messageKey });
  });
}

/** News of an earlier attempt that broke off can be quicker: what has arrived is not said to have been left out. */
async function skip(ctx: Context, key: string): Promise<void> {
  const waiting = { key, status: MessageStatus.QUEUED };
  await inTransaction(ctx, (tx) => tx.nativeUpdate(Message, waiting, { status: MessageStatus.SKIPPED }));
}

/** A report of delivery can come before this: it is not overwritten. */
async function accept(tx: Tx, messageKey: string, providerId: string): Promise<void> {
  const now = tx.context.clock.now();
  await tx.execute(
    `update message set provider_id = ?, sent_at = coalesce(sent_at, ?), last_error_code = null,
            status = case when status in ('QUEUED', 'SENT') then 'SENT' else status end where id = ?`,
    [providerId, now, messageKey],
  );
}

async function postpone(tx: Tx, message: Message, { kind, code, retryAfterSeconds }: Failure): Promise<void> {
  const pause = PAUSES[message.attempts - 1];
  if (kind === 'MISTAKE' || kind === 'UNREACHABLE' || pause === undefined) return giveUp(tx, message, kind, code);
  if (kind === 'OPERATOR') await reportFailure(tx, message, kind, code);
  const wait = Math.max(pause, retryAfterSeconds, kind === 'OPERATOR' ? OPERATOR_PAUSE : 0);
  const nextAttemptAt = new Date(tx.context.clock.now().getTime() + wait * 1000);
  await tx.nativeUpdate(Message, { key: message.key }, { nextAttemptAt, lastErrorCode: code });
  // Wakes a worker in time; whether it is due is decided by our own clock.
  queueJob(tx, sendMessage, { messageKey: message.key, orderKey: message.orderKey }, nextAttemptAt);
}

async function giveUp(tx: Tx, { key }: Message, kind: FailureKind, code: number): Promise<void> {
  const message = await tx.findOneOrFail(Message, { key }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  // News that it arrived after all can be quicker.
  if (message.status !== MessageStatus.QUEUED) return;
  await reportFailure(tx, message, kind, code);
  Object.assign(message, { status: MessageStatus.FAILED, failedAt: tx.context.clock.now(), lastErrorCode: code });
}
