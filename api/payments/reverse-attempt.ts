import { openTask } from '../accounts/index.ts';
import type { Tx } from '../platform/database/transaction.ts';
import type { Rupiah } from '../platform/money.ts';
import { mayMove, movePayment } from './move-payment.ts';
import type { Payment } from './payment.ts';
import type { PaymentAttempt } from './payment-attempt.ts';
import { OVERPAID, Refund } from './refund.ts';
import { closeTransferTask } from './request-refund.ts';

/**
 * The provider took a settlement back. Refunds of it that have not gone out are called off; where another charge still pays, those of that
 * one's money stay. The payment becomes REVERSED unless another charge still pays, and PaymentReversed tells how much was still owed back
 * (`refundsCalledOff`); money that went out already, and money that had come twice, is for a person to look at.
 */
export async function reverseAttempt(tx: Tx, payment: Payment, attempt: PaymentAttempt): Promise<void> {
  const refunds = await tx.find(Refund, { paymentKey: payment.key }, { refresh: true });
  const gone = refunds.filter(hasGoneOut);
  const goneElsewhere = gone.filter((refund) => ![attempt.key, null].includes(chargeOf(refund)));
  const leftElsewhere = payment.paidTotal - attempt.settledAmount - sumOf(goneElsewhere);
  const paidElsewhere = leftElsewhere > 0;
  const own = refunds.filter((refund) => chargeOf(refund) === attempt.key);
  const waiting = [
    ...own.filter(({ status }) => status === 'DUE' || status === 'TASK'),
    ...refunds.filter((refund) => !paidElsewhere && refund.status === 'TASK' && !own.includes(refund)),
  ];
  for (const refund of waiting) {
    refund.status = 'FAILED';
    await closeTransferTask(tx, refund, 'Dibatalkan: bank menarik pembayarannya kembali.');
  }
  const wentOut = gone.length > goneElsewhere.length;
  if (paidElsewhere || wentOut || !mayMove(payment.status, 'reverse')) await report(tx, payment, attempt);
  if (!paidElsewhere && mayMove(payment.status, 'reverse')) {
    const refundsCalledOff = sumOf(waiting);
    await movePayment(tx, payment, 'reverse', {
      ...{ attemptKey: attempt.key, amount: attempt.settledAmount, refundsCalledOff },
    });
  }
}

/** Key of the charge whose money a refund is; null for one by transfer that may be of any. */
function chargeOf({ attemptKey, effect }: Refund): string | null {
  return attemptKey ?? (effect.startsWith(OVERPAID) ? effect.slice(OVERPAID.length) : null);
}

function hasGoneOut({ status }: Refund): boolean {
  return status === 'SENT' || status === 'DONE';
}

function sumOf(refunds: readonly Refund[]): Rupiah {
  return refunds.reduce((sum, { amount }) => sum + amount, 0);
}

function report(tx: Tx, payment: Payment, attempt: PaymentAttempt): Promise<void> {
  return openTask(tx, {
    kind: 'PAYMENT_MISMATCH',
    title: `Pembayaran ${payment.orderCode} ditarik kembali`,
    detail: `Midtrans ${attempt.providerOrderId} ditarik kembali oleh bank, padahal sudah ada pengembalian dana atau pembayaran lain. Cocokkan buku besar.`,
    amount: attempt.amount,
    subject: { paymentKey: payment.key, orderKey: payment.reference, attemptKey: attempt.key },
    once: `payment-reversed:${attempt.key}`,
  });
}
