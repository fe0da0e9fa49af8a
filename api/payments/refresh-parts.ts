import type { Context } from '../platform/context.ts';
import { OPEN_ATTEMPTS } from './attempt-status.ts';
import { Payment } from './payment.ts';
import { PaymentAttempt } from './payment-attempt.ts';
import { refreshPayment } from './refresh-payment.ts';

/**
 * Asks the provider about a code that is shown at a counter for this reference, and applies the answer; call it outside any transaction.
 * Nothing happens while none is shown, or while the provider cannot be reached.
 */
export async function refreshParts(ctx: Context, reference: string): Promise<void> {
  const em = ctx.em.fork();
  const payment = await em.findOne(Payment, { reference, method: 'CASH' }, { fields: ['key'] });
  if (!payment) return;
  const shown = { paymentKey: payment.key, part: { $ne: null }, status: { $in: [...OPEN_ATTEMPTS] } };
  if ((await em.count(PaymentAttempt, shown)) > 0) await refreshPayment(ctx, payment.key);
}
