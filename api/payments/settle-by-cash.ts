import type { Tx } from '../platform/database/transaction.ts';
import type { Rupiah } from '../platform/money.ts';
import type { Payment } from './payment.ts';

/** Cash that a point took for a payment by CASH. */
export interface CashTaken {
  readonly payment: Payment;
  /** What was taken now, in rupiah, above 0. */
  readonly amount: Rupiah;
  /** What other live parcels of the order still have to bring, in rupiah; 0 makes the payment PAID. */
  readonly stillDue: Rupiah;
}

/**
 * Records cash taken at the counter, in the order's transaction, on a payment locked with `lockPayment`. Tells PaymentSettled
 * when nothing is due any more. Cash never exceeds the amount of the payment: that is our fault and throws.
 */
export async function settleByCash(_tx: Tx, _taken: CashTaken): Promise<void> {
  throw new Error('written next');
}
