import { post } from '../ledger/index.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { appendEvent } from '../platform/jobs/events.ts';
import type { Rupiah } from '../platform/money.ts';
import { disownOpen } from './call-off-payment.ts';
import type { LockedPayment } from './lock-payment.ts';
import { mayMove, movePayment } from './move-payment.ts';
import type { Payment } from './payment.ts';
import type { PaymentAttempt } from './payment-attempt.ts';
import { OVERPAID } from './refund.ts';
import { requestRefund } from './request-refund.ts';

/**
 * Takes in the money of an attempt, once. It pays the payment, also after that was expired or called off (its listeners then
 * decide), unless money is there already: then the buyer paid twice, and this attempt's money goes back by itself. Money for a part is
 * told as PaymentPartSettled: its listener knows what of that part still waits for it, and sends the rest back.
 */
export async function settleAttempt(
  tx: Tx,
  { payment, attempts }: LockedPayment,
  attempt: PaymentAttempt,
): Promise<void> {
  const isFirstMoney = payment.paidTotal === 0 && mayMove(payment.status, 'settle');
  const others = attempts.filter((other) => other !== attempt);
  attempt.settledAmount = attempt.amount;
  attempt.settledAt = tx.context.clock.now();
  payment.paidTotal += attempt.amount;
  if (attempt.part !== null) {
    await tellPart(tx, payment, attempt);
    return disownOpen(tx, payment, others);
  }
  if (!isFirstMoney) return sendBack(tx, payment.key, attempt.key, attempt.amount);
  // Paid through an older attempt: that is how it was paid then.
  payment.method = attempt.method;
  await movePayment(tx, payment, 'settle', { attemptKey: attempt.key });
  await disownOpen(tx, payment, others);
}

/** Has money of an attempt sent back that nothing waits for, once: it came twice. The payment is locked and counts it as paid. */
export async function sendBack(tx: Tx, paymentKey: string, attemptKey: string, amount: Rupiah): Promise<void> {
  await post(tx, {
    effect: `overpaid:${attemptKey}`,
    memo: 'Paid twice; goes back to the buyer',
    lines: [
      { account: { kind: 'PROVIDER_CLEARING', ownerKey: null }, amount },
      { account: { kind: 'REFUND_DUE', ownerKey: null }, amount: -amount },
    ],
  });
  await requestRefund(tx, { paymentKey, amount, reason: 'Pembayaran ganda', effect: `${OVERPAID}${attemptKey}` });
}

async function tellPart(
  tx: Tx,
  { key, reference }: Payment,
  { key: attemptKey, amount, part }: PaymentAttempt,
): Promise<void> {
  const items = (part ?? []).map(({ id }) => id);
  await appendEvent(tx, 'PaymentPartSettled', { paymentKey: key, reference, attemptKey }, { amount, items });
}
