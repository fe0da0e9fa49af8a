import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPool } from '../../../api/platform/database/pool.ts';
import { poolReader, type Reader } from '../../../api/platform/database/reader.ts';
import { openEmptyDatabase, type TestDatabase } from '../../support/database.ts';
import { aLog, rows, until } from './data-folders.ts';

describe('a reader', () => {
  let database: TestDatabase;
  let pool: Pool;
  let reader: Reader;
  const backend = (name?: string) => reader.rows<{ pid: number }>('select pg_backend_pid() as pid', [], name);
  beforeAll(async () => {
    database = await openEmptyDatabase();
    pool = createPool({
      url: database.appUrl,
      applicationName: 'berjubel-reader-test',
      log: aLog(),
      max: 3,
      pipeline: true,
    });
    reader = poolReader(pool);
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  test('sends what is asked for in one tick to one connection, and gives each its own answer', async () => {
    const answers = await Promise.all([
      backend(),
      reader.rows('select $1::int + 1 as n', [1], 'plus-one'),
      reader.rows('select $1::int + 1 as n', [2], 'plus-one'),
      backend(),
    ]);
    expect(answers.slice(1, 3)).toEqual([[{ n: 2 }], [{ n: 3 }]]);
    expect(answers[3]).toEqual(answers[0]);
    expect(pool.totalCount).toBe(1);
  });

  test('lets one statement fail without touching those sent with it', async () => {
    const [before, failed, badName, after] = await Promise.allSettled([
      reader.rows('select 1 as n'),
      reader.rows('select 1 / $1::int', [0]),
      reader.rows('select nothing', [], 'never-right'),
      reader.rows('select 2 as n'),
    ]);
    expect([before, after]).toMatchObject([{ value: [{ n: 1 }] }, { value: [{ n: 2 }] }]);
    expect([failed, badName]).toMatchObject([{ reason: { code: '22012' } }, { reason: { code: '42703' } }]);
    expect(await reader.rows('select 3 as n', [], 'right-afterwards')).toEqual([{ n: 3 }]);
  });

  test('tells by the stack of a failure who asked, and still what the database said', async () => {
    const askedHere = (): Promise<unknown> => reader.rows('select nothing');
    const failed = await (async () => await askedHere())().catch((error: unknown) => error);
    expect(failed).toMatchObject({ code: '42703', message: 'column "nothing" does not exist' });
    expect((failed as Error).stack).toContain('reader.test.ts');
  });

  test('refuses all that was sent to a connection that is cut, and goes on with another', async () => {
    const [held] = await backend();
    const slow = [reader.rows('select pg_sleep(60)'), reader.rows('select 1 as n')];
    const settled = Promise.allSettled(slow);
    const working = `select count(*)::int as n from pg_stat_activity where application_name = 'berjubel-reader-test' and state = 'active'`;
    await until(async () => (await rows(database.superuserUrl, working))[0]?.n === 1);
    await rows(
      database.superuserUrl,
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'berjubel-reader-test'`,
    );
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const [next] = await backend();
    expect(next?.pid).not.toBe(held?.pid);
  });
});
