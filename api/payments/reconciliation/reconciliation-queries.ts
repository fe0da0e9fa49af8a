import { isCurator } from '../../accounts/index.ts';
import type { Context } from '../../platform/context.ts';
import {
  decodeCursor,
  encodeCursor,
  type Page,
  type PageArgs,
  pageOf,
  pageSize,
} from '../../platform/graphql/connection.ts';
import { inOrder } from '../../platform/graphql/loader.ts';
import { Reconciliation } from './reconciliation.ts';

/** Comparisons with the books of the provider, newest first. */
export async function listReconciliations(ctx: Context, { first, after }: PageArgs): Promise<Page<Reconciliation>> {
  const size = pageSize(first);
  const place = decodeCursor(after, ['instant', 'key']);
  const rows = await ctx.read.rows<{ id: string }>(
    `select id from reconciliation where $1::timestamptz is null or (started_at, id) < ($1, $2::uuid)
      order by started_at desc, id desc limit $3`,
    [place?.[0] ?? null, place?.[1] ?? null, size + 1],
    'reconciliations',
  );
  const runs = await ctx.em
    .fork()
    .find(Reconciliation, { key: { $in: rows.map(({ id }) => id) } }, { orderBy: { startedAt: 'desc', key: 'desc' } });
  return pageOf(runs, size, after, ({ startedAt, key }) => encodeCursor([startedAt.toISOString(), key]));
}

/** Comparisons as `node` shows them: to curators. */
export async function curatedReconciliations(
  ctx: Context,
  keys: readonly string[],
): Promise<(Reconciliation | null)[]> {
  if (!isCurator(ctx)) return keys.map(() => null);
  return inOrder(keys, await ctx.em.fork().find(Reconciliation, { key: { $in: [...keys] } }), ({ key }) => key);
}
