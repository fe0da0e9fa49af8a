import type { Tx } from '../database/transaction.ts';
import { newKey } from '../keys.ts';
import { type JobDefinition, queueJob } from './define-job.ts';
import type { DomainEvent } from './domain-event.ts';

export type { DomainEvent } from './domain-event.ts';
export { EVENT_CHANNEL } from './outbox.ts';

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

/** An event to be recorded. */
export interface NewEvent {
  readonly name: string;
  readonly subject: Readonly<Record<string, string>>;
  readonly facts?: Readonly<Record<string, unknown>>;
}

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
  const [event] = await appendEvents(tx, [{ name, subject, facts }]);
  return event!;
}

/** Records several events, in their order, as `appendEvent` does one. */
export async function appendEvents(tx: Tx, happened: readonly NewEvent[]): Promise<DomainEvent[]> {
  if (happened.length === 0) return [];
  const { events, clock } = tx.context;
  const at = clock.now();
  const recorded = happened.map(({ name, subject, facts = {} }) => ({ key: newKey(), name, subject, facts, at }));
  tx.recorded.push(...recorded);
  await tx.flush();
  for (const event of recorded) {
    for (const listen of events.listeners.get(event.name) ?? []) await listen(tx, event);
    for (const job of events.jobs.get(event.name) ?? []) {
      const payload = job.payload(event);
      if (payload !== null) queueJob(tx, job, payload);
    }
  }
  return recorded;
}

declare module '../context.ts' {
  interface Ports {
    readonly events: EventRegistry;
  }
}
