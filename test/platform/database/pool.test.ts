import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPool } from '../../../api/platform/database/pool.ts';
import { openEmptyDatabase, type TestDatabase } from '../../support/database.ts';
import { aLog, rows, until } from './data-folders.ts';

describe('a pool', () => {
  let database: TestDatabase;
  let pool: Pool;
  const log = aLog();
  const ask = async (text: string) => (await pool.query(text)).rows[0]?.answer;
  beforeAll(async () => {
    database = await openEmptyDatabase();
    pool = createPool({
      url: database.appUrl,
      applicationName: 'berjubel-pool-test',
      log,
      max: 2,
      statementTimeoutMs: 500,
    });
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  test('reads money as a number, an instant as Date, a day as its text', async () => {
    expect(await ask('SELECT 9000000000000000::bigint AS answer')).toBe(9_000_000_000_000_000);
    expect(await ask('SELECT count(*) AS answer FROM pg_database')).toEqual(expect.any(Number));
    expect(await ask("SELECT '2026-11-24 10:00+07'::timestamptz AS answer")).toEqual(new Date('2026-11-24T03:00:00Z'));
    expect(await ask("SELECT '2026-11-24'::date AS answer")).toBe('2026-11-24');
    expect(await ask('SELECT ARRAY[1, 2]::bigint[] AS answer')).toEqual([1, 2]);
    expect(await ask('SELECT NULL::bigint AS answer')).toBeNull();
  });

  test('refuses a number that would lose digits', async () => {
    await expect(ask('SELECT 9007199254740993 AS answer')).rejects.toThrow('9007199254740993');
    await expect(ask('SELECT ARRAY[9007199254740993] AS answer')).rejects.toThrow('9007199254740993');
    expect(await ask('SELECT 1 AS answer')).toBe(1);
  });

  test('names itself to the server, and cuts off a statement that takes too long', async () => {
    expect(await ask("SELECT current_setting('application_name') AS answer")).toBe('berjubel-pool-test');
    await expect(ask('SELECT pg_sleep(30) AS answer')).rejects.toThrow('statement timeout');
  });

  test('lives on when its connections are cut, those at rest and those at work', async () => {
    const borrowed = await pool.connect();
    await ask('SELECT 1 AS answer');
    const cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'berjubel-pool-test'";
    await rows(database.superuserUrl, cut);
    await until(() => log.lines.some((line) => line.includes('A database connection of berjubel-pool-test was lost')));
    await expect(borrowed.query('SELECT 1')).rejects.toThrow();
    borrowed.release(true);
    expect(await ask('SELECT 1 AS answer')).toBe(1);
  });
});
