import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createPool } from '../../../api/platform/database/pool.ts';
import { inTransaction } from '../../../api/platform/database/transaction.ts';
import { createLog } from '../../../api/platform/http/log.ts';
import { defineJob, queueJob } from '../../../api/platform/jobs/define-job.ts';
import { type RunningWorker, startWorker } from '../../../api/platform/jobs/worker.ts';
import { freeJobsOfTheDead } from '../../../api/platform/jobs/worker-presence.ts';
import { openWorld, type World } from '../../support/world.ts';

const log = createLog('silent');
let world: World;
let pool: pg.Pool;
let server: pg.Client;
let worker: RunningWorker;
beforeAll(async () => {
  world = await openWorld();
  pool = createPool({ url: world.database.appUrl, applicationName: 'berjubel-worker-test', log });
  const url = new URL(world.database.superuserUrl);
  url.pathname = '/postgres';
  server = new pg.Client({ connectionString: url.href });
  await server.connect();
});
afterEach(() => worker.stop());
afterAll(async () => {
  await pool.end();
  await server.end();
  await world.close();
});

/** Names of the jobs that began, one for each time. */
let begun: string[] = [];
/** As many as a worker does at the same time. */
const FOUR = ['one', 'two', 'three', 'four'];
const gates = new Map<string, PromiseWithResolvers<void>>();
const held = defineJob<{ name: string }>({
  name: 'test.held',
  on: [],
  payload: () => null,
  attempts: 5,
  async run({ name }) {
    begun.push(name);
    await gates.get(name)?.promise;
  },
});
const begin = async (...names: string[]): Promise<void> => {
  begun = [];
  for (const name of names) {
    gates.set(name, Promise.withResolvers());
    await inTransaction(world.context(), async (tx) => queueJob(tx, held, { name }));
  }
  worker = await startWorker({ pool, jobs: [held], contextForJob: () => world.context(), log, pollSeconds: 0.1 });
  while (begun.length < names.length) await pause(10);
};
const open = (name: string): void => gates.get(name)?.resolve();
const queued = async (): Promise<number> => {
  const { rows } = await pool.query(`select from graphile_worker.jobs where task_identifier = 'test.held'`);
  return rows.length;
};

/** The database cuts all connections and takes none, as one that was killed and is not back. */
const lose = async (): Promise<void> => {
  await server.query(`alter database ${world.database.name} with allow_connections false`);
  await server.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = $1`, [
    world.database.name,
  ]);
};
const giveBack = (): Promise<unknown> =>
  server.query(`alter database ${world.database.name} with allow_connections true`);

describe('a worker', () => {
  test('goes on when the results of its jobs were lost with the database', { timeout: 60_000 }, async () => {
    await begin(...FOUR);
    await lose();
    for (const name of FOUR) {
      open(name);
      await pause(50); // each result is lost by itself
    }
    await pause(500);
    await giveBack();
    // What is new is done at once, and what was lost when it is clear that its holder is gone.
    await inTransaction(world.context(), async (tx) => queueJob(tx, held, { name: 'new' }));
    while (!begun.includes('new')) await pause(20);
    while ((await queued()) > 0) await pause(100);
    expect(begun.filter((name) => name !== 'new').sort()).toEqual([...FOUR, ...FOUR].sort());
  });

  test('keeps a job that takes long', async () => {
    await begin('long');
    await pool.query(`update graphile_worker._private_jobs set locked_at = now() - interval '1 minute'`);
    expect(await freeJobsOfTheDead(pool)).toBe(0);
    open('long');
    while ((await queued()) > 0) await pause(20);
    expect(begun).toEqual(['long']);
  });

  test('writes the results of its last jobs before it has stopped', async () => {
    await begin('last');
    const stopped = worker.stop();
    open('last');
    await stopped;
    expect(await queued()).toBe(0);
  });
});
