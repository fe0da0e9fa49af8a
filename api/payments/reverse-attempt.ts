import { openTask } from '../accounts/index.ts';
import { postChargeReversed } from '../ledger/index.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { formatRupiah, type Rupiah } from '../platform/money.ts';
import { mayMove, movePayment } from './move-payment.ts';
import type { Payment } from './payment.ts';
import type { PaymentAttempt } from './payment-attempt.ts';
import { OVERPAID, Refund } from './refund.ts';
import { moveRefund } from './refund-status.ts';
import { closeTransferTask, refundByTransfer } from './request-refund.ts';

/** What a reversal does to refunds that have not gone out. */
interface Promises {
  /** Fall away with the money. */
  readonly calledOff: readonly Refund[];
  /** Stay owed, out of the money of another charge: by transfer now. */
  readonly kept: readonly Refund[];
}

/**
 * The provider took a settlement back. Where another charge still pays, that one pays the order from now on: promises that fall away with the
 * money are called off, what else is owed stays, and the ledger has the provider's money right. Otherwise all that is owed is called off, and
 * the payment becomes REVERSED: PaymentReversed tells how much that was (`refundsCalledOff`), and its listener posts. Money that had
 * gone out already, and money that had come twice, is for a person to look at.
 */
export async function reverseAttempt(tx: Tx, payment: Payment, attempt: PaymentAttempt): Promise<void> {
  const refunds = await tx.find(Refund, { paymentKey: payment.key }, { refresh: true });
  const gone = refunds.filter(hasGoneOut);
  const goneElsewhere = gone.filter((refund) => ![attempt.key, null].includes(chargeOf(refund)));
  const goneOfIt = sumOf(gone) - sumOf(goneElsewhere);
  const heldElsewhere = payment.paidTotal - payment.reversedTotal - attempt.settledAmount - sumOf(goneElsewhere);
  const paidElsewhere = heldElsewhere > 0;
  payment.reversedTotal += Math.max(0, attempt.settledAmount - goneOfIt);
  const { calledOff, kept } = paidElsewhere ? promisesBeside(refunds, attempt) : promisesAlone(refunds, attempt);
  for (const refund of calledOff) {
    moveRefund(refund, 'FAILED');
    await closeTransferTask(tx, refund, 'Dibatalkan: bank menarik pembayarannya kembali.');
  }
  for (const refund of kept) await refundByTransfer(tx, payment, refund, 'bank menarik kembali pembayaran asalnya');
  const refundsCalledOff = sumOf(calledOff);
  const mayBeReversed = mayMove(payment.status, 'reverse');
  if (paidElsewhere || goneOfIt > 0 || !mayBeReversed)
    await report(tx, payment, attempt, attempt.settledAmount - refundsCalledOff);
  if (!paidElsewhere && mayBeReversed) {
    const { key: attemptKey, settledAmount: amount } = attempt;
    await movePayment(tx, payment, 'reverse', { attemptKey, amount, refundsCalledOff });
  } else await postChargeReversed(tx, attempt.key, { amount: attempt.settledAmount, refundsCalledOff });
}

/** Nothing else pays: what is owed of this money falls away, and so do transfers that could be of any. */
function promisesAlone(refunds: readonly Refund[], attempt: PaymentAttempt): Promises {
  const calledOff = refunds.filter(
    (refund) => isWaiting(refund) && (refund.status === 'TASK' || chargeOf(refund) === attempt.key),
  );
  return { calledOff, kept: [] };
}

/**
 * Another charge pays. When this money came twice, its own way back falls away; when it had paid the order, that of the money which pays in
 * its place does, and what the order owes stays owed. What a part owed falls away with the money of that part.
 */
function promisesBeside(refunds: readonly Refund[], attempt: PaymentAttempt): Promises {
  const own = refunds.filter((refund) => chargeOf(refund) === attempt.key);
  const waiting = own.filter(isWaiting);
  const cameTwice = own.some(({ effect }) => effect.startsWith(OVERPAID));
  if (cameTwice || attempt.part !== null) return { calledOff: waiting, kept: [] };
  const inItsPlace = refunds.find(
    (refund) => isWaiting(refund) && refund.effect.startsWith(OVERPAID) && refund.amount === attempt.settledAmount,
  );
  return { calledOff: inItsPlace ? [inItsPlace] : [], kept: waiting.filter(({ status }) => status === 'DUE') };
}

/** Key of the charge whose money a refund is; null for one by transfer that may be of any. */
function chargeOf({ attemptKey, effect }: Refund): string | null {
  return attemptKey ?? (effect.startsWith(OVERPAID) ? effect.slice(OVERPAID.length) : null);
}

function isWaiting({ status }: Refund): boolean {
  return status === 'DUE' || status === 'TASK';
}

function hasGoneOut({ status }: Refund): boolean {
  return status === 'SENT' || status === 'DONE';
}

function sumOf(refunds: readonly Refund[]): Rupiah {
  return refunds.reduce((sum, { amount }) => sum + amount, 0);
}

function report(tx: Tx, payment: Payment, attempt: PaymentAttempt, borne: Rupiah): Promise<void> {
  return openTask(tx, {
    kind: 'PAYMENT_MISMATCH',
    title: `Pembayaran ${payment.orderCode} ditarik kembali`,
    detail: `Midtrans ${attempt.providerOrderId} ditarik kembali oleh bank, padahal sudah ada pengembalian dana atau pembayaran lain. Buku besar sudah mencatatnya${borne > 0 ? `; paling banyak ${formatRupiah(borne)} ditanggung pasar` : ''}. Periksa dengan pembelinya.`,
    amount: attempt.amount,
    subject: { paymentKey: payment.key, orderKey: payment.reference, attemptKey: attempt.key },
    once: `payment-reversed:${attempt.key}`,
  });
}
