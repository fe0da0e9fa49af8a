import { openTask } from '../accounts/index.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { acceptRefund } from './accept-refund.ts';
import type { Payment } from './payment.ts';
import type { PaymentAttempt } from './payment-attempt.ts';
import type { ProviderRefund, ProviderState } from './payment-provider.ts';
import { Refund } from './refund.ts';
import { moveRefund } from './refund-status.ts';
import { isToldByBooks, openMissingRefund, openUnknownRefund } from './refund-tasks.ts';

/** How long after a refund was sent an answer without it may still be older than it, in milliseconds. */
const LISTED_AFTER_MS = 60 * 60 * 1000;

/**
 * Compares the refunds that the provider lists with ours, under the payment's lock: one of ours that got through is SENT, also when
 * a curator was to transfer it meanwhile; one that the bank confirmed is DONE. One that we never had it send (made by hand at the
 * provider), and one that we did and that it does not list, become tasks; the latter stays SENT. Answers whether the bank has yet to confirm one.
 */
export async function reconcileRefunds(
  tx: Tx,
  payment: Payment,
  attempt: PaymentAttempt,
  listed: ProviderState['refunds'],
): Promise<boolean> {
  await tx.flush();
  const ours = await tx.find(Refund, { paymentKey: payment.key, attemptKey: attempt.key }, { refresh: true });
  for (const each of listed) {
    const refund = ours.find(({ refundKey, amount }) => refundKey === each.refundKey && amount === each.amount);
    if (refund) await follow(tx, payment, attempt, refund, each);
  }
  if (attempt.status !== 'REVERSED') await report(tx, payment, attempt, ours, listed);
  return ours.some((refund) => refund.status === 'SENT' && (isListed(refund, listed) || isFresh(tx, refund)));
}

async function follow(
  tx: Tx,
  payment: Payment,
  attempt: PaymentAttempt,
  refund: Refund,
  listed: ProviderRefund,
): Promise<void> {
  // What had been called off, or had gone out otherwise, is told below with all that differs.
  if (refund.status === 'DUE' || refund.status === 'TASK') await acceptRefund(tx, payment, attempt, refund);
  if (refund.status !== 'SENT' || !listed.isConfirmed) return;
  moveRefund(refund, 'DONE');
  refund.doneAt = tx.context.clock.now();
}

/** Opens a task for each refund that one side knows and the other does not, or with another sum. What a comparison of books told is not told again. */
async function report(
  tx: Tx,
  payment: Payment,
  attempt: PaymentAttempt,
  ours: readonly Refund[],
  listed: ProviderState['refunds'],
): Promise<void> {
  const sent = ours.filter(({ sentBy }) => sentBy === 'PROVIDER');
  const sentSum = (key: string) => sent.find(({ refundKey }) => refundKey === key)?.amount ?? 0;
  const listedSum = (key: string) => listed.find(({ refundKey }) => refundKey === key)?.amount ?? 0;
  const unknown = listed.filter(({ refundKey, amount }) => amount > sentSum(refundKey));
  const missing = sent.filter((refund) => refund.amount > listedSum(refund.refundKey) && !isFresh(tx, refund));
  if (unknown.length + missing.length === 0 || (await isToldByBooks(tx, attempt, ours, listed))) return;
  for (const each of unknown)
    await openUnknownRefund(tx, payment, attempt, each, each.amount - sentSum(each.refundKey));
  for (const refund of missing)
    await openMissingRefund(tx, payment, attempt, refund, refund.amount - listedSum(refund.refundKey));
}

function isListed({ refundKey }: Refund, listed: ProviderState['refunds']): boolean {
  return listed.some((each) => each.refundKey === refundKey);
}

/** Whether an answer without it means nothing yet: it may have been asked for before the refund was sent. */
function isFresh(tx: Tx, { sentAt }: Refund): boolean {
  return sentAt !== null && tx.context.clock.now().getTime() - sentAt.getTime() < LISTED_AFTER_MS;
}

/** A task about a payer's bank that disputes a part of the money, once for each charge. */
export function reportDispute(tx: Tx, payment: Payment, attempt: PaymentAttempt): Promise<void> {
  return openTask(tx, {
    kind: 'PAYMENT_MISMATCH',
    title: `Sebagian pembayaran ${payment.orderCode} disengketakan`,
    detail: `Midtrans ${attempt.providerOrderId}: bank pembayar menarik sebagian dana. Periksa di dasbor Midtrans.`,
    amount: attempt.amount,
    subject: { paymentKey: payment.key, orderKey: payment.reference, attemptKey: attempt.key },
    once: `payment-disputed:${attempt.key}`,
  });
}
