import type { Pool } from 'pg';
import { forgetReplaced } from './replaced-jobs.ts';
import { freeJobsOfTheDead } from './worker-presence.ts';

/**
 * Gives free what workers held that died, and then takes out what was asked for again meanwhile. Gives how many had died. `keyed` are
 * the names of all jobs that are never without a key.
 */
export async function tidyQueue(pool: Pool, keyed: readonly string[]): Promise<number> {
  const dead = await freeJobsOfTheDead(pool);
  await forgetReplaced(pool, keyed);
  return dead;
}
