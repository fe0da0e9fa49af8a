import type { Tx } from '../platform/database/transaction.ts';
import { appendEvent } from '../platform/jobs/events.ts';
import type { Payment } from './payment.ts';
import { PAYMENT_MOVES, type PaymentMove, type PaymentStatus } from './payment-status.ts';

/** Whether the table lets a payment in this status make this move. */
export function mayMove(status: PaymentStatus, name: keyof typeof PAYMENT_MOVES): boolean {
  const move: PaymentMove = PAYMENT_MOVES[name];
  return move.from.includes(status);
}

/**
 * Moves a locked payment by a row of PAYMENT_MOVES, and tells the row's event, whose listeners change the order in this
 * transaction. Nothing else writes a payment's status. A move that is not in the table is our fault and throws.
 */
export async function movePayment(
  tx: Tx,
  payment: Payment,
  name: keyof typeof PAYMENT_MOVES,
  facts: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const move: PaymentMove = PAYMENT_MOVES[name];
  if (!mayMove(payment.status, name)) throw new Error(`payment ${payment.key} cannot ${name} from ${payment.status}`);
  payment.status = move.to;
  if (move.to === 'PAID') payment.paidAt = tx.context.clock.now();
  if (move.event === null) return;
  const subject = { paymentKey: payment.key, reference: payment.reference };
  await appendEvent(tx, move.event, subject, { amount: payment.amount, method: payment.method, ...facts });
}
