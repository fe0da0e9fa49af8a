import { defineJob } from '../platform/jobs/define-job.ts';
import { chargeAttempt } from './charge-attempt.ts';
import { PaymentAttempt } from './payment-attempt.ts';
import { refreshAttempt } from './refresh-payment.ts';

/** Gets the payer's instructions from the provider, right after the order was placed or another method was chosen. */
export const chargePayment = defineJob<{ attemptKey: string }>({
  name: 'payments.charge',
  on: ['PaymentOpened'],
  payload: ({ subject }) => (subject.attemptKey ? { attemptKey: subject.attemptKey } : null),
  key: ({ attemptKey }) => attemptKey,
  attempts: 12,
  async run({ attemptKey }, ctx) {
    const { status } = await ctx.em.fork().findOneOrFail(PaymentAttempt, { key: attemptKey });
    // An earlier run got no answer: the charge may be there, so its state comes first.
    if (status === 'UNKNOWN') await refreshAttempt(ctx, attemptKey);
    else await chargeAttempt(ctx, attemptKey);
  },
});
