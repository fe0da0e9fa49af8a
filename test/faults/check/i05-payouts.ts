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

/** Money of sales that was let go while somebody complained. */
const LET_GO = `
  select p.code as what, 'is released, its dispute is ' || d.status as why from parcel p join dispute d on d.parcel_id = p.id
   where d.status in ('OPEN', 'OFFERED', 'ESCALATED')
     and exists (select from ledger_transaction t where t.effect = 'released:' || p.id)`;

/** Disputes that say other than the refunds of their parcels. */
const DISPUTES = `
  select 'dispute ' || d.id as what, 'says ' || coalesce(d.refunded, 0) || ', refunded are ' || coalesce(sum(r.amount), 0) as why
    from dispute d left join parcel_refund r on r.parcel_id = d.parcel_id and r.kind = 'DISPUTE'
   group by d.id having coalesce(d.refunded, 0) <> coalesce(sum(r.amount), 0)`;

/** I5: payouts are booked once each as they stand, complaints as their refunds; nothing is let go while somebody complains (what is let go: i05-held.ts). */
export async function payoutsAreBooked({ rows }: Evidence): Promise<string[]> {
  const found: { what: string; why: string }[] = [];
  for (const text of [MISPLACED, LET_GO, DISPUTES]) found.push(...(await rows<{ what: string; why: string }>(text)));
  const [way] = await rows<{ booked: string; waiting: string }>(ON_ITS_WAY);
  return [
    ...found.map(({ what, why }) => `${what} ${why}`),
    ...(way?.booked === way?.waiting
      ? []
      : [`${way?.booked} are on their way by the ledger, payouts of ${way?.waiting} wait`]),
  ];
}
