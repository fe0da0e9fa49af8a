import { openTask } from '../accounts/index.ts';
import { postChargeReversed } from '../ledger/index.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { formatRupiah, type Rupiah } from '../platform/money.ts';
import type { LockedPayment } from './lock-payment.ts';
import { mayMove, movePayment } from './move-payment.ts';
import type { Payment } from './payment.ts';
import type { PaymentAttempt } from './payment-attempt.ts';
import { OVERPAID, Refund } from './refund.ts';
import { moveRefund } from './refund-status.ts';
import { closeTransferTask, refundByTransfer } from './request-refund.ts';

/** What a reversal comes to. */
interface Reversal {
  /** Whether other money pays the order from now on. */
  readonly isPaidElsewhere: boolean;
  /** Refunds that fall away with the money. */
  readonly calledOff: readonly Refund[];
  /** Refunds that were to go out of it and stay owed: by transfer now. */
  readonly kept: readonly Refund[];
  /** What of it had gone back to the buyer already, in rupiah. */
  readonly goneBack: Rupiah;
  /** How much less can be refunded from now on, in rupiah. */
  readonly lost: Rupiah;
}

/**
 * The provider took a settlement back. Where other money pays the order, that one pays from now on: promises that fall away with the
 * charge are called off, what else is owed stays, and the ledger has the provider's money right. Otherwise all that is owed is called off, and
 * the payment becomes REVERSED: PaymentReversed tells how much that was (`refundsCalledOff`), and its listener posts. Money that had
 * gone out already, and money that had come twice, is for a person to look at.
 */
export async function reverseAttempt(
  tx: Tx,
  { payment, attempts }: LockedPayment,
  attempt: PaymentAttempt,
): Promise<void> {
  const refunds = await tx.find(Refund, { paymentKey: payment.key }, { refresh: true });
  const plan =
    attempt.part === null ? planWhole(payment, attempts, refunds, attempt) : planPart(payment, refunds, attempt);
  const { isPaidElsewhere, calledOff, kept, goneBack, lost } = plan;
  payment.reversedTotal += lost;
  for (const refund of calledOff) {
    moveRefund(refund, 'FAILED');
    await closeTransferTask(tx, refund, 'Dibatalkan: bank menarik pembayarannya kembali.');
  }
  for (const refund of kept) await refundByTransfer(tx, payment, refund, 'bank menarik kembali pembayaran asalnya');
  const refundsCalledOff = sumOf(calledOff);
  const amount = attempt.settledAmount;
  const mayBeReversed = mayMove(payment.status, 'reverse');
  if (isPaidElsewhere || goneBack > 0 || !mayBeReversed) await report(tx, payment, attempt, amount - refundsCalledOff);
  if (isPaidElsewhere || !mayBeReversed) await postChargeReversed(tx, attempt.key, { amount, refundsCalledOff });
  else await movePayment(tx, payment, 'reverse', { attemptKey: attempt.key, amount, refundsCalledOff });
}

/**
 * A charge of the whole either pays the order or came twice, and then it has its own way back. One that has gone back takes nothing with it. Of
 * one that came twice the way back falls away; in the place of the one that paid another does, which then does not go back.
 */
function planWhole(
  payment: Payment,
  attempts: readonly PaymentAttempt[],
  refunds: readonly Refund[],
  attempt: PaymentAttempt,
): Reversal {
  const wayBackOf = ({ key }: PaymentAttempt): Refund | undefined =>
    refunds.find(({ effect, status }) => effect === `${OVERPAID}${key}` && status !== 'FAILED');
  const ownWayBack = wayBackOf(attempt);
  const amount = attempt.settledAmount;
  if (ownWayBack && hasGoneOut(ownWayBack))
    return { isPaidElsewhere: true, calledOff: [], kept: [], goneBack: amount, lost: 0 };
  const whole = attempts.filter(({ part, settledAt }) => part === null && settledAt !== null);
  const ofOthers = whole.filter((other) => other !== attempt && other.status !== 'REVERSED');
  const left = ofOthers.filter((other) => !hasGoneOut(wayBackOf(other)));
  const inParts = payment.paidTotal - whole.reduce((sum, { settledAmount }) => sum + settledAmount, 0);
  const ofOrder = refunds.filter(({ effect }) => !effect.startsWith(OVERPAID));
  const goneBack = sumOf(ofOrder.filter(hasGoneOut));
  if (left.length === 0 && inParts <= 0) {
    const calledOff = refunds.filter(isWaiting);
    return { isPaidElsewhere: false, calledOff, kept: [], goneBack, lost: Math.max(0, amount - goneBack) };
  }
  const fallsAway = ownWayBack ?? left.map(wayBackOf).find((wayBack) => wayBack?.amount === amount);
  const kept = ofOrder.filter(({ attemptKey, status }) => attemptKey === attempt.key && status === 'DUE');
  return { isPaidElsewhere: true, calledOff: fallsAway ? [fallsAway] : [], kept, goneBack: 0, lost: amount };
}

/** What a part owed falls away with the money of that part. How much of the rest may go back is the order's to know, which is told nothing of it. */
function planPart(payment: Payment, refunds: readonly Refund[], { key, settledAmount }: PaymentAttempt): Reversal {
  const gone = refunds.filter(hasGoneOut);
  const goneElsewhere = gone.filter((refund) => ![key, null].includes(chargeOf(refund)));
  const goneBack = sumOf(gone) - sumOf(goneElsewhere);
  const isPaidElsewhere = payment.paidTotal - settledAmount - sumOf(goneElsewhere) > 0;
  const isOfAny = (refund: Refund): boolean => !isPaidElsewhere && refund.status === 'TASK';
  const calledOff = refunds.filter((refund) => isWaiting(refund) && (chargeOf(refund) === key || isOfAny(refund)));
  const isReversed = !isPaidElsewhere && mayMove(payment.status, 'reverse');
  return {
    isPaidElsewhere,
    calledOff,
    kept: [],
    goneBack,
    lost: isReversed ? Math.max(0, settledAmount - goneBack) : 0,
  };
}

/** Key of the charge whose money a refund is; null for one by transfer that may be of any. */
function chargeOf({ attemptKey, effect }: Refund): string | null {
  return attemptKey ?? (effect.startsWith(OVERPAID) ? effect.slice(OVERPAID.length) : null);
}

function isWaiting({ status }: Refund): boolean {
  return status === 'DUE' || status === 'TASK';
}

function hasGoneOut(refund: Refund | undefined): boolean {
  return refund?.status === 'SENT' || refund?.status === 'DONE';
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
