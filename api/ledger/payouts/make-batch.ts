import { recordAudit } from '../../accounts/index.ts';
import type { Context } from '../../platform/context.ts';
import { inTransaction, type Tx } from '../../platform/database/transaction.ts';
import { isIdempotencyKey, newKey } from '../../platform/keys.ts';
import { refuse } from '../../platform/refusal.ts';
import { wibDay } from '../../platform/wib.ts';
import { BankAccount } from './bank-account.ts';
import { type BatchLine, batchFile } from './batch-file.ts';
import { movePayout } from './move-payout.ts';
import { Payout } from './payout.ts';
import { LARGEST_BATCH, PayoutBatch } from './payout-batch.ts';
import { PayoutStatus } from './payout-transitions.ts';
import { payableNow } from './request-payout.ts';

/** What is said of a payout that was set against a debt: refunds of a shop or community, cash of a point. */
const OWES = 'Dikurangkan dari kewajiban: pengembalian dana setelah pencairan diminta.';
const HOLDS_CASH = 'Dikurangkan dari kewajiban: uang tunai di titik ini belum disetor.';

/**
 * Puts the payouts that wait into one batch, the longest waiting first, at most LARGEST_BATCH; in the audit log. Of an owner that owes
 * by now the payout goes against the debt, cash that a point holds included; those of suspended shops wait. The same key of the same curator gives the same batch.
 * Refuses IDEMPOTENCY_KEY_INVALID, NOTHING_WAITS.
 */
export async function createPayoutBatch(ctx: Context, idempotencyKey: string): Promise<PayoutBatch> {
  if (!isIdempotencyKey(idempotencyKey)) refuse('IDEMPOTENCY_KEY_INVALID', ['idempotencyKey']);
  const madeByKey = ctx.actor.key ?? '';
  await netDebts(ctx);
  return inTransaction(ctx, async (tx) => {
    // One batch at a time: numbers of a day follow each other, and no payout gets into two.
    await tx.execute(`select pg_advisory_xact_lock(hashtextextended('payout_batch', 0))`);
    const made = await tx.findOne(PayoutBatch, { madeByKey, idempotencyKey });
    if (made) return made;
    const waiting = await withoutDebts(tx, await lockWaiting(tx));
    if (waiting.length === 0) refuse('NOTHING_WAITS');
    return batchOf(tx, waiting, madeByKey, idempotencyKey);
  });
}

async function batchOf(
  tx: Tx,
  payouts: readonly Payout[],
  madeByKey: string,
  idempotencyKey: string,
): Promise<PayoutBatch> {
  const now = tx.context.clock.now();
  const day = wibDay(now);
  const number = 1 + (await tx.count(PayoutBatch, { day }));
  const key = newKey();
  const said = { key, day, number, madeByKey, idempotencyKey, createdAt: now };
  const batch = Object.assign(new PayoutBatch(), said);
  const { checksum, total } = batchFile(batch.code, await linesOf(tx, payouts));
  Object.assign(batch, { size: payouts.length, total, checksum });
  await tx.persist(batch).flush();
  for (const [at, payout] of payouts.entries()) {
    Object.assign(payout, { batchKey: key, lineNumber: at + 1 });
    await movePayout(tx, payout, 'putInBatch');
  }
  recordAudit(tx, 'createPayoutBatch', { payoutBatchKey: key }, null);
  return batch;
}

/** What a batch's file says of these payouts, which stand in the order of their lines. */
export async function linesOf(tx: Pick<Tx, 'find'>, payouts: readonly Payout[]): Promise<BatchLine[]> {
  const accounts = await tx.find(BankAccount, { key: { $in: payouts.map(({ bankAccountKey }) => bankAccountKey) } });
  const byKey = new Map(accounts.map((account) => [account.key, account]));
  return payouts.map(({ id, amount, bankAccountKey }, at) => {
    const { bankCode, number, holderName } = byKey.get(bankAccountKey)!;
    return { lineNumber: at + 1, payoutId: id, bankCode, accountNumber: number, holderName, amount };
  });
}

/** Payouts that wait, locked, the longest waiting first; without those of shops that a curator took out of the market. */
async function lockWaiting(tx: Tx): Promise<Payout[]> {
  const rows = await tx.execute<{ id: string }[]>(
    `select p.id from payout p
      where p.status = 'REQUESTED'
        and not exists (select from seller s where s.id = p.owner_id and s.status <> 'VERIFIED')
      order by p.requested_at, p.id limit ${LARGEST_BATCH} for update of p`,
  );
  const payouts = await tx.find(Payout, { key: { $in: rows.map(({ id }) => id) } });
  return payouts.sort((a, b) => a.requestedAt.getTime() - b.requestedAt.getTime() || (a.key < b.key ? -1 : 1));
}

/** Takes back the payouts that wait of owners who owe by now. Each in its own transaction: they have nothing to do with each other. */
async function netDebts(ctx: Context): Promise<void> {
  const waiting = await ctx.em.fork().find(Payout, { status: PayoutStatus.REQUESTED });
  for (const { key } of waiting) {
    await inTransaction(ctx, async (tx) => {
      await tx.execute('select from payout where id = ? for update', [key]);
      const payout = await tx.findOneOrFail(Payout, { key });
      if (payout.status === PayoutStatus.REQUESTED && (await owes(tx, payout)))
        await movePayout(tx, payout, 'net', payout.ownerKind === 'POINT' ? HOLDS_CASH : OWES);
    });
  }
}

/** Without payouts of owners who have come to owe since debts were set off: the next batch sets theirs off. */
async function withoutDebts(tx: Tx, payouts: readonly Payout[]): Promise<Payout[]> {
  const kept: Payout[] = [];
  for (const payout of payouts) if (!(await owes(tx, payout))) kept.push(payout);
  return kept;
}

/** Whether its owner owes by now. A point takes cash every day and hands it in later: it owes once that comes to the payout. */
async function owes(tx: Tx, payout: Payout): Promise<boolean> {
  const payable = await payableNow(tx, payout);
  return payout.ownerKind === 'POINT' ? payable + payout.amount <= 0 : payable < 0;
}
