import { type Account, languageOf, membersOf } from '../accounts/index.ts';
import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { defineJob, queueJob } from '../platform/jobs/define-job.ts';
import { Message } from './message.ts';
import { PAYOUT_NOTICES, type PayoutNotice } from './payout-notices.ts';
import { sendMessage } from './send-message.ts';

/** The end of a payout of a shop, as the queue carries it. */
interface PayoutEnded {
  readonly eventKey: string;
  readonly name: string;
  readonly payoutKey: string;
  readonly sellerKey: string;
}

/**
 * Writes the messages that the end of a shop's payout causes into the outbox, once for each of its owners, who alone keep its money. Points and
 * communities see theirs on their pages.
 */
export const announcePayout = defineJob<PayoutEnded>({
  name: 'messaging.announcePayout',
  on: PAYOUT_NOTICES.map(({ on }) => on),
  payload({ key, name, subject }) {
    const { payoutKey, ownerKind, ownerKey } = subject;
    if (ownerKind !== 'SELLER' || !payoutKey || !ownerKey) return null;
    return { eventKey: key, name, payoutKey, sellerKey: ownerKey };
  },
  attempts: 12,
  async run(ended, ctx) {
    const notices = PAYOUT_NOTICES.filter(({ on }) => on === ended.name);
    for (const notice of notices)
      for (const account of await membersOf(ctx, ['SELLER_OWNER'], ended.sellerKey))
        await write(ctx, notice, ended, account);
  },
});

async function write(ctx: Context, { template }: PayoutNotice, ended: PayoutEnded, account: Account): Promise<void> {
  const { eventKey, payoutKey } = ended;
  await inTransaction(ctx, async (tx) => {
    // One at a time per payout: the second of two runs finds what the first wrote.
    await tx.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`messages:${payoutKey}`]);
    const once = `${template}:${account.key}:${eventKey}`;
    if ((await tx.count(Message, { once })) > 0) return;
    const now = ctx.clock.now();
    const language = languageOf(account.locale);
    const times = { createdAt: now, nextAttemptAt: now };
    const about = { accountKey: account.key, eventKey, parcelKeys: [] };
    const message = tx.create(Message, { template, language, once, ...about, ...times });
    queueJob(tx, sendMessage, { messageKey: message.key });
  });
}
