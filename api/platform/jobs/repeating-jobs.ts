import type { CronItem } from 'graphile-worker';
import type { JobDefinition } from './define-job.ts';

/**
 * What the queue is told of jobs that repeat. Of each one runs at a time and at most one more waits: while a neighbour is away a run may
 * take longer than the time to the next, and runs that pile up would take all workers, and the queue after them. One that waits keeps its
 * place.
 */
export function repeatingJobs(jobs: readonly JobDefinition[]): CronItem[] {
  return jobs.flatMap(({ name, attempts, cron }) => {
    if (!cron) return [];
    const alone = {
      queueName: lineOfRepeating(name),
      jobKey: `${name}:repeats`,
      jobKeyMode: 'preserve_run_at',
    } as const;
    return [{ task: name, match: cron, options: { maxAttempts: attempts, backfillPeriod: 0, ...alone } }];
  });
}

/** The line in which the runs of a job that repeats come one after another; also for those that are asked for besides. */
export function lineOfRepeating(name: string): string {
  return `repeats:${name}`;
}
