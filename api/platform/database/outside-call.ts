import { AsyncLocalStorage } from 'node:async_hooks';

/** Set for everything that runs within a transaction, and what it starts. */
const within = new AsyncLocalStorage<true>();

/** Runs the work of a transaction under the mark that forbids calls to the outside. */
export function markedAsTransaction<Result>(work: () => Promise<Result>): Promise<Result> {
  return within.run(true, work);
}

/**
 * Every client of a provider says so before it calls: within a transaction rows are locked and a connection is taken, and whoever
 * answers slowly would hold both. That is our fault, so it throws, also in production.
 */
export function refuseInTransaction(call: string): void {
  if (within.getStore()) throw new Error(`${call}: a call to the outside within a transaction`);
}
