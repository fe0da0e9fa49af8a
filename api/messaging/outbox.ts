import { type Account, languageOf } from '../accounts/index.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { queueJob } from '../platform/jobs/define-job.ts';
import { Message } from './message.ts';
import { sendMessage } from './send-message.ts';

/** Has messages about an order written one at a time, until the commit: each writer finds what the one before it wrote. */
export async function lockMessagesOf(tx: Tx, orderKey: string): Promise<void> {
  await tx.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`messages:${orderKey}`]);
}

/** What a message about an order is, besides its recipient. */
interface NoticeAbout {
  readonly template: string;
  /** Names cause and recipient, once. */
  readonly once: string;
  readonly eventKey: string;
  readonly orderKey: string;
  readonly parcelKeys?: string[];
}

/** Writes a message about an order into the outbox, in the recipient's language, and has it sent after the commit. */
export function putIntoOutbox(tx: Tx, account: Account, { parcelKeys = [], ...about }: NoticeAbout): void {
  const now = tx.context.clock.now();
  const to = { language: languageOf(account.locale), accountKey: account.key };
  const message = tx.create(Message, { ...about, ...to, parcelKeys, createdAt: now, nextAttemptAt: now });
  queueJob(tx, sendMessage, { messageKey: message.key, orderKey: about.orderKey });
}
