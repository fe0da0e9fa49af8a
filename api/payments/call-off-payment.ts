import type { Tx } from '../platform/database/transaction.ts';
import { appendEvent } from '../platform/jobs/events.ts';
import { OPEN_ATTEMPTS } from './attempt-status.ts';
import { attemptsOf } from './lock-payment.ts';
import { mayMove, movePayment } from './move-payment.ts';
import type { Payment } from './payment.ts';
import type { PaymentAttempt } from './payment-attempt.ts';

/**
 * Calls a locked payment off that is not paid yet; a job calls its charges off at the provider. Tells PaymentCancelled.
 * False, and nothing done, when it is paid or over already: the caller then refunds instead.
 */
export function cancelPayment(tx: Tx, payment: Payment): Promise<boolean> {
  return callOff(tx, payment, 'cancel');
}

/**
 * Ends a locked payment whose deadline has passed, after the provider was asked (`refreshPayment`); a job expires its charges
 * there. Tells PaymentExpired. False, and nothing done, when it was paid or over already.
 */
export function expirePayment(tx: Tx, payment: Payment): Promise<boolean> {
  return callOff(tx, payment, 'expire');
}

async function callOff(tx: Tx, payment: Payment, move: 'cancel' | 'expire'): Promise<boolean> {
  if (!mayMove(payment.status, move)) return false;
  await movePayment(tx, payment, move);
  await disownOpen(tx, payment, await attemptsOf(tx, payment));
  return true;
}

/** Has every open charge among these called off at the provider, after the commit: nobody shall pay it any more. */
export async function disownOpen(tx: Tx, payment: Payment, attempts: readonly PaymentAttempt[]): Promise<void> {
  for (const attempt of attempts) {
    if (OPEN_ATTEMPTS.includes(attempt.status)) await disown(tx, payment, attempt);
  }
}

/** Has one charge called off at the provider, after the commit. */
export async function disown(tx: Tx, payment: Payment, attempt: PaymentAttempt): Promise<void> {
  attempt.disownedAt ??= tx.context.clock.now();
  const subject = { paymentKey: payment.key, reference: payment.reference, attemptKey: attempt.key };
  await appendEvent(tx, 'ChargeDisowned', subject);
}
