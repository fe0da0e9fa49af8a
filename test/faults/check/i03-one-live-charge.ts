import { wasPaid } from '../../../simulators/midtrans/transaction.ts';
import type { Evidence } from './evidence.ts';

const ORDERS = `
  select o.code, o.payment_status as status,
         (select count(*)::int from payment_attempt a join payment p on p.id = a.payment_id
           where p.reference = o.id and a.part is not null and a.settled_amount > 0) as parts,
         (select count(*)::int from refund r join payment p on p.id = r.payment_id
           where p.reference = o.id and r.effect like 'overpaid:%' and r.status <> 'FAILED') as sent_back
    from orders o`;

/** Orders of which one charge may be open: those due at the point may show a code there. */
const MAY_BE_PAID = new Set(['AWAITING', 'DUE_AT_POINT']);

/** I3: at most one charge of an order can be paid, none of one that is over; who paid twice gets it back. Parts are paid once each: see I5. */
export async function oneLiveCharge({ rows, charges }: Evidence): Promise<string[]> {
  const orders = new Map(
    (await rows<{ code: string; status: string; parts: number; sent_back: number }>(ORDERS)).map((order) => [
      order.code,
      order,
    ]),
  );
  const byOrder = Map.groupBy(charges, ({ orderId }) => orderId.replace(/-a\d+$/, ''));
  return [...byOrder].flatMap(([code, all]) => {
    const order = orders.get(code);
    if (!order) return [`${code} is charged at the provider and unknown to us`];
    const live = all.filter(({ status }) => status === 'pending').length;
    const paid = all.filter(wasPaid).length;
    const found: string[] = [];
    if (live > (MAY_BE_PAID.has(order.status) ? 1 : 0))
      found.push(`${code} is ${order.status} and has ${live} live charges`);
    if (paid > Math.max(1, order.parts) + order.sent_back)
      found.push(`${code} was paid ${paid} times, ${order.sent_back} go back`);
    return found;
  });
}
