import { Account, Task } from '../accounts/index.ts';
import { Order } from '../orders/index.ts';
import type { Context } from '../platform/context.ts';
import { decodeCursor, encodeCursor, type Page, pageOf, pageSize } from '../platform/graphql/connection.ts';
import { defineLoader } from '../platform/graphql/loader.ts';

/** Which tasks are asked for. */
export interface TasksAsked {
  /** True for done ones only, false for open ones only; all when left out. */
  readonly done?: boolean | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

/** Tasks of the curator, the longest waiting first. */
export async function listTasks(ctx: Context, { done, first, after }: TasksAsked): Promise<Page<Task>> {
  const size = pageSize(first);
  const place = decodeCursor(after, ['instant', 'key']);
  const rows = await ctx.read.rows<{ id: string }>(
    `select id from task where ($1::boolean is null or (done_at is not null) = $1)
        and ($2::timestamptz is null or (created_at, id) > ($2, $3::uuid)) order by created_at, id limit $4`,
    [done ?? null, place?.[0] ?? null, place?.[1] ?? null, size + 1],
    'city-tasks',
  );
  const tasks = await ctx.em
    .fork()
    .find(Task, { key: { $in: rows.map(({ id }) => id) } }, { orderBy: { createdAt: 'asc', key: 'asc' } });
  return pageOf(tasks, size, after, ({ createdAt, key }) => encodeCursor([createdAt.toISOString(), key]));
}

/** The code of an order by its key; null when there is none. Batched. */
export const orderCodeOf = defineLoader<string, string | null>(async (ctx, keys) => {
  const orders = await ctx.em.fork().find(Order, { key: { $in: [...keys] } }, { fields: ['code'] });
  const byKey = new Map(orders.map(({ key, code }) => [key, code]));
  return keys.map((key) => byKey.get(key) ?? null);
});

/** What a curator is called; the role where the account has no name. Batched. */
export const ownerNameOf = defineLoader<string, string>(async (ctx, keys) => {
  const accounts = await ctx.em.fork().find(Account, { key: { $in: [...keys] } }, { fields: ['name'] });
  const byKey = new Map(accounts.map(({ key, name }) => [key, name]));
  return keys.map((key) => byKey.get(key) ?? 'Kurator');
});
