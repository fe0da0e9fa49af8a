import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPool } from '../../../api/platform/database/pool.ts';
import { createLog } from '../../../api/platform/http/log.ts';
import { tidyQueue } from '../../../api/platform/jobs/tidy-queue.ts';
import { freeJobsOfTheDead, showPresence } from '../../../api/platform/jobs/worker-presence.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';

const log = createLog('silent');

describe('a worker that died in the midst of a job', () => {
  let database: TestDatabase;
  let pool: pg.Pool;
  beforeAll(async () => {
    database = await openTestDatabase();
    pool = createPool({ url: database.appUrl, applicationName: 'berjubel-dead-test', log });
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  /** A job in a line of its own that this worker took a minute ago. */
  const takenBy = async (worker: string): Promise<void> => {
    await pool.query(`select graphile_worker.add_job('test.left', '{}', queue_name => $1)`, [worker]);
    await pool.query(
      `update graphile_worker._private_job_queues set locked_at = now() - interval '1 minute', locked_by = $1 where queue_name = $1`,
      [worker],
    );
    await pool.query(
      `update graphile_worker._private_jobs set locked_at = now() - interval '1 minute', locked_by = $1
        where job_queue_id = (select id from graphile_worker._private_job_queues where queue_name = $1)`,
      [worker],
    );
  };
  const holders = async (): Promise<string[]> => {
    const { rows } = await pool.query<{ locked_by: string }>(
      `select locked_by from graphile_worker._private_jobs where locked_by is not null
       union select locked_by from graphile_worker._private_job_queues where locked_by is not null order by 1`,
    );
    return rows.map(({ locked_by }) => locked_by);
  };
  const LOCKS = `locktype = 'advisory' and objsubid = 2 and granted
    and database = (select oid from pg_database where datname = current_database())`;
  /** The connections that show living workers, as soon as they are as wanted. */
  const shown = async (wanted: (pids: readonly number[]) => boolean): Promise<readonly number[]> => {
    for (;;) {
      const { rows } = await pool.query<{ pid: number }>(`select pid from pg_locks where ${LOCKS}`);
      const pids = rows.map(({ pid }) => pid);
      if (wanted(pids)) return pids;
      await pause(10);
    }
  };

  test('gives its job and its line free, one that lives keeps both, also after its connection was cut', async () => {
    const presence = showPresence(pool, log);
    presence.begin('living');
    const [first] = await shown(({ length }) => length === 1);
    for (const worker of ['dead', 'living']) await takenBy(worker);
    expect(await freeJobsOfTheDead(pool)).toBe(1);
    expect(await holders()).toEqual(['living']);
    await pool.query('select pg_terminate_backend($1)', [first]);
    await shown(([pid]) => pid !== undefined && pid !== first);
    expect(await freeJobsOfTheDead(pool)).toBe(0);
    presence.end('living');
    await shown(({ length }) => length === 0);
    expect(await freeJobsOfTheDead(pool)).toBe(1);
    expect(await holders()).toEqual([]);
    await presence.close();
  });

  test('leaves nothing of a job that was asked for again meanwhile: that one is its next try', async () => {
    const ask = (job: string, key: string | null) =>
      pool.query('select graphile_worker.add_job($1, job_key => $2, max_attempts => 1)', [job, key]);
    const TAKE = `update graphile_worker._private_jobs set attempts = 1, locked_at = now() - interval '1 minute', locked_by = 'dead'`;
    await pool.query('delete from graphile_worker._private_jobs');
    for (const [job, key] of [
      ['test.keyed', 'one'],
      ['test.free', null],
    ] as const)
      await ask(job, key);
    await pool.query(TAKE);
    await ask('test.keyed', 'one');
    expect(await tidyQueue(pool, ['test.keyed'])).toBe(1);
    const { rows } = await pool.query('select task_identifier as name, attempts from graphile_worker.jobs order by 1');
    expect(rows).toEqual([
      { name: 'test.free', attempts: 1 },
      { name: 'test.keyed', attempts: 0 },
    ]);
    await pool.query('delete from graphile_worker._private_jobs');
  });

  test('or hangs holds up the runs of a job that repeats for ten minutes, not for hours', async () => {
    const presence = showPresence(pool, log);
    presence.begin('repeats:hanging');
    await shown(({ length }) => length === 1);
    await takenBy('repeats:hanging');
    const heldFor = (minutes: number) =>
      pool.query(`update graphile_worker._private_job_queues set locked_at = now() - $1 * interval '1 minute'`, [
        minutes,
      ]);
    const line = async (): Promise<unknown> =>
      (
        await pool.query(
          `select locked_by from graphile_worker._private_job_queues where queue_name = 'repeats:hanging'`,
        )
      ).rows[0];
    await heldFor(9);
    await freeJobsOfTheDead(pool);
    expect(await line()).toEqual({ locked_by: 'repeats:hanging' });
    await heldFor(11);
    await freeJobsOfTheDead(pool);
    expect(await line()).toEqual({ locked_by: null });
    presence.end('repeats:hanging');
    await shown(({ length }) => length === 0);
    await freeJobsOfTheDead(pool);
    await presence.close();
  });

  test('that has only just begun is not taken for dead', async () => {
    await takenBy('new');
    await pool.query(`update graphile_worker._private_jobs set locked_at = now() where locked_by = 'new'`);
    await pool.query(`update graphile_worker._private_job_queues set locked_at = now() where locked_by = 'new'`);
    expect(await freeJobsOfTheDead(pool)).toBe(0);
    expect(await holders()).toEqual(['new']);
  });
});
