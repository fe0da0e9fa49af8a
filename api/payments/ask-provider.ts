import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { defineJob } from '../platform/jobs/define-job.ts';
import { PaymentNotification } from './payment-notification.ts';
import { refreshAttempt } from './refresh-payment.ts';

/** Asks the provider where a charge stands and applies the answer, because a notification came or none did. */
export const askProvider = defineJob<{ attemptKey: string }>({
  name: 'payments.askProvider',
  on: [],
  payload: () => null,
  key: ({ attemptKey }) => attemptKey,
  attempts: 12,
  async run({ attemptKey }, ctx) {
    const waiting = await ctx.em.fork().find(PaymentNotification, { attemptKey, handledAt: null }, { fields: ['key'] });
    await refreshAttempt(ctx, attemptKey);
    await markHandled(
      ctx,
      waiting.map(({ key }) => key),
    );
  },
});

/** Only what was there before the provider was asked is handled by its answer. */
async function markHandled(ctx: Context, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  await inTransaction(ctx, (tx) =>
    tx.nativeUpdate(PaymentNotification, { key: { $in: [...keys] } }, { handledAt: ctx.clock.now() }),
  );
}
