import type { Tx } from '../platform/database/transaction.ts';
import type { Rupiah } from '../platform/money.ts';
import { disownOpen } from './call-off-payment.ts';
import { attemptsOf } from './lock-payment.ts';
import { movePayment } from './move-payment.ts';
import type { Payment } from './payment.ts';
import { OVERPAID, Refund } from './refund.ts';
import { followRefunds } from './refund-status.ts';

/** Cash that a point took for a payment by CASH. */
export interface CashTaken {
  readonly payment: Payment;
  /** What was taken now, in rupiah; 0 when nothing is due any more: the rest fell away, or was paid by QRIS at the counter. */
  readonly amount: Rupiah;
  /** What other live parcels of the order still have to bring, in rupiah; 0 makes the payment PAID. */
  readonly stillDue: Rupiah;
}

/**
 * Records cash taken at the counter, in the order's transaction, on a payment locked with `lockPayment`. A code that is shown there is
 * called off. Tells PaymentSettled when nothing is due any more. More than the payment's amount, what came twice left aside, or cash
 * for another method, is our fault and throws.
 */
export async function settleByCash(tx: Tx, { payment, amount, stillDue }: CashTaken): Promise<void> {
  const refunds = await tx.find(Refund, { paymentKey: payment.key }, { refresh: true });
  const twice = refunds.filter(({ effect, status }) => effect.startsWith(OVERPAID) && status !== 'FAILED');
  const total = payment.paidTotal + amount;
  const kept = twice.reduce((sum, refund) => sum - refund.amount, total);
  if (payment.method !== 'CASH' || payment.status !== 'PENDING')
    throw new Error(`payment ${payment.key} does not wait for cash`);
  if (amount < 0 || stillDue < 0 || kept + stillDue > payment.amount || kept === 0)
    throw new Error(`payment ${payment.key}: cash ${amount}, still due ${stillDue}, beyond ${payment.amount}`);
  payment.paidTotal = total;
  if (amount > 0) await disownOpen(tx, payment, await attemptsOf(tx, payment));
  if (stillDue > 0) return;
  await movePayment(tx, payment, 'settle', { amount: kept });
  // Of what was taken earlier, money may have gone back by now.
  await followRefunds(tx, payment, refunds);
}
