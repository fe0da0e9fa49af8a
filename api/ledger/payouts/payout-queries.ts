import { isCurator } from '../../accounts/index.ts';
import type { Context } from '../../platform/context.ts';
import type { NodeLookup } from '../../platform/domain.ts';
import { decodeCursor, encodeCursor, type Page, pageOf, pageSize } from '../../platform/graphql/connection.ts';
import { defineLoader, inOrder } from '../../platform/graphql/loader.ts';
import { type Owner, seesMoneyOf } from '../owner.ts';
import { BankAccount } from './bank-account.ts';
import { Payout } from './payout.ts';
import { PayoutBatch } from './payout-batch.ts';
import type { PayoutStatus } from './payout-transitions.ts';

/** A place in a list. */
interface Asked {
  readonly first?: number | null;
  readonly after?: string | null;
}

/** Payouts of an owner, the last first. */
export async function payoutsOf(ctx: Context, { ownerKey }: Owner, { first, after }: Asked): Promise<Page<Payout>> {
  const size = pageSize(first);
  const [last] = decodeCursor(after, ['key']) ?? [null];
  const older = last === null ? {} : { key: { $lt: last as string } };
  const rows = await ctx.em.fork().find(Payout, { ownerKey, ...older }, { orderBy: { key: 'desc' }, limit: size + 1 });
  return pageOf(rows, size, after, ({ key }) => encodeCursor([key]));
}

/** Payouts of everybody in one status, or in all, the last first; for curators. */
export async function listPayouts(
  ctx: Context,
  status: PayoutStatus | null,
  { first, after }: Asked,
): Promise<Page<Payout>> {
  const size = pageSize(first);
  const [last] = decodeCursor(after, ['key']) ?? [null];
  const where = { ...(status && { status }), ...(last !== null && { key: { $lt: last as string } }) };
  const rows = await ctx.em.fork().find(Payout, where, { orderBy: { key: 'desc' }, limit: size + 1 });
  return pageOf(rows, size, after, ({ key }) => encodeCursor([key]));
}

/** Batches, the last first; for curators. */
export async function listBatches(ctx: Context, { first, after }: Asked): Promise<Page<PayoutBatch>> {
  const size = pageSize(first);
  const [last] = decodeCursor(after, ['key']) ?? [null];
  const where = last === null ? {} : { key: { $lt: last as string } };
  const rows = await ctx.em.fork().find(PayoutBatch, where, { orderBy: { key: 'desc' }, limit: size + 1 });
  return pageOf(rows, size, after, ({ key }) => encodeCursor([key]));
}

/** The payouts of a batch by its key, in the order of its lines. Batched. */
export const payoutsInBatch = defineLoader<string, Payout[]>(async (ctx, keys) => {
  const rows = await ctx.em.fork().find(Payout, { batchKey: { $in: [...keys] } }, { orderBy: { lineNumber: 'asc' } });
  return keys.map((key) => rows.filter(({ batchKey }) => batchKey === key));
});

/** A bank account by key, also one that is used no more. Batched. */
export const bankAccountByKey = defineLoader<string, BankAccount | null>(async (ctx, keys) =>
  inOrder(keys, await ctx.em.fork().find(BankAccount, { key: { $in: [...keys] } }), ({ key }) => key),
);

/** A batch by key. Batched. */
export const batchByKey = defineLoader<string, PayoutBatch | null>(async (ctx, keys) =>
  inOrder(keys, await ctx.em.fork().find(PayoutBatch, { key: { $in: [...keys] } }), ({ key }) => key),
);

/** How `node` finds payouts, for those who may see them, and batches, for curators. */
export const payoutNodes: Readonly<Record<string, NodeLookup>> = {
  async Payout(ctx, keys) {
    const found = inOrder(keys, await ctx.em.fork().find(Payout, { key: { $in: [...keys] } }), ({ key }) => key);
    return found.map((payout) => (payout && seesMoneyOf(ctx, payout) ? payout : null));
  },
  PayoutBatch: (ctx, keys) => Promise.all(keys.map((key) => (isCurator(ctx) ? batchByKey(ctx, key) : null))),
};
