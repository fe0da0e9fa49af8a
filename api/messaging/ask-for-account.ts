import { recordAudit, Task } from '../accounts/index.ts';
import { unnamedTransfersOf } from '../orders/index.ts';
import type { Context } from '../platform/context.ts';
import { inTransaction, type Tx } from '../platform/database/transaction.ts';
import { appendEvent } from '../platform/jobs/events.ts';
import { keyOf } from '../platform/keys.ts';
import { refuse } from '../platform/refusal.ts';
import { startOfWibDay, wibDay } from '../platform/wib.ts';
import { buyerOf } from './buyer-of.ts';
import { mayReach } from './compose.ts';
import { Message, MessageStatus } from './message.ts';
import { lockMessagesOf, putIntoOutbox } from './outbox.ts';

/** The notice that asks a buyer where money goes that only a transfer can bring back. */
export const ACCOUNT_WANTED = 'refund_account_wanted';

/**
 * Asks the buyer of a refund by transfer once more, by WhatsApp, for the account that it goes to; in the audit log. At most once a day
 * (WIB) for an order, the notice that goes out by itself included. Refuses NOT_FOUND, NOTHING_TO_ASK (no such refund, or its account is
 * known), NOBODY_TO_ASK, ASKED_TODAY, and NOT_REACHED when today's message came back.
 */
export async function askForRefundAccount(ctx: Context, taskId: string): Promise<Task> {
  const key = keyOf('Task', taskId);
  const task = key === null ? null : await ctx.em.fork().findOne(Task, { key });
  if (!task) refuse('NOT_FOUND', ['taskId']);
  const { kind, doneAt, subject } = task;
  const { orderKey } = subject;
  if (kind !== 'REFUND_BY_TRANSFER' || doneAt !== null || !orderKey) refuse('NOTHING_TO_ASK', ['taskId']);
  // What changes after this look makes the message untrue, and what is not true any more is not sent.
  if ((await unnamedTransfersOf(ctx, orderKey)) === 0) refuse('NOTHING_TO_ASK', ['taskId']);
  const buyer = await buyerOf(ctx, orderKey);
  if (!buyer?.phone || !mayReach(ctx, buyer)) refuse('NOBODY_TO_ASK', ['taskId']);
  return inTransaction(ctx, async (tx) => {
    // Of two curators who ask at once the second finds the message of the first.
    await lockMessagesOf(tx, orderKey);
    const today = wibDay(ctx.clock.now());
    const asked = await askedSince(tx, { accountKey: buyer.key, orderKey }, startOfWibDay(today));
    const sent = asked.find(({ status }) => status !== MessageStatus.SKIPPED);
    if (sent) refuse(sent.status === MessageStatus.FAILED ? 'NOT_REACHED' : 'ASKED_TODAY', ['taskId']);
    const event = await appendEvent(tx, 'RefundAccountAsked', { orderKey, taskKey: task.key });
    // Numbered: those of today that were skipped keep their names.
    const once = `${ACCOUNT_WANTED}:${buyer.key}:${orderKey}:${today}:${asked.length + 1}`;
    putIntoOutbox(tx, buyer, { template: ACCOUNT_WANTED, once, eventKey: event.key, orderKey });
    recordAudit(tx, 'askForRefundAccount', { taskKey: task.key, ...subject }, null);
    return task;
  });
}

/** The messages since then that asked, the last first. One that was skipped, as it was not true any more, has asked nobody. */
function askedSince(tx: Tx, about: { accountKey: string; orderKey: string }, since: Date): Promise<Message[]> {
  const asked = { ...about, template: ACCOUNT_WANTED, createdAt: { $gte: since } };
  return tx.find(Message, asked, { orderBy: { createdAt: 'desc' } });
}
