import { Logger, runOnce } from 'graphile-worker';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPool } from '../../../api/platform/database/pool.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';
import { aLog, rows } from './data-folders.ts';

describe('the database of a test file', () => {
  let databases: TestDatabase[];
  beforeAll(async () => {
    databases = await Promise.all(Array.from({ length: 10 }, () => openTestDatabase()));
  });
  afterAll(() => Promise.all((databases ?? []).map((database) => database.drop())));

  test('ten asked for at once are ten different ones, all usable', async () => {
    const answers = await Promise.all(databases.map(({ appUrl }) => rows(appUrl, 'SELECT current_database() AS name')));
    expect(answers.flat().map(({ name }) => name)).toEqual(databases.map(({ name }) => name));
    expect(new Set(databases.map(({ name }) => name)).size).toBe(10);
  });

  test('what is written in one is not in another, and a dropped one is gone', async () => {
    const [one, other] = databases as [TestDatabase, TestDatabase];
    await rows(one.ownerUrl, 'CREATE TABLE only_here (id int)');
    await expect(rows(other.appUrl, 'SELECT * FROM only_here')).rejects.toThrow('does not exist');
    await one.drop();
    await expect(rows(one.appUrl, 'SELECT 1')).rejects.toThrow('does not exist');
  });

  test('the role of the application may queue a job and do it, and changes no table', async () => {
    const { appUrl } = databases[2] as TestDatabase;
    const pool = createPool({ url: appUrl, applicationName: 'test', log: aLog() });
    const done: unknown[] = [];
    try {
      await pool.query(`SELECT graphile_worker.add_job('greet', '{"name": "Tini"}', job_key => 'greet:Tini')`);
      await runOnce({
        pgPool: pool,
        taskList: { greet: (payload) => void done.push(payload) },
        noHandleSignals: true,
        logger: new Logger(() => () => {}),
      });
      expect(done).toEqual([{ name: 'Tini' }]);
      await expect(pool.query('ALTER TABLE event ADD COLUMN x int')).rejects.toThrow('must be owner');
    } finally {
      await pool.end();
    }
  });
});
