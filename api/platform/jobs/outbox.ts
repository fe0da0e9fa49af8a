import { preparedRows } from '../database/prepared.ts';
import type { Step } from '../database/steps.ts';
import type { Tx } from '../database/transaction.ts';

/** A job waiting to be written with its cause. */
export interface QueuedJob {
  readonly name: string;
  readonly payload: object;
  /** Waiting duplicates with one key become one run. */
  readonly key: string | null;
  /** Jobs of one line are done one after another; null is whenever. */
  readonly line: string | null;
  readonly attempts: number;
  /** When to run it at the earliest; null is at once. Business deadlines are due times in tables, not this. */
  readonly runAt: Date | null;
  /** How much later than that, in milliseconds: a pause that the database's own clock counts. */
  readonly pauseMs?: number;
}

/** PostgreSQL's channel on which each committed event is told to every process. */
export const EVENT_CHANNEL = 'berjubel_event';

/**
 * Adds a job with a key, or renews the one that waits. Gives when it will run; null, and nothing is added, when a worker was just taking
 * that one.
 */
const addKeyed = (k: string, mode: 'preserve_run_at' | 'replace'): string => `(graphile_worker.add_job(
                   ${k}.name, ${k}.payload, queue_name => ${k}.line, run_at => ${k}.due, max_attempts => ${k}.attempts, job_key => ${k}.key,
                   job_key_mode => '${mode}')).run_at`;

const DUE = `coalesce(run_at, clock_timestamp()) + pause_ms * interval '1 millisecond' as due`;

/**
 * One statement for all of them. Jobs with a key go in one by one, sorted, because each locks its key until the commit. What is due
 * at once is due now, not when the transaction began: of two that waited for one lock, the jobs of the first come first. A job that
 * waits already keeps its place: moved to the end by every change, that of a product which sells all the time would never be done. One
 * that would run later than is wished now is moved forward, which is judged under its lock: of several wishes the earliest holds.
 * One that a worker was just taking may read its facts before ours are committed: the second call sees it taken and adds another.
 */
const WRITE = `
  with told as (
    select e.*, pg_notify('${EVENT_CHANNEL}', jsonb_build_object('key', e.key, 'name', e.name, 'subject', e.subject)::text)
      from jsonb_to_recordset($1::jsonb) as e(key uuid, name text, subject jsonb, facts jsonb, at timestamptz)
  ), kept as (
    insert into event (id, name, subject, facts, actor_id, at)
    select key, name, subject, facts, $2::uuid, at from told
  ), free as (
    select array_agg((j.name, j.payload, j.line, j.due, j.attempts::smallint, null, null, null)::graphile_worker.job_spec) as jobs
      from (select *, ${DUE} from jsonb_to_recordset($3::jsonb)
              as j(name text, payload json, line text, attempts int, run_at timestamptz, pause_ms int)) j
  )
  select (select count(*) from free, graphile_worker.add_jobs(free.jobs) where free.jobs is not null),
         (select count(case when waits.run_at > waits.due then ${addKeyed('waits', 'replace')} end)
            from (select k.*, coalesce(${addKeyed('k', 'preserve_run_at')}, ${addKeyed('k', 'preserve_run_at')}) as run_at
                    from (select n, name, payload, key, line, attempts, ${DUE} from jsonb_to_recordset($4::jsonb)
                            as k(n int, name text, payload json, key text, line text, attempts int, run_at timestamptz, pause_ms int)
                           order by n) k offset 0) waits)`;

/** Writes the events and jobs of a transaction that are not written yet, just before its commit: each exists exactly when its cause was committed. */
export async function writeOutbox(tx: Tx): Promise<void> {
  const step = outboxStep(tx);
  if (step) await preparedRows(tx, step.text, step.values);
}

/** The statement that writes what has not been written of a transaction's events and jobs; null when there is nothing. */
export function outboxStep(tx: Tx): Step | null {
  const { recorded, queued, context } = tx;
  const events = recorded.slice(tx.written);
  const jobs = queued.splice(0);
  if (events.length === 0 && jobs.length === 0) return null;
  tx.written = recorded.length;
  const free = jobs.filter(({ key }) => key === null).map(job);
  const keyed = jobs.flatMap((each) => (each.key === null ? [] : [{ ...job(each), key: `${each.name}:${each.key}` }]));
  keyed.sort((a, b) => (a.key < b.key ? -1 : 1));
  return {
    text: WRITE,
    values: [
      JSON.stringify(events),
      context.actor.key,
      JSON.stringify(free),
      JSON.stringify(keyed.map((each, n) => ({ n, ...each }))),
    ],
  };
}

function job({
  name,
  payload,
  line,
  attempts,
  runAt,
  pauseMs = 0,
}: QueuedJob): Record<string, unknown> & { name: string } {
  return { name, payload, line, attempts, run_at: runAt?.toISOString() ?? null, pause_ms: pauseMs };
}
