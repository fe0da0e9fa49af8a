import { post } from '../ledger/index.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { appendEvent } from '../platform/jobs/events.ts';
import type { Rupiah } from '../platform/money.ts';
import { mayMove, movePayment } from './move-payment.ts';
import type { Payment } from './payment.ts';
import type { PAYMENT_MOVES } from './payment-status.ts';
import { OVERPAID, REFUND_MOVES, Refund, type RefundStatus } from './refund.ts';

const sumOf = (refunds: readonly Refund[]): Rupiah => refunds.reduce((sum, { amount }) => sum + amount, 0);

/** Moves a refund of a locked payment by REFUND_MOVES; nothing else writes its status. A move that is not there is our fault and throws. */
export function moveRefund(refund: Refund, to: RefundStatus): void {
  const allowed: readonly RefundStatus[] = REFUND_MOVES[refund.status];
  if (!allowed.includes(to)) throw new Error(`refund ${refund.key} does not go from ${refund.status} to ${to}`);
  refund.status = to;
}

/** Moves a locked payment to where its refunds, owed and sent, put it. Money that came twice and goes back, or that a bank took, does not count. */
export async function followRefunds(tx: Tx, payment: Payment, refunds: readonly Refund[]): Promise<void> {
  const promised = refunds.filter(({ status }) => status !== 'FAILED');
  const overpaid = promised.filter(({ effect }) => effect.startsWith(OVERPAID));
  const owed = promised.filter(({ effect }) => !effect.startsWith(OVERPAID));
  const sent = sumOf(owed.filter(({ status }) => status === 'SENT' || status === 'DONE'));
  const paid = payment.paidTotal - payment.reversedTotal - sumOf(overpaid);
  const move = moveFor(paid, sumOf(owed), sent);
  if (move && mayMove(payment.status, move)) await movePayment(tx, payment, move);
}

function moveFor(paid: Rupiah, owed: Rupiah, sent: Rupiah): keyof typeof PAYMENT_MOVES | null {
  if (sent > 0) return sent >= paid ? 'refundAll' : 'refundPart';
  return owed > 0 && owed >= paid ? 'oweRefund' : null;
}

/**
 * Records that a refund of a locked payment went out, once: SENT through the provider, DONE by the curator's transfer.
 * The ledger moves it from REFUND_DUE to where the money left. Tells RefundSent.
 */
export async function recordSent(tx: Tx, payment: Payment, refund: Refund, by: 'PROVIDER' | 'TRANSFER'): Promise<void> {
  const now = tx.context.clock.now();
  moveRefund(refund, by === 'PROVIDER' ? 'SENT' : 'DONE');
  refund.sentAt = now;
  refund.sentBy = by;
  if (by === 'TRANSFER') refund.doneAt = now;
  await tx.flush();
  await followRefunds(tx, payment, await tx.find(Refund, { paymentKey: payment.key }));
  const subject = { paymentKey: payment.key, reference: payment.reference, refundKey: refund.key };
  await appendEvent(tx, 'RefundSent', subject, { amount: refund.amount });
  await post(tx, {
    effect: `refund-sent:${refund.key}`,
    memo: by === 'PROVIDER' ? 'Refund sent by the provider' : 'Refund transferred by hand',
    lines: [
      { account: { kind: 'REFUND_DUE', ownerKey: null }, amount: refund.amount },
      { account: { kind: by === 'PROVIDER' ? 'PROVIDER_CLEARING' : 'BANK', ownerKey: null }, amount: -refund.amount },
    ],
  });
}
