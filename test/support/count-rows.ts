import type { Context } from '../../api/platform/context.ts';

/** The names of the tables of a database by its reader: no test makes or drops one. */
const known = new WeakMap<Context['read'], Promise<readonly string[]>>();

/** Every table of ours and the job queue's, with its schema. */
export function tablesOf({ read }: Context): Promise<readonly string[]> {
  const names = known.get(read) ?? readTables(read);
  known.set(read, names);
  return names;
}

async function readTables(read: Context['read']): Promise<readonly string[]> {
  const tables = await read.rows<{ name: string }>(
    `select table_schema || '.' || table_name as name from information_schema.tables
      where table_type = 'BASE TABLE' and (table_schema = 'public' or table_name = '_private_jobs') order by 1`,
  );
  return tables.map(({ name }) => name);
}

/** How many rows each table holds, the job queue's included: what a refusal must leave as it was. */
export async function countRows(ctx: Context): Promise<Record<string, number>> {
  const counts = (await tablesOf(ctx)).map((name) => `select '${name}' as name, count(*)::int as rows from ${name}`);
  const counted = await ctx.read.rows<{ name: string; rows: number }>(counts.join(' union all '), [], 'count_rows');
  return Object.fromEntries(counted.map(({ name, rows }) => [name, rows]));
}
