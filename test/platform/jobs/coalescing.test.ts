import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createPool } from '../../../api/platform/database/pool.ts';
import { inTransaction, type Tx } from '../../../api/platform/database/transaction.ts';
import { createLog } from '../../../api/platform/http/log.ts';
import { defineJob, queueJob } from '../../../api/platform/jobs/define-job.ts';
import { repeatingJobs } from '../../../api/platform/jobs/repeating-jobs.ts';
import { runDueJobs, startWorker, type WorkerOptions } from '../../../api/platform/jobs/worker.ts';
import { letRivalRunFirst } from '../../support/rival.ts';
import { openWorld, type World } from '../../support/world.ts';

const log = createLog('silent');
let world: World;
let pool: pg.Pool;
beforeAll(async () => {
  world = await openWorld();
  pool = createPool({ url: world.database.appUrl, applicationName: 'berjubel-coalescing-test', log });
});
afterAll(async () => {
  await pool.end();
  await world.close();
});
beforeEach(() => pool.query('delete from graphile_worker._private_jobs'));

/** In how many seconds each job of the queue runs. */
const waiting = async (): Promise<number[]> => {
  const { rows } = await pool.query<{ seconds: number }>(
    'select round(extract(epoch from run_at - now()))::int as seconds from graphile_worker.jobs',
  );
  return rows.map(({ seconds }) => seconds);
};
/** So many seconds, less what has passed on a busy machine. */
const about = (seconds: number): unknown => expect.toSatisfy((seen: number) => seen <= seconds && seen > seconds - 60);

describe('jobs with one key that are wished for different times', () => {
  const wake = defineJob<{ n?: number }>({
    name: 'test.wake',
    on: [],
    payload: () => null,
    key: () => 'one',
    attempts: 1,
    run: async () => {},
  });
  const wish = (seconds: number | null) => async (tx: Tx) =>
    queueJob(tx, wake, {}, seconds === null ? null : new Date(Date.now() + seconds * 1000));
  const wished = (seconds: number | null): Promise<void> => inTransaction(world.context(), wish(seconds));

  test('a thousand wishes are one job, which runs at the earliest', async () => {
    for (const seconds of [600, 300, 900]) await wished(seconds);
    await inTransaction(world.context(), async (tx) => {
      for (let n = 0; n < 997; n += 1) await wish(300 + n)(tx);
    });
    expect(await waiting()).toEqual([about(300)]);
    await wished(null);
    expect(await waiting()).toEqual([about(0)]);
    await wished(600);
    expect(await waiting()).toEqual([about(0)]);
  });

  test('of two wishes at once that both come before the one that waits, the earlier holds', async () => {
    await wished(900);
    const early = async (tx: Tx): Promise<void> => {
      await tx.execute(
        `select graphile_worker.add_job('test.wake', run_at => now() + interval '300 s', job_key => 'test.wake:one')`,
      );
    };
    expect((await letRivalRunFirst(world, early, () => wished(600))).status).toBe('fulfilled');
    expect(await waiting()).toEqual([about(300)]);
  });
});

describe('a job that repeats', () => {
  let begun = 0;
  let atOnce = 0;
  const gate = Promise.withResolvers<void>();
  const sweep = defineJob<object>({
    name: 'test.sweep',
    on: [],
    payload: () => null,
    attempts: 1,
    cron: '0 0 1 1 *',
    async run() {
      begun += 1;
      atOnce += 1;
      await gate.promise;
      atOnce -= 1;
    },
  });
  const options = (job: typeof sweep): WorkerOptions => ({
    pool,
    jobs: [job],
    contextForJob: () => world.context(),
    log,
  });
  /** The time of its cron line has come once more: what the queue does then. */
  const comesRound = async (): Promise<void> => {
    const [{ task, options: asked = {} }] = repeatingJobs([sweep]) as [ReturnType<typeof repeatingJobs>[0]];
    await pool.query(
      'select graphile_worker.add_job($1, queue_name => $2, max_attempts => $3, job_key => $4, job_key_mode => $5)',
      [task, asked.queueName, asked.maxAttempts, asked.jobKey, asked.jobKeyMode],
    );
  };

  test('and takes an hour waits once more, not sixty times, and no two of it run at once', async () => {
    await comesRound();
    const worker = await startWorker({ ...options(sweep), pollSeconds: 0.1 });
    while (begun === 0) await pause(10);
    for (let minute = 0; minute < 60; minute += 1) await comesRound();
    expect(await waiting()).toHaveLength(2);
    await pause(500);
    expect([begun, atOnce]).toEqual([1, 1]);
    gate.resolve();
    while ((await waiting()).length > 0) await pause(20);
    await worker.stop();
    expect(begun).toBe(2);
  });

  test('and fails leaves nothing in the queue: its next run is the next try', async () => {
    const failing = { ...sweep, run: () => Promise.reject(new Error('the neighbour is away')) };
    for (let minute = 0; minute < 3; minute += 1) {
      await comesRound();
      await runDueJobs(options(failing));
    }
    expect(await waiting()).toEqual([]);
  });
});
