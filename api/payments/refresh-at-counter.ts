import type { Context } from '../platform/context.ts';
import { isSettled, OPEN_ATTEMPTS } from './attempt-status.ts';
import { Payment } from './payment.ts';
import { PaymentAttempt } from './payment-attempt.ts';
import { METHOD_LIMITS } from './payment-method.ts';
import { refreshIfReachable } from './refresh-payment.ts';

/**
 * Asks the provider about what may have changed while somebody stands at a counter with the order of this reference, and applies the answers: a
 * code that is shown there, and a settlement that its bank may have taken back and that is still to be looked at. Call it outside any
 * transaction. Nothing happens where there is no such charge, or while the provider cannot be reached.
 */
export async function refreshAtCounter(ctx: Context, reference: string): Promise<void> {
  const em = ctx.em.fork();
  const payment = await em.findOne(Payment, { reference }, { fields: ['key', 'method'] });
  if (!payment || !(payment.method === 'CASH' || METHOD_LIMITS[payment.method].canBeReversed)) return;
  const attempts = await em.find(PaymentAttempt, { paymentKey: payment.key }, { orderBy: { number: 'asc' } });
  const isShown = ({ status }: PaymentAttempt): boolean => payment.method === 'CASH' && OPEN_ATTEMPTS.includes(status);
  const isWatched = ({ method, status, nextAskAt }: PaymentAttempt): boolean =>
    METHOD_LIMITS[method].canBeReversed && isSettled(status) && nextAskAt !== null;
  for (const { key } of attempts.filter((each) => isShown(each) || isWatched(each)))
    if (!(await refreshIfReachable(ctx, key))) return;
}
