import type pg from 'pg';
import { INVARIANTS } from './check/check.ts';
import type { Evidence, ReceivedMessage } from './check/evidence.ts';
import type { Good } from './stage/fill.ts';

/** What the checks are tried on: a database, as its superuser, the thing that is sold there, and the provider's stand-in. */
export interface Tried {
  readonly client: pg.Client;
  readonly good: Good;
  readonly midtransUrl: string;
}

/** What was seen elsewhere than in the database. */
export interface Seen {
  /** The provider's books, as they are told. */
  readonly books?: (charges: Evidence['charges']) => Evidence['charges'];
  readonly messages?: readonly ReceivedMessage[];
}

/** What an invariant finds, after a change of the database that no guard saw, which is undone. */
export async function findings(
  { client, good, midtransUrl }: Tried,
  id: keyof typeof INVARIANTS,
  change: string | null,
  { books = (charges) => charges, messages = [] }: Seen = {},
): Promise<string[]> {
  await client.query('begin');
  try {
    await client.query(`set local session_replication_role = replica`);
    for (const constraint of change === null ? [] : CONSTRAINTS) await client.query(constraint);
    if (change !== null) await client.query(change);
    const evidence = {
      // PostgreSQL counts changes that were undone as well: one case would be found in the place of the next.
      rows: async (text: string, values: unknown[] = []) =>
        text.includes('pg_stat_user_tables') ? [] : (await client.query(text, values)).rows,
      attempt: async () => 'refused',
      ...{ market: { shops: [{ good }] }, charges: books(await chargesAt(midtransUrl)), messages, log: [] },
    } as unknown as Evidence;
    return await INVARIANTS[id]!(evidence);
  } finally {
    await client.query('rollback');
  }
}

/** The provider's own books. */
async function chargesAt(midtransUrl: string): Promise<Evidence['charges']> {
  const state = await fetch(`${midtransUrl}/__sim/state`);
  return ((await state.json()) as { transactions: Evidence['charges'] }).transactions;
}

/** Checks of the database that would refuse what the checker is to find. */
const CONSTRAINTS = [
  'alter table order_line drop constraint order_line_refunded_within_total',
  'alter table order_line drop constraint order_line_refunded_within_quantity',
  'alter table parcel drop constraint parcel_refund_within_total',
  'alter table orders drop constraint orders_refunded_within_due',
  'alter table voucher drop constraint voucher_uses_within_limit',
  'alter table voucher drop constraint voucher_limit_bounds',
  'alter table voucher drop constraint voucher_buyer_limit_bounds',
  'alter table voucher drop constraint voucher_period_limit_bounds',
  'alter table voucher drop constraint voucher_limit_in_period_bounds',
  'alter table voucher drop constraint voucher_period_has_limit',
  'alter table orders drop constraint orders_total_is_the_sum',
];
