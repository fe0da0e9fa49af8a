import { closeTask, openTask } from '../accounts/index.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { appendEvent } from '../platform/jobs/events.ts';
import { formatRupiah, type Rupiah } from '../platform/money.ts';
import { lockPayment } from './lock-payment.ts';
import { Payment } from './payment.ts';
import { PaymentAttempt } from './payment-attempt.ts';
import { METHOD_LIMITS } from './payment-method.ts';
import { OVERPAID, Refund } from './refund.ts';
import { followRefunds, moveRefund } from './refund-status.ts';

/** Money that is to go back. */
export interface RefundWanted {
  readonly paymentKey: string;
  /** Whole rupiah, above 0. */
  readonly amount: Rupiah;
  /** For people, e.g. 'Paket ditolak penjual'. */
  readonly reason: string;
  /** Why it exists, once, e.g. `parcel:<key>`: the same effect twice is one refund. */
  readonly effect: string;
  /** Id of the item that it is for, where the payment was charged in parts; the charge of that item is then taken back. */
  readonly item?: string;
}

/**
 * Owes a refund, in the caller's transaction; a job sends it through the provider, or a task asks the curator to transfer it.
 * The caller has locked the order and moved the amount to REFUND_DUE in the ledger; sending moves it on from there. All refunds
 * of a payment together never exceed what was paid and no bank took back: more than that is our fault and throws.
 */
export async function requestRefund(tx: Tx, wanted: RefundWanted): Promise<Refund> {
  const { reference } = await tx.findOneOrFail(Payment, { key: wanted.paymentKey });
  const payment = await lockPayment(tx, reference);
  if (!payment) throw new Error(`payment ${wanted.paymentKey} is gone`);
  const earlier = await tx.find(Refund, { paymentKey: payment.key }, { refresh: true });
  const same = earlier.find((refund) => refund.effect === wanted.effect);
  if (same) return same;
  const owed = earlier.filter((refund) => refund.status !== 'FAILED');
  const left = payment.paidTotal - payment.reversedTotal - owed.reduce((sum, refund) => sum + refund.amount, 0);
  if (wanted.amount > left)
    throw new Error(`refund ${wanted.effect}: ${wanted.amount} of ${left} left of ${payment.key}`);
  const refund = Object.assign(new Refund(), {
    paymentKey: payment.key,
    attemptKey: (await attemptToRefund(tx, payment, owed, wanted))?.key ?? null,
    payerKey: payment.payerKey,
    amount: wanted.amount,
    reason: wanted.reason,
    effect: wanted.effect,
    createdAt: tx.context.clock.now(),
  });
  await tx.persist(refund).flush();
  await followRefunds(tx, payment, [...earlier, refund]);
  if (refund.attemptKey === null)
    await refundByTransfer(tx, payment, refund, 'metode ini tidak bisa dikembalikan otomatis');
  else await appendEvent(tx, 'RefundRequested', subjectOf(payment, refund), { amount: refund.amount });
  return refund;
}

/** Hands a refund to the curator, who pays it by bank transfer. Tells RefundImpossible. */
export async function refundByTransfer(tx: Tx, payment: Payment, refund: Refund, why: string): Promise<void> {
  moveRefund(refund, 'TASK');
  await openTask(tx, {
    kind: 'REFUND_BY_TRANSFER',
    title: `Kembalikan ${formatRupiah(refund.amount)} untuk ${payment.orderCode}`,
    detail: `${refund.reason}. Transfer ke rekening pembeli, karena ${why}. Tulis nomor referensi transfer saat selesai.`,
    amount: refund.amount,
    subject: { orderKey: payment.reference, paymentKey: payment.key, refundKey: refund.key },
    once: transferTaskOf(refund),
  });
  await appendEvent(tx, 'RefundImpossible', subjectOf(payment, refund), { amount: refund.amount });
}

/** Takes the transfer of a refund off the curator's list: it must not be paid any more. */
export async function closeTransferTask(tx: Tx, refund: Refund, note: string): Promise<void> {
  await closeTask(tx, transferTaskOf(refund), note);
}

function transferTaskOf({ key }: Refund): string {
  return `refund:${key}`;
}

/** Subject of every event about a refund. */
export function subjectOf(payment: Payment, refund: Refund): Record<string, string> {
  return { paymentKey: payment.key, reference: payment.reference, refundKey: refund.key };
}

/** The charge that the provider can take it back from: one with that much left, of a method that can; null is by hand. */
async function attemptToRefund(
  tx: Tx,
  payment: Payment,
  owed: readonly Refund[],
  wanted: RefundWanted,
): Promise<PaymentAttempt | null> {
  const all = await tx.find(PaymentAttempt, { paymentKey: payment.key }, { orderBy: { number: 'asc' } });
  const attempts = all.filter(({ status }) => status !== 'REVERSED');
  const leftOf = (attempt: PaymentAttempt): Rupiah =>
    owed
      .filter((refund) => refund.attemptKey === attempt.key)
      .reduce((left, { amount }) => left - amount, attempt.settledAmount);
  const paidTwice = attempts.find((attempt) => wanted.effect === `${OVERPAID}${attempt.key}`);
  const able = paidTwice ?? attempts.find((attempt) => paysFor(attempt, wanted) && leftOf(attempt) >= wanted.amount);
  if (!able) return null;
  const { refundsByProvider } = METHOD_LIMITS[able.method];
  const isWhole = wanted.amount === able.settledAmount;
  return refundsByProvider === 'ANY' || (refundsByProvider === 'WHOLE' && isWhole) ? able : null;
}

/** Whether a charge is about what is refunded: all charges of the whole are, of the others those with the item. */
function paysFor({ part }: PaymentAttempt, { item }: RefundWanted): boolean {
  return part === null || part.some(({ id }) => id === item);
}
