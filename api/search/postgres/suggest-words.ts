import type { Context } from '../../platform/context.ts';
import type { Suggestion } from '../suggestion.ts';

/** SQL (text): the public id and what else a suggestion shows; the rest is loaded when asked for. */
const SELLER = `json_build_object('id', global_id('Seller', s.id), 'slug', s.slug, 'name', s.name)`;
const CATEGORY = `json_build_object('id', global_id('Category', c.id), 'slug', c.slug, 'path', c.path, 'name', c.name, 'nameEn', c.name_en)`;

/** A text whose words begin like the words typed, the last one being unfinished. */
const begins = (text: string): string => `search_lexemes(${text}) @@ typed.query`;

const SUGGEST = `
  with typed as materialized (
    select plain, string_agg(quote_literal(w) || ':*', ' & ')::tsquery as query,
           string_agg(quote_literal('.' || w) || ':*', ' & ')::tsquery as in_title, regexp_replace(plain, '[^ ]+$', '') as before,
           (array_agg(w order by n desc))[1] as last
      from search_plain($1) as plain cross join lateral string_to_table(plain, ' ') with ordinality as t(w, n)
     where w <> '' group by plain),
  word as (select w.word, w.uses from typed, search_word w
     where w.word like typed.last || '%' and w.word <> typed.last and w.uses > 1
       and (typed.before = '' or exists (select from search_entry e
         where e.forms @@ (select string_agg(quote_literal('.' || b), ' & ')::tsquery from string_to_table(btrim(typed.before || w.word), ' ') b)))
     order by w.uses desc, w.word limit 2),
  category as (select c.* from typed, category c where ${begins(`c.name || ' ' || c.name_en`)} order by c.depth, c.position limit 2),
  seller as (select s.* from typed, seller s where s.status = 'VERIFIED' and ${begins('s.name')} order by s.name limit 2),
  titled as (select distinct on (d.title) d.card, d.title, d.in_stock, d.sold_count, d.product_id from typed, search_entry e join search_document d on d.product_id = e.product_id
     where char_length(typed.plain) > 1 and e.forms @@ typed.in_title
     order by d.title, d.in_stock desc, d.sold_count desc, d.product_id desc),
  product as (select * from titled order by in_stock desc, sold_count desc, product_id desc limit $2)
  select json_build_object('kind', 'QUERY', 'text', typed.before || word.word) as suggestion from word, typed
  union all select json_build_object('kind', 'CATEGORY', 'text', c.name, 'category', ${CATEGORY}) from category c
  union all select json_build_object('kind', 'SELLER', 'text', s.name, 'seller', ${SELLER}) from seller s
  union all select json_build_object('kind', 'PRODUCT', 'text', p.title, 'product', p.card) from product p
  limit $2`;

/** What somebody who types may be after: words, then categories, shops and products, at most so many. One statement. */
export async function suggestWords(ctx: Context, prefix: string, first: number): Promise<readonly Suggestion[]> {
  const rows = await ctx.read.rows<{ suggestion: Suggestion }>(SUGGEST, [prefix, first], 'search-suggest');
  return rows.map(({ suggestion }) => suggestion);
}
