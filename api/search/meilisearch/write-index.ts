import { setTimeout as pause } from 'node:timers/promises';
import { type EnqueuedTaskPromise, type Meilisearch, MeilisearchTaskTimeOutError } from 'meilisearch';
import type { Context } from '../../platform/context.ts';
import { clean, readDirty } from './dirty.ts';
import { BEFORE_ALL, countDocuments, documentsAfter, documentsOf, type IndexDocument } from './documents.ts';
import { INDEX_SETTINGS } from './index-settings.ts';
import type { Lease } from './lease.ts';
import { codeOf, type MeilisearchServer } from './server.ts';

/** Changed documents sent at once. */
const BATCH = 1_000;
/** Documents sent at once to an index that is made anew: the engine needs about a second for each task, however little is in it. It refuses more than 100 MB. */
const BATCH_ANEW = 2_000;
/** Batches that are sent before the first of them is waited for: the engine does those that wait as one, much quicker than one by one. */
const SENT_AHEAD = 20;
/** The same while another index answers searches: what changes in that one waits behind them, and too long makes it stale. */
const SENT_AHEAD_IN_USE = 4;
/** Milliseconds that the engine may take for one task, and between two looks at it. Less than the lease lasts. */
const TASK_TIMEOUT = 40_000;
const TASK_INTERVAL = 10;
/** Milliseconds that a task with documents may take with all that is done as one with it or waits before it. */
const DOCUMENTS_TIMEOUT = 600_000;
/** Between two looks at what was sent ahead, which nobody waits for. */
const AHEAD_INTERVAL = 100;

/** Waits until the engine has done what it was told; throws when it could not. */
export async function done(task: EnqueuedTaskPromise, interval = TASK_INTERVAL): Promise<void> {
  const { status, type, error } = await task.waitTask({ timeout: TASK_TIMEOUT, interval });
  if (status !== 'succeeded')
    throw new Error(`Meilisearch: ${type} ${status}: ${error?.message ?? 'without a reason'}`);
}

/** Who writes, with what. */
interface Writing {
  readonly ctx: Context;
  readonly client: Meilisearch;
  readonly lease: Lease;
}

/**
 * Sends documents and waits until the engine has done what may take longer than a lease lasts, which is prolonged before it is sent and all the
 * while. Throws when it could not, and when the lease is lost.
 */
async function written(
  { ctx, lease }: Writing,
  send: () => EnqueuedTaskPromise,
  interval = TASK_INTERVAL,
): Promise<void> {
  await lease.prolong(ctx);
  const task = send();
  await task; // taken, not yet done: a refusal ends it here
  const end = performance.now() + DOCUMENTS_TIMEOUT;
  for (;;) {
    try {
      return await done(task, interval);
    } catch (error) {
      if (!(error instanceof MeilisearchTaskTimeOutError) || performance.now() > end) throw error;
      await lease.prolong(ctx);
    }
  }
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

/** Takes over what has changed, into each of these indexes, until nothing is left. */
export async function drain(writing: Writing, indexes: readonly string[]): Promise<void> {
  while (await drainSome(writing, indexes)) {
    // until nothing is left
  }
}

/** Takes over some of what has changed; false when nothing has. The state is read when it is sent: the last one wins. */
async function drainSome(writing: Writing, indexes: readonly string[]): Promise<boolean> {
  const { ctx } = writing;
  const dirty = await readDirty(ctx, BATCH);
  if (dirty.length === 0) return false;
  const documents = await documentsOf(
    ctx,
    dirty.map(({ key }) => key),
  );
  const present = new Set(documents.map(({ key }) => key));
  const gone = dirty.map(({ key }) => key).filter((key) => !present.has(key));
  for (const index of indexes) await write(writing, index, documents, gone);
  await clean(ctx, dirty);
  return true;
}

async function write(writing: Writing, name: string, documents: IndexDocument[], gone: string[]): Promise<void> {
  const index = writing.client.index<IndexDocument>(name);
  if (documents.length > 0) await written(writing, () => index.addDocuments(documents, { primaryKey: 'key' }));
  if (gone.length > 0) await written(writing, () => index.deleteDocuments(gone));
}

/**
 * Makes the index anew from what PostgreSQL holds, beside the one in use, and puts it in its place when it is complete. Changes made
 * meanwhile go into both, but for the last, which go into the new one when it is in place. Memory does not grow with the market. Tells which share is done, up to 1.
 */
export async function buildAnew(
  writing: Writing,
  server: MeilisearchServer,
  onProgress: (share: number) => void = () => {},
): Promise<void> {
  const { ctx, client, lease } = writing;
  const { products, productsNext } = server;
  if (await hasIndex(client, productsNext)) await written(writing, () => client.deleteIndex(productsNext));
  await written(writing, () => client.createIndex(productsNext, { primaryKey: 'key' })); // may wait behind what an earlier attempt has sent
  await written(writing, () => client.index(productsNext).updateSettings(INDEX_SETTINGS));
  const isReplaced = await hasIndex(client, products);
  const of = await countDocuments(ctx);
  let built = 0;
  const receivers = isReplaced
    ? { all: productsNext, changed: [products, productsNext], mostAhead: SENT_AHEAD_IN_USE }
    : { all: productsNext, changed: [productsNext], mostAhead: SENT_AHEAD };
  await sendAll(writing, receivers, (documents) => {
    built += documents;
    onProgress(Math.min(1, built / of));
  });
  await lease.prolong(ctx);
  await putInPlace(client, server, isReplaced);
  if (isReplaced) await written(writing, () => client.deleteIndex(productsNext));
  onProgress(1);
}

/** Which index gets all documents, how many batches ahead, and which ones get those that change meanwhile. */
interface Receivers {
  readonly all: string;
  readonly mostAhead: number;
  readonly changed: readonly string[];
}

/** Sends all documents, and what changes meanwhile: done after what was sent before it, the later state wins. Tells of each batch that is done. */
async function sendAll(
  writing: Writing,
  { all, mostAhead, changed }: Receivers,
  onDone: (documents: number) => void,
): Promise<void> {
  const { ctx, client, lease } = writing;
  const ahead: { readonly task: EnqueuedTaskPromise; readonly documents: number }[] = [];
  const awaitTo = async (most: number): Promise<void> => {
    while (ahead.length > most) {
      const first = ahead.shift();
      if (!first) return;
      await written(writing, () => first.task, AHEAD_INTERVAL);
      onDone(first.documents);
    }
  };
  for (let after = BEFORE_ALL; ; ) {
    const documents = await documentsAfter(ctx, after, BATCH_ANEW);
    const last = documents.at(-1);
    if (!last) break;
    await lease.prolong(ctx); // who has lost it must not send what was read before
    const task = client.index<IndexDocument>(all).addDocuments(documents, { primaryKey: 'key' });
    await task; // taken, not yet done
    ahead.push({ task, documents: documents.length });
    await drainSome(writing, changed); // once: where there are always changes the rest would never be sent
    await awaitTo(mostAhead - 1);
    after = last.key;
  }
  await awaitTo(0);
  await drainSome(writing, changed); // what changes after it is still noted, for the index that is in place then
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
