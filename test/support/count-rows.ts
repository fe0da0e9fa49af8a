import type { Context } from '../../api/platform/context.ts';

/** How many rows each table holds, the job queue's included: what a refusal must leave as it was. */
export async function countRows(ctx: Context): Promise<Record<string, number>> {
  const tables = await ctx.read.rows<{ name: string }>(
    `select table_schema || '.' || table_name as name from information_schema.tables
      where table_type = 'BASE TABLE' and (table_schema = 'public' or table_name = '_private_jobs') order by 1`,
  );
  const counted = await ctx.read.rows<{ name: string; rows: number }>(
    tables.map(({ name }) => `select '${name}' as name, count(*)::int as rows from ${name}`).join(' union all '),
  );
  return Object.fromEntries(counted.map(({ name, rows }) => [name, rows]));
}
