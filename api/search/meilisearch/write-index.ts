import { setTimeout as pause } from 'node:timers/promises';
import type { EnqueuedTaskPromise, Meilisearch } from 'meilisearch';
import type { Context } from '../../platform/context.ts';
import { clean, readDirty } from './dirty.ts';
import { BEFORE_ALL, countDocuments, documentsAfter, documentsOf, type IndexDocument } from './documents.ts';
import { INDEX_SETTINGS } from './index-settings.ts';
import type { Lease } from './lease.ts';
import { codeOf, type MeilisearchServer } from './server.ts';

/** Changed documents sent at once. */
const BATCH = 1_000;
/**
 * Documents sent at once to an index that is made anew: the engine needs about a second for each task, however little is in it. It refuses
 * more than 100 MB, and what changes meanwhile waits behind them.
 */
const BATCH_ANEW = 2_000;
/** Milliseconds that the engine may take for one task, and between two looks at it. Less than the lease lasts. */
const TASK_TIMEOUT = 50_000;
const TASK_INTERVAL = 10;

/** Waits until the engine has done what it was told; throws when it could not. */
export async function done(task: EnqueuedTaskPromise): Promise<void> {
  const { status, type, error } = await task.waitTask({ timeout: TASK_TIMEOUT, interval: TASK_INTERVAL });
  if (status !== 'succeeded')
    throw new Error(`Meilisearch: ${type} ${status}: ${error?.message ?? 'without a reason'}`);
}

/** Whether the index of products is there. */
export async function hasIndex(client: Meilisearch, index: string): Promise<boolean> {
  try {
    await client.getRawIndex(index);
    return true;
  } catch (error) {
    if (codeOf(error) === 'index_not_found') return false;
    throw error;
  }
}

/** Takes over what has changed, into each of these indexes, until nothing is left. The state is read when it is sent: the last one wins. */
export async function drain(
  ctx: Context,
  client: Meilisearch,
  indexes: readonly string[],
  lease: Lease,
): Promise<void> {
  for (;;) {
    const dirty = await readDirty(ctx, BATCH);
    if (dirty.length === 0) return;
    await lease.prolong(ctx);
    const documents = await documentsOf(
      ctx,
      dirty.map(({ key }) => key),
    );
    const present = new Set(documents.map(({ key }) => key));
    const gone = dirty.map(({ key }) => key).filter((key) => !present.has(key));
    for (const index of indexes) await write(client, index, documents, gone);
    await clean(ctx, dirty);
  }
}

async function write(client: Meilisearch, name: string, documents: IndexDocument[], gone: string[]): Promise<void> {
  const index = client.index<IndexDocument>(name);
  if (documents.length > 0) await done(index.addDocuments(documents, { primaryKey: 'key' }));
  if (gone.length > 0) await done(index.deleteDocuments(gone));
}

/**
 * Makes the index anew from what PostgreSQL holds, beside the one in use, and puts it in its place when it is complete. Changes made
 * meanwhile go into both. Memory does not grow with the market. Tells which share is done, up to 1.
 */
export async function buildAnew(
  ctx: Context,
  server: MeilisearchServer,
  client: Meilisearch,
  lease: Lease,
  onProgress: (share: number) => void = () => {},
): Promise<void> {
  const { products, productsNext } = server;
  if (await hasIndex(client, productsNext)) await done(client.deleteIndex(productsNext));
  await done(client.createIndex(productsNext, { primaryKey: 'key' }));
  await done(client.index(productsNext).updateSettings(INDEX_SETTINGS));
  const isReplaced = await hasIndex(client, products);
  const both = isReplaced ? [products, productsNext] : [productsNext];
  const of = await countDocuments(ctx);
  let built = 0;
  for (let after = BEFORE_ALL; ; ) {
    await lease.prolong(ctx);
    const documents = await documentsAfter(ctx, after, BATCH_ANEW);
    const last = documents.at(-1);
    if (!last) break;
    await write(client, productsNext, documents, []);
    await drain(ctx, client, both, lease);
    built += documents.length;
    onProgress(Math.min(1, built / of));
    after = last.key;
  }
  await drain(ctx, client, both, lease);
  await putInPlace(client, server, isReplaced);
  if (isReplaced) await done(client.deleteIndex(productsNext));
  onProgress(1);
}

/** Swaps the two indexes, or renames the one. A key that is bound to indexes may not see that task: what it did shows that it is done. */
async function putInPlace(
  client: Meilisearch,
  { products, productsNext }: MeilisearchServer,
  isReplaced: boolean,
): Promise<void> {
  const { createdAt } = await client.getRawIndex(productsNext);
  await client.swapIndexes([{ indexes: [productsNext, products], rename: !isReplaced }]);
  const end = performance.now() + TASK_TIMEOUT;
  while (!(await hasIndex(client, products)) || (await client.getRawIndex(products)).createdAt !== createdAt) {
    if (performance.now() > end) throw new Error('Meilisearch did not put the new index in its place in time.');
    await pause(TASK_INTERVAL);
  }
}
