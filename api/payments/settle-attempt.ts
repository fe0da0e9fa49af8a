import { post } from '../ledger/index.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { disownOpen } from './call-off-payment.ts';
import type { LockedPayment } from './lock-payment.ts';
import { mayMove, movePayment } from './move-payment.ts';
import type { Payment } from './payment.ts';
import type { PaymentAttempt } from './payment-attempt.ts';
import { OVERPAID } from './refund.ts';
import { requestRefund } from './request-refund.ts';

/**
 * Takes in the money of an attempt, once. It pays the payment, also after that was expired or called off (its listeners then
 * decide), unless money is there already: then the buyer paid twice, and this attempt's money goes back by itself.
 */
export async function settleAttempt(
  tx: Tx,
  { payment, attempts }: LockedPayment,
  attempt: PaymentAttempt,
): Promise<void> {
  const isFirstMoney = payment.paidTotal === 0 && mayMove(payment.status, 'settle');
  attempt.settledAmount = attempt.amount;
  attempt.settledAt = tx.context.clock.now();
  payment.paidTotal += attempt.amount;
  if (!isFirstMoney) return sendBack(tx, payment, attempt);
  // Paid through an older attempt: that is how it was paid then.
  payment.method = attempt.method;
  await movePayment(tx, payment, 'settle', { attemptKey: attempt.key });
  await disownOpen(
    tx,
    payment,
    attempts.filter((other) => other !== attempt),
  );
}

async function sendBack(tx: Tx, payment: Payment, attempt: PaymentAttempt): Promise<void> {
  await post(tx, {
    effect: `overpaid:${attempt.key}`,
    memo: 'Paid twice; goes back to the buyer',
    lines: [
      { account: { kind: 'PROVIDER_CLEARING', ownerKey: null }, amount: attempt.amount },
      { account: { kind: 'REFUND_DUE', ownerKey: null }, amount: -attempt.amount },
    ],
  });
  await requestRefund(tx, {
    paymentKey: payment.key,
    amount: attempt.amount,
    reason: 'Pembayaran ganda',
    effect: `${OVERPAID}${attempt.key}`,
  });
}
