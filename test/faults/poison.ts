import type { Stage } from './stage/stage.ts';

const TRIES = 5;

/** Puts a job into the queue that can never be done. It has a key, as all of its name have: one without is taken for replaced. */
export function poison(stage: Stage): Promise<unknown> {
  return stage.rows(
    `select graphile_worker.add_job('messaging.sendMessage', '{"messageKey": "poison"}', max_attempts => ${TRIES}, job_key => 'poison')`,
  );
}

/** Null when the poisoned job is parked after its tries and is the only one; otherwise what is wrong with it. */
export async function parked(stage: Pick<Stage, 'rows'>): Promise<string | null> {
  const jobs = await stage.rows<{ attempts: number; error: string | null }>(
    `select attempts, last_error as error from graphile_worker._private_jobs where payload->>'messageKey' = 'poison'`,
  );
  const [job] = jobs;
  return jobs.length === 1 && job?.attempts === TRIES && job.error
    ? null
    : `the poisoned job is ${JSON.stringify(jobs)}`;
}
