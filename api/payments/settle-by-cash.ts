import type { Tx } from '../platform/database/transaction.ts';
import type { Rupiah } from '../platform/money.ts';
import { movePayment } from './move-payment.ts';
import type { Payment } from './payment.ts';
import { Refund } from './refund.ts';
import { followRefunds } from './refund-status.ts';

/** Cash that a point took for a payment by CASH. */
export interface CashTaken {
  readonly payment: Payment;
  /** What was taken now, in rupiah; 0 when the last parcel that was still due fell away. */
  readonly amount: Rupiah;
  /** What other live parcels of the order still have to bring, in rupiah; 0 makes the payment PAID. */
  readonly stillDue: Rupiah;
}

/**
 * Records cash taken at the counter, in the order's transaction, on a payment locked with `lockPayment`. Tells PaymentSettled
 * when nothing is due any more. More cash than the payment's amount, or cash for another method, is our fault and throws.
 */
export async function settleByCash(tx: Tx, { payment, amount, stillDue }: CashTaken): Promise<void> {
  const total = payment.paidTotal + amount;
  if (payment.method !== 'CASH' || payment.status !== 'PENDING')
    throw new Error(`payment ${payment.key} does not wait for cash`);
  if (amount < 0 || stillDue < 0 || total + stillDue > payment.amount || total === 0)
    throw new Error(`payment ${payment.key}: cash ${amount}, still due ${stillDue}, beyond ${payment.amount}`);
  payment.paidTotal = total;
  if (stillDue > 0) return;
  await movePayment(tx, payment, 'settle', { amount: total });
  // Of what was taken earlier, money may have gone back by now.
  await followRefunds(tx, payment, await tx.find(Refund, { paymentKey: payment.key }, { refresh: true }));
}
