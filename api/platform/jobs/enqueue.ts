import type { EntityManager } from '@mikro-orm/postgresql';

/** A job waiting to be written with its cause. */
export interface QueuedJob {
  readonly name: string;
  readonly payload: object;
  /** Waiting duplicates with one key become one run. */
  readonly key: string | null;
  readonly attempts: number;
  /** When to run it at the earliest; null is at once. Business deadlines are due times in tables, not this. */
  readonly runAt: Date | null;
}

/** Writes jobs in the transaction that causes them. Sorted, because keyed jobs lock until the commit. */
export async function enqueueJobs(em: EntityManager, jobs: readonly QueuedJob[]): Promise<void> {
  if (jobs.length === 0) return;
  const order = (job: QueuedJob): string => `${job.key === null ? 0 : 1}:${job.name}:${job.key ?? ''}`;
  const sorted = [...jobs].sort((a, b) => (order(a) < order(b) ? -1 : 1));
  await em.execute(
    `select count(graphile_worker.add_job(
        j.name, j.payload, run_at => j.run_at, max_attempts => j.attempts, job_key => j.key))
       from (select * from jsonb_to_recordset(?::jsonb)
               as t(n int, name text, payload json, key text, attempts int, run_at timestamptz) order by n) j`,
    [
      JSON.stringify(
        sorted.map((job, n) => ({
          n,
          name: job.name,
          payload: job.payload,
          key: job.key === null ? null : `${job.name}:${job.key}`,
          attempts: job.attempts,
          run_at: job.runAt?.toISOString() ?? null,
        })),
      ),
    ],
  );
}
