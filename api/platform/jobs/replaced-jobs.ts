import type { JobHelpers } from 'graphile-worker';
import type { Pool } from 'pg';

/**
 * Whether a job was asked for again, or taken out, while it was done. The queue has taken its key and counts it as tried to the end: whatever
 * comes of it, another one is its next try, or none is wanted. False while the database cannot be asked.
 */
export async function isReplaced({ job: { id, key }, query }: JobHelpers): Promise<boolean> {
  if (key === null) return false;
  const text = 'select key is null as "isReplaced" from graphile_worker.jobs where id = $1';
  const found = await query<{ isReplaced: boolean }>(text, [id]).catch(() => null);
  return found?.rows[0]?.isReplaced ?? false;
}

const FORGET = `
  select graphile_worker.complete_jobs(array(
    select id from graphile_worker.jobs
     where key is null and attempts >= max_attempts and locked_at is null and task_identifier = any($1)))`;

/**
 * Takes replaced jobs out of the queue of which nobody learnt how they ended: their worker died, or was told so only after they had failed.
 * `keyed` are the names of all jobs that are never without a key.
 */
export async function forgetReplaced(pool: Pool, keyed: readonly string[]): Promise<void> {
  await pool.query(FORGET, [keyed]);
}
