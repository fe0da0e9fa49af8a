import type { Meilisearch } from 'meilisearch';
import type { Context } from '../../platform/context.ts';
import { withoutDocument } from './dirty.ts';
import { BEFORE_ALL, hashesAfter, type IndexDocument } from './documents.ts';

/** Documents compared at once. */
const BATCH = 1_000;

type Known = Pick<IndexDocument, 'key' | 'hash'>;

/** The index that is compared, and what is done with the products that differ. */
interface Comparison {
  readonly client: Meilisearch;
  readonly index: string;
  mark(productKeys: readonly string[]): Promise<void>;
}

/** Compares the index with what PostgreSQL holds and marks what differs, is missing or should not be there. Gives how many. */
export async function markDifferences(ctx: Context, comparison: Comparison): Promise<number> {
  return (await markMissing(ctx, comparison)) + (await markSurplus(ctx, comparison));
}

async function markMissing(ctx: Context, { client, index, mark }: Comparison): Promise<number> {
  let marked = 0;
  for (let after = BEFORE_ALL; ; ) {
    const held = await hashesAfter(ctx, after, BATCH);
    const last = held.at(-1);
    if (!last) return marked;
    const { results } = await client
      .index<Known>(index)
      .getDocuments({ ids: held.map(({ key }) => key), fields: ['key', 'hash'], limit: BATCH });
    const indexed = new Map(results.map(({ key, hash }) => [key, hash]));
    const differing = held.filter(({ key, hash }) => indexed.get(key) !== hash);
    await mark(differing.map(({ key }) => key));
    marked += differing.length;
    after = last.key;
  }
}

async function markSurplus(ctx: Context, { client, index, mark }: Comparison): Promise<number> {
  let marked = 0;
  for (let after = BEFORE_ALL; ; ) {
    const { results } = await client
      .index<Known>(index)
      .getDocuments({ filter: `key > "${after}"`, sort: ['key:asc'], fields: ['key'], limit: BATCH });
    const last = results.at(-1);
    if (!last) return marked;
    const surplus = await withoutDocument(
      ctx,
      results.map(({ key }) => key),
    );
    await mark(surplus);
    marked += surplus.length;
    after = last.key;
  }
}
