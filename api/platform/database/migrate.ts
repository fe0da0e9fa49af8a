import type { EntityClass } from '@mikro-orm/core';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { StartError } from '../start-error.ts';
import { type MigrationClass, openOrm } from './orm.ts';

/** Two processes that start at once migrate one after the other. */
const MIGRATION_LOCK = 7_240_117;

/**
 * Brings a database up to date as its owner: the tables and rules of the checked-in migrations, the job queue's own tables, and
 * the lesser rights of the role that runs the application. Harmless when nothing is to do.
 */
export async function migrate(
  ownerUrl: string,
  appRole: string,
  entities: readonly EntityClass<object>[],
  migrations: readonly MigrationClass[],
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await runMigrations({ connectionString: ownerUrl, logger: undefined });
    const orm = await openOrm({ url: ownerUrl, entities, migrations, connections: 2 });
    try {
      await orm.migrator.up();
    } finally {
      await orm.close();
    }
    await grantApplicationRights(client, appRole);
  } finally {
    await client.end();
  }
}

/** Makes sure, as the application, that an owner has brought the database up to date. Throws StartError that says what to do. */
export async function assertMigrated(appUrl: string, migrations: readonly MigrationClass[]): Promise<void> {
  const client = new pg.Client({ connectionString: appUrl });
  await client.connect();
  try {
    const done = await client.query<{ name: string }>('select name from public.mikro_orm_migrations').catch(untold);
    const names = new Set(done.rows.map(({ name }) => name));
    if (migrations.some(({ name }) => !names.has(name)))
      throw new StartError(
        'MIGRATION_DATABASE_URL: the tables of DATABASE_URL are not there or not up to date; start once with the address of their owner',
      );
  } finally {
    await client.end();
  }
}

/** No such table, or no right to read it: nobody has migrated here. */
function untold(error: { code?: string }): { rows: { name: string }[] } {
  if (error.code === '42P01' || error.code === '42501') return { rows: [] };
  throw error;
}

/** What the application may do: read and write rows, never change tables; append-only tables refuse more in their migrations. */
async function grantApplicationRights(client: pg.Client, appRole: string): Promise<void> {
  const role = pg.escapeIdentifier(appRole);
  await client.query(`grant usage on schema public, graphile_worker to ${role}`);
  await client.query(`grant select, insert, update, delete on all tables in schema graphile_worker to ${role}`);
  await client.query(`grant usage, select on all sequences in schema public, graphile_worker to ${role}`);
  await client.query(`grant select on public.mikro_orm_migrations to ${role}`);
  await client.query(`grant execute on all functions in schema public, graphile_worker to ${role}`);
  await openQueue(client, role);
  // Tables that only grow: their migrations comment them so, and nobody but the owner may change a row.
  const tables = await client.query<{ name: string; keep: boolean }>(
    `select c.relname as name, coalesce(obj_description(c.oid, 'pg_class'), '') like 'append-only%' as keep
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname <> 'mikro_orm_migrations'`,
  );
  for (const { name, keep } of tables.rows) {
    const table = `public.${pg.escapeIdentifier(name)}`;
    await client.query(`revoke all on ${table} from ${role}`);
    await client.query(`grant select, insert${keep ? '' : ', update, delete'} on ${table} to ${role}`);
  }
}

/** graphile-worker guards its tables by row-level security without a policy, which lets only their owner see a row. */
async function openQueue(client: pg.Client, role: string): Promise<void> {
  const guarded = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c
      where c.relnamespace = 'graphile_worker'::regnamespace and c.relrowsecurity
        and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'application')`,
  );
  for (const { name } of guarded.rows) {
    const table = `graphile_worker.${pg.escapeIdentifier(name)}`;
    await client.query(`create policy application on ${table} to ${role} using (true) with check (true)`);
  }
}
