import { readdirSync } from 'node:fs';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENTITIES } from '../../api/domains.ts';
import { MIGRATIONS } from '../../api/migrations/index.ts';
import { openOrm } from '../../api/platform/database/orm.ts';
import { openEmptyDatabase, openTestDatabase, type TestDatabase } from '../support/database.ts';

/** What a database says of its own tables, one line a column, constraint or index, as PostgreSQL itself writes it. */
interface Catalogue {
  readonly columns: Set<string>;
  readonly constraints: Set<string>;
  readonly indexes: Set<string>;
}

const OURS = `n.nspname = 'public' and c.relname <> 'mikro_orm_migrations'`;

async function catalogueOf(url: string): Promise<Catalogue> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const lines = async (sql: string): Promise<Set<string>> =>
      new Set((await client.query<{ line: string }>(sql)).rows.map(({ line }) => line));
    return {
      columns: await lines(
        `select c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end
            || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') as line
           from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
           left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
          where ${OURS} and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`,
      ),
      constraints: await lines(
        `select c.relname || ' ' || k.conname || ' ' || pg_get_constraintdef(k.oid) as line
           from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
          where ${OURS} and k.contype in ('c', 'f', 'p', 'u')`,
      ),
      indexes: await lines(
        `select pg_get_indexdef(i.indexrelid) as line
           from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
          where ${OURS} and c.relkind = 'r'`,
      ),
    };
  } finally {
    await client.end();
  }
}

test('every migration that is checked in is made, in the order of its name', () => {
  const files = readdirSync('api/migrations').filter((file) => file.startsWith('Migration'));
  expect(MIGRATIONS.map(({ name }) => `${name}.ts`)).toEqual(files.sort());
});

describe('the checked-in migrations', () => {
  let migrated: TestDatabase;
  let described: TestDatabase;
  let byMigrations: Catalogue;
  let byEntities: Catalogue;

  beforeAll(async () => {
    migrated = await openTestDatabase();
    described = await openEmptyDatabase();
    const orm = await openOrm({ url: described.ownerUrl, entities: ENTITIES, connections: 2 });
    await orm.schema.create();
    await orm.close(true);
    byMigrations = await catalogueOf(migrated.ownerUrl);
    byEntities = await catalogueOf(described.ownerUrl);
  });

  afterAll(async () => {
    await migrated?.drop();
    await described?.drop();
  });

  test('make every column that the entities describe, with its type and default', () => {
    expect([...byEntities.columns].filter((line) => !byMigrations.columns.has(line))).toEqual([]);
  });

  test('make every check, key and reference that the entities describe', () => {
    expect([...byEntities.constraints].filter((line) => !byMigrations.constraints.has(line))).toEqual([]);
  });

  test('make every index that the entities describe', () => {
    expect([...byEntities.indexes].filter((line) => !byMigrations.indexes.has(line))).toEqual([]);
  });

  test('make no column in a table of the entities that no entity knows', () => {
    const tables = new Set([...byEntities.columns].map((line) => line.split('.')[0]));
    const unknown = [...byMigrations.columns].filter(
      (line) => tables.has(line.split('.')[0]) && !byEntities.columns.has(line),
    );
    expect(unknown).toEqual([]);
  });
});
