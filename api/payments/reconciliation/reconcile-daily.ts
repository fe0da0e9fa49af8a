import { recordAudit } from '../../accounts/index.ts';
import type { Context } from '../../platform/context.ts';
import { inTransaction, type Tx } from '../../platform/database/transaction.ts';
import { defineJob, queueJob } from '../../platform/jobs/define-job.ts';
import { newKey } from '../../platform/keys.ts';
import { refuse } from '../../platform/refusal.ts';
import { wibDay } from '../../platform/wib.ts';
import { reconcileBooks } from './reconcile-books.ts';
import { BooksSource, Reconciliation } from './reconciliation.ts';
import { readSettlementSheet } from './settlement-sheet.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The most days that one night makes up for. */
const MOST_DAYS = 31;

/**
 * Compares the books of the day before, each night at 02.30 WIB; each day is compared by itself once. Days since the last such night are
 * made up for, and comparisons that never ended, because the provider was away longer than the queue tries, begin anew.
 */
export const reconcileDaily = defineJob<object>({
  name: 'payments.reconcileDaily',
  on: [],
  payload: () => null,
  attempts: 12,
  cron: '30 19 * * *',
  async run(_payload, ctx) {
    await inTransaction(ctx, async (tx) => {
      const keys = [...(await unfinishedNights(tx)), ...(await startMissingDays(tx))];
      for (const reconciliationKey of keys) queueJob(tx, reconcileBooks, { reconciliationKey });
    });
  },
});

async function unfinishedNights(tx: Tx): Promise<string[]> {
  const rows = await tx.execute<{ id: string }[]>(
    'select id from reconciliation where started_by_id is null and finished_at is null order by id',
  );
  return rows.map(({ id }) => id);
}

async function startMissingDays(tx: Tx): Promise<string[]> {
  const now = tx.context.clock.now();
  const dayBefore = (days: number): string => wibDay(new Date(now.getTime() - days * DAY_MS));
  const [last] = await tx.execute<{ day: string | null }[]>(
    'select max(day) as day from reconciliation where started_by_id is null',
  );
  const since = last?.day ?? dayBefore(2);
  const keys: string[] = [];
  for (let days = MOST_DAYS; days >= 1; days -= 1) {
    if (dayBefore(days) <= since) continue;
    const rows = await tx.execute<{ id: string }[]>(
      `insert into reconciliation (id, day, source, started_at, checked, ours, theirs, differences)
       values (?, ?, 'STATUS', ?, 0, 0, 0, '[]') on conflict (day) where started_by_id is null do nothing returning id`,
      [newKey(), dayBefore(days), now],
    );
    keys.push(...rows.map(({ id }) => id));
  }
  return keys;
}

/** What a curator wants compared. */
export interface BooksWanted {
  /** Day of Depok, yyyy-mm-dd. */
  readonly day: string;
  /** Text of the provider's settlement sheet; null has the provider asked about each charge. */
  readonly sheet: string | null;
}

/**
 * Starts a comparison that a curator asks for, in the audit log; a job does it. Refuses DAY_WRONG for what is no day, or one to come,
 * and SHEET_UNREADABLE with the line.
 */
export async function reconcilePayments(ctx: Context, { day, sheet }: BooksWanted): Promise<Reconciliation> {
  if (!isDay(day) || day > wibDay(ctx.clock.now())) refuse('DAY_WRONG', ['day']);
  const rows = sheet === null ? null : readSettlementSheet(sheet);
  return inTransaction(ctx, async (tx: Tx) => {
    const run = tx.create(Reconciliation, {
      day,
      source: rows === null ? BooksSource.STATUS : BooksSource.SHEET,
      sheet: rows,
      startedByKey: ctx.actor.key,
      startedAt: ctx.clock.now(),
    } as Reconciliation);
    await tx.flush();
    recordAudit(tx, 'reconcilePayments', { reconciliationKey: run.key }, `${run.source} ${day}`);
    queueJob(tx, reconcileBooks, { reconciliationKey: run.key });
    return run;
  });
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
