import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { defineJob } from '../platform/jobs/define-job.ts';
import { applyState } from './apply-state.ts';
import { OPEN_ATTEMPTS } from './attempt-status.ts';
import { lockFromBelow } from './lock-payment.ts';
import { Payment } from './payment.ts';
import { PaymentAttempt } from './payment-attempt.ts';
import { chargeAnew } from './renew-charge.ts';

/**
 * Calls a charge off at the provider that nobody shall pay any more. Too late means that it was paid: then that is applied. One that can be
 * paid all the same is called off again, with the pauses of the queue.
 */
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
    if (outcome.kind === 'NOT_FOUND') return neverCharged(ctx, attempt);
    // What is there now is asked for, and applied by the one road that applies answers.
    const now = await ctx.paymentProvider.status(attempt.providerOrderId);
    if (now.kind === 'NOT_FOUND') return neverCharged(ctx, attempt);
    await applyState(ctx, attemptKey, now.state);
    if (now.state.status === 'PENDING') throw new Error(`charge ${attemptKey} can still be paid: tried again`);
  },
});

/** How soon the provider is asked once more for a charge that it did not know: the call for it may have been under way. In seconds. */
const LOOK_AGAIN_SECONDS = 120;

/** The provider does not know the charge: it ends before it began. One still under way is disowned again when it is found there. */
async function neverCharged(ctx: Context, { key, paymentKey }: PaymentAttempt): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const locked = await lockFromBelow(tx, paymentKey);
    const attempt = locked.attempts.find((each) => each.key === key);
    if (!attempt || !OPEN_ATTEMPTS.includes(attempt.status)) return;
    attempt.status = 'CANCELLED';
    attempt.nextAskAt = new Date(ctx.clock.now().getTime() + LOOK_AGAIN_SECONDS * 1000);
    await chargeAnew(tx, locked, attempt);
  });
}
