import type { Evidence } from './evidence.ts';

/** Payouts whose money is not where their status says: set aside, gone, or back. */
const MISPLACED = `
  with booked as (
    select p.id, p.status,
           exists (select from ledger_transaction t where t.effect = 'payout:' || p.id) as aside,
           exists (select from ledger_transaction t where t.effect = 'payout-paid:' || p.id) as gone,
           exists (select from ledger_transaction t where t.effect = 'payout-back:' || p.id) as back
      from payout p)
  select 'payout ' || id as what, status as why from booked
   where not aside or gone and status not in ('PAID', 'RETURNED') or not gone and status = 'PAID'
      or back <> (status in ('FAILED', 'RETURNED'))`;

/** What is on its way to owners, by the ledger and by the payouts that are under way. */
const ON_ITS_WAY = `
  select (select coalesce(-sum(l.amount), 0)::text from ledger_line l join ledger_account a on a.id = l.account_id
           where a.kind = 'PAYOUT_IN_TRANSIT') as booked,
         (select coalesce(sum(amount), 0)::text from payout where status in ('REQUESTED', 'IN_BATCH')) as waiting`;

/** Money of sales that was let go while somebody complained, or is held although nobody does any more. */
const HELD = `
  select p.code as what, 'is released, its dispute is ' || d.status as why from parcel p join dispute d on d.parcel_id = p.id
   where d.status in ('OPEN', 'OFFERED', 'ESCALATED')
     and exists (select from ledger_transaction t where t.effect = 'released:' || p.id)
  union all
  select p.code, 'is past complaint, its money is held' from parcel p join orders o on o.id = p.order_id
   where p.status = 'COLLECTED' and p.refund_due = 0 and o.payment_status <> 'REVERSED'
     and exists (select from timer t where t.parcel_id = p.id and t.kind = 'RELEASE_MONEY' and t.fired_at is not null)
     and not exists (select from dispute d where d.parcel_id = p.id and d.status in ('OPEN', 'OFFERED', 'ESCALATED'))
     and not exists (select from ledger_transaction t where t.effect = 'released:' || p.id)`;

/** Money that is held for somebody of whose parcels none is under way or within the time for complaints. */
const HELD_FOR_NOTHING = `
  select a.kind || ':' || a.owner_id as what, 'holds ' || -sum(l.amount) || ' of no parcel' as why
    from ledger_account a join ledger_line l on l.account_id = a.id
   where a.kind in ('SELLER_HELD', 'POINT_HELD', 'COMMUNITY_HELD') and not exists (
     select from parcel p join orders o on o.id = p.order_id
      where a.owner_id in (p.seller_id, p.pickup_point_id, o.community_id)
        and p.status not in ('CANCELLED', 'REJECTED', 'LAPSED', 'RETURNED')
        and (p.status not in ('COLLECTED', 'LOST')
          or exists (select from timer t where t.parcel_id = p.id and t.kind = 'RELEASE_MONEY' and t.fired_at is null)
          or exists (select from dispute d where d.parcel_id = p.id and d.status in ('OPEN', 'OFFERED', 'ESCALATED'))))
   group by a.id having sum(l.amount) <> 0`;

/** Disputes that say other than the refunds of their parcels. */
const DISPUTES = `
  select 'dispute ' || d.id as what, 'says ' || coalesce(d.refunded, 0) || ', refunded are ' || coalesce(sum(r.amount), 0) as why
    from dispute d left join parcel_refund r on r.parcel_id = d.parcel_id and r.kind = 'DISPUTE'
   group by d.id having coalesce(d.refunded, 0) <> coalesce(sum(r.amount), 0)`;

/** I5: payouts are booked once each as they stand; the money of shops, points and communities is held as long as somebody may complain, and no longer. */
export async function payoutsAreBooked({ rows }: Evidence): Promise<string[]> {
  const found: { what: string; why: string }[] = [];
  for (const text of [MISPLACED, HELD, HELD_FOR_NOTHING, DISPUTES])
    found.push(...(await rows<{ what: string; why: string }>(text)));
  const [way] = await rows<{ booked: string; waiting: string }>(ON_ITS_WAY);
  return [
    ...found.map(({ what, why }) => `${what} ${why}`),
    ...(way?.booked === way?.waiting
      ? []
      : [`${way?.booked} are on their way by the ledger, payouts of ${way?.waiting} wait`]),
  ];
}
