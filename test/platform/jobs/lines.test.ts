import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPool } from '../../../api/platform/database/pool.ts';
import { inTransaction } from '../../../api/platform/database/transaction.ts';
import { createLog } from '../../../api/platform/http/log.ts';
import { defineJob, queueJob } from '../../../api/platform/jobs/define-job.ts';
import { runDueJobs } from '../../../api/platform/jobs/worker.ts';
import { openWorld, type World } from '../../support/world.ts';

const log = createLog('silent');
let world: World;
let pool: pg.Pool;
beforeAll(async () => {
  world = await openWorld();
  pool = createPool({ url: world.database.appUrl, applicationName: 'berjubel-lines-test', log });
});
afterAll(async () => {
  await pool.end();
  await world.close();
});

/** What happened in jobs, in the order in which it happened. */
let happened: string[] = [];
/** How many must have begun before one ends. */
let together = 1;
const step = defineJob<{ name: string; key?: string; line: string | null }>({
  name: 'test.step',
  on: [],
  payload: () => null,
  line: ({ line }) => line,
  attempts: 3,
  async run({ name }) {
    happened.push(`${name} begins`);
    // Long enough for what may not run beside it to begin; and until what should has begun.
    do await pool.query('select pg_sleep(0.05)');
    while (happened.length < together);
    happened.push(`${name} ends`);
  },
});
const keyed = { ...step, name: 'test.keyedStep', key: ({ name }: { name: string }) => name };

const contextForJob = () => world.context();
const doDue = (): Promise<void> => runDueJobs({ pool, jobs: [step, keyed], contextForJob, log, concurrency: 4 });
const doAll = async (): Promise<string[]> => {
  happened = [];
  await doDue();
  return happened;
};
const inTurn = (...names: string[]): string[] => names.flatMap((name) => [`${name} begins`, `${name} ends`]);

describe('jobs of one line', () => {
  test.each([
    ['without keys', step],
    ['with keys', keyed],
  ])('%s are done one after another, in the order in which they were queued', async (_what, job) => {
    const names = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];
    for (const name of names)
      await inTransaction(world.context(), async (tx) => queueJob(tx, job, { name, line: 'here' }));
    expect(await doAll()).toEqual(inTurn(...names));
  });

  test.each([
    ['without keys', step],
    ['with keys', keyed],
  ])('%s: a transaction that began first and had to wait comes second', async (_what, job) => {
    const begun = Promise.withResolvers<void>();
    const released = Promise.withResolvers<void>();
    const waiting = inTransaction(world.context(), async (tx) => {
      await tx.execute('select 1');
      begun.resolve();
      await released.promise;
      queueJob(tx, job, { name: 'began first', line: 'here' });
    });
    await begun.promise;
    await inTransaction(world.context(), async (tx) => queueJob(tx, job, { name: 'was first', line: 'here' }));
    released.resolve();
    await waiting;
    expect(await doAll()).toEqual(inTurn('was first', 'began first'));
  });

  test('that are asked for again while they wait keep their places, and are done once', async () => {
    for (const name of ['first', 'second', 'first', 'first'])
      await inTransaction(world.context(), async (tx) => queueJob(tx, keyed, { name, line: 'here' }));
    expect(await doAll()).toEqual(inTurn('first', 'second'));
  });

  test('that wait for a later time are done at once when they are asked for at once', async () => {
    const later = new Date(Date.now() + 3_600_000);
    for (const runAt of [later, null])
      await inTransaction(world.context(), async (tx) => queueJob(tx, keyed, { name: 'soon', line: null }, runAt));
    expect(await doAll()).toEqual(inTurn('soon'));
  });

  test('wait for nobody of another line, or of none', async () => {
    for (const line of ['here', 'there', null])
      await inTransaction(world.context(), async (tx) => queueJob(tx, step, { name: String(line), line }));
    together = 3;
    happened = [];
    const rounds = [doDue()];
    // A worker that finds every line in use at that instant takes it for the end of its round; in a market others come along.
    for (; happened.length < together; rounds.push(doDue())) await pool.query('select pg_sleep(0.1)');
    await Promise.all(rounds);
    expect(happened.slice(0, 3).toSorted()).toEqual(['here begins', 'null begins', 'there begins']);
  });
});

describe('a job that is asked for again', () => {
  const ask = (): Promise<void> =>
    inTransaction(world.context(), async (tx) => queueJob(tx, keyed, { name: 'again', line: null }));
  const TAKE = `update graphile_worker._private_jobs set locked_at = now(), locked_by = 'other', attempts = attempts + 1
    where key = 'test.keyedStep:again'`;
  const WAITS_FOR = 'select 1 from pg_stat_activity where $1::int = any(pg_blocking_pids(pid))';

  test('at the instant at which a worker takes it is done once more: what the first had read was older', async () => {
    together = 1;
    await ask();
    const worker = await pool.connect();
    await worker.query('begin');
    await worker.query(TAKE);
    const { rows } = await worker.query<{ pid: number }>('select pg_backend_pid() as pid');
    const asked = ask();
    while ((await pool.query(WAITS_FOR, [rows[0]?.pid])).rowCount === 0);
    await worker.query('commit');
    worker.release();
    await asked;
    expect(await doAll()).toEqual(inTurn('again'));
  });

  test('while it is done, and then fails, leaves its next try alone in the queue', async () => {
    let tries = 0;
    const failing = {
      ...keyed,
      name: 'test.failing',
      async run() {
        tries += 1;
        if (tries > 1) return;
        await wish();
        throw new Error('the neighbour is away');
      },
    };
    const wish = () =>
      inTransaction(world.context(), async (tx) => queueJob(tx, failing, { name: 'again', line: null }));
    await wish();
    await runDueJobs({ pool, jobs: [failing], contextForJob: () => world.context(), log });
    expect(tries).toBe(2);
    expect(
      (await pool.query(`select 1 from graphile_worker.jobs where task_identifier = 'test.failing'`)).rowCount,
    ).toBe(0);
  });
});
