import type { Evidence } from './evidence.ts';

const WITHOUT_TIMER = `
  select o.code as what, 'is AWAITING without a timer' as why from orders o
   where o.payment_status = 'AWAITING' and not exists (
     select from timer t where t.order_id = o.id and t.kind = 'PAYMENT_DUE' and t.fired_at is null)
  union all
  select p.code, 'is ' || p.status || ' without a timer' from parcel p
    join (values ('WAITING', 'ANSWER_DUE'), ('ACCEPTED', 'DELIVERY_DUE'), ('PACKED', 'DELIVERY_DUE'), ('AT_POINT', 'HOLD_OVER')) as due(status, kind)
      on due.status = p.status
   where not exists (select from timer t where t.parcel_id = p.id and t.kind = due.kind and t.fired_at is null)
  union all
  select p.code, 'is UNCOLLECTED and no curator looks after it' from parcel p
   where p.status = 'UNCOLLECTED'
     and not exists (select from timer t where t.parcel_id = p.id and t.kind = 'UNCOLLECTED_LONG' and t.fired_at is null)
     and not exists (select from task where once = 'uncollected:' || p.id)
  union all
  select p.code, 'is collected and its money has no timer' from parcel p
   where p.status = 'COLLECTED' and not exists (select from timer t where t.parcel_id = p.id and t.kind = 'RELEASE_MONEY')
  union all
  select p.code, 'is complained about without a timer' from dispute d join parcel p on p.id = d.parcel_id
    join (values ('OPEN', 'DISPUTE_ANSWER_DUE'), ('OFFERED', 'DISPUTE_OFFER_DUE')) as due(status, kind) on due.status = d.status
   where not exists (select from timer t where t.parcel_id = p.id and t.kind = due.kind and t.fired_at is null)
  union all
  select p.code, 'is HELD, its order is ' || o.payment_status from parcel p join orders o on o.id = p.order_id
   where p.status = 'HELD' and o.payment_status <> 'AWAITING'`;

const ROOM = `
  select pp.name as what, 'has room for ' || pp.room_taken || ' taken, parcels there are ' || count(p.id) as why
    from pickup_point pp left join parcel p on p.pickup_point_id = pp.id
     and p.status in ('HELD', 'WAITING', 'ACCEPTED', 'PACKED', 'AT_POINT', 'UNCOLLECTED')
   group by pp.id having pp.room_taken <> count(p.id)`;

/** I10: nothing that is under way stands without a timer, and no room is held by nobody (stock: I4). */
export async function nothingWithoutTimer({ rows }: Evidence): Promise<string[]> {
  const found = [
    ...(await rows<{ what: string; why: string }>(WITHOUT_TIMER)),
    ...(await rows<{ what: string; why: string }>(ROOM)),
  ];
  return found.map(({ what, why }) => `${what} ${why}`);
}
