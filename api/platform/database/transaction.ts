import { setTimeout as pause } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../context.ts';
import type { DomainEvent } from '../jobs/domain-event.ts';
import { type QueuedJob, writeOutbox } from '../jobs/outbox.ts';
import { passMarkedPoint, placeOfCaller } from '../marked-point.ts';
import { markedAsTransaction } from './outside-call.ts';
import { connectionOf, type TxConnection } from './prepared.ts';

/** A use case's transaction: the unit of work inside it, and what came along. */
export type Tx = EntityManager & {
  /** Who acts, the clock and the registry of events. */
  readonly context: Context;
  /** What constant statements are sent on. */
  readonly connection: TxConnection;
  /** Events recorded so far; written with the jobs, just before the commit unless a use case writes them earlier (`outboxStep`). */
  readonly recorded: DomainEvent[];
  /** So many of the events are written already. */
  written: number;
  /** Jobs caused so far that are not written yet; those with a key are written sorted. */
  readonly queued: QueuedJob[];
};

/** Two transactions stood in each other's way; PostgreSQL chose this one to try again. */
const TRY_AGAIN = new Set(['40P01', '40001']);
const ATTEMPTS = 4;
/** Longest pause before the second attempt, in milliseconds; it is four times as long before each further one. */
const FIRST_PAUSE = 10;

/**
 * Runs a use case in one transaction of its own. Whatever it throws rolls everything back. Entities changed inside are written
 * before the commit, events and jobs that are not written yet after them. Nothing outside the database may be called in it: clients of providers throw. A deadlock or
 * serialisation failure runs it again, on a fresh unit of work, at most thrice, after a random pause in which it holds no connection.
 */
export async function inTransaction<Result>(ctx: Context, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  const place = placeOfCaller(inTransaction);
  for (let attempt = 1; ; attempt += 1) {
    const recorded: DomainEvent[] = [];
    const queued: QueuedJob[] = [];
    try {
      const done = await markedAsTransaction(() =>
        ctx.em.fork().transactional(async (em) => {
          const connection = await connectionOf(em as EntityManager);
          const tx = Object.assign(em, { context: ctx, connection, recorded, written: 0, queued }) as unknown as Tx;
          try {
            const result = await work(tx);
            await tx.flush();
            await writeOutbox(tx);
            passMarkedPoint('before', 'commit of', () => namesOf(recorded, place));
            return result;
          } finally {
            connection.end();
          }
        }),
      );
      passMarkedPoint('after', 'commit of', () => namesOf(recorded, place));
      return done;
    } catch (error) {
      if (attempt >= ATTEMPTS || !TRY_AGAIN.has(sqlState(error) ?? '')) throw error;
      await pause(pauseAfter(attempt));
    }
  }
}

/**
 * How long to wait after an attempt that failed, the first being 1, in milliseconds: any time up to a limit that grows, so that those who
 * stood in each other's way do not meet again. `drawn` is from 0 to below 1.
 */
export function pauseAfter(attempt: number, drawn: number = Math.random()): number {
  return Math.floor(drawn * FIRST_PAUSE * 4 ** (attempt - 1));
}

/** What a transaction is called at its marked points: the file that opened it, and each event that it tells. */
function namesOf(recorded: readonly DomainEvent[], place: string | null): string[] {
  return [place ?? 'a place outside api', ...new Set(recorded.map(({ name }) => name))];
}

/** The SQLSTATE of a database error, through the ORM's wrapping; null for anything else. */
export function sqlState(error: unknown): string | null {
  for (let at: unknown = error; at instanceof Error; at = at.cause ?? (at as { previous?: unknown }).previous) {
    const code = (at as { code?: unknown }).code;
    if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) return code;
  }
  return null;
}

/** The constraint that a database error names, null when it names none. */
export function brokenConstraint(error: unknown): string | null {
  for (let at: unknown = error; at instanceof Error; at = at.cause ?? (at as { previous?: unknown }).previous) {
    const constraint = (at as { constraint?: unknown }).constraint;
    if (typeof constraint === 'string') return constraint;
  }
  return null;
}
