import type { Evidence } from './evidence.ts';

/** What banks took back of a payment, as the payment says and as its charges tell; `whole` leaves out charges for parts, whose money the order knows. */
const TOTALS = `
  select p.order_code as code, p.paid_total::text as paid, p.reversed_total::text as reversed,
         coalesce(sum(a.settled_amount) filter (where a.status = 'REVERSED'), 0)::text as taken,
         coalesce(sum(a.settled_amount) filter (where a.status = 'REVERSED' and a.part is null), 0)::text as whole,
         (select coalesce(sum(r.amount), 0)::text from refund r where r.payment_id = p.id and r.status <> 'FAILED') as refunds,
         (select coalesce(sum(r.amount), 0)::text from refund r where r.payment_id = p.id and r.status in ('SENT', 'DONE')) as gone
    from payment p join payment_attempt a on a.payment_id = p.id group by p.id`;

interface Totals {
  readonly code: string;
  readonly paid: string;
  readonly reversed: string;
  readonly taken: string;
  readonly whole: string;
  readonly refunds: string;
  readonly gone: string;
}

/** Money that came twice, of a charge that a bank took back: it is not sent back as well, unless it had gone by then. */
const SENT_AS_WELL = `
  select a.provider_order_id as what, r.amount || ' that the bank took back are ' || r.status || ' to go back to the buyer' as why
    from refund r join payment_attempt a on r.effect = 'overpaid:' || a.id
   where a.status = 'REVERSED' and r.status <> 'FAILED'
     and (r.sent_at is null or r.sent_at > coalesce(
       (select t.at from ledger_transaction t where t.effect = 'reversed:' || a.id),
       (select t.at from ledger_transaction t where t.effect = 'reversed:' || a.payment_id)))`;

/** One of several charges was taken back, and no person has heard of it. */
const UNTOLD = `
  select a.provider_order_id as what, 'was taken back by the bank while other money pays, and no task tells of it' as why
    from payment_attempt a join ledger_transaction t on t.effect = 'reversed:' || a.id
   where not exists (select from task where once = 'payment-reversed:' || a.id)`;

/**
 * I6: what a bank took back can be refunded no more: refunds and it never exceed what was paid, it is no more than the charges that were taken
 * back and no less than what of them had not gone back. What came twice does not go back twice, and a person hears of it.
 */
export async function reversedIsGone({ rows }: Evidence): Promise<string[]> {
  const totals = await rows<Totals>(TOTALS);
  const found: { what: string; why: string }[] = [];
  for (const text of [SENT_AS_WELL, UNTOLD]) found.push(...(await rows<{ what: string; why: string }>(text)));
  return [...totals.flatMap(ofPayment), ...found.map(({ what, why }) => `${what}: ${why}`)];
}

function ofPayment({ code, paid, reversed, taken, whole, refunds, gone }: Totals): string[] {
  const found: string[] = [];
  const lost = Number(reversed);
  if (Number(refunds) + lost > Number(paid))
    found.push(`${refunds} refunded and ${reversed} taken back by banks, of ${paid}`);
  if (lost > Number(taken)) found.push(`${reversed} are said to be taken back, charges say ${taken}`);
  if (lost < Number(whole) - Number(gone))
    found.push(`banks took ${whole} back, of which ${gone} had gone at most; ${reversed} are said to be lost`);
  return found.map((sentence) => `${code}: ${sentence}`);
}
