import type { Evidence } from './evidence.ts';

const OVER = `
  select o.code, p.paid_total::text as paid, sum(r.amount)::text as refunds
    from refund r join payment p on p.id = r.payment_id left join orders o on o.id = p.reference
   where r.status <> 'FAILED' group by o.code, p.id, p.paid_total having sum(r.amount) > p.paid_total`;

const LINES = `
  select p.code || ', line ' || l.position as code, l.refunded_total || ' for ' || l.refunded_quantity as refunds,
         l.total - l.discount || ' for ' || l.quantity as paid
    from order_line l join parcel p on p.id = l.parcel_id
   where l.refunded_total > l.total - l.discount or l.refunded_quantity > l.quantity`;

const PARCELS = `
  select code, refund_due::text as refunds, total::text as paid from parcel where refund_due > total
  union all select code, refunded_total::text, total::text from orders where refunded_total > refund_due_total or refund_due_total > total`;

/** A refund is told in five places: lines, refunds of the parcel, parcel, order, payment. All of them say the same. */
const DIFFER = `
  with said as (
    select parcel_id, sum(amount) as amount, count(*) as number, sum(goods_total) as goods from parcel_refund group by parcel_id
  ), lines as (
    select parcel_id, sum(refunded_total) as goods from order_line group by parcel_id
  ), sent as (
    select p.reference as order_id, split_part(r.effect, ':', 1) as kind, split_part(r.effect, ':', 2) as key, p.status, sum(r.amount) as amount,
           coalesce(sum(r.amount) filter (where r.status in ('SENT', 'DONE')), 0) as gone
      from refund r join payment p on p.id = r.payment_id where r.effect ~ '^(parcel|late):' and r.status <> 'FAILED' group by 1, 2, 3, 4
  )
  select p.code, 'its refunds' as one, coalesce(s.amount, 0)::text as first, 'the parcel' as other, p.refund_due::text as second
    from parcel p left join said s on s.parcel_id = p.id
   where coalesce(s.amount, 0) <> p.refund_due or coalesce(s.number, 0) <> p.refund_count
  union all
  select p.code, 'its refunds of goods', coalesce(s.goods, 0)::text, 'its lines', l.goods::text
    from parcel p join lines l on l.parcel_id = p.id left join said s on s.parcel_id = p.id where coalesce(s.goods, 0) <> l.goods
  union all
  select p.code, 'the parcel', p.refund_due::text, 'the payment', coalesce(sent.amount, 0)::text
    from parcel p join payment pay on pay.reference = p.order_id left join sent on sent.key = p.id::text
   where pay.status <> 'REVERSED' and p.refund_due <> coalesce(sent.amount, 0)
  union all
  select o.code, 'the order', o.refund_due_total::text, 'what goes back', sum(sent.amount)::text
    from orders o join sent on sent.order_id = o.id
   where o.payment_status <> 'REVERSED' group by o.id having o.refund_due_total <> sum(sent.amount)
  union all
  select o.code, 'the order', o.refunded_total::text, 'what went back', coalesce(sum(sent.gone), 0)::text
    from orders o left join sent on sent.order_id = o.id
   group by o.id having o.refunded_total <> coalesce(sum(sent.gone), 0)`;

interface Sums {
  readonly code: string;
  readonly paid: string;
  readonly refunds: string;
}

/**
 * I6: refunds never exceed what was paid, by order, parcel and line, here and at the provider; each refund key is sent once, and every place that
 * tells of a refund tells the same.
 */
export async function refundsWithinPaid({ rows, charges }: Evidence): Promise<string[]> {
  const over = [...(await rows<Sums>(OVER)), ...(await rows<Sums>(PARCELS)), ...(await rows<Sums>(LINES))];
  const differ = await rows<{ code: string; one: string; first: string; other: string; second: string }>(DIFFER);
  const atProvider = charges.flatMap(({ orderId, grossAmount, refunds }) => {
    const sum = refunds.reduce((total, { amount }) => total + amount, 0);
    const keys = new Set(refunds.map(({ key }) => key));
    return [
      ...(sum > grossAmount ? [`${orderId}: the provider sent ${sum} of ${grossAmount} back`] : []),
      ...(keys.size < refunds.length ? [`${orderId}: a refund was sent twice`] : []),
    ];
  });
  return [
    ...over.map(({ code, paid, refunds }) => `${code}: ${refunds} refunded of ${paid}`),
    ...differ.map(({ code, one, first, other, second }) => `${code}: ${one} say ${first}, ${other} says ${second}`),
    ...atProvider,
  ];
}
