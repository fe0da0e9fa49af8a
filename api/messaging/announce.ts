import { type Account, membersOf } from '../accounts/index.ts';
import type { Context } from '../platform/context.ts';
import { inTransaction, type Tx } from '../platform/database/transaction.ts';
import { defineJob } from '../platform/jobs/define-job.ts';
import type { DomainEvent } from '../platform/jobs/events.ts';
import { SELLER_ROLES } from '../sellers/index.ts';
import { buyerOf } from './buyer-of.ts';
import { lineOf } from './line-of.ts';
import { Message, MessageStatus } from './message.ts';
import { NOTICES, type Notice, noticesOf } from './notices.ts';
import { lockMessagesOf, putIntoOutbox } from './outbox.ts';

/** An event about an order or a parcel, as the queue carries it. */
interface Announcement {
  readonly eventKey: string;
  readonly name: string;
  readonly orderKey: string;
  readonly parcelKey: string | null;
  readonly sellerKey: string | null;
  /** Who is told; null leaves it to NOTICES. */
  readonly tell: readonly string[] | null;
  /** ISO 8601: parcels that one act moved share it. */
  readonly at: string;
}

/** Writes the messages that an event causes into the outbox, once, and has them sent. */
export const announce = defineJob<Announcement>({
  name: 'messaging.announce',
  on: [...new Set(NOTICES.map(({ on }) => on))],
  payload({ key, name, subject, facts, at }: DomainEvent) {
    // Payments name what they are for by their reference, which is the order's key.
    const orderKey = subject.orderKey ?? subject.reference;
    const tell = Array.isArray(facts.tell) ? facts.tell.map(String) : null;
    if (!orderKey || noticesOf(name, tell).length === 0) return null;
    const { parcelKey = null, sellerKey = null } = subject;
    return { eventKey: key, name, orderKey, parcelKey, sellerKey, tell, at: at.toISOString() };
  },
  // What happens to an order is told in the order in which it happened.
  line: ({ orderKey }) => lineOf(orderKey),
  attempts: 12,
  async run(announcement, ctx) {
    for (const notice of noticesOf(announcement.name, announcement.tell))
      for (const account of await recipientsOf(ctx, notice, announcement))
        await write(ctx, notice, announcement, account);
  },
});

/** The buyer of the order, or everyone who works for the shop. */
async function recipientsOf(ctx: Context, notice: Notice, { orderKey, sellerKey }: Announcement): Promise<Account[]> {
  if (notice.to === 'SELLER') return sellerKey === null ? [] : membersOf(ctx, SELLER_ROLES, sellerKey);
  const buyer = await buyerOf(ctx, orderKey);
  return buyer ? [buyer] : [];
}

/** Whether somebody has heard a notice about an order. One that was skipped, as it was not true any more, has told nobody. */
async function isTold(tx: Tx, { template }: Notice, { orderKey }: Announcement, { key }: Account): Promise<boolean> {
  return (await tx.count(Message, { orderKey, template, accountKey: key, status: { $ne: MessageStatus.SKIPPED } })) > 0;
}

async function write(ctx: Context, notice: Notice, announcement: Announcement, account: Account): Promise<void> {
  const { eventKey, orderKey, parcelKey } = announcement;
  await inTransaction(ctx, async (tx) => {
    // Events of one act find each other's messages.
    await lockMessagesOf(tx, orderKey);
    const parcelKeys = parcelKey === null ? [] : await parcelsToTell(tx, notice, announcement, account);
    const once = `${notice.template}:${account.key}:${eventKey}`;
    const isWritten =
      (await tx.count(Message, { once })) > 0 ||
      (notice.oncePerOrder && (await isTold(tx, notice, announcement, account)));
    if (isWritten || (parcelKey !== null && parcelKeys.length === 0)) return;
    putIntoOutbox(tx, account, { template: notice.template, once, eventKey, orderKey, parcelKeys });
  });
}

/** Parcels that the same act moved and of which this person has not been told yet: they become one message. */
async function parcelsToTell(
  tx: Tx,
  notice: Notice,
  { name, orderKey, sellerKey, at }: Announcement,
  account: Account,
): Promise<string[]> {
  const rows = await tx.execute<{ key: string }[]>(
    `with act as (
       select id, subject->>'parcelKey' as parcel from event
        where at = ? and name = ? and subject->>'orderKey' = ? and (? <> 'SELLER' or subject->>'sellerKey' = ?))
     select act.parcel as key from act
      where not exists (select 1 from message m join act cause on cause.id = m.event_id
                         where m.template = ? and m.account_id = ? and act.parcel::uuid = any(m.parcel_ids))
      order by act.id`,
    [at, name, orderKey, notice.to, sellerKey, notice.template, account.key],
  );
  return rows.map(({ key }) => key);
}
