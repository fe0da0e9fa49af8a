import { openTask } from '../../accounts/index.ts';
import type { Context } from '../../platform/context.ts';
import { inTransaction, type Tx } from '../../platform/database/transaction.ts';
import { defineJob } from '../../platform/jobs/define-job.ts';
import { formatRupiah } from '../../platform/money.ts';
import { applyState } from '../apply-state.ts';
import type { ProviderState } from '../payment-provider.ts';
import { compareRow, type OurRow, type TheirRow } from './compare-books.ts';
import type { ReconciliationDifference } from './difference.ts';
import { rowsOfDay, rowsOfIds, settledOfDay } from './our-rows.ts';
import { Reconciliation } from './reconciliation.ts';

/** A charge in both books, as far as each has it. */
interface Pair {
  readonly ours: OurRow | null;
  readonly theirs: TheirRow | null;
}

/** How many charges the provider is asked about at the same time. */
const AT_ONCE = 4;

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
    const pairs = sheet === null ? await pairsByStatus(ctx, day) : await pairsBySheet(ctx, day, sheet);
    await inTransaction(ctx, (tx) => record(tx, reconciliationKey, pairs));
  },
});

/** Asks about each charge of the day and applies the answers. Nothing is recorded while the provider cannot be reached: the job runs again. */
async function pairsByStatus(ctx: Context, day: string): Promise<Pair[]> {
  const told = new Map<string, TheirRow>();
  const asked = await rowsOfDay(ctx, day);
  const askOne = async ({ attemptKey, providerOrderId }: OurRow): Promise<void> => {
    const outcome = await ctx.paymentProvider.status(providerOrderId);
    if (outcome.kind === 'NOT_FOUND') return;
    await applyState(ctx, attemptKey, outcome.state);
    told.set(providerOrderId, rowOf(outcome.state));
  };
  for (let at = 0; at < asked.length; at += AT_ONCE) await Promise.all(asked.slice(at, at + AT_ONCE).map(askOne));
  // Read again: answers that were applied, and notifications meanwhile, have changed them.
  const ours = await rowsOfIds(
    ctx,
    asked.map(({ providerOrderId }) => providerOrderId),
  );
  return ours.map((row) => ({ ours: row, theirs: told.get(row.providerOrderId) ?? null }));
}

/** Compares a sheet with our charges: those it lists, and those that we settled on its day. */
async function pairsBySheet(ctx: Context, day: string, sheet: readonly TheirRow[]): Promise<Pair[]> {
  const ids = sheet.map(({ providerOrderId }) => providerOrderId);
  for (const row of await rowsOfIds(ctx, ids)) {
    const theirs = sheet.find(({ providerOrderId }) => providerOrderId === row.providerOrderId) ?? null;
    if (compareRow(row, theirs).length === 0) continue;
    const outcome = await ctx.paymentProvider.status(row.providerOrderId);
    if (outcome.kind === 'FOUND') await applyState(ctx, row.attemptKey, outcome.state);
  }
  const listed = new Map((await rowsOfIds(ctx, ids)).map((row) => [row.providerOrderId, row]));
  const unlisted = (await settledOfDay(ctx, day)).filter(({ providerOrderId }) => !listed.has(providerOrderId));
  return [
    ...sheet.map((theirs) => ({ ours: listed.get(theirs.providerOrderId) ?? null, theirs })),
    ...unlisted.map((ours) => ({ ours, theirs: null })),
  ];
}

function rowOf({ providerOrderId, status, amount, refunds }: ProviderState): TheirRow {
  const isPaid = status === 'SETTLED' || status === 'PARTLY_REFUNDED' || status === 'REFUNDED';
  return { providerOrderId, isPaid, amount, refunded: refunds.reduce((sum, refund) => sum + refund.amount, 0) };
}

async function record(tx: Tx, key: string, pairs: readonly Pair[]): Promise<void> {
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
}

const SENTENCES: Readonly<Record<ReconciliationDifference['kind'], string>> = {
  PAID_BUT_NO_ORDER: 'Midtrans memegang uang, tetapi tidak ada pesanan yang tercatat lunas dengannya.',
  ORDER_BUT_NO_MONEY: 'Pesanan tercatat lunas, tetapi Midtrans tidak memegang uangnya.',
  AMOUNT_DIFFERS: 'Jumlah yang dibayar berbeda.',
  REFUND_DIFFERS: 'Jumlah yang dikembalikan kepada pembeli berbeda.',
};

/**
 * One task for one difference, however often it is found; figures that changed are another difference. A charge about which a
 * curator has an open task already, because its figures did not fit when they came, gets no second one.
 */
async function openDifference(
  tx: Tx,
  { day, key }: Reconciliation,
  row: OurRow | null,
  { kind, providerOrderId, ours, theirs }: ReconciliationDifference,
): Promise<void> {
  const [open] = await tx.execute(
    `select 1 from task where kind = 'PAYMENT_MISMATCH' and done_at is null and subject->>'attemptKey' = ? limit 1`,
    [row?.attemptKey ?? ''],
  );
  if (open) return;
  await openTask(tx, {
    kind: 'RECONCILIATION',
    title: `Rekonsiliasi ${providerOrderId}: selisih ${formatRupiah(Math.abs(ours - theirs))}`,
    detail: `${SENTENCES[kind]} Catatan kita ${formatRupiah(ours)}, Midtrans ${formatRupiah(theirs)}, hari ${day}. Periksa di dasbor Midtrans.`,
    amount: Math.abs(ours - theirs),
    subject: {
      reconciliationKey: key,
      ...(row && { orderKey: row.reference, paymentKey: row.paymentKey, attemptKey: row.attemptKey }),
    },
    once: `reconciliation:${kind}:${providerOrderId}:${ours}:${theirs}`,
  });
}
