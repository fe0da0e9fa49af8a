import { wasPaid } from '../../../simulators/midtrans/transaction.ts';
import type { Evidence } from './evidence.ts';

const UNBALANCED = `
  select t.effect, coalesce(sum(l.amount), 0)::bigint::text as sum, count(l.id)::int as lines
    from ledger_transaction t left join ledger_line l on l.transaction_id = t.id
   group by t.id, t.effect having coalesce(sum(l.amount), 0) <> 0 or count(l.id) <> t.line_count`;

const TWICE = `select effect, count(*)::int as times from ledger_transaction group by effect having count(*) > 1`;

/** Counted by PostgreSQL since it last recovered. */
const CHANGED = `
  select relname, n_tup_upd::int as updated, n_tup_del::int as deleted from pg_stat_user_tables
   where relname in ('ledger_account', 'ledger_transaction', 'ledger_line') and n_tup_upd + n_tup_del > 0`;

const PAID_WITHOUT = `
  select o.code, o.payment_status as status from orders o join payment p on p.reference = o.id
   where o.payment_method <> 'CASH' and o.payment_status in ('PAID', 'PARTLY_REFUNDED', 'REFUNDED', 'REFUND_DUE')
     and not exists (select from ledger_transaction t where t.effect = 'paid:' || p.id)`;

const THROUGH_PROVIDER = `
  select coalesce(sum(l.amount) filter (where t.effect ~ '^(paid|overpaid):'), 0)::bigint::text as received,
         coalesce(-sum(l.amount) filter (where t.effect ~ '^refund-sent:'), 0)::bigint::text as sent,
         coalesce(-sum(l.amount) filter (where t.effect ~ '^reversed' and a.kind = 'PROVIDER_CLEARING'), 0)::bigint::text as taken
    from ledger_line l join ledger_transaction t on t.id = l.transaction_id join ledger_account a on a.id = l.account_id
   where a.kind in ('PROVIDER_CLEARING', 'PROVIDER_FEE')`;

/** Charges that the provider took and gave up again, as a chargeback or denied, before we heard of either: they were never money here. */
const NEVER_SEEN = `
  select provider_order_id as id from payment_attempt where status in ('REVERSED', 'DENIED') and settled_at is null`;

/** Charges that were settled and taken back, by payment, and what the ledger says was taken back of it, under its key or that of a charge. */
const TAKEN_BACK = `
  with booked as (
    select t.effect, -sum(l.amount) as amount from ledger_transaction t join ledger_line l on l.transaction_id = t.id
      join ledger_account a on a.id = l.account_id and a.kind = 'PROVIDER_CLEARING'
     where t.effect ~ '^reversed' group by t.effect
  )
  select p.order_code as code, coalesce(sum(a.settled_amount) filter (where a.status = 'REVERSED'), 0)::text as taken,
         coalesce((select sum(b.amount) from booked b
                    where strpos(b.effect, p.id::text) > 0 or exists (
                      select from payment_attempt c where c.payment_id = p.id and strpos(b.effect, c.id::text) > 0)), 0)::text as booked
    from payment p join payment_attempt a on a.payment_id = p.id group by p.id`;

/** Refunds of a parcel and their bookings, which bear the same number: each has the other, over the same sum. */
const REFUND_UNBOOKED = `
  select p.code || ', refund ' || r.number as what, r.amount::text as promised, coalesce(-l.amount, 0)::text as booked
    from parcel_refund r join parcel p on p.id = r.parcel_id
    left join ledger_transaction t on t.effect = 'refund:' || r.parcel_id || ':' || r.number
    left join ledger_line l on l.transaction_id = t.id and l.account_id = (select id from ledger_account where kind = 'REFUND_DUE')
   where -l.amount is distinct from r.amount
  union all
  select t.effect, '0', 'something' from ledger_transaction t
   where t.effect like 'refund:%' and not exists (
     select from parcel_refund r where t.effect = 'refund:' || r.parcel_id || ':' || r.number)`;

/** What is owed to buyers, by the ledger and by the refunds that wait; one that a reversal called off is owed no more. */
const OWED = `
  select (select coalesce(-sum(l.amount), 0)::text from ledger_line l join ledger_account a on a.id = l.account_id
           where a.kind = 'REFUND_DUE') as booked,
         (select coalesce(sum(r.amount), 0)::text from refund r where r.status in ('DUE', 'TASK')) as waiting`;

/** Refunds that were called off while the provider was sending them: a person was told of each, and the ledger has none of them. */
const CALLED_OFF = `
  select r.refund_key as key from refund r join task t on t.once = 'refund-unknown:' || r.attempt_id || ':' || r.refund_key
   where r.status = 'FAILED' and t.done_at is null`;

/** What nobody may do to the ledger, not even the program. */
const REWRITES = ['update ledger_line set amount = amount', 'delete from ledger_transaction'];

/**
 * I5: every movement sums to zero and is written once, nothing was changed, the provider's money is booked as it holds it, and every refund as it
 * was promised.
 */
export async function ledgerIsSound({ rows, attempt, charges }: Evidence): Promise<string[]> {
  const off = await rows<{ effect: string; sum: string; lines: number }>(UNBALANCED);
  const twice = await rows<{ effect: string; times: number }>(TWICE);
  const changed = await rows<{ relname: string; updated: number; deleted: number }>(CHANGED);
  const without = await rows<{ code: string; status: string }>(PAID_WITHOUT);
  const [through] = await rows<{ received: string; sent: string; taken: string }>(THROUGH_PROVIDER);
  const reversed = await rows<{ code: string; taken: string; booked: string }>(TAKEN_BACK);
  const unbooked = await rows<{ what: string; promised: string; booked: string }>(REFUND_UNBOOKED);
  const [owed] = await rows<{ booked: string; waiting: string }>(OWED);
  const rewritten: string[] = [];
  for (const text of REWRITES) if ((await attempt(text)) === null) rewritten.push(`the program may ${text}`);
  const unseen = new Set((await rows<{ id: string }>(NEVER_SEEN)).map(({ id }) => id));
  const paid = charges.filter((charge) => charge.settledAt && (wasPaid(charge) || !unseen.has(charge.orderId)));
  const received = paid.reduce((sum, { grossAmount }) => sum + grossAmount, 0);
  const calledOff = new Set((await rows<{ key: string }>(CALLED_OFF)).map(({ key }) => key));
  const refunds = charges.filter(wasPaid).flatMap((charge) => charge.refunds.filter(({ key }) => !calledOff.has(key)));
  const sent = refunds.reduce((sum, { amount }) => sum + amount, 0);
  const taken = paid.filter((charge) => !wasPaid(charge)).reduce((sum, { grossAmount }) => sum + grossAmount, 0);
  return [
    ...rewritten,
    ...off.map(({ effect, sum, lines }) => `${effect} sums to ${sum} over ${lines} lines`),
    ...twice.map(({ effect, times }) => `${effect} is booked ${times} times`),
    ...changed.map(({ relname, updated, deleted }) => `${relname}: ${updated} rows changed, ${deleted} deleted`),
    ...unbooked.map(({ what, promised, booked }) => `${what}: ${promised} promised, ${booked} booked`),
    ...(owed?.booked === owed?.waiting
      ? []
      : [`${owed?.booked} are owed by the ledger, refunds of ${owed?.waiting} wait`]),
    ...without.map(({ code, status }) => `${code} is ${status} and not in the ledger`),
    ...(Number(through?.received) === received
      ? []
      : [`the provider got ${received}, the ledger says ${through?.received}`]),
    ...reversed.flatMap(({ code, taken: back, booked }) =>
      back === booked ? [] : [`${code}: ${back} were taken back, ${booked} are booked as reversed`],
    ),
    ...(Number(through?.taken) === taken
      ? []
      : [`the provider lost ${taken} to banks, the ledger says ${through?.taken}`]),
    ...(Number(through?.sent) === sent ? [] : [`the provider sent ${sent} back, the ledger says ${through?.sent}`]),
  ];
}
