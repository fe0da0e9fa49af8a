import type { Tx } from '../database/transaction.ts';
import { newKey } from '../keys.ts';
import type { JobDefinition } from './define-job.ts';
import type { DomainEvent } from './domain-event.ts';

export type { DomainEvent } from './domain-event.ts';

/** Changes state in the transaction of the event; throws to roll all of it back. */
export type Listener = (tx: Tx, event: DomainEvent) => Promise<void>;

/** Who listens to what; wired once in app.ts. */
export interface EventRegistry {
  readonly listeners: ReadonlyMap<string, readonly Listener[]>;
  readonly jobs: ReadonlyMap<string, readonly JobDefinition[]>;
}

/** Builds the registry from the domains' listeners and jobs. */
export function eventRegistry(
  listeners: readonly { readonly on: readonly string[]; readonly listen: Listener }[],
  jobs: readonly JobDefinition[],
): EventRegistry {
  const byName = new Map<string, Listener[]>();
  for (const { on, listen } of listeners)
    for (const name of on) byName.set(name, [...(byName.get(name) ?? []), listen]);
  const jobsByName = new Map<string, JobDefinition[]>();
  for (const job of jobs) for (const name of job.on) jobsByName.set(name, [...(jobsByName.get(name) ?? []), job]);
  return { listeners: byName, jobs: jobsByName };
}

/** PostgreSQL's channel on which each committed event is told to every process. */
export const EVENT_CHANNEL = 'berjubel_event';

/**
 * Records an event: a row of `event`, the listeners' changes, the jobs that wait for it, and a notice to live subscribers,
 * all of which exist exactly when the transaction commits.
 */
export async function appendEvent(
  tx: Tx,
  name: string,
  subject: Readonly<Record<string, string>>,
  facts: Readonly<Record<string, unknown>> = {},
): Promise<DomainEvent> {
  const { events, clock, actor } = tx.context;
  const event: DomainEvent = { key: newKey(), name, subject, facts, at: clock.now() };
  await tx.flush();
  await tx.execute(
    `with told as (select pg_notify(?, ?))
     insert into event (id, name, subject, facts, actor_id, at) select ?, ?, ?::jsonb, ?::jsonb, ?, ? from told`,
    [
      EVENT_CHANNEL,
      JSON.stringify({ key: event.key, name, subject }),
      event.key,
      name,
      JSON.stringify(subject),
      JSON.stringify(facts),
      actor.key,
      event.at,
    ],
  );
  for (const listen of events.listeners.get(name) ?? []) await listen(tx, event);
  for (const job of events.jobs.get(name) ?? []) {
    const payload = job.payload(event);
    if (payload === null) continue;
    tx.queued.push({ name: job.name, payload, key: job.key?.(payload) ?? null, attempts: job.attempts, runAt: null });
  }
  return event;
}

declare module '../context.ts' {
  interface Ports {
    readonly events: EventRegistry;
  }
}
