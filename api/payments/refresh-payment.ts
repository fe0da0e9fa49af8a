import type { Context } from '../platform/context.ts';
import { applyAbsence, applyState } from './apply-state.ts';
import { isSettled, OPEN_ATTEMPTS } from './attempt-status.ts';
import { chargeAttempt } from './charge-attempt.ts';
import { PaymentAttempt } from './payment-attempt.ts';
import { ProviderUnavailable } from './payment-provider.ts';

/**
 * Asks the provider for the state of every open charge of a payment and applies the answers, each in a transaction of its own;
 * call it outside any. Answers false when the provider could not be reached: then nothing is known and nothing should expire.
 */
export async function refreshPayment(ctx: Context, paymentKey: string): Promise<boolean> {
  const open = await ctx.em
    .fork()
    .find(PaymentAttempt, { paymentKey, status: { $in: [...OPEN_ATTEMPTS] } }, { orderBy: { number: 'asc' } });
  for (const { key } of open) if (!(await refreshIfReachable(ctx, key))) return false;
  return true;
}

/** Asks for one charge and applies the answer, as `refreshAttempt`; false when the provider could not be reached. */
export async function refreshIfReachable(ctx: Context, attemptKey: string): Promise<boolean> {
  try {
    await refreshAttempt(ctx, attemptKey);
    return true;
  } catch (error) {
    if (!(error instanceof ProviderUnavailable)) throw error;
    ctx.log.warn({ attemptKey, why: error.message }, 'the payment provider could not be asked');
    return false;
  }
}

/** Asks for one charge and applies the answer; one that never reached the provider is charged now, if it is still wanted. */
export async function refreshAttempt(ctx: Context, attemptKey: string): Promise<void> {
  const attempt = await ctx.em.fork().findOneOrFail(PaymentAttempt, { key: attemptKey });
  const outcome = await ctx.paymentProvider.status(attempt.providerOrderId);
  if (outcome.kind === 'FOUND') await applyState(ctx, attemptKey, outcome.state);
  else if (isSettled(attempt.status)) await applyAbsence(ctx, attempt);
  else await chargeAttempt(ctx, attemptKey);
}
