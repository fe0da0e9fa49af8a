import { setTimeout as pause } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import type { Logger } from 'pino';
import { lineOfRepeating } from './repeating-jobs.ts';

/** First half of the advisory locks by which workers show that they live. */
const LOCK_CLASS = 20_261_128;
const RETRY_MS = 500;
/** A worker shows itself within this time of taking its first job, in seconds. */
const GRACE_SECONDS = 10;

/** Shows to all processes which workers of this one live. */
export interface WorkerPresence {
  /** A worker of this process begins or ends. */
  begin(workerId: string): void;
  end(workerId: string): void;
  close(): Promise<void>;
}

/**
 * Holds an advisory lock for each worker of this process on one connection of its own: PostgreSQL gives the locks up when the
 * process dies, however it dies. A lost connection is made again.
 */
export function showPresence(pool: Pool, log: Logger): WorkerPresence {
  const living = new Set<string>();
  const closing = new AbortController();
  let client: PoolClient | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  /** One after the other. A failure is the connection's, which then ends and is made again with all locks. */
  const say = (act: 'pg_try_advisory_lock' | 'pg_advisory_unlock', workerId: string): void => {
    const text = `select ${act}($1, hashtext($2))`;
    turn = turn.then(() => client?.query(text, [LOCK_CLASS, workerId])).catch(() => {});
  };
  const holdOnce = async (): Promise<void> => {
    const own = await pool.connect();
    const over = Promise.withResolvers<void>();
    const end = (): void => over.resolve();
    own.once('end', end).on('error', end);
    closing.signal.addEventListener('abort', end);
    client = own;
    for (const workerId of living) say('pg_try_advisory_lock', workerId);
    if (closing.signal.aborted) end();
    await over.promise;
    client = null;
    await turn;
    own.release(true); // closed, not given back: its locks go with it
  };
  const hold = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      await holdOnce().catch((error: unknown) => log.warn({ err: error }, 'a worker cannot show that it lives'));
      if (!closing.signal.aborted) await pause(RETRY_MS);
    }
  };
  const holding = hold();
  return {
    begin(workerId) {
      living.add(workerId);
      say('pg_try_advisory_lock', workerId);
    },
    end(workerId) {
      living.delete(workerId);
      say('pg_advisory_unlock', workerId);
    },
    async close() {
      closing.abort();
      await holding;
    },
  };
}

/** The workers that live, in SQL: second halves of their locks. */
const LIVING = `
  select objid::bigint from pg_locks
   where locktype = 'advisory' and classid = ${LOCK_CLASS} and objsubid = 2 and granted
     and database = (select oid from pg_database where datname = current_database())`;

/** The second half of the lock of a worker, in SQL. */
const HALF = '(hashtext(locked_by)::bigint & 4294967295)';

/** Counts, as `jobs`, those that workers who live are doing: what a dead one left behind is locked as well until it is given free. */
export const JOBS_OF_THE_LIVING = `
  select count(*)::int as jobs from graphile_worker._private_jobs where locked_at is not null and ${HALF} in (${LIVING})`;

const FREE = `
  with holders as (
    select locked_by from graphile_worker._private_jobs
     where locked_at < now() - interval '${GRACE_SECONDS} seconds' and locked_by is not null
    union
    select locked_by from graphile_worker._private_job_queues
     where locked_at < now() - interval '${GRACE_SECONDS} seconds' and locked_by is not null
  ), dead as (
    select array_agg(locked_by) as ids, count(*)::int as number from holders
     where ${HALF} not in (${LIVING})
  )
  select number, case when number > 0 then graphile_worker.force_unlock_workers(ids) end from dead`;

/** Seconds that the runs of a job that repeats may be held up by one of them: its host may hang, or have lost its power without a word. */
const LONGEST_RUN_SECONDS = 600;

const FREE_LINES = `
  update graphile_worker._private_job_queues set locked_at = null, locked_by = null
   where starts_with(queue_name, '${lineOfRepeating('')}') and locked_at < now() - interval '${LONGEST_RUN_SECONDS} seconds'`;

/**
 * Gives the jobs and lines of workers that live no more free, for others to do: the queue itself would wait four hours. Answers how
 * many workers had died. One that lives but has lost its connection may see its job done twice, which is harmless; and so is the next
 * run of a job that repeats beside one that takes too long.
 */
export async function freeJobsOfTheDead(pool: Pool): Promise<number> {
  await pool.query(FREE_LINES);
  const { rows } = await pool.query<{ number: number }>(FREE);
  return rows[0]?.number ?? 0;
}
