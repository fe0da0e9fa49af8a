import type { Tx } from '../platform/database/transaction.ts';
import { refuse } from '../platform/refusal.ts';
import { OPEN_ATTEMPTS } from './attempt-status.ts';
import { disownOpen } from './call-off-payment.ts';
import { attemptsOf } from './lock-payment.ts';
import { addAttempt, payBy, refuseUnavailable } from './open-payment.ts';
import { type Payment, type PaymentItem, sumOfItems } from './payment.ts';
import type { PaymentAttempt } from './payment-attempt.ts';

/** A code that runs out sooner is not shown again: the payer could not make it. In milliseconds. */
const TIME_TO_PAY = 60_000;

/**
 * Charges a part of a locked payment by CASH by QRIS instead, in the order's transaction; a job gets the code from the provider. The same items
 * while their code can still be paid are that code: called twice, from two phones, there is one charge. A code for other items is called
 * off. Refuses NOT_PAYABLE when the payment does not wait for cash, METHOD_UNAVAILABLE.
 */
export async function chargePart(tx: Tx, payment: Payment, items: readonly PaymentItem[]): Promise<void> {
  if (payment.method !== 'CASH' || payment.status !== 'PENDING') refuse('NOT_PAYABLE');
  const amount = sumOfItems(items);
  refuseUnavailable(tx, 'QRIS', amount);
  const attempts = await attemptsOf(tx, payment);
  const now = tx.context.clock.now();
  const isShown = (attempt: PaymentAttempt): boolean =>
    OPEN_ATTEMPTS.includes(attempt.status) &&
    attempt.disownedAt === null &&
    attempt.deadline.getTime() - now.getTime() > TIME_TO_PAY &&
    sameItems(attempt.part ?? [], items);
  if (attempts.some(isShown)) return;
  await disownOpen(tx, payment, attempts);
  const number = (attempts.at(-1)?.number ?? 0) + 1;
  await addAttempt(tx, payment, number, { method: 'QRIS', amount, deadline: payBy('QRIS', now), part: [...items] });
}

function sameItems(some: readonly PaymentItem[], others: readonly PaymentItem[]): boolean {
  const ids = new Set(others.map(({ id }) => id));
  return some.length === others.length && some.every(({ id }) => ids.has(id));
}
