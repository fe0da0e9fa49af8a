import type { Evidence } from './evidence.ts';

const OVER = `
  select o.code, p.paid_total::text as paid, sum(r.amount)::text as refunds
    from refund r join payment p on p.id = r.payment_id left join orders o on o.id = p.reference
   where r.status <> 'FAILED' group by o.code, p.id, p.paid_total having sum(r.amount) > p.paid_total`;

const PARCELS = `
  select code, refund_due::text as refunds, total::text as paid from parcel where refund_due > total
  union all select code, refunded_total::text, total::text from orders where refunded_total > refund_due_total or refund_due_total > total`;

/** I6: refunds never exceed what was paid, by order and by parcel, here and at the provider; each refund key is sent once. */
export async function refundsWithinPaid({ rows, charges }: Evidence): Promise<string[]> {
  const over = [
    ...(await rows<{ code: string; paid: string; refunds: string }>(OVER)),
    ...(await rows<{ code: string; paid: string; refunds: string }>(PARCELS)),
  ];
  const atProvider = charges.flatMap(({ orderId, grossAmount, refunds }) => {
    const sum = refunds.reduce((total, { amount }) => total + amount, 0);
    const keys = new Set(refunds.map(({ key }) => key));
    return [
      ...(sum > grossAmount ? [`${orderId}: the provider sent ${sum} of ${grossAmount} back`] : []),
      ...(keys.size < refunds.length ? [`${orderId}: a refund was sent twice`] : []),
    ];
  });
  return [...over.map(({ code, paid, refunds }) => `${code}: ${refunds} refunded of ${paid}`), ...atProvider];
}
