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

/** Products that are to be taken over, those that wait longest first. */
export function readDirty(ctx: Context, most: number): Promise<Dirty[]> {
  return ctx.read.rows<Dirty>(
    'select product_id as key, version from search_dirty order by noted_at, product_id limit $1',
    [most],
    'search-dirty',
  );
}

/** Whether anything is to be taken over. */
export async function isAnyDirty(ctx: Context): Promise<boolean> {
  return (await readDirty(ctx, 1)).length > 0;
}

/** Notes that these changes were taken over; later ones of the same products stay, and wait from now on. */
export async function clean(ctx: Context, dirty: readonly Dirty[]): Promise<void> {
  await inTransaction(ctx, (tx) =>
    tx.execute(
      `with held as (select d.product_id, d.version = done.version as is_over
           from search_dirty d join unnest(?::uuid[], ?::uuid[]) as done(product_id, version) using (product_id)
          order by d.product_id for update of d),
        over as (delete from search_dirty d using held where d.product_id = held.product_id and held.is_over)
       update search_dirty d set noted_at = ?::timestamptz from held where d.product_id = held.product_id and not held.is_over`,
      [
        `{${dirty.map(({ key }) => key).join(',')}}`,
        `{${dirty.map(({ version }) => version).join(',')}}`,
        ctx.clock.now(),
      ],
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
