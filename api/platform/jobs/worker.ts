import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import {
  parseCronItems,
  run,
  runOnce,
  type TaskList,
  type WorkerEvents,
  Logger as WorkerLogger,
} from 'graphile-worker';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Context } from '../context.ts';
import type { JobDefinition } from './define-job.ts';
import { repeatingJobs } from './repeating-jobs.ts';
import { isReplaced } from './replaced-jobs.ts';
import { tidyQueue } from './tidy-queue.ts';
import { showPresence, type WorkerPresence } from './worker-presence.ts';

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

/** How long it takes to try again when the queue could not be reached, in milliseconds. */
const RETRY_MS = 1000;
/** How long the results of the last jobs may take to be written, in milliseconds. */
const RESULTS_MS = 5000;
/** How often jobs of workers that died are looked for, in milliseconds. */
const LOOK_FOR_DEAD_MS = 5000;

/**
 * Starts doing jobs as they come, and the repeating ones by their cron lines. It goes on until `stop`: when the database is lost in
 * the midst of a job, it begins again once that is back. Jobs of workers that died in other processes are done by this one.
 */
export async function startWorker(options: WorkerOptions): Promise<RunningWorker> {
  const { pool, log } = options;
  const keyed = options.jobs.filter(({ key }) => key).map(({ name }) => name);
  const presence = showPresence(pool, log);
  const stopping = new AbortController();
  let crew = await startCrew(options, presence);
  const keepRunning = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await crew.ending;
      if (stopping.signal.aborted) return;
      log.error('the job worker ended, it begins again');
      crew.stop().catch((error: unknown) => log.warn({ err: error }, 'the ended job worker did not stop cleanly'));
      for (let next: Crew | null = null; !next; ) {
        await pause(RETRY_MS, undefined, { signal: stopping.signal }).catch(() => {});
        if (stopping.signal.aborted) return;
        next = await startCrew(options, presence).catch((error: unknown) => {
          log.warn({ err: error }, 'the job worker cannot begin yet');
          return null;
        });
        crew = next ?? crew;
      }
    }
  };
  const running = keepRunning();
  const free = async (): Promise<void> => {
    try {
      const dead = await tidyQueue(pool, keyed);
      if (dead > 0) log.warn({ dead }, 'jobs of workers that had died were given free');
    } catch (error) {
      log.warn({ err: error }, 'the queue could not be tidied');
    }
  };
  const looking = setInterval(() => void free(), LOOK_FOR_DEAD_MS);
  return {
    async stop() {
      stopping.abort();
      clearInterval(looking);
      await crew.stop();
      await running;
      await presence.close();
    },
  };
}

/** Some workers of this process that take jobs from the queue together, under one name. */
interface Crew {
  /** Comes when they take no more jobs, asked to or because the database failed them. */
  readonly ending: Promise<void>;
  /** Lets running jobs end, then stops. */
  stop(): Promise<void>;
}

async function startCrew(options: WorkerOptions, presence: WorkerPresence): Promise<Crew> {
  const events: WorkerEvents = new EventEmitter();
  const ending = Promise.withResolvers<void>();
  const idle = Promise.withResolvers<void>();
  let atWork = 0;
  let name = '';
  events.on('pool:create', ({ workerPool }) => {
    name = workerPool.id;
    presence.begin(name);
  });
  events.on('pool:gracefulShutdown', () => ending.resolve());
  events.on('worker:create', () => {
    atWork += 1;
  });
  events.on('worker:stop', () => {
    atWork -= 1;
    if (atWork === 0) idle.resolve();
  });
  const runner = await run({
    pgPool: options.pool,
    taskList: taskList(options),
    concurrency: options.concurrency ?? 4,
    pollInterval: (options.pollSeconds ?? 2) * 1000,
    noHandleSignals: true,
    parsedCronItems: parseCronItems(repeatingJobs(options.jobs)),
    logger: workerLogger(options.log),
    events,
    // Without these a lost connection at the end of a job would be nobody's to catch, and end the process.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  });
  runner.promise.catch(() => {}).finally(ending.resolve);
  let stopped: Promise<void> | null = null;
  const stop = async (): Promise<void> => {
    const ended = runner.stop().catch((error: unknown) => {
      if (!(error instanceof Error) || !/already|not running|has been/i.test(error.message)) throw error;
    });
    await idle.promise;
    // The runner's own end never comes when the results of two jobs were lost with the database.
    await Promise.race([ended, pause(RESULTS_MS, undefined, { ref: false })]).finally(() => presence.end(name));
  };
  return { ending: ending.promise, stop: () => (stopped ??= stop()) };
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
          // What repeats is not kept: its next run is the next try, and an outage would leave a row for each.
          if (attempts >= most && job.cron) return;
          if (!(await isReplaced(helpers))) throw error;
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
