import { openTask } from '../accounts/index.ts';
import type { Tx } from '../platform/database/transaction.ts';
import type { Payment } from './payment.ts';
import type { Refund } from './refund.ts';
import { recordSent } from './refund-status.ts';
import { closeTransferTask } from './request-refund.ts';

/**
 * The provider has taken a refund of a locked payment on: it is SENT, once, also when a curator was to transfer it meanwhile. One that was called
 * off, or that a curator has transferred already, went out without need or twice: a task says so.
 */
export async function acceptRefund(tx: Tx, payment: Payment, refund: Refund): Promise<void> {
  const { status, sentBy } = refund;
  if (status === 'TASK') await closeTransferTask(tx, refund, 'Sudah dikembalikan oleh Midtrans.');
  if (status === 'DUE' || status === 'TASK') return recordSent(tx, payment, refund, 'PROVIDER');
  if (status === 'FAILED') await report(tx, payment, refund, 'sudah dibatalkan');
  if (sentBy === 'TRANSFER') await report(tx, payment, refund, 'sudah ditransfer oleh kurator');
}

function report(tx: Tx, payment: Payment, refund: Refund, before: string): Promise<void> {
  return openTask(tx, {
    kind: 'PAYMENT_MISMATCH',
    title: `Pengembalian dana ${payment.orderCode} keluar juga`,
    detail: `Midtrans mengirim pengembalian ${refund.refundKey} yang ${before}. Periksa dengan pembelinya.`,
    amount: refund.amount,
    subject: {
      ...{ paymentKey: payment.key, orderKey: payment.reference, refundKey: refund.key },
      ...(refund.attemptKey === null ? {} : { attemptKey: refund.attemptKey }),
    },
    once: `refund-out-anyway:${refund.key}`,
  });
}
