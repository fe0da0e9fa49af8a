import type { Tx } from '../platform/database/transaction.ts';
import type { AttemptStatus } from './attempt-status.ts';
import { disown } from './call-off-payment.ts';
import type { LockedPayment } from './lock-payment.ts';
import { movePayment } from './move-payment.ts';
import { addAttempt } from './open-payment.ts';
import type { PaymentAttempt } from './payment-attempt.ts';
import type { PaymentMethod } from './payment-method.ts';

/** Paid in an app that a link opens. GoPay's picture is not enough: a phone cannot scan what it shows itself. */
const PAID_BY_LINK: readonly PaymentMethod[] = ['GOPAY', 'SHOPEEPAY'];
/** From which age on, in seconds, the answer to a charge is lost and not just slower than its notification. */
const ANSWER_SECONDS = 20;
/** With less time left, in seconds, nobody would make it. */
const TIME_TO_PAY_SECONDS = 60;
/** So many charges by one method: when the link is missing for another reason, charging again is in vain. */
const MOST_CHARGES = 4;

/**
 * Whether a wanted charge that waits has lost the answer that alone tells the link to pay it by: `before` is its status before it was found
 * at the provider.
 */
export function isWithoutLink(
  tx: Tx,
  { attempts }: LockedPayment,
  { part, method, instructions, createdAt, deadline }: PaymentAttempt,
  before: AttemptStatus,
): boolean {
  if (part !== null || !PAID_BY_LINK.includes(method) || instructions?.deeplinkUrl) return false;
  if (attempts.filter((attempt) => attempt.method === method).length >= MOST_CHARGES) return false;
  const now = tx.context.clock.now().getTime();
  const isLost = before === 'UNKNOWN' || now - createdAt.getTime() >= ANSWER_SECONDS * 1000;
  return isLost && deadline.getTime() - now > TIME_TO_PAY_SECONDS * 1000;
}

/** Has a charge called off at the provider that its payer cannot pay; once it is off, `chargeAnew` charges the next. */
export async function giveUpCharge(tx: Tx, { payment }: LockedPayment, attempt: PaymentAttempt): Promise<void> {
  await movePayment(tx, payment, 'restart');
  await disown(tx, payment, attempt);
}

/**
 * Charges the next attempt when one that was given up for want of its link is over, unpaid: never before, so that no two can be paid. Any
 * other attempt that ends leaves the payment as it is: a disowned one is the newest of a payment that starts only when it was given up so.
 */
export async function chargeAnew(tx: Tx, { payment, attempts }: LockedPayment, attempt: PaymentAttempt): Promise<void> {
  const isGivenUp = attempt.disownedAt !== null && attempt.part === null && attempt === attempts.at(-1);
  if (!isGivenUp || payment.status !== 'STARTING' || payment.method !== attempt.method) return;
  if (attempt.deadline.getTime() - tx.context.clock.now().getTime() <= TIME_TO_PAY_SECONDS * 1000) return;
  await addAttempt(tx, payment, attempt.number + 1, payment);
}
