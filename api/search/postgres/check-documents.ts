import type { Context } from '../../platform/context.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { DocumentTexts } from '../language/index.ts';
import type { ProductSearch } from '../product-search.ts';
import { renewNames } from '../suggestions/write-names.ts';
import { DOCUMENT_COLUMNS, DOCUMENT_SOURCE, ENTRY_COLUMNS } from './card-json.ts';
import { documentVector } from './document-vector.ts';
import { COUNTED } from './facet-sql.ts';
import { arrayOf, namedWords, renderFacets, TEXTS } from './index-products.ts';
import { FIRST, NEXT, recountDocuments } from './rebuild-documents.ts';

/** Products compared at once, and at most repaired by one transaction. */
const BATCH = 500;

/** SQL (row) of columns; JSON is compared by what it says, not by how it is written. */
const rowOf = (table: string, columns: readonly string[]): string =>
  `(${columns.map((column) => (column === 'card' ? `${table}.card::jsonb` : `${table}.${column}`)).join(', ')})`;

/** Of `wanted`, what is not held as the catalogue now makes it: missing, differing, or left over. `spelt` are those on sale. */
const DIFFERING = `
  with wanted as (select unnest(?::uuid[]) as product_id),
  spelt as (select * from unnest(?::uuid[], ?::tsvector[]) as v(product_id, forms)),
  fresh as materialized (${DOCUMENT_SOURCE})
  select w.product_id as key from wanted w
    left join spelt s on s.product_id = w.product_id left join fresh f on f.product_id = w.product_id
    left join search_document d on d.product_id = w.product_id left join search_entry e on e.product_id = w.product_id
   where (s.product_id is null) <> (d.product_id is null) or (s.product_id is not null and
     (${rowOf('f', DOCUMENT_COLUMNS)} is distinct from ${rowOf('d', DOCUMENT_COLUMNS)}
       or ${rowOf('f', ENTRY_COLUMNS)} is distinct from ${rowOf('e', ENTRY_COLUMNS)}))`;

/** Whether counts, or the words by which typing mistakes are mended, say something else than the documents do. One statement sees both as one transaction left them. */
const ARE_COUNTS_WRONG = `select
  exists (select from (select c.scope, c.facet, c.value, count(*)::integer as products
        from search_document d cross join lateral ${COUNTED} c group by c.scope, c.facet, c.value) now
      full join (select * from search_count where products <> 0) held using (scope, facet, value)
     where now.products is distinct from held.products)
  or exists (select from search_group g
      left join (select group_id, count(*)::integer as products from search_document group by group_id) now on now.group_id = g.id
     where g.products <> coalesce(now.products, 0))
  or exists (select from (select w.word, count(*)::integer as uses from search_entry e cross join lateral ${namedWords('e.forms')} w
        group by w.word) now
      full join (select * from search_word where uses <> 0) held using (word)
     where now.uses is distinct from held.uses) as "areWrong"`;

/**
 * Compares every document with what the catalogue now makes of it and has `put` write those that differ; then the counts with the
 * documents, and makes them anew when they differ. Names in facets and suggestions are shown as they now are. Holds no more than one batch. Gives how
 * many products differed; one that is being changed meanwhile may be among them.
 */
export async function checkDocuments(ctx: Context, put: ProductSearch['put']): Promise<number> {
  let differed = 0;
  for (let last: string | null = FIRST; last !== null; ) {
    const after: string = last;
    const { batch, differing } = await compareAfter(ctx, after);
    if (differing.length > 0) await put(ctx, differing);
    differed += differing.length;
    last = batch.length < BATCH ? null : (batch.at(-1) ?? null);
  }
  const [counts] = await ctx.read.rows<{ areWrong: boolean }>(ARE_COUNTS_WRONG);
  if (counts?.areWrong) {
    ctx.log.warn('counts of the search differed from its documents and were made anew');
    await recountDocuments(ctx);
  } else await renderFacets(ctx);
  await renewNames(ctx);
  return differed;
}

/** The products after a key, and which of them differ. */
function compareAfter(ctx: Context, after: string): Promise<{ batch: string[]; differing: string[] }> {
  return inTransaction(ctx, async (tx) => {
    const batch = (await tx.execute<{ id: string }[]>(NEXT, [after, BATCH])).map(({ id }) => id);
    const keys = `{${batch.join(',')}}`;
    const texts = await tx.execute<(DocumentTexts & { key: string })[]>(TEXTS, [keys]);
    const differing = await tx.execute<{ key: string }[]>(DIFFERING, [
      keys,
      `{${texts.map(({ key }) => key).join(',')}}`,
      arrayOf(texts.map(documentVector)),
    ]);
    return { batch, differing: differing.map(({ key }) => key) };
  });
}
