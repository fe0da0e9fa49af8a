import type { Context } from '../../platform/context.ts';
import { listParameter } from '../../platform/database/list-parameter.ts';
import { inTransaction } from '../../platform/database/transaction.ts';

/** A product to be taken over, and which of its changes. */
export interface Dirty {
  readonly key: string;
  readonly version: string;
}

/** Notes that these products have changed. */
export async function markDirty(ctx: Context, productKeys: readonly string[]): Promise<void> {
  if (productKeys.length === 0) return;
  await inTransaction(ctx, (tx) =>
    tx.execute(
      `insert into search_dirty (product_id, version, noted_at)
       select k, gen_random_uuid(), ?::timestamptz from (select distinct unnest(?::uuid[]) as k order by 1) sorted
       on conflict (product_id) do update set version = excluded.version`,
      [ctx.clock.now(), `{${productKeys.join(',')}}`],
    ),
  );
}

/** Some products that are to be taken over. */
export function readDirty(ctx: Context, most: number): Promise<Dirty[]> {
  return ctx.read.rows<Dirty>(
    'select product_id as key, version from search_dirty order by product_id limit $1',
    [most],
    'search-dirty',
  );
}

/** Whether anything is to be taken over. */
export async function isAnyDirty(ctx: Context): Promise<boolean> {
  return (await readDirty(ctx, 1)).length > 0;
}

/** Notes that these changes were taken over; later ones of the same products stay. */
export async function clean(ctx: Context, dirty: readonly Dirty[]): Promise<void> {
  await inTransaction(ctx, (tx) =>
    tx.execute(
      `delete from search_dirty d using unnest(?::uuid[], ?::uuid[]) as done(product_id, version)
        where d.product_id = done.product_id and d.version = done.version`,
      [`{${dirty.map(({ key }) => key).join(',')}}`, `{${dirty.map(({ version }) => version).join(',')}}`],
    ),
  );
}

/** Which of these keys have no document. */
export async function withoutDocument(ctx: Context, productKeys: readonly string[]): Promise<string[]> {
  const rows = await ctx.read.rows<{ key: string }>(
    `select k as key from unnest(${listParameter('$1', 'uuid')}) as k
      where not exists (select from search_document d where d.product_id = k)`,
    [productKeys],
  );
  return rows.map(({ key }) => key);
}
