import type { Context } from '../../platform/context.ts';
import { inTransaction, type Tx } from '../../platform/database/transaction.ts';
import { defineJob } from '../../platform/jobs/define-job.ts';
import { askAbout } from './ask-about.ts';
import { compareRow, type OurRow, type TheirRow } from './compare-books.ts';
import { openDifference, openUnclear } from './difference-tasks.ts';
import { rowsOfDay, rowsOfIds, settledOfDay } from './our-rows.ts';
import { Reconciliation } from './reconciliation.ts';

/** A charge in both books, as far as each has it. */
interface Pair {
  readonly ours: OurRow | null;
  readonly theirs: TheirRow | null;
}

/** What a comparison found. */
interface Compared {
  readonly pairs: readonly Pair[];
  /** Charges of which nothing can be said, because asking about them failed. */
  readonly unclear: readonly OurRow[];
}

/** Does one comparison of books: what can be mended by applying the provider's answer is mended first, what stays becomes tasks. */
export const reconcileBooks = defineJob<{ reconciliationKey: string }>({
  name: 'payments.reconcileBooks',
  on: [],
  payload: () => null,
  key: ({ reconciliationKey }) => reconciliationKey,
  attempts: 12,
  async run({ reconciliationKey }, ctx) {
    const { day, sheet, finishedAt } = await ctx.em.fork().findOneOrFail(Reconciliation, { key: reconciliationKey });
    if (finishedAt !== null) return;
    const compared = sheet === null ? await pairsByStatus(ctx, day) : await pairsBySheet(ctx, day, sheet);
    await inTransaction(ctx, (tx) => record(tx, reconciliationKey, compared));
  },
});

/** Asks about each charge of the day. Nothing is recorded while the provider cannot be reached: the job runs again. */
async function pairsByStatus(ctx: Context, day: string): Promise<Compared> {
  const asked = await rowsOfDay(ctx, day);
  const { rows, failed } = await askAbout(ctx, asked);
  return {
    pairs: await pairsOf(ctx, asked, rows, failed),
    unclear: asked.filter(({ providerOrderId: id }) => failed.has(id)),
  };
}

/**
 * Compares a sheet with our charges: those it lists, and those that we settled on its day. A sheet has days of its own, so about what it
 * leaves out the provider is asked, and the answer counts.
 */
async function pairsBySheet(ctx: Context, day: string, sheet: readonly TheirRow[]): Promise<Compared> {
  const theirs = new Map(sheet.map((row) => [row.providerOrderId, row]));
  const known = await rowsOfIds(ctx, [...theirs.keys()]);
  const differing = known.filter((row) => compareRow(row, theirs.get(row.providerOrderId) ?? null).length > 0);
  const mended = await askAbout(ctx, differing);
  const unlisted = (await settledOfDay(ctx, day)).filter(({ providerOrderId }) => !theirs.has(providerOrderId));
  const { rows, failed } = await askAbout(ctx, unlisted);
  const listed = await pairsOf(ctx, known, theirs, mended.failed);
  const unknown = sheet.filter(({ providerOrderId: id }) => !known.some((row) => row.providerOrderId === id));
  return {
    pairs: [
      ...listed,
      ...unknown.map((row) => ({ ours: null, theirs: row })),
      ...(await pairsOf(ctx, unlisted, rows, failed)),
    ],
    unclear: [...differing, ...unlisted].filter(({ providerOrderId: id }) => mended.failed.has(id) || failed.has(id)),
  };
}

/** Charges beside their rows, but for those of which nothing can be said. Read again: answers, and notifications meanwhile, have changed them. */
async function pairsOf(
  ctx: Context,
  charges: readonly OurRow[],
  theirs: ReadonlyMap<string, TheirRow>,
  failed: ReadonlySet<string>,
): Promise<Pair[]> {
  const ids = charges.map(({ providerOrderId }) => providerOrderId).filter((id) => !failed.has(id));
  return (await rowsOfIds(ctx, ids)).map((ours) => ({ ours, theirs: theirs.get(ours.providerOrderId) ?? null }));
}

async function record(tx: Tx, key: string, { pairs, unclear }: Compared): Promise<void> {
  const run = await tx.findOneOrFail(Reconciliation, { key });
  const found = pairs.map(({ ours, theirs }) => ({ ours, differences: compareRow(ours, theirs) }));
  run.checked = pairs.length;
  run.ours = pairs.reduce((sum, { ours }) => sum + (ours?.isPaid ? ours.amount - ours.refunded : 0), 0);
  run.theirs = pairs.reduce((sum, { theirs }) => sum + (theirs?.isPaid ? theirs.amount - theirs.refunded : 0), 0);
  run.differences = found.flatMap(({ differences }) => differences);
  run.finishedAt = tx.context.clock.now();
  for (const { ours, differences } of found) {
    for (const difference of differences) await openDifference(tx, run, ours, difference);
  }
  for (const row of unclear) await openUnclear(tx, run, row);
}
