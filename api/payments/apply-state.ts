import { openTask } from '../accounts/index.ts';
import type { Context } from '../platform/context.ts';
import { inTransaction, type Tx } from '../platform/database/transaction.ts';
import type { Rupiah } from '../platform/money.ts';
import { AttemptStatus, isSettled, OPEN_ATTEMPTS, reduceStatus } from './attempt-status.ts';
import { disown } from './call-off-payment.ts';
import { type LockedPayment, lockFromBelow } from './lock-payment.ts';
import { mayMove, movePayment } from './move-payment.ts';
import type { Payment } from './payment.ts';
import { PaymentAttempt } from './payment-attempt.ts';
import { joinInstructions } from './payment-instructions.ts';
import { METHOD_LIMITS } from './payment-method.ts';
import type { ProviderState } from './payment-provider.ts';
import { reconcileRefunds, reportDispute } from './reconcile-refunds.ts';
import { chargeAnew, giveUpCharge, isWithoutLink } from './renew-charge.ts';
import { reverseAttempt } from './reverse-attempt.ts';
import { settleAttempt } from './settle-attempt.ts';

/** How long after a settlement the banks that may take it back are asked once more, in seconds. */
const REVERSAL_WATCH_SECONDS = 6 * 60;

/** How long after a refund was sent the bank's confirmation is looked for, in seconds. */
export const CONFIRMATION_SECONDS = 24 * 60 * 60;

/** Whether the buyer is meant to pay this attempt: the payment waits, and no newer attempt or cash took its place. */
export function isWanted(
  payment: Pick<Payment, 'status' | 'method'>,
  attempt: Pick<PaymentAttempt, 'key' | 'method' | 'part' | 'disownedAt'>,
  latest: Pick<PaymentAttempt, 'key'> | undefined,
): boolean {
  const isWaiting = payment.status === 'STARTING' || payment.status === 'PENDING';
  if (!isWaiting || attempt.disownedAt !== null || attempt.key !== latest?.key) return false;
  return payment.method === (attempt.part === null ? attempt.method : 'CASH');
}

/**
 * Applies what the provider answered about a charge, once: under the lock of the payment (and of its reference before it), so
 * that the same answer, a late one, or one out of order changes nothing more. An answer whose sum, currency or ids differ from
 * ours changes nothing at all and becomes a task for the curator.
 */
export async function applyState(ctx: Context, attemptKey: string, state: ProviderState): Promise<void> {
  const { paymentKey } = await ctx.em.fork().findOneOrFail(PaymentAttempt, { key: attemptKey });
  await inTransaction(ctx, async (tx) => {
    const locked = await lockFromBelow(tx, paymentKey);
    const attempt = locked.attempts.find((each) => each.key === attemptKey);
    if (!attempt) throw new Error(`attempt ${attemptKey} is gone`);
    const mismatch = mismatchOf(attempt, state);
    if (mismatch) return reportMismatch(tx, locked.payment, attempt, mismatch);
    await apply(tx, locked, attempt, state);
  });
}

async function apply(tx: Tx, locked: LockedPayment, attempt: PaymentAttempt, state: ProviderState): Promise<void> {
  const { payment, attempts } = locked;
  const before = attempt.status;
  const { canBeReversed } = METHOD_LIMITS[attempt.method];
  const isNews = attempt.providerTransactionId === null || attempt.disownedAt === null;
  attempt.providerTransactionId = state.transactionId;
  attempt.lastAnswer = state.answer;
  attempt.instructions = joinInstructions(attempt.instructions, state.instructions);
  attempt.status = reduceStatus(before, AttemptStatus[state.status], canBeReversed);
  // A charge that came through after it was given up is alive at the provider: it must not stay payable. Told once: the job tries on by itself.
  const wanted = isWanted(payment, attempt, attempts.at(-1));
  if (state.status === 'PENDING' && isNews && !wanted) await disown(tx, payment, attempt);
  if (attempt.status === 'PENDING' && wanted && isWithoutLink(tx, locked, attempt, before))
    await giveUpCharge(tx, locked, attempt);

  if (!isSettled(before) && isSettled(attempt.status)) {
    await settleAttempt(tx, locked, attempt);
  } else if (attempt.status !== before) {
    await followUnpaid(tx, locked, attempt);
  }
  if (isSettled(before) && attempt.status === 'REVERSED') await reverseAttempt(tx, locked, attempt);
  if (state.isPartlyDisputed) await reportDispute(tx, payment, attempt);
  // Nothing was sent back of a charge without money until now: most answers are about such.
  const mayHaveRefunds = state.refunds.length > 0 || isSettled(before);
  const awaitsBank = mayHaveRefunds && (await reconcileRefunds(tx, payment, attempt, state.refunds));
  if (OPEN_ATTEMPTS.includes(attempt.status)) return;
  const now = tx.context.clock.now().getTime();
  attempt.nextAskAt = awaitsBank ? new Date(now + CONFIRMATION_SECONDS * 1000) : reversalLook(attempt, now);
}

/** When a bank that may take the money back is asked once more; null when it cannot, or was asked late enough: an earlier answer says nothing of what comes. */
function reversalLook({ method, status, settledAt }: PaymentAttempt, now: number): Date | null {
  if (!METHOD_LIMITS[method].canBeReversed || !isSettled(status) || !settledAt) return null;
  const at = settledAt.getTime() + REVERSAL_WATCH_SECONDS * 1000;
  return at > now ? new Date(at) : null;
}

/**
 * Applies that the provider, asked about a charge whose money came, knows none: refunds of it that it took on become tasks. Else nothing
 * changes; what it means for the order is told by the comparison of books.
 */
export async function applyAbsence(ctx: Context, { key, paymentKey }: PaymentAttempt): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { payment, attempts } = await lockFromBelow(tx, paymentKey);
    const attempt = attempts.find((each) => each.key === key);
    if (attempt && isSettled(attempt.status)) await reconcileRefunds(tx, payment, attempt, []);
  });
}

/** What a change of an unpaid attempt means for the payment, as long as it is the one that the buyer is meant to pay: cash can still come for a part. */
async function followUnpaid(tx: Tx, locked: LockedPayment, attempt: PaymentAttempt): Promise<void> {
  const { payment, attempts } = locked;
  if (!OPEN_ATTEMPTS.includes(attempt.status)) await chargeAnew(tx, locked, attempt);
  if (attempt.part !== null || !isWanted(payment, attempt, attempts.at(-1))) return;
  if (attempt.status === 'PENDING' && mayMove(payment.status, 'charge')) await movePayment(tx, payment, 'charge');
  if (attempt.status === 'DENIED') await movePayment(tx, payment, 'deny');
  if (attempt.status === 'EXPIRED') await movePayment(tx, payment, 'expire');
  if (attempt.status === 'CANCELLED') await movePayment(tx, payment, 'cancel');
}

/** Names the task about a charge of which the provider tells another sum than ours, both in whole rupiah. */
export function sumTaskOnce(attemptKey: string, theirs: Rupiah, ours: Rupiah): string {
  return mismatchOnce(attemptKey, sumsDiffer(theirs, ours));
}

function mismatchOnce(attemptKey: string, mismatch: string): string {
  return `payment-mismatch:${attemptKey}:${mismatch}`;
}

function sumsDiffer(theirs: Rupiah, ours: Rupiah): string {
  return `amount ${theirs}, ours ${ours}`;
}

function mismatchOf(attempt: PaymentAttempt, state: ProviderState): string | null {
  const { providerTransactionId, providerOrderId, amount } = attempt;
  if (state.providerOrderId !== providerOrderId) return `order ${state.providerOrderId}, ours ${providerOrderId}`;
  if (providerTransactionId !== null && state.transactionId !== providerTransactionId)
    return `transaction ${state.transactionId}, ours ${providerTransactionId}`;
  if (state.amount !== amount) return sumsDiffer(state.amount, amount);
  return state.currency === 'IDR' ? null : `currency ${state.currency}`;
}

async function reportMismatch(tx: Tx, payment: Payment, attempt: PaymentAttempt, mismatch: string): Promise<void> {
  tx.context.log.error({ attemptKey: attempt.key, mismatch }, 'the payment provider tells other figures than ours');
  await openTask(tx, {
    kind: 'PAYMENT_MISMATCH',
    title: `Pembayaran ${payment.orderCode}: angka berbeda`,
    detail: `Midtrans ${attempt.providerOrderId}: ${mismatch}. Periksa di dasbor Midtrans; tidak ada yang diubah.`,
    amount: attempt.amount,
    subject: { paymentKey: payment.key, orderKey: payment.reference, attemptKey: attempt.key },
    once: mismatchOnce(attempt.key, mismatch),
  });
}
