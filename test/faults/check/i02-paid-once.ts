import { wasPaid } from '../../../simulators/midtrans/transaction.ts';
import type { Evidence } from './evidence.ts';

const PAID = `
  select o.code, o.total::int as total, o.payment_status as status,
         array(select a.provider_order_id from payment_attempt a
                where a.payment_id = p.id and a.settled_amount > 0 and a.status <> 'REVERSED'
                  and not exists (select from refund r where r.effect = 'overpaid:' || a.id and r.status <> 'FAILED')) as settled
    from orders o join payment p on p.reference = o.id
   where o.payment_method <> 'CASH' and o.payment_status in ('PAID', 'PARTLY_REFUNDED', 'REFUNDED', 'REFUND_DUE')
     and not (o.payment_status = 'REFUNDED' and exists (
       select from payment_attempt a join task t on t.once = 'payment-reversed:' || a.id
        where a.payment_id = p.id and a.status = 'REVERSED'))`;

/**
 * I2: every order shown as paid has exactly one paid transaction of exactly its total that no bank took back and that is not on its way back. One that was refunded before the bank took the money
 * back as well stays so, and a person is told.
 */
export async function paidOnce({ rows, charges }: Evidence): Promise<string[]> {
  const byId = new Map(charges.filter(wasPaid).map((charge) => [charge.orderId, charge]));
  const orders = await rows<{ code: string; total: number; status: string; settled: string[] }>(PAID);
  return orders.flatMap(({ code, total, status, settled }) => {
    const amounts = settled.map((id) => byId.get(id)?.grossAmount ?? 0);
    const isRight = amounts.length === 1 && amounts[0] === total;
    return isRight ? [] : [`${code} is ${status} over ${total}, paid by ${JSON.stringify(amounts)}`];
  });
}
