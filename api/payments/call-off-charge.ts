import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { defineJob } from '../platform/jobs/define-job.ts';
import { OPEN_ATTEMPTS } from './attempt-status.ts';
import { lockFromBelow } from './lock-payment.ts';
import { Payment } from './payment.ts';
import { PaymentAttempt } from './payment-attempt.ts';
import { refreshAttempt } from './refresh-payment.ts';

/** Calls a charge off at the provider that nobody shall pay any more. Too late means that it was paid: then that is applied. */
export const callOffCharge = defineJob<{ attemptKey: string }>({
  name: 'payments.callOffCharge',
  on: ['ChargeDisowned'],
  payload: ({ subject }) => ({ attemptKey: subject.attemptKey ?? '' }),
  key: ({ attemptKey }) => attemptKey,
  attempts: 12,
  async run({ attemptKey }, ctx) {
    const em = ctx.em.fork();
    const attempt = await em.findOneOrFail(PaymentAttempt, { key: attemptKey });
    const { status } = await em.findOneOrFail(Payment, { key: attempt.paymentKey });
    const verb = status === 'EXPIRED' ? 'expire' : 'cancel';
    const outcome = await ctx.paymentProvider[verb](attempt.providerOrderId);
    // What is there now is asked for, and applied by the one road that applies answers.
    if (outcome.kind === 'NOT_FOUND') await neverCharged(ctx, attempt);
    else await refreshAttempt(ctx, attemptKey);
  },
});

/** The provider does not know the charge: it ends before it began. One still under way is disowned again when it arrives. */
async function neverCharged(ctx: Context, { key, paymentKey }: PaymentAttempt): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { attempts } = await lockFromBelow(tx, paymentKey);
    const attempt = attempts.find((each) => each.key === key);
    if (!attempt || !OPEN_ATTEMPTS.includes(attempt.status)) return;
    attempt.status = 'CANCELLED';
    attempt.nextAskAt = null;
  });
}
