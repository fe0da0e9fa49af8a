import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { defineJob, queueJob } from '../platform/jobs/define-job.ts';
import { askAboutUnknown } from './ask-about-unknown.ts';
import { askProvider } from './ask-provider.ts';
import { sendRefund } from './send-refund.ts';

/** A refund that is due for longer is sent again, in minutes: the pauses of the queue grow to half a day, and the provider may be back. */
const REFUND_MINUTES = 60;
/** A notification that nobody has handled for longer has the provider asked again, in minutes. */
const NOTIFICATION_MINUTES = 10;
/** A charge that notifications tell of and that is unknown for longer is looked into, in minutes: the provider has repeated them by then. */
const UNKNOWN_MINUTES = 60;
/** So many of each in one run, the longest waiting first. */
const BATCH = 200;

const REFUNDS = `
  select id as key from refund where status = 'DUE' and attempt_id is not null and created_at < ?
   order by created_at, id limit ${BATCH}`;
const NOTIFICATIONS = `
  select attempt_id as key from payment_notification where handled_at is null and attempt_id is not null and received_at < ?
   group by attempt_id order by min(received_at), attempt_id limit ${BATCH}`;

const UNKNOWN = `
  select provider_order_id as key from payment_notification where handled_at is null and attempt_id is null and received_at < ?
   group by provider_order_id order by min(received_at), provider_order_id limit ${BATCH}`;

/** Takes up again what the queue has tried too often or tries too seldom: refunds that are due, notifications that wait, those of unknown charges. Jobs that wait run now. */
export const takeUpAgain = defineJob<object>({
  name: 'payments.takeUpAgain',
  on: [],
  payload: () => null,
  attempts: 1,
  cron: '*/10 * * * *',
  run: (_payload, ctx) =>
    inTransaction(ctx, async (tx) => {
      const keysOf = async (sql: string, minutes: number): Promise<string[]> =>
        (await tx.execute<{ key: string }[]>(sql, [minutesAgo(ctx, minutes)])).map(({ key }) => key);
      for (const refundKey of await keysOf(REFUNDS, REFUND_MINUTES)) queueJob(tx, sendRefund, { refundKey });
      for (const attemptKey of await keysOf(NOTIFICATIONS, NOTIFICATION_MINUTES))
        queueJob(tx, askProvider, { attemptKey });
      for (const providerOrderId of await keysOf(UNKNOWN, UNKNOWN_MINUTES))
        queueJob(tx, askAboutUnknown, { providerOrderId });
    }),
});

function minutesAgo({ clock }: Context, minutes: number): Date {
  return new Date(clock.now().getTime() - minutes * 60_000);
}
