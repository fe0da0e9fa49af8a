import { correctedBy, isTaskOpen, openTask } from '../accounts/index.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { formatRupiah, type Rupiah } from '../platform/money.ts';
import type { Payment } from './payment.ts';
import type { PaymentAttempt } from './payment-attempt.ts';
import type { ProviderRefund, ProviderState } from './payment-provider.ts';
import { differenceOnce, differencesOf } from './reconciliation/difference.ts';
import type { Refund } from './refund.ts';

/** Begins the cause of a task about money that the provider sent back beyond what we had it send. */
const UNKNOWN = 'refund-unknown:';
/** Begins the cause of a task about money that we had sent back and that the provider does not list. */
const MISSING = 'refund-missing:';

/** What a refund differs by, in whole rupiah. */
export interface RefundDifference {
  /** By how much this one differs, above 0. */
  readonly by: Rupiah;
  /** How much less than by our books went back of its charge in all, so that the provider holds more (below 0: more went back); left out where that is not known. */
  readonly inAll?: Rupiah;
}

/** A task about a refund in the provider's list that is above ours, which may be none; once for each refund. */
export async function openUnknownRefund(
  tx: Tx,
  payment: Payment,
  attempt: PaymentAttempt,
  { refundKey }: Pick<ProviderRefund, 'refundKey'>,
  { by, inAll }: RefundDifference,
): Promise<void> {
  const left = inAll === undefined ? -by : await uncorrected(tx, attempt, inAll);
  await openTask(tx, {
    kind: 'PAYMENT_MISMATCH',
    title: `Pengembalian dana ${payment.orderCode} di luar catatan`,
    detail: `Midtrans ${attempt.providerOrderId} mencatat pengembalian ${refundKey} yang tidak kami minta dengan jumlah itu: lebih ${formatRupiah(by)}.`,
    amount: by,
    surplus: Math.max(-by, Math.min(0, left)),
    subject: { paymentKey: payment.key, orderKey: payment.reference, attemptKey: attempt.key },
    once: `${UNKNOWN}${attempt.key}:${refundKey}`,
  });
}

/** A task about a refund that went out by our books and that the provider does not list, or with less; once for each refund. */
export async function openMissingRefund(
  tx: Tx,
  payment: Payment,
  attempt: PaymentAttempt,
  refund: Refund,
  { by, inAll }: RefundDifference,
): Promise<void> {
  const left = inAll === undefined ? by : await uncorrected(tx, attempt, inAll);
  await openTask(tx, {
    kind: 'PAYMENT_MISMATCH',
    title: `Pengembalian dana ${payment.orderCode} hilang di Midtrans`,
    detail: `Pengembalian ${refund.refundKey} sudah diterima Midtrans, tetapi ${formatRupiah(by)} tidak tercatat lagi pada ${attempt.providerOrderId}. Periksa di dasbor Midtrans apakah uangnya sampai ke pembeli.`,
    amount: by,
    surplus: Math.min(by, Math.max(0, left)),
    subject: {
      paymentKey: payment.key,
      orderKey: payment.reference,
      attemptKey: attempt.key,
      refundKey: refund.key,
    },
    once: `${MISSING}${attempt.key}:${refund.key}`,
  });
}

/** What of a difference in the refunds of a charge no task has put right, nor can; in rupiah, above 0 where the provider holds more. */
async function uncorrected(tx: Tx, { key, providerOrderId }: PaymentAttempt, inAll: Rupiah): Promise<Rupiah> {
  return inAll - (await refundsCorrected(tx, { attemptKey: key, providerOrderId }));
}

/** How much more the provider holds than our ledger (below 0: less), in rupiah, that tasks about refunds of a charge have put right, or still can. */
export function refundsCorrected(
  tx: Tx,
  { attemptKey, providerOrderId }: { readonly attemptKey: string; readonly providerOrderId: string },
): Promise<Rupiah> {
  const byBooks = differencesOf('REFUND_DIFFERS', providerOrderId);
  return correctedBy(tx, [`${UNKNOWN}${attemptKey}:`, `${MISSING}${attemptKey}:`, byBooks]);
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

/** What refunds come to, in rupiah. */
export function sumOf(refunds: readonly { readonly amount: Rupiah }[]): Rupiah {
  return refunds.reduce((sum, { amount }) => sum + amount, 0);
}
