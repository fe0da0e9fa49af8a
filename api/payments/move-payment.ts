import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database/transaction.ts';
import type { Payment } from './payment.ts';

/** Locks the payment of a reference whose row the caller has locked already; null when there is none. */
export async function lockPayment(_tx: Tx, _reference: string): Promise<Payment | null> {
  throw new Error('written next');
}

/**
 * Calls a locked, unpaid payment off; a job calls the charge off at the provider. Tells PaymentCancelled. Does nothing to one that is over; a payment that is PAID is left alone (answers false: the caller refunds instead).
 */
export async function cancelPayment(_tx: Tx, _payment: Payment): Promise<boolean> {
  throw new Error('written next');
}

/** Marks a locked, unpaid payment as expired after the provider was asked (`refreshPayment`); a job expires the charge there. Tells PaymentExpired; false when it was not waiting any more. */
export async function expirePayment(_tx: Tx, _payment: Payment): Promise<boolean> {
  throw new Error('written next');
}

/** Asks the provider for the state of all open attempts of a payment and applies the answers, outside any transaction of the caller. Answers false when the provider could not be reached. */
export async function refreshPayment(_ctx: Context, _paymentKey: string): Promise<boolean> {
  throw new Error('written next');
}
