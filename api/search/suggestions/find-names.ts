import type { Category } from '../../catalog/index.ts';
import type { Context } from '../../platform/context.ts';
import type { Seller } from '../../sellers/index.ts';

/** Names of one kind that are looked at before the best are chosen. */
const LOOKED_AT = 200;

/** What can be suggested besides products, the best of each kind first. */
export interface FoundNames {
  /** Searches that many have made. */
  readonly queries: readonly string[];
  readonly categories: readonly Category[];
  readonly sellers: readonly Seller[];
  /** Words of the market that begin as asked, the most used first. */
  readonly words: readonly string[];
}

/** SQL: the names of a kind that carry what is asked for. */
const fitting = (kind: string): string =>
  `(select n.* from search_name n where n.kind = '${kind}' and n.forms @@ $1::tsquery limit ${LOOKED_AT})`;

/** The public ids, and what else a suggestion shows; the rest is loaded when asked for. */
const FIND = `select
  array(select n.name from ${fitting('QUERY')} n order by n.asked desc, n.name limit 8) as queries,
  array(select w.word from search_word w where w.word like $2 || '%' and w.uses > 1 order by w.uses desc, w.word limit 8) as words,
  (select coalesce(json_agg(json_build_object('id', global_id('Category', c.id), 'slug', c.slug, 'path', c.path,
      'name', c.name, 'nameEn', c.name_en)), '[]')
     from (select c.* from ${fitting('CATEGORY')} n join category c on c.slug = n.slug
             join search_count k on k.scope = '' and k.facet = 'category' and k.value = c.slug and k.products > 0
            order by c.depth, k.products desc, c.position limit 4) c) as categories,
  (select coalesce(json_agg(json_build_object('id', global_id('Seller', s.id), 'slug', s.slug, 'name', s.name)), '[]')
     from (select s.* from ${fitting('SELLER')} n join seller s on s.slug = n.slug and s.status = 'VERIFIED'
             join search_count k on k.scope = '' and k.facet = 'seller' and k.value = s.slug and k.products > 0
            order by k.products desc, s.name limit 4) s) as sellers`;

/** Names that fit a query of nameQuery, and words with a beginning of letters and digits where one is given, in one statement. */
export async function findNames(ctx: Context, query: string, beginning: string | null): Promise<FoundNames> {
  if (query === '') return { queries: [], categories: [], sellers: [], words: [] };
  const [found] = await ctx.read.rows<FoundNames>(FIND, [query, beginning], 'search-names');
  if (!found) throw new Error('A look for names gave no row.');
  return found;
}
