import { openTask } from '../accounts/index.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { acceptRefund } from './accept-refund.ts';
import type { Payment } from './payment.ts';
import type { PaymentAttempt } from './payment-attempt.ts';
import type { ProviderRefund, ProviderState } from './payment-provider.ts';
import { Refund } from './refund.ts';

/**
 * Compares the refunds that the provider lists with ours, under the payment's lock: one of ours that got through is SENT, also when
 * a curator was to transfer it meanwhile; one that the bank confirmed is DONE; one that we never asked for (made by hand at the
 * provider) becomes a task. Answers whether the bank has yet to confirm one.
 */
export async function reconcileRefunds(
  tx: Tx,
  payment: Payment,
  attempt: PaymentAttempt,
  state: ProviderState,
): Promise<boolean> {
  if (state.isPartlyDisputed) await reportDispute(tx, payment, attempt);
  if (state.refunds.length === 0) return false;
  await tx.flush();
  const ours = new Map(
    (await tx.find(Refund, { attemptKey: attempt.key }, { refresh: true })).map((refund) => [refund.refundKey, refund]),
  );
  for (const listed of state.refunds) {
    const refund = ours.get(listed.refundKey);
    if (!refund || refund.amount !== listed.amount) await reportUnknown(tx, payment, attempt, listed);
    else await follow(tx, payment, refund, listed);
  }
  return [...ours.values()].some(({ status }) => status === 'SENT');
}

async function follow(tx: Tx, payment: Payment, refund: Refund, listed: ProviderRefund): Promise<void> {
  await acceptRefund(tx, payment, refund);
  if (refund.status !== 'SENT' || !listed.isConfirmed) return;
  refund.status = 'DONE';
  refund.doneAt = tx.context.clock.now();
}

function reportUnknown(tx: Tx, payment: Payment, attempt: PaymentAttempt, listed: ProviderRefund): Promise<void> {
  return openTask(tx, {
    kind: 'PAYMENT_MISMATCH',
    title: `Pengembalian dana ${payment.orderCode} di luar catatan`,
    detail: `Midtrans ${attempt.providerOrderId} mencatat pengembalian ${listed.refundKey} yang tidak kami minta dengan jumlah itu.`,
    amount: listed.amount,
    subject: { paymentKey: payment.key, orderKey: payment.reference, attemptKey: attempt.key },
    once: `refund-unknown:${attempt.key}:${listed.refundKey}`,
  });
}

function reportDispute(tx: Tx, payment: Payment, attempt: PaymentAttempt): Promise<void> {
  return openTask(tx, {
    kind: 'PAYMENT_MISMATCH',
    title: `Sebagian pembayaran ${payment.orderCode} disengketakan`,
    detail: `Midtrans ${attempt.providerOrderId}: bank pembayar menarik sebagian dana. Periksa di dasbor Midtrans.`,
    amount: attempt.amount,
    subject: { paymentKey: payment.key, orderKey: payment.reference, attemptKey: attempt.key },
    once: `payment-disputed:${attempt.key}`,
  });
}
