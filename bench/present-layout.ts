import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { migrateMarket } from '../api/migrate.ts';
import type { EmbeddedPostgres } from '../api/platform/database/embedded-postgres.ts';

const MIGRATIONS = new URL('../api/migrations/', import.meta.url);
const NEXT = 'bench_next';

/**
 * Brings the database of a measured market to the tables that the code now has. Until the first release migrations are rewritten in
 * place, so a kept market is carried over into a database made anew, as far as its catalogue goes: the search is made again from that.
 * True when that was done.
 */
export async function onPresentLayout(server: EmbeddedPostgres, database: string): Promise<boolean> {
  const layout = await presentLayout();
  await server.createDatabase(database);
  const postgres = await connect(server.superuserUrl('postgres'));
  try {
    const { rows } = await postgres.query<{ layout: string | null }>(
      `select shobj_description(oid, 'pg_database') as layout from pg_database where datname = $1`,
      [database],
    );
    if (rows[0]?.layout === layout) return false;
    const isCarried = await hasMarket(server.superuserUrl(database));
    const made = isCarried ? NEXT : database;
    if (isCarried) {
      await server.dropDatabase(NEXT);
      await server.createDatabase(NEXT);
    }
    await migrateMarket(server.ownerUrl(made));
    if (isCarried) {
      await carryOver(server.superuserUrl(database), server.superuserUrl(NEXT));
      await server.dropDatabase(database);
      await postgres.query(`alter database ${NEXT} rename to ${database}`);
    }
    await postgres.query(`comment on database ${database} is '${layout}'`);
    return isCarried;
  } finally {
    await postgres.end();
  }
}

async function presentLayout(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of (await readdir(MIGRATIONS)).sort()) hash.update(await readFile(new URL(name, MIGRATIONS)));
  return hash.digest('hex');
}

async function connect(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return client;
}

async function hasMarket(url: string): Promise<boolean> {
  const client = await connect(url);
  try {
    const { rows } = await client.query<{ is: boolean }>(`select to_regclass('public.product') is not null as is`);
    return rows[0]?.is ?? false;
  } finally {
    await client.end();
  }
}

/** Columns of the tables that are carried over: all but those of search, and of the migrations themselves. */
const COLUMNS = `
  select c.relname as table, array_agg(quote_ident(a.attname) order by a.attname) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
   where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname !~ '^(search_|mikro_orm_)'
   group by c.relname order by c.relname`;

/** Copies what both databases have, by files of the server. References are not checked again. */
async function carryOver(fromUrl: string, toUrl: string): Promise<void> {
  const [from, to] = [await connect(fromUrl), await connect(toUrl)];
  try {
    type Table = { table: string; columns: string[] };
    const old = new Map((await from.query<Table>(COLUMNS)).rows.map(({ table, columns }) => [table, columns]));
    const { rows: folder } = await from.query<{ data_directory: string }>('show data_directory');
    const file = join(folder[0]?.data_directory ?? '', 'bench-carried-over');
    await to.query('set session_replication_role = replica');
    for (const { table, columns } of (await to.query<Table>(COLUMNS)).rows) {
      const both = columns.filter((column) => old.get(table)?.includes(column)).join(', ');
      if (both === '') continue;
      await from.query(`copy "${table}" (${both}) to '${file}'`);
      await to.query(`delete from "${table}"`); // rows that the migrations bring along
      await to.query(`copy "${table}" (${both}) from '${file}'`);
    }
    await rm(file, { force: true });
    await to.query('analyze');
  } finally {
    await from.end();
    await to.end();
  }
}
