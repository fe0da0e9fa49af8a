import { type Evidence, isPaid } from './evidence.ts';

const ORDERS = `
  select o.code, o.payment_status as status,
         (select count(*)::int from refund r join payment p on p.id = r.payment_id
           where p.reference = o.id and r.effect like 'overpaid:%' and r.status <> 'FAILED') as sent_back
    from orders o`;

/** I3: at most one charge of an order can be paid, none of one that is over; who paid twice gets it back. */
export async function oneLiveCharge({ rows, charges }: Evidence): Promise<string[]> {
  const orders = new Map(
    (await rows<{ code: string; status: string; sent_back: number }>(ORDERS)).map((order) => [order.code, order]),
  );
  const byOrder = Map.groupBy(charges, ({ orderId }) => orderId.replace(/-a\d+$/, ''));
  return [...byOrder].flatMap(([code, all]) => {
    const order = orders.get(code);
    if (!order) return [`${code} is charged at the provider and unknown to us`];
    const live = all.filter(({ status }) => status === 'pending').length;
    const paid = all.filter(isPaid).length;
    const found: string[] = [];
    if (live > (order.status === 'AWAITING' ? 1 : 0))
      found.push(`${code} is ${order.status} and has ${live} live charges`);
    if (paid > 1 + order.sent_back) found.push(`${code} was paid ${paid} times, ${order.sent_back} go back`);
    return found;
  });
}
