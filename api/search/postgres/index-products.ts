import type { Context } from '../../platform/context.ts';
import { inTransaction, type Tx } from '../../platform/database/transaction.ts';
import type { DocumentTexts } from '../language/index.ts';
import { WORD_SIGNS } from '../search-word.ts';
import {
  DOCUMENT_COLUMNS,
  DOCUMENT_SOURCE,
  DOCUMENT_TEXTS,
  ENTRY_COLUMNS,
  MAKE_GROUPS,
  QUALITY_POINTS,
} from './card-json.ts';
import { documentVector } from './document-vector.ts';
import { COUNTED, facetsJson } from './facet-sql.ts';

/** Documents are written by one transaction at a time, so that the counts beside them stay exact. */
const WRITERS_LOCK = 7_240_301;
const columnsOf = (columns: readonly string[]): string => columns.join(', ');
const taken = (columns: readonly string[]): string =>
  columns.map((column) => `${column} = excluded.${column}`).join(', ');

/** Parts of a statement that write what `fresh` gives into both tables. */
export const WRITTEN = `written as (insert into search_document (${columnsOf(DOCUMENT_COLUMNS)})
    select ${columnsOf(DOCUMENT_COLUMNS)} from fresh on conflict (product_id) do update set ${taken(DOCUMENT_COLUMNS)}),
  entered as (insert into search_entry (${columnsOf(ENTRY_COLUMNS)})
    select ${columnsOf(ENTRY_COLUMNS)} from fresh on conflict (product_id) do update set ${taken(ENTRY_COLUMNS)})`;

/** SQL (word) of forms `of`: the words of title, category and shop that a mistyped word can have meant. */
export function namedWords(of: string): string {
  return `(select distinct substr(lexeme, 2) as word from unnest(tsvector_to_array(${of})) as lexeme
  where lexeme ~ '^${WORD_SIGNS}[[:alpha:]]{3,}$')`;
}

/** Part of a statement that moves the counts of groups `g` from what `old` was in to what `fresh` (SQL of a table) is in, to `products` (SQL, with `c.change`). */
export const regrouped = (
  products: string,
  fresh = 'fresh',
): string => `regrouped as (update search_group g set products = ${products} from (
      select group_id, sum(change)::integer as change from (
        select group_id, 1 as change from ${fresh} union all select group_id, -1 from old) both_ways group by group_id) c
    where g.id = c.group_id and c.change <> 0)`;

/** Replaces documents by what the catalogue now says (or by nothing, with a source that gives none), and moves the counts and the vocabulary by the difference. Gives the scopes counted anew. */
const replaceBy = (condition: string): string => `
  with wanted as (select unnest(?::uuid[]) as product_id),
  spelt as (select * from unnest(?::uuid[], ?::tsvector[]) as v(product_id, forms)),
  fresh as materialized (${DOCUMENT_SOURCE} and ${condition}),
  old as materialized (select d.*, e.forms from search_document d join wanted w on w.product_id = d.product_id
    join search_entry e on e.product_id = d.product_id),
  gone as (delete from search_document d using old where d.product_id = old.product_id
             and not exists (select from fresh f where f.product_id = d.product_id)),
  ${WRITTEN},
  moved as materialized (select scope, facet, value, sum(change)::integer as change from (
      select c.scope, c.facet, c.value, 1 as change from fresh d cross join lateral ${COUNTED} c
      union all select c.scope, c.facet, c.value, -1 from old d cross join lateral ${COUNTED} c) both_ways
    group by scope, facet, value having sum(change) <> 0),
  ${regrouped('g.products + c.change')},
  recounted as (update search_count n set products = n.products + m.change from moved m
    where n.scope = m.scope and n.facet = m.facet and n.value = m.value),
  counted as (insert into search_count (scope, facet, value, products) select m.scope, m.facet, m.value, m.change from moved m
    where not exists (select from search_count n where n.scope = m.scope and n.facet = m.facet and n.value = m.value)),
  spoken as materialized (select word, sum(change)::integer as change from (
      select w.word, 1 as change from fresh d cross join lateral ${namedWords('d.forms')} w
      union all select w.word, -1 from old d cross join lateral ${namedWords('d.forms')} w) both_ways
    group by word having sum(change) <> 0),
  reused as (update search_word w set uses = w.uses + s.change from spoken s where w.word = s.word),
  learned as (insert into search_word (word, uses) select s.word, s.change from spoken s
    where not exists (select from search_word w where w.word = s.word) returning word)
  select array(select distinct scope from moved) as scopes, array(select word from learned) as learned`;

/** Makes the groups that these products fall into. */
export const GROUPS = `with wanted as (select unnest(?::uuid[]) as product_id) ${MAKE_GROUPS}`;

/** The texts of the documents that these products will be. */
export const TEXTS = `${DOCUMENT_TEXTS} and p.id = any(?::uuid[])`;

const PUT = replaceBy('true');
const REMOVE = replaceBy('false');

const LEARN = `insert into search_word_deletion (shortened, letter, word)
  select distinct on (d.shortened, d.letter, w.word) d.shortened, d.letter, w.word
    from unnest(?::text[]) as w(word) cross join lateral search_deletions(w.word) d on conflict do nothing`;

const RENDER = `insert into search_facets (scope, version, products, body)
  select s.scope, gen_random_uuid(),
         coalesce((select n.products from search_count n where n.scope = s.scope and n.facet = 'total'), 0),
         ${facetsJson('(select facet, value, products from search_count where scope = s.scope)')}
    from unnest(?::text[]) as s(scope)
  on conflict (scope) do update set version = excluded.version, products = excluded.products, body = excluded.body`;

/** Makes these products findable as the catalogue now has them; those that are not on sale are taken out. */
export function putDocuments(ctx: Context, productKeys: readonly string[]): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    await lockWriters(tx);
    await render(tx, await replace(tx, PUT, productKeys));
  });
}

/**
 * Shows what is left and what was sold; documents that say so already stay untouched. Gives those that are sold out now or no
 * longer: they change their group, and are written anew.
 */
const RESTOCK = `
  with now as materialized (select p.id, p.sold_count, ${QUALITY_POINTS} as quality,
      coalesce(sum(greatest(st.on_hand - st.reserved, 0)), 0)::integer as stock_left
      from product p left join variant v on v.product_id = p.id and not v.is_archived
      left join stock st on st.variant_id = v.id
     where p.id = any(?::uuid[]) group by p.id),
  moved as materialized (select d.product_id, now.sold_count, now.quality, now.stock_left, d.in_stock <> (now.stock_left > 0) as is_turned
      from search_document d join now on now.id = d.product_id join search_entry e on e.product_id = d.product_id
     where ((e.card ->> 'stockLeft')::integer, (e.card ->> 'soldCount')::integer) is distinct from (now.stock_left, now.sold_count)),
  sorted as (update search_document d set quality = m.quality
     from moved m where d.product_id = m.product_id and not m.is_turned and d.quality <> m.quality),
  shown as (update search_entry e set quality = m.quality, card = (e.card::jsonb || jsonb_build_object(
      'stockLeft', m.stock_left, 'inStock', m.stock_left > 0, 'soldCount', m.sold_count))::json
     from moved m where e.product_id = m.product_id and not m.is_turned)
  select product_id as key from moved where is_turned`;

/** Shows how many pieces of these products are left, and were sold; counts and words do not depend on it. */
export function restockDocuments(ctx: Context, productKeys: readonly string[]): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    await lockWriters(tx);
    const turned = await tx.execute<{ key: string }[]>(RESTOCK, [`{${productKeys.join(',')}}`]);
    if (turned.length > 0)
      await render(
        tx,
        await replace(
          tx,
          PUT,
          turned.map(({ key }) => key),
        ),
      );
  });
}

/** Takes these products out. */
export function removeDocuments(ctx: Context, productKeys: readonly string[]): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    await lockWriters(tx);
    await render(tx, await replace(tx, REMOVE, productKeys));
  });
}

/** Shows shops, points and categories in the facets as they are now called. */
export function renderFacets(ctx: Context): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    await lockWriters(tx);
    const scopes = await tx.execute<{ scope: string }[]>('select scope from search_facets');
    await render(
      tx,
      scopes.map(({ scope }) => scope),
    );
  });
}

/** Makes the transaction the only one that writes documents, until its end. */
export async function lockWriters(tx: Tx): Promise<void> {
  await tx.execute('select pg_advisory_xact_lock(?)', [WRITERS_LOCK]);
}

async function replace(tx: Tx, statement: string, productKeys: readonly string[]): Promise<readonly string[]> {
  const keys = `{${productKeys.join(',')}}`;
  const texts = await tx.execute<(DocumentTexts & { key: string })[]>(TEXTS, [keys]);
  await tx.execute(GROUPS, [keys]);
  const [moved] = await tx.execute<{ scopes: string[]; learned: string[] }[]>(statement, [
    keys,
    `{${texts.map(({ key }) => key).join(',')}}`,
    arrayOf(texts.map(documentVector)),
  ]);
  if (moved && moved.learned.length > 0) await tx.execute(LEARN, [`{${moved.learned.join(',')}}`]);
  return moved?.scopes ?? [];
}

/** Text of a PostgreSQL array. */
export const arrayOf = (texts: readonly string[]): string =>
  `{${texts.map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;

/** Makes the facets of these scopes from their counts. */
export async function render(tx: Tx, scopes: readonly string[]): Promise<void> {
  if (scopes.length > 0) await tx.execute(RENDER, [`{${scopes.map((scope) => `"${scope}"`).join(',')}}`]);
}
