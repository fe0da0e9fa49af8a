import { isTaskOpen, openTask } from '../accounts/index.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { formatRupiah, type Rupiah } from '../platform/money.ts';
import type { Payment } from './payment.ts';
import type { PaymentAttempt } from './payment-attempt.ts';
import type { ProviderRefund, ProviderState } from './payment-provider.ts';
import { differenceOnce } from './reconciliation/difference.ts';
import type { Refund } from './refund.ts';

/** Begins the cause of a task about money that the provider sent back beyond what we had it send. */
const UNKNOWN = 'refund-unknown:';
/** Begins the cause of a task about money that we had sent back and that the provider does not list. */
const MISSING = 'refund-missing:';

/** A task for so many whole rupiah that a refund in the provider's list is above ours, which may be none; once for each refund. */
export function openUnknownRefund(
  tx: Tx,
  payment: Payment,
  attempt: PaymentAttempt,
  { refundKey }: Pick<ProviderRefund, 'refundKey'>,
  surplus: Rupiah,
): Promise<void> {
  return openTask(tx, {
    kind: 'PAYMENT_MISMATCH',
    title: `Pengembalian dana ${payment.orderCode} di luar catatan`,
    detail: `Midtrans ${attempt.providerOrderId} mencatat pengembalian ${refundKey} yang tidak kami minta dengan jumlah itu: lebih ${formatRupiah(surplus)}.`,
    amount: surplus,
    subject: { paymentKey: payment.key, orderKey: payment.reference, attemptKey: attempt.key },
    once: unknownRefundOnce(attempt, { refundKey }),
  });
}

/** Names the task about a refund in the provider's list that is above ours. */
export function unknownRefundOnce(
  { key }: Pick<PaymentAttempt, 'key'>,
  { refundKey }: Pick<ProviderRefund, 'refundKey'>,
): string {
  return `${UNKNOWN}${key}:${refundKey}`;
}

/** A task for so many whole rupiah of a refund that went out by our books and that the provider does not list; once for each refund. */
export function openMissingRefund(
  tx: Tx,
  payment: Payment,
  attempt: PaymentAttempt,
  refund: Refund,
  shortfall: Rupiah,
): Promise<void> {
  return openTask(tx, {
    kind: 'PAYMENT_MISMATCH',
    title: `Pengembalian dana ${payment.orderCode} hilang di Midtrans`,
    detail: `Pengembalian ${refund.refundKey} sudah diterima Midtrans, tetapi ${formatRupiah(shortfall)} tidak tercatat lagi pada ${attempt.providerOrderId}. Periksa di dasbor Midtrans apakah uangnya sampai ke pembeli.`,
    amount: shortfall,
    subject: {
      paymentKey: payment.key,
      orderKey: payment.reference,
      attemptKey: attempt.key,
      refundKey: refund.key,
    },
    once: `${MISSING}${refund.key}`,
  });
}

/** Whether a comparison of books has an open task about these very refunds of a charge, ours and theirs. */
export function isToldByBooks(
  tx: Tx,
  { providerOrderId }: PaymentAttempt,
  refunds: readonly Refund[],
  listed: ProviderState['refunds'],
): Promise<boolean> {
  const ours = sumOf(refunds.filter(({ sentBy }) => sentBy === 'PROVIDER'));
  return isTaskOpen(tx, differenceOnce({ kind: 'REFUND_DIFFERS', providerOrderId, ours, theirs: sumOf(listed) }));
}

/** How much more than by our books the provider sent back of a charge, as the open tasks about its refunds tell; below 0 is less. */
export async function toldOfRefunds(tx: Tx, attemptKey: string): Promise<Rupiah> {
  const [told] = await tx.execute<{ sum: string }[]>(
    `select coalesce(sum(case when once like ? then amount when once like ? then -amount end), 0)::text as sum
       from task where kind = 'PAYMENT_MISMATCH' and done_at is null and subject->>'attemptKey' = ?`,
    [`${UNKNOWN}%`, `${MISSING}%`, attemptKey],
  );
  return Number(told?.sum);
}

function sumOf(refunds: readonly { readonly amount: Rupiah }[]): Rupiah {
  return refunds.reduce((sum, { amount }) => sum + amount, 0);
}
