import type { Tx } from '../platform/database/transaction.ts';
import type { Payment } from './payment.ts';
import type { PaymentAttempt } from './payment-attempt.ts';
import type { Refund } from './refund.ts';
import { recordSent } from './refund-status.ts';
import { openUnknownRefund } from './refund-tasks.ts';
import { closeTransferTask } from './request-refund.ts';

/**
 * The provider has taken a refund of a locked payment's charge on: it is SENT, once, also when a curator was to transfer it meanwhile. One that
 * was called off, or that a curator has transferred already, went out without need or twice: a task says so.
 */
export async function acceptRefund(tx: Tx, payment: Payment, attempt: PaymentAttempt, refund: Refund): Promise<void> {
  const { status, sentBy } = refund;
  if (status === 'TASK') await closeTransferTask(tx, refund, 'Sudah dikembalikan oleh Midtrans.');
  if (status === 'DUE' || status === 'TASK') return recordSent(tx, payment, refund, 'PROVIDER');
  if (status === 'FAILED' || sentBy === 'TRANSFER')
    await openUnknownRefund(tx, payment, attempt, refund, refund.amount);
}
