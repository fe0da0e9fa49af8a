import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';
import { type Column, refusedBy, rowsFor } from '../../support/row-candidates.ts';

/** A constraint of a table of ours, as PostgreSQL tells it. */
interface Constraint {
  readonly table: string;
  readonly name: string;
  readonly kind: 'c' | 'u' | 'f';
  readonly definition: string;
  readonly columns: readonly string[];
}

let database: TestDatabase;
let client: Client;
beforeAll(async () => {
  database = await openTestDatabase();
  client = new Client({ connectionString: database.superuserUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

async function constraints(kind: Constraint['kind']): Promise<readonly Constraint[]> {
  const { rows } = await client.query<Constraint>(
    `select t.relname as table, k.conname as name, k.contype as kind, pg_get_constraintdef(k.oid) as definition,
            array(select a.attname::text from unnest(k.conkey) as n join pg_attribute a on a.attrelid = t.oid and a.attnum = n) as columns
       from pg_constraint k join pg_class t on t.oid = k.conrelid join pg_namespace s on s.oid = t.relnamespace
      where s.nspname = 'public' and t.relname <> 'mikro_orm_migrations' and k.contype = $1 and k.convalidated order by 1, 2`,
    [kind],
  );
  return rows;
}

async function columnsOf(table: string): Promise<readonly Column[]> {
  const { rows } = await client.query<Column>(
    `select a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull and d.adbin is null as "isRequired"
       from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''`,
    [`public."${table}"`],
  );
  return rows;
}

/** Does something with a table on which this constraint stands alone, and leaves all as it was. */
async function alone<Result>({ table, name, kind }: Constraint, act: () => Promise<Result>): Promise<Result> {
  await client.query('begin');
  try {
    // Foreign keys are triggers of the system; those of ours, and other foreign keys, are not asked.
    await client.query(`alter table "${table}" disable trigger user`);
    const { rows } = await client.query<{ name: string; index: boolean }>(
      `select conname as name, false as index from pg_constraint where conrelid = $1::regclass and conname <> $2 and contype in ('c', 'u', 'f')
       union all select c.relname, true from pg_index i join pg_class c on c.oid = i.indexrelid
        where i.indrelid = $1::regclass and i.indisunique and not i.indisprimary
          and not exists (select from pg_constraint k where k.conindid = i.indexrelid)`,
      [`public."${table}"`, name],
    );
    for (const other of rows) {
      const gone = other.index
        ? `drop index "${other.name}"`
        : `alter table "${table}" drop constraint "${other.name}" cascade`;
      await client.query(gone);
    }
    await client.query(`set local session_replication_role = ${kind === 'f' ? 'origin' : 'replica'}`);
    if (kind === 'f') await client.query('set constraints all immediate');
    return await act();
  } finally {
    await client.query('rollback');
  }
}

test('each CHECK refuses some row and lets some row in', async () => {
  const blunt: string[] = [];
  const found = await constraints('c');
  for (const each of found) {
    const columns = await columnsOf(each.table);
    const seen = { bites: false, lets: false };
    await alone(each, async () => {
      for (const row of rowsFor(columns, each.columns, each.definition)) {
        const by = await refusedBy(client, each.table, [row]);
        if (by === each.name) seen.bites = true;
        if (by === null) seen.lets = true;
        if (seen.bites && seen.lets) return;
      }
    });
    if (!seen.bites || !seen.lets) blunt.push(`${each.table}.${each.name} ${JSON.stringify(seen)} ${each.definition}`);
  }
  expect(blunt).toEqual([]);
  expect(found.length).toBeGreaterThan(80);
}, 240_000);

test('each unique key refuses the same again', async () => {
  const blunt: string[] = [];
  const found = await constraints('u');
  for (const each of found) {
    const columns = await columnsOf(each.table);
    const [row = {}] = rowsFor(columns, each.columns, '', 1);
    const fixed = Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        each.columns.includes(name) && value === 'gen_random_uuid()' ? `'00000000-0000-7000-8000-000000000001'` : value,
      ]),
    );
    const by = await alone(each, () => refusedBy(client, each.table, [fixed, fixed]));
    if (by !== each.name) blunt.push(`${each.table}.${each.name}: ${by}`);
  }
  expect(blunt).toEqual([]);
  expect(found.length).toBeGreaterThan(10);
}, 120_000);

test('each foreign key refuses what is not there', async () => {
  const blunt: string[] = [];
  const found = await constraints('f');
  for (const each of found) {
    const columns = await columnsOf(each.table);
    const [row = {}] = rowsFor(columns, each.columns, '', 1);
    const by = await alone(each, () => refusedBy(client, each.table, [row]));
    if (by !== each.name) blunt.push(`${each.table}.${each.name}: ${by}`);
  }
  expect(blunt).toEqual([]);
  expect(found.length).toBeGreaterThan(40);
}, 120_000);
