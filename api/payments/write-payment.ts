import type { Step } from '../platform/database/steps.ts';
import type { Tx } from '../platform/database/transaction.ts';
import type { Payment } from './payment.ts';
import type { PaymentAttempt } from './payment-attempt.ts';

const WRITE = `
  with paid as (
    insert into payment (id, reference, order_code, payer_id, method, status, amount, paid_total, items, deadline, created_at)
    values ($1, $2, $3, $4, $5, $6, $7, 0, $8::jsonb, $9, $10) returning id
  )
  insert into payment_attempt (id, payment_id, number, provider_order_id, method, amount, settled_amount, status, deadline,
                               created_at, asks, next_ask_at)
  select $11::uuid, id, $12::int, $13, $5, $7, 0, $14, $9, $10, 0, $15::timestamptz from paid where $11::uuid is not null`;

/** Writes a new payment, and its first attempt where it has one, in one statement: this runs with every order. */
export function writingPayment(tx: Tx, payment: Payment, attempt: PaymentAttempt | null): Step {
  const { key, reference, orderCode, payerKey, method, status, amount, items, deadline, createdAt } = payment;
  const first = attempt ?? { key: null, number: null, providerOrderId: null, status: null, nextAskAt: null };
  return {
    text: WRITE,
    values: [
      ...[key, reference, orderCode, payerKey, method, status, amount, JSON.stringify(items), deadline, createdAt],
      ...[first.key, first.number, first.providerOrderId, first.status, first.nextAskAt],
    ],
    judge() {
      for (const row of attempt ? [payment, attempt] : [payment]) tx.merge(row);
    },
  };
}
