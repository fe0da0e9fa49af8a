import type { Tx } from '../platform/database/transaction.ts';
import type { Rupiah } from '../platform/money.ts';
import type { Payment, PaymentItem } from './payment.ts';
import type { PaymentMethod } from './payment-method.ts';

/** What is to be paid. */
export interface NewPayment {
  /** Key of the order. */
  readonly reference: string;
  /** Its public code; ids at the provider begin with it. */
  readonly orderCode: string;
  /** Account that pays. */
  readonly payerKey: string;
  /** Whole rupiah, above 0. */
  readonly amount: Rupiah;
  readonly method: PaymentMethod;
  /** Until when it can be paid; null for CASH. `payBy(method, now)` gives the usual one. */
  readonly deadline: Date | null;
  /** What the sum consists of; prices times quantities add up to the amount. */
  readonly items: readonly PaymentItem[];
}

/**
 * Opens the payment of an order in the order's own transaction. For CASH it waits for the counter; otherwise the event
 * PaymentOpened causes the job that asks the provider for instructions, at once after the commit.
 * Refuses METHOD_UNAVAILABLE {reason} (field paymentMethod) when the method's limits exclude the sum.
 */
export async function openPayment(_tx: Tx, _opened: NewPayment): Promise<Payment> {
  throw new Error('written next');
}

/** When a payment by this method has to be made at the latest; null for cash. */
export function payBy(_method: PaymentMethod, _now: Date): Date | null {
  throw new Error('written next');
}

/**
 * Takes another method for a payment that is not paid yet, in the order's transaction: the old charge is called off at the
 * provider by a job, a new attempt is charged. Refuses METHOD_UNAVAILABLE {reason}, and NOT_PAYABLE when it is paid or over.
 */
export async function switchMethod(
  _tx: Tx,
  _payment: Payment,
  _method: PaymentMethod,
  _deadline: Date | null,
): Promise<void> {
  throw new Error('written next');
}
