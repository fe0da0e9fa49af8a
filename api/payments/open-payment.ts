import type { Step } from '../platform/database/steps.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { appendEvent } from '../platform/jobs/events.ts';
import type { Rupiah } from '../platform/money.ts';
import { refuse } from '../platform/refusal.ts';
import { disownOpen } from './call-off-payment.ts';
import { attemptsOf } from './lock-payment.ts';
import { offerOf } from './method-offers.ts';
import { mayMove, movePayment } from './move-payment.ts';
import { Payment, type PaymentItem } from './payment.ts';
import { PaymentAttempt } from './payment-attempt.ts';
import { METHOD_LIMITS, type PaymentMethod } from './payment-method.ts';
import { writingPayment } from './write-payment.ts';

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

/** How soon a charge whose job got lost is asked for, in seconds. */
const ASK_AFTER_SECONDS = 20;

/** A payment that is about to be opened. */
export interface Opening {
  readonly payment: Payment;
  /** Writes it; run it in the transaction, after the order it is for. */
  readonly step: Step;
}

/**
 * Opens the payment of an order in the order's own transaction, whose event is recorded here and whose rows its step writes: a caller runs it. CASH waits for the counter; for the others the event
 * PaymentOpened causes the job that asks the provider for instructions, right after the commit.
 * Refuses METHOD_UNAVAILABLE (field paymentMethod) when the method is not offered or its limits exclude the sum.
 */
export async function openPayment(tx: Tx, { deadline, method, items, ...opened }: NewPayment): Promise<Opening> {
  refuseUnavailable(tx, method, opened.amount);
  const payment = Object.assign(new Payment(), opened, {
    method,
    items: [...items],
    deadline,
    status: method === 'CASH' ? 'PENDING' : 'STARTING',
    createdAt: tx.context.clock.now(),
  } as const);
  const attempt = method === 'CASH' ? null : attemptOf(tx, payment, 1, payment);
  if (attempt) await tellOpened(tx, payment, attempt);
  return { payment, step: writingPayment(tx, payment, attempt) };
}

/** When a payment by this method has to be made at the latest; null for cash. */
export function payBy(method: PaymentMethod, now: Date): Date | null {
  const { secondsToPay } = METHOD_LIMITS[method];
  return secondsToPay === null ? null : new Date(now.getTime() + secondsToPay * 1000);
}

/**
 * Takes another method for a locked payment that is not paid yet, in the order's transaction: the old charge is called off at
 * the provider by a job, a new attempt is charged. Refuses METHOD_UNAVAILABLE, and NOT_PAYABLE when it is paid or over.
 */
export async function switchMethod(
  tx: Tx,
  payment: Payment,
  method: PaymentMethod,
  deadline: Date | null,
): Promise<void> {
  refuseUnavailable(tx, method, payment.amount);
  if (!mayMove(payment.status, 'restart') || payment.paidTotal > 0) refuse('NOT_PAYABLE', ['paymentMethod']);
  const earlier = await attemptsOf(tx, payment);
  payment.method = method;
  payment.deadline = deadline;
  await movePayment(tx, payment, 'restart');
  await disownOpen(tx, payment, earlier);
  await addAttempt(tx, payment, (earlier.at(-1)?.number ?? 0) + 1, payment);
}

/** What an attempt charges and how; a payment itself where it charges all of it. */
interface Charged {
  readonly method: PaymentMethod;
  readonly amount: Rupiah;
  readonly deadline: Date | null;
  readonly part?: PaymentItem[];
}

/** Adds an attempt of this number to a locked payment; the event PaymentOpened has it charged after the commit. */
export async function addAttempt(tx: Tx, payment: Payment, number: number, charged: Charged): Promise<void> {
  const attempt = attemptOf(tx, payment, number, charged);
  await tx.persist(attempt).flush();
  await tellOpened(tx, payment, attempt);
}

function attemptOf(tx: Tx, payment: Payment, number: number, charged: Charged): PaymentAttempt {
  const { key, orderCode } = payment;
  const { amount, method, deadline, part = null } = charged;
  if (deadline === null) throw new Error(`payment ${key} by ${method} has no deadline`);
  const now = tx.context.clock.now();
  return Object.assign(new PaymentAttempt(), {
    paymentKey: key,
    number,
    providerOrderId: `${orderCode}-a${number}`,
    method,
    amount,
    part,
    deadline,
    createdAt: now,
    nextAskAt: new Date(now.getTime() + ASK_AFTER_SECONDS * 1000),
  });
}

async function tellOpened(tx: Tx, payment: Payment, attempt: PaymentAttempt): Promise<void> {
  const subject = { paymentKey: payment.key, reference: payment.reference, attemptKey: attempt.key };
  await appendEvent(tx, 'PaymentOpened', subject, { amount: attempt.amount, method: attempt.method });
}

/** Refuses METHOD_UNAVAILABLE (field paymentMethod) when the method is not offered or cannot carry the sum. */
export function refuseUnavailable({ context }: Tx, method: PaymentMethod, amount: Rupiah): void {
  const { isAvailable, minimum, maximum } = offerOf(method, amount, context.paymentSettings);
  if (!isAvailable) refuse('METHOD_UNAVAILABLE', ['paymentMethod'], { method, minimum, maximum: maximum ?? 0 });
}
