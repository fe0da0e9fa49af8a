import { parseCronItems, run, runOnce, type TaskList, Logger as WorkerLogger } from 'graphile-worker';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Context } from '../context.ts';
import type { JobDefinition } from './define-job.ts';

/** What a worker needs: the queue's database, the jobs it knows, and a fresh context of the program itself for each run. */
export interface WorkerOptions {
  readonly pool: Pool;
  readonly jobs: readonly JobDefinition[];
  readonly contextForJob: () => Context;
  readonly log: Logger;
  /** Jobs at the same time. */
  readonly concurrency?: number;
  /** How often the queue is looked at although nothing was told of it, in seconds. */
  readonly pollSeconds?: number;
}

/** A running worker. */
export interface RunningWorker {
  /** Lets running jobs end, then stops. */
  stop(): Promise<void>;
}

/** Starts doing jobs as they come, and the repeating ones by their cron lines. */
export async function startWorker(options: WorkerOptions): Promise<RunningWorker> {
  const runner = await run({
    pgPool: options.pool,
    taskList: taskList(options),
    concurrency: options.concurrency ?? 4,
    pollInterval: (options.pollSeconds ?? 2) * 1000,
    noHandleSignals: true,
    parsedCronItems: parseCronItems(
      options.jobs.flatMap((job) =>
        job.cron
          ? [{ task: job.name, match: job.cron, options: { maxAttempts: job.attempts, backfillPeriod: 0 } }]
          : [],
      ),
    ),
    logger: workerLogger(options.log),
  });
  // The runner ends by itself only when its database is gone for good; the process then goes on without it, and says so.
  runner.promise.catch((error: unknown) => options.log.error({ err: error }, 'the job worker ended'));
  return {
    async stop() {
      await runner.stop().catch((error: unknown) => {
        if (!(error instanceof Error) || !/already/i.test(error.message)) throw error;
      });
    },
  };
}

const DUE = `select exists (select from graphile_worker.jobs
  where run_at <= now() and attempts < max_attempts and locked_at is null) as due`;

/** Does all jobs that are due and returns when none is left. */
export async function runDueJobs(options: WorkerOptions): Promise<void> {
  let isDue = true;
  // One round can end early: a worker that finds every line in use by another takes it for the end.
  while (isDue) {
    await runOnce({
      pgPool: options.pool,
      taskList: taskList(options),
      concurrency: options.concurrency ?? 2,
      noHandleSignals: true,
      logger: workerLogger(options.log),
    });
    const { rows } = await options.pool.query<{ due: boolean }>(DUE);
    isDue = rows[0]?.due ?? false;
  }
}

function taskList({ jobs, contextForJob, log }: WorkerOptions): TaskList {
  return Object.fromEntries(
    jobs.map((job) => [
      job.name,
      async (payload, helpers) => {
        try {
          await job.run(payload as never, contextForJob());
        } catch (error) {
          const { attempts, max_attempts: most } = helpers.job;
          // Tried again by the queue; only the last failure needs a person.
          log[attempts >= most ? 'error' : 'warn'](
            { err: error, job: job.name, attempts, most },
            attempts >= most ? 'job given up' : 'job failed, will be tried again',
          );
          throw error;
        }
      },
    ]),
  );
}

/** The queue's own words, without its routine ones. */
function workerLogger(log: Logger): WorkerLogger {
  return new WorkerLogger(() => (level, message) => {
    if (level === 'error' && !/^Failed task/.test(message)) log.error(message);
    else if (level === 'warning') log.warn(message);
  });
}
