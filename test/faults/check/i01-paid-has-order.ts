import { wasPaid } from '../../../simulators/midtrans/transaction.ts';
import type { Evidence } from './evidence.ts';

interface Attempt {
  readonly provider_order_id: string;
  readonly attempt: string;
  readonly settled: number;
  readonly order_status: string | null;
  readonly total: number;
  readonly overpaid: 'goes back' | 'stays' | null;
  readonly late: string | null;
  readonly task: boolean;
}

/** A task excuses money alone that it is about: of this payment and, where it names one, this charge, and no less than it. */
const ATTEMPTS = `
  select a.provider_order_id, a.id as attempt, a.settled_amount::int as settled, o.payment_status as order_status, o.total::int as total,
         (select case when r.status <> 'FAILED' then 'goes back'
                      when exists (select from payment_attempt s where s.payment_id = p.id and s.status = 'REVERSED') then null
                      else 'stays' end from refund r where r.effect = 'overpaid:' || a.id) as overpaid,
         (select r.status from refund r where r.effect = 'late:' || o.id) as late,
         exists (select from task t where t.done_at is null and t.kind in ('PAYMENT_MISMATCH', 'RECONCILIATION', 'REFUND_BY_TRANSFER')
                    and t.subject->>'paymentKey' = p.id::text and coalesce(t.subject->>'attemptKey', a.id::text) = a.id::text
                    and t.amount >= a.amount) as task
    from payment_attempt a join payment p on p.id = a.payment_id left join orders o on o.id = p.reference`;

/** Where money of an order stands; an order that is due at the point may have one parcel paid there by QRIS. */
const HELD = new Set(['PAID', 'PARTLY_REFUNDED', 'REFUNDED', 'DUE_AT_POINT']);

/** I1: what the provider holds as paid belongs to one order that is paid or refunded, or a task or refund is under way for it. */
export async function paidHasOrder({ rows, charges }: Evidence): Promise<string[]> {
  const attempts = new Map((await rows<Attempt>(ATTEMPTS)).map((row) => [row.provider_order_id, row]));
  return charges.filter(wasPaid).flatMap(({ orderId, grossAmount }) => {
    const attempt = attempts.get(orderId);
    if (!attempt?.order_status) return [`${orderId} is paid at the provider and unknown to us`];
    const { settled, overpaid, late, order_status: status, task } = attempt;
    if (task) return [];
    if (settled !== grossAmount)
      return [`${orderId}: ${grossAmount} paid at the provider, ${settled} settled here, order ${status}`];
    // One whose way back was called off pays in the place of one that a bank took back.
    if (overpaid) return overpaid === 'stays' ? [`${orderId} was paid twice and its refund failed`] : [];
    if (HELD.has(status) || (status === 'REFUND_DUE' && late !== null && late !== 'FAILED')) return [];
    return [`${orderId} is paid at the provider, its order is ${status}`];
  });
}
