import { LockMode } from '@mikro-orm/postgresql';
import type { Tx } from '../platform/database/transaction.ts';
import { Payment } from './payment.ts';
import { PaymentAttempt } from './payment-attempt.ts';

/** Locks the payment of a reference whose row the caller has locked already; null when there is none. */
export async function lockPayment(tx: Tx, reference: string): Promise<Payment | null> {
  return tx.findOne(Payment, { reference }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
}

/** A locked payment with all its attempts, oldest first. What is locked is the payment; attempts change under its lock only. */
export interface LockedPayment {
  readonly payment: Payment;
  readonly attempts: readonly PaymentAttempt[];
}

/** Locks a payment where no caller has locked its order: the reference first, as the order of locks wants. */
export async function lockFromBelow(tx: Tx, paymentKey: string): Promise<LockedPayment> {
  const { reference } = await tx.findOneOrFail(Payment, { key: paymentKey }, { fields: ['reference'] });
  await tx.context.paymentReferences.lock(tx, reference);
  const payment = await lockPayment(tx, reference);
  if (!payment) throw new Error(`payment ${paymentKey} is gone`);
  return { payment, attempts: await attemptsOf(tx, payment) };
}

/** The attempts of a payment, oldest first, as they are now. */
export async function attemptsOf(tx: Tx, payment: Payment): Promise<PaymentAttempt[]> {
  return tx.find(PaymentAttempt, { paymentKey: payment.key }, { orderBy: { number: 'asc' }, refresh: true });
}
