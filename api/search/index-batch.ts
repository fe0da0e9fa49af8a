import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { defineJob, queueJob } from '../platform/jobs/define-job.ts';
import { newKey } from '../platform/keys.ts';

/** Shows many products as they now are, should the program that changed them not have come to it. */
export const indexBatch = defineJob<{ batch: string; productKeys: readonly string[] }>({
  name: 'search.indexBatch',
  on: [],
  payload: () => null,
  key: ({ batch }) => batch,
  attempts: 12,
  run: ({ productKeys }, ctx) => ctx.search.put(ctx, productKeys),
});

/** So long the program that changed the products has to show them itself. */
const PATIENCE_MS = 600_000;

/** A promise, kept in the queue, that many products will be shown as they now are. */
export interface IndexPromise {
  readonly batch: string;
  readonly productKeys: readonly string[];
}

/** Promises, in the transaction that changes them, that these products will be shown; one job for all, not one for each. */
export function promiseIndex(tx: Tx, productKeys: readonly string[]): IndexPromise {
  const promise = { batch: newKey(), productKeys };
  queueJob(tx, indexBatch, promise, new Date(tx.context.clock.now().getTime() + PATIENCE_MS));
  return promise;
}

/** Shows the promised products now, and takes the promise out of the queue. */
export async function keepIndexPromise(ctx: Context, { batch, productKeys }: IndexPromise): Promise<void> {
  await ctx.search.put(ctx, productKeys);
  await ctx.em.fork().execute('select graphile_worker.remove_job(?)', [`${indexBatch.name}:${batch}`]);
}
