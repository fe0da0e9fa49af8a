import type { Context } from '../context.ts';
import type { Tx } from '../database/transaction.ts';
import type { DomainEvent } from './domain-event.ts';

/** Work that is done later: ids in, state read when it runs, harmless twice and out of order. */
export interface JobDefinition<Payload extends object = never> {
  /** `domain.verbNoun`. */
  readonly name: string;
  /** Events that cause it. */
  readonly on: readonly string[];
  /** Its payload for an event, null to leave this event out. */
  payload(event: DomainEvent): Payload | null;
  /** Waiting duplicates with one key become one run. */
  key?(payload: Payload): string;
  /**
   * Jobs of one line are done one after another, in the order in which their causes were written; one that failed lets the others
   * pass until it is tried again. Lines are kept for ever: few.
   */
  line?(payload: Payload): string | null;
  /** Tries in all; pauses grow from seconds to hours. After the last it is parked and reported. */
  readonly attempts: number;
  /** Repeats by itself: a cron line in UTC, e.g. '* * * * *'. One run at a time, and at most one more waits; given up, it is not kept. */
  readonly cron?: string;
  run(payload: Payload, ctx: Context): Promise<void>;
}

/** Defines a job; the registry in app.ts makes it known to events and to the worker. */
export function defineJob<Payload extends object>(definition: JobDefinition<Payload>): JobDefinition {
  return definition as unknown as JobDefinition;
}

/** Puts a job into the queue by hand, in the caller's transaction, where no event is its cause. */
export function queueJob(tx: Tx, job: JobDefinition, payload: object, runAt: Date | null = null): void {
  tx.queued.push({
    name: job.name,
    payload,
    key: job.key?.(payload as never) ?? null,
    line: job.line?.(payload as never) ?? null,
    attempts: job.attempts,
    runAt,
  });
}
