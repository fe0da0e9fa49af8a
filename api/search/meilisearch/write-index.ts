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
/** Batches that are sent before the first of them is waited for: the engine does those that wait as one task, much quicker than one by one. */
const SENT_AHEAD = 20;
/** Milliseconds that the engine may take for one task, and between two looks at it. Less than the lease lasts. */
const TASK_TIMEOUT = 50_000;
const TASK_INTERVAL = 10;
/** Between two looks at what was sent ahead, which nobody waits for. */
const AHEAD_INTERVAL = 100;

/** Waits until the engine has done what it was told; throws when it could not. */
export async function done(task: EnqueuedTaskPromise, interval = TASK_INTERVAL): Promise<void> {
  const { status, type, error } = await task.waitTask({ timeout: TASK_TIMEOUT, interval });
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
  await sendAll(ctx, client, { all: productsNext, changed: both }, lease, (documents) => {
    built += documents;
    onProgress(Math.min(1, built / of));
  });
  await putInPlace(client, server, isReplaced);
  if (isReplaced) await done(client.deleteIndex(productsNext));
  onProgress(1);
}

/** Which index gets all documents, and which ones those that change meanwhile. */
interface Receivers {
  readonly all: string;
  readonly changed: readonly string[];
}

/** Sends all documents, and what changes meanwhile: done after what was sent before it, the later state wins. Tells of each batch that is done. */
async function sendAll(
  ctx: Context,
  client: Meilisearch,
  { all, changed }: Receivers,
  lease: Lease,
  onDone: (documents: number) => void,
): Promise<void> {
  const ahead: { readonly task: EnqueuedTaskPromise; readonly documents: number }[] = [];
  const awaitTo = async (most: number): Promise<void> => {
    while (ahead.length > most) {
      const first = ahead.shift();
      if (!first) return;
      await lease.prolong(ctx);
      await done(first.task, AHEAD_INTERVAL);
      onDone(first.documents);
    }
  };
  for (let after = BEFORE_ALL; ; ) {
    await lease.prolong(ctx);
    const documents = await documentsAfter(ctx, after, BATCH_ANEW);
    const last = documents.at(-1);
    if (!last) break;
    const task = client.index<IndexDocument>(all).addDocuments(documents, { primaryKey: 'key' });
    await task; // taken, not yet done
    ahead.push({ task, documents: documents.length });
    await drain(ctx, client, changed, lease);
    await awaitTo(SENT_AHEAD - 1);
    after = last.key;
  }
  await awaitTo(0);
  await drain(ctx, client, changed, lease);
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
