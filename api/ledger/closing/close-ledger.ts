import type { Context } from '../../platform/context.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { defineJob } from '../../platform/jobs/define-job.ts';
import { startOfWibDay, wibDay } from '../../platform/wib.ts';

/** How long after midnight (WIB) a day is closed: far longer than any transaction or any difference of clocks. */
const WAIT_MS = 2 * 3_600_000;

/**
 * Closes the ledger up to the last midnight in WIB that is two hours past, and keeps the balance of every account that moved. Waits
 * for postings under way. Doing it again changes nothing; killed in between, the next run keeps what is missing.
 */
export async function closeLedger(ctx: Context): Promise<void> {
  const now = ctx.clock.now();
  const midnight = startOfWibDay(wibDay(new Date(now.getTime() - WAIT_MS)));
  const through = new Date(midnight.getTime() - 1);
  // Alone and short: while it waits for those who post, nobody else can begin to.
  await inTransaction(ctx, async (tx) => {
    await tx.execute(`select pg_advisory_xact_lock(hashtextextended('ledger_closing', 0))`);
    await tx.execute(
      `insert into ledger_closing (through, closed_at) select ?::timestamptz, ?
        where not exists (select from ledger_closing where through >= ?::timestamptz)`,
      [through, now, through],
    );
  });
  await inTransaction(ctx, (tx) =>
    tx.execute(
      `insert into ledger_kept_balance (account_id, through, balance)
       select a.id, c.through, ledger_balance(a.id, c.through)
         from ledger_account a, (select max(through) as through from ledger_closing) c
        where exists (
              select from ledger_line l
               where l.account_id = a.id and l.at <= c.through and l.at > coalesce(
                     (select max(k.through) from ledger_kept_balance k where k.account_id = a.id), '-infinity'))
       on conflict do nothing`,
    ),
  );
}

/** Every night, at 03:10 WIB. */
export const closeLedgerNightly = defineJob<Record<string, never>>({
  name: 'ledger.closeLedger',
  on: [],
  payload: () => null,
  attempts: 8,
  cron: '10 20 * * *',
  run: (_payload, ctx) => closeLedger(ctx),
});
