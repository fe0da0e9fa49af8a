import type { Context } from '../../platform/context.ts';
import { inTransaction, type Tx } from '../../platform/database/transaction.ts';
import type { DocumentTexts } from '../language/index.ts';
import { DOCUMENT_SOURCE } from './card-json.ts';
import { documentVector } from './document-vector.ts';
import { COUNTED } from './facet-sql.ts';
import { arrayOf, GROUPS, lockWriters, namedWords, regrouped, render, TEXTS, WRITTEN } from './index-products.ts';

/** Products made anew by one transaction: so long a change waits for its turn. */
const BATCH = 1_000;
/** Before the key of every product. */
export const FIRST = '00000000-0000-0000-0000-000000000000';

/** The next products after a key, whatever their standing: of those that are not public a document may be left over. */
export const NEXT = 'select id from product where id > ?::uuid order by id limit ?';

/** Of new documents the groups are counted at the end: counting them batch by batch would scatter the table, which every list reads. */
const KNOWN = '(select f.group_id from fresh f join old o on o.product_id = f.product_id) known';

const REPLACE = `
  with wanted as (select unnest(?::uuid[]) as id),
  spelt as (select * from unnest(?::uuid[], ?::tsvector[]) as v(product_id, forms)),
  fresh as materialized (${DOCUMENT_SOURCE}),
  old as materialized (select d.product_id, d.group_id from search_document d join wanted w on w.id = d.product_id),
  ${regrouped('greatest(g.products + c.change, 0)', KNOWN)},
  gone as (delete from search_document d using wanted w
            where d.product_id = w.id and not exists (select from fresh f where f.product_id = w.id)),
  ${WRITTEN}
  select count(*) from fresh`;

/** What the documents add up to, made anew from them. */
const RECOUNT = [
  'delete from search_count',
  `insert into search_count (scope, facet, value, products)
   select c.scope, c.facet, c.value, count(*)::integer from search_document d cross join lateral ${COUNTED} c
    group by c.scope, c.facet, c.value`,
  'delete from search_word',
  `insert into search_word (word, uses)
   select w.word, count(*)::integer from search_entry e cross join lateral ${namedWords('e.forms')} w group by w.word`,
  `insert into search_word_deletion (shortened, letter, word)
   select distinct d.shortened, d.letter, w.word from search_word w cross join lateral search_deletions(w.word) d`,
  `update search_group g set products = n.products from (
     select h.id, count(d.product_id)::integer as products from search_group h left join search_document d on d.group_id = h.id group by h.id) n
    where n.id = g.id and g.products <> n.products`,
  'delete from search_group where products = 0',
  // What was wrong before is in no list of changes.
  `update search_version set version = version + 1 where part = 'counts'`,
  `delete from search_facets f where f.scope <> '' and not exists (select from search_count c where c.scope = f.scope)`,
];

/**
 * Makes every document again from the catalogue, some at a time, then counts and vocabulary from the documents. Searchers see
 * each document as it was or as it is, and the old counts until the new ones are whole; a change made meanwhile waits for its
 * turn and comes after. Holds no more than one batch of keys. Tells how many of all products are done.
 */
export async function rebuildDocuments(
  ctx: Context,
  onProgress: (done: number, of: number) => void = () => {},
): Promise<void> {
  const [all] = await ctx.read.rows<{ products: number }>('select count(*)::integer as products from product');
  const of = all?.products ?? 0;
  let done = 0;
  for (let last: string | null = FIRST; last !== null; ) {
    const after: string = last;
    const batch = await inTransaction(ctx, (tx) => replaceAfter(tx, after));
    done += batch.length;
    onProgress(Math.min(done, of), of);
    last = batch.length < BATCH ? null : (batch.at(-1) ?? null);
  }
  await recountDocuments(ctx);
}

/** Makes counts, vocabulary and facets anew from the documents, in one transaction. */
export function recountDocuments(ctx: Context): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    await lockWriters(tx);
    for (const statement of RECOUNT) await tx.execute(statement);
    const scopes = await tx.execute<{ scope: string }[]>(`select '' as scope union select scope from search_count`);
    await render(
      tx,
      scopes.map(({ scope }) => scope),
    );
  });
}

async function replaceAfter(tx: Tx, after: string): Promise<readonly string[]> {
  await lockWriters(tx);
  const batch = (await tx.execute<{ id: string }[]>(NEXT, [after, BATCH])).map(({ id }) => id);
  const keys = `{${batch.join(',')}}`;
  const texts = await tx.execute<(DocumentTexts & { key: string })[]>(TEXTS, [keys]);
  await tx.execute(GROUPS, [keys]);
  await tx.execute(REPLACE, [keys, `{${texts.map(({ key }) => key).join(',')}}`, arrayOf(texts.map(documentVector))]);
  return batch;
}
