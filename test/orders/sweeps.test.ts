import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTimer } from '../../api/orders/start-timers.ts';
import { sweepTimers } from '../../api/orders/sweep-timers.ts';
import { ProviderUnavailable } from '../../api/payments/index.ts';
import { createPool } from '../../api/platform/database/pool.ts';
import { inTransaction } from '../../api/platform/database/transaction.ts';
import { createLog } from '../../api/platform/http/log.ts';
import { startWorker } from '../../api/platform/jobs/worker.ts';
import { aMarket, anOrder } from '../support/makers/orders.ts';
import { type MarketWorld, openMarketWorld } from '../support/market-world.ts';
import { askProvider, sweep } from './journeys.ts';
import { parcelsOf } from './read-back.ts';

const log = createLog('silent');
let world: MarketWorld;
let pool: pg.Pool;
beforeAll(async () => {
  world = await openMarketWorld();
  pool = createPool({ url: world.database.appUrl, applicationName: 'berjubel-sweeps-test', log });
});
afterAll(async () => {
  await pool.end();
  await world.close();
});
beforeEach(async () => {
  await pool.query('delete from graphile_worker._private_jobs');
  await pool.query('update timer set fired_at = due_at where fired_at is null');
});

/** Sweeps in the queue, and in how many seconds each runs. */
const sweeps = async (): Promise<number[]> => {
  const { rows } = await pool.query<{ seconds: number }>(
    `select round(extract(epoch from run_at - now()))::int as seconds from graphile_worker.jobs
      where task_identifier = 'orders.sweepTimers' order by run_at`,
  );
  return rows.map(({ seconds }) => seconds);
};
/** So many seconds, less what has passed on a busy machine. */
const about = (seconds: number): unknown => expect.toSatisfy((seen: number) => seen <= seconds && seen > seconds - 15);
const inSeconds = (seconds: number): Date => new Date(world.clock.now().getTime() + seconds * 1000);

/** A parcel that timers can be about; those started here find nothing to do. */
async function aParcel(): Promise<(...seconds: number[]) => Promise<void>> {
  const market = await aMarket(world, { shops: 1 });
  const { order } = await anOrder(world, market, { paymentMethod: 'CASH' });
  const [parcel] = await parcelsOf(world, market, order);
  return (...seconds) =>
    inTransaction(world.context(), async (tx) => {
      for (const each of seconds) startTimer(tx, 'RETURN_NEAR', order.key, parcel!.key, inSeconds(each));
    });
}
const upTo = (count: number): number[] => Array.from({ length: count }, (_, n) => n);

test('a thousand deadlines that are far off queue no sweep, a thousand that are near queue one', async () => {
  const start = await aParcel();
  await start(...upTo(1000).map((n) => 600 + 13 * n));
  expect(await sweeps()).toEqual([]);
  for (const batch of upTo(4)) await start(...upTo(250).map((n) => 20 + (batch * 250 + n) / 10));
  expect(await sweeps()).toEqual([about(20)]);
});

test('an earlier deadline wakes the sweep earlier, a later one no later', async () => {
  const start = await aParcel();
  for (const seconds of [90, 30, 60]) await start(seconds);
  expect(await sweeps()).toEqual([about(30)]);
});

test('a sweep has itself woken for the next deadline, within a minute when that is far off, and not when there is none', async () => {
  const start = await aParcel();
  await start(30, 90, 600);
  await pool.query('delete from graphile_worker._private_jobs');
  await sweep(world);
  expect(await sweeps()).toEqual([about(30)]);
  await pool.query('delete from graphile_worker._private_jobs');
  await world.advance(30);
  await sweep(world);
  expect(await sweeps()).toEqual([about(60)]);
  await pool.query('delete from graphile_worker._private_jobs');
  await world.advance(60);
  await sweep(world);
  expect(await sweeps()).toEqual([about(60)]);
  await pool.query('delete from graphile_worker._private_jobs');
  await pool.query('update timer set fired_at = due_at where fired_at is null');
  await sweep(world);
  expect(await sweeps()).toEqual([]);
});

test('an order that somebody holds does not hold up the timers of others', async () => {
  const [held, free] = [await aParcel(), await aParcel()];
  await held(0);
  await free(0);
  const holder = await pool.connect();
  try {
    await holder.query('begin');
    await holder.query(
      `select from orders where id in (select order_id from timer where fired_at is null order by due_at, id limit 1) for update`,
    );
    const unfired = async (): Promise<number> =>
      (
        await world
          .context()
          .read.rows('select from timer where fired_at is null and due_at <= $1', [world.clock.now()])
      ).length;
    await sweep(world);
    expect(await unfired()).toBe(1);
    await holder.query('rollback');
    await sweep(world);
    expect(await unfired()).toBe(0);
  } finally {
    holder.release(true);
  }
});

test('a deadline that comes near while a sweep waits for the payment provider is swept as soon as that is over', async () => {
  const market = await aMarket(world, { shops: 1 });
  const { order } = await anOrder(world, market);
  await askProvider(world, order);
  const start = await aParcel();
  await world.advance(16 * 60);
  const [asked, answer] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const provider = world.context().paymentProvider;
  const paymentProvider: typeof provider = {
    ...provider,
    async status() {
      asked.resolve();
      await answer.promise;
      throw new ProviderUnavailable('status', 'it hangs');
    },
  };
  const alone = { ...sweepTimers, cron: undefined } as typeof sweepTimers; // without the sweep of the next minute
  const contextForJob = () => ({ ...world.context(), em: world.context().em, paymentProvider });
  const worker = await startWorker({ pool, jobs: [alone], contextForJob, log, pollSeconds: 0.1 });
  const unfired = (): Promise<unknown[]> =>
    world.context().read.rows(`select from timer where kind = 'RETURN_NEAR' and fired_at is null`);
  await start(0);
  await asked.promise;
  for (const seconds of [3, 1, 2]) await start(seconds);
  expect(await sweeps()).toHaveLength(2); // the one that hangs, and one more
  await world.advance(3);
  answer.resolve();
  while ((await unfired()).length > 0) await pause(20);
  await worker.stop();
});
