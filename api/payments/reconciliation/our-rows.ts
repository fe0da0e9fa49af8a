import type { Context } from '../../platform/context.ts';
import { type AttemptStatus, isSettled } from '../attempt-status.ts';
import type { OurRow } from './compare-books.ts';

interface Row {
  readonly attempt: string;
  readonly payment: string;
  readonly reference: string;
  readonly order_id: string;
  readonly status: AttemptStatus;
  readonly amount: string;
  readonly refunded: string;
  readonly came_twice: boolean;
}

const ROWS = `
  select a.id as attempt, p.id as payment, p.reference, a.provider_order_id as order_id, a.status, a.amount::text as amount,
         coalesce((select sum(r.amount) from refund r where r.payment_id = p.id and r.attempt_id = a.id and r.sent_by = 'PROVIDER'), 0)::text as refunded,
         exists (select from refund r where r.effect = 'overpaid:' || a.id and r.status <> 'FAILED') as came_twice
    from payment_attempt a join payment p on p.id = a.payment_id`;

/** Whether an instant lies in the day $1 of Depok. */
const inDay = (column: string): string =>
  `(${column} >= $1::timestamp at time zone 'Asia/Jakarta' and ${column} < ($1::timestamp + interval '1 day') at time zone 'Asia/Jakarta')`;

/** Charges with something on the day $1: opened, settled, run out, or a refund sent through the provider. */
const OF_DAY = `
  select id from payment_attempt where ${inDay('created_at')} or ${inDay('settled_at')} or ${inDay('deadline')}
  union select attempt_id from refund where ${inDay('sent_at')} and sent_by = 'PROVIDER'`;

/** Our charges that were opened, settled or ran out on a day of Depok (yyyy-mm-dd), and those of which a refund was sent on it. */
export function rowsOfDay(ctx: Context, day: string): Promise<OurRow[]> {
  return withOrders(ctx, `${ROWS} where a.id in (${OF_DAY}) order by a.created_at, a.id`, [day]);
}

/** Our charges by their ids at the provider. */
export function rowsOfIds(ctx: Context, providerOrderIds: readonly string[]): Promise<OurRow[]> {
  return withOrders(ctx, `${ROWS} where a.provider_order_id = any($1::text[])`, [[...providerOrderIds]]);
}

/** Our charges that were settled on a day of Depok. */
export function settledOfDay(ctx: Context, day: string): Promise<OurRow[]> {
  return withOrders(ctx, `${ROWS} where ${inDay('a.settled_at')}`, [day]);
}

async function withOrders(ctx: Context, sql: string, values: readonly unknown[]): Promise<OurRow[]> {
  const rows = await ctx.read.rows<Row>(sql, [...values]);
  const known = await ctx.paymentReferences.knowMoney(ctx, [...new Set(rows.map(({ reference }) => reference))]);
  return rows.map((row) => ({
    attemptKey: row.attempt,
    paymentKey: row.payment,
    reference: row.reference,
    providerOrderId: row.order_id,
    isPaid: isSettled(row.status),
    orderKnowsMoney: row.came_twice || known.has(row.reference),
    amount: Number(row.amount),
    refunded: Number(row.refunded),
  }));
}
