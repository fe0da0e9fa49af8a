import { openTask } from '../accounts/index.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { mayMove, movePayment } from './move-payment.ts';
import type { Payment } from './payment.ts';
import type { PaymentAttempt } from './payment-attempt.ts';
import { Refund } from './refund.ts';
import { closeTransferTask } from './request-refund.ts';

/**
 * The provider took a settlement back. Refunds of it that have not gone out are called off. The payment becomes REVERSED, and
 * PaymentReversed tells how much was still owed back (`refundsCalledOff`); money that went out already, and money that had come
 * twice, is for a person to look at.
 */
export async function reverseAttempt(tx: Tx, payment: Payment, attempt: PaymentAttempt): Promise<void> {
  const refunds = await tx.find(Refund, { attemptKey: attempt.key }, { refresh: true });
  const byHand = await tx.find(Refund, { paymentKey: payment.key, status: 'TASK' }, { refresh: true });
  const waiting = [...refunds.filter(({ status }) => status === 'DUE'), ...byHand];
  for (const refund of waiting) {
    refund.status = 'FAILED';
    await closeTransferTask(tx, refund, 'Dibatalkan: bank menarik pembayarannya kembali.');
  }
  const refundsCalledOff = waiting.reduce((sum, { amount }) => sum + amount, 0);
  const paidElsewhere = payment.paidTotal > attempt.settledAmount;
  const wentOut = refunds.some(({ status }) => status === 'SENT' || status === 'DONE');
  if (paidElsewhere || wentOut || !mayMove(payment.status, 'reverse')) await report(tx, payment, attempt);
  if (!paidElsewhere && mayMove(payment.status, 'reverse')) {
    await movePayment(tx, payment, 'reverse', {
      ...{ attemptKey: attempt.key, amount: attempt.settledAmount, refundsCalledOff },
    });
  }
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
