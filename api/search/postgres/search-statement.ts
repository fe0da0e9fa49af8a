import type { PartsWanted, ProductsAsked } from '../product-search.ts';
import { all, type Condition, type Parameters } from './conditions.ts';
import { countBy, FACET_COLUMNS, FACETS, facetsJson } from './facet-sql.ts';
import { comesAfter, type Order, orderBy, placeOf, RELEVANCE_END } from './order.ts';
import type { HeldFacets } from './ready-facets.ts';

/** Up to here a total is exact. */
export const COUNTED_EXACTLY = 1000;
/** Documents that words may hit before more are no longer looked at. */
const MOST_HITS = 10_000;

/** What a statement is made of. */
export interface StatementParts {
  readonly asked: ProductsAsked;
  readonly wanted: PartsWanted;
  readonly order: Order;
  readonly conditions: readonly Condition[];
  /** What is held of facets that are kept ready; null when facets and total must be counted. */
  readonly held: readonly HeldFacets[] | null;
  readonly parameters: Parameters;
}

/** The statement that gives the whole answer as one JSON value. */
export function searchStatement(parts: StatementParts): string {
  const { asked, wanted, held } = parts;
  const byWords = asked.text !== null;
  const withs = byWords
    ? [`asked as materialized (select * from search_understood(${parts.parameters.add(asked.text, 'text')}))`, HITS]
    : [];
  const card = byWords ? '(select c.card from search_document c where c.product_id = p.product_id)' : 'p.card';
  const title = byWords && wanted.highlight ? `, 'title', ${HIGHLIGHTED}` : '';
  const isCounted = held === null;
  return `with ${[...withs, `page as materialized (${pageSql(parts)})`].join(', ')}
    select json_build_object(
      'rows', (select coalesce(json_agg(json_build_object('place', p.place, 'card', ${card}${title})), '[]') from page p),
      'total', ${isCounted && wanted.totalCount ? totalSql(parts) : 'null'},
      'facets', ${isCounted && wanted.facets ? countedFacets(parts) : 'null'},
      'ready', ${held && (wanted.totalCount || wanted.facets) ? readyFacets(held, parts.parameters) : 'null'},
      'mended', ${byWords ? '(select mended from asked)' : 'null'},
      'relaxed', ${byWords ? '(select to_json(relaxed) from asked)' : `'[]'::json`}) as found`;
}

/**
 * Common statements are prepared once per connection. Rare ones are planned when they come, so that no stranger fills the memory of
 * the database with them.
 */
export function statementName(
  { text, first, after, sort }: ProductsAsked,
  wanted: PartsWanted,
  conditions: number,
): string | undefined {
  if (conditions > 0 || after !== null || sort !== 'RELEVANCE' || (first !== 20 && first !== 24)) return undefined;
  return `search-${text === null ? 'browse' : 'words'}-${first}-${Number(wanted.facets)}${Number(wanted.totalCount)}${Number(wanted.highlight)}`;
}

/** Documents that carry the words. What is sold out counts half. */
const HITS = `hit as materialized (
  select d.product_id, d.seller_id, d.seller_slug, d.kecamatan_slug, d.category_slugs, d.point_slugs, d.price_min, d.in_stock, d.is_halal,
         d.sold_count, d.published_at,
         (ts_rank('{0.05, 0.15, 0.4, 1}', d.words, asked.query) * case when d.in_stock then 1e6 else 5e5 end)::integer as score
    from asked, search_document d where d.words @@ asked.query limit ${MOST_HITS})`;

/** SQL (text): the title of page row `p` as HTML, with the words that hit in <mark>. */
const HIGHLIGHTED = `(select ts_headline('indonesian',
    replace(replace(replace(replace(c.title, '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), '"', '&quot;'),
    asked.query, 'StartSel=<mark>, StopSel=</mark>, HighlightAll=true')
  from asked, search_document c where c.product_id = p.product_id)`;

const sourceOf = ({ asked }: StatementParts): string => (asked.text === null ? 'search_document d' : 'hit d');

function pageSql(parts: StatementParts): string {
  const { asked, order, conditions, parameters } = parts;
  const after = comesAfter(order, asked.after, parameters);
  const sorted = orderBy(order);
  // Relevance has an end: pages are cut from its best results only.
  const best = `(select * from ${sourceOf(parts)} where ${all(conditions)} order by ${sorted} limit ${RELEVANCE_END}) d where ${after}`;
  const from = order.isRelevance ? best : `${sourceOf(parts)}${order.join ?? ''} where ${all(conditions)} and ${after}`;
  return `select d.product_id, ${placeOf(order)} as place${asked.text === null ? ', d.card' : ''}
    from ${from} order by ${sorted} limit ${asked.first + 1}`;
}

function totalSql(parts: StatementParts): string {
  return `(select count(*) from (select from ${sourceOf(parts)} where ${all(parts.conditions)} limit ${COUNTED_EXACTLY + 1}) counted)`;
}

function readyFacets(held: readonly HeldFacets[], parameters: Parameters): string {
  const scopes = parameters.add(
    held.map(({ scope }) => scope),
    'text[]',
  );
  const versions = parameters.add(
    held.map(({ version }) => version),
    'uuid[]',
  );
  return `(select json_agg(json_build_object('version', f.version, 'products', coalesce(f.products, 0),
      'body', case when f.version = k.version then null else f.body end) order by k.n)
    from unnest(${scopes}, ${versions}) with ordinality as k(scope, version, n) left join search_facets f on f.scope = k.scope)`;
}

/** A facet's own choice does not shrink its own list: lists that were chosen from are counted without their own conditions. */
function countedFacets(parts: StatementParts): string {
  const { asked, conditions } = parts;
  const source = sourceOf(parts);
  const chosen = FACETS.filter((facet) => conditions.some((condition) => condition.facet === facet));
  const counts = FACETS.map((facet) => {
    if (!chosen.includes(facet)) return countBy(facet, 'fitting d');
    const others = conditions.filter((condition) => condition.facet !== facet);
    return others.length === 0 && asked.text === null
      ? `select facet, value, products from search_count where scope = '' and facet = '${facet}'`
      : countBy(facet, `(select ${FACET_COLUMNS} from ${source} where ${all(others)}) d`);
  });
  return `(with fitting as materialized (select ${FACET_COLUMNS} from ${source} where ${all(conditions)}),
    counts as materialized (${counts.join(' union all ')}) select ${facetsJson('counts')})`;
}
