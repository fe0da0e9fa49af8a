import type { PartsWanted, ProductsAsked } from '../product-search.ts';
import { all, type Condition, type Parameters } from './conditions.ts';
import { countBy, FACET_COLUMNS, FACETS, facetsJson } from './facet-sql.ts';
import { comesAfter, type Order, orderBy, placeOf, RELEVANCE_END } from './order.ts';
import type { HeldFacets } from './ready-facets.ts';
import { type AskedWords, together } from './word-query.ts';

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
  /** What the words ask for; null when there are none. */
  readonly words: AskedWords | null;
}

/** The statement that gives the whole answer as one JSON value. */
export function searchStatement(parts: StatementParts): string {
  const { asked, wanted, held, words, parameters } = parts;
  const withs = words ? [`asked as materialized (${askedSql(words, parameters)})`, hitsSql(words, parameters)] : [];
  const card = words ? '(select c.card from search_document c where c.product_id = p.product_id)' : 'p.card';
  const isCounted = held === null;
  return `with ${[...withs, `page as materialized (${pageSql(parts)})`].join(', ')}
    select json_build_object(
      'rows', (select coalesce(json_agg(json_build_object('place', p.place, 'card', ${card})), '[]') from page p),
      'total', ${isCounted && wanted.totalCount ? totalSql(parts) : 'null'},
      'facets', ${isCounted && wanted.facets ? countedFacets(parts) : 'null'},
      'ready', ${held && (wanted.totalCount || wanted.facets) ? readyFacets(held, parameters) : 'null'},
      'version', ${words ? '(select version from search_vocabulary)' : 'null'},
      'doubtful', ${words ? doubtfulSql(words, parameters) : `'[]'::json`},
      'relaxed', ${asked.text !== null && words ? '(select to_json(relaxed) from asked)' : `'[]'::json`}) as found`;
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

/** SQL of the one row that says which documents the words ask for. */
function askedSql({ concepts, judged }: AskedWords, parameters: Parameters): string {
  const list = (values: readonly string[], type: string): string => parameters.add(values, type);
  const known = list(
    concepts.map(({ query }) => query.known),
    'tsquery[]',
  );
  const wanted = list(
    concepts.map(({ query }) => query.wanted),
    'tsquery[]',
  );
  const roles = list(
    concepts.map(({ role }) => role),
    'text[]',
  );
  const head = parameters.add(
    together(
      [judged.first, judged.kind].filter((query) => query !== null),
      '|',
    ) ?? '',
    'tsquery',
  );
  return `select * from search_gathered(${known}, ${wanted}, ${roles}, ${head})`;
}

/** What each judgement adds to the score of a hit; together they stay below 2^31. */
const WEIGHTS = { phrase: 60, first: 90, kind: 40, bonus: 30, inStock: 50 } as const;

/** Documents that carry the words: exact before near, title before category before shop before description; then stock, then sales. */
function hitsSql({ judged }: AskedWords, parameters: Parameters): string {
  const fits = (query: string | null): string => `coalesce(d.words @@ ${parameters.add(query, 'tsquery')}, false)`;
  const [exact, near, any, shop] = [fits(judged.exact), fits(judged.near), fits(judged.any), fits(judged.shop)];
  const tier = `case when ${exact} then 9 when ${near} then 8 when ${any} then 6 when ${shop} then 4 else 1 end * 120`;
  const extra = (['phrase', 'first', 'kind', 'bonus'] as const).map(
    (name) => `${fits(judged[name])}::integer * ${WEIGHTS[name]}`,
  );
  const score = `(${[tier, ...extra, `d.in_stock::integer * ${WEIGHTS.inStock}`].join(' + ')}) * 1000000`;
  return `hit as materialized (
  select d.product_id, d.seller_id, d.seller_slug, d.kecamatan_slug, d.category_slugs, d.point_slugs, d.price_min, d.in_stock, d.is_halal,
         d.sold_count, d.published_at, ${score} + (ln(1 + d.sold_count) * 50000)::integer as score
    from asked, search_document d where d.words @@ asked.query limit ${MOST_HITS})`;
}

/** SQL (json array): the words that nothing carries, with what can have been meant by each. */
function doubtfulSql({ concepts }: AskedWords, parameters: Parameters): string {
  const words = parameters.add(
    concepts.map(({ isMendable, written }) => (isMendable ? written : null)),
    'text[]',
  );
  const heard = parameters.add(
    concepts.map(({ query }) => query.heard),
    'tsquery[]',
  );
  return `(select coalesce(json_agg(json_build_object('at', n - 1,
      'candidates', (select coalesce(json_agg(c), '[]') from search_candidates((${words})[n]) c),
      'titles', array(select d.title from search_document d where d.words @@ (${heard})[n] limit 5))), '[]')
    from asked, unnest(asked.unknown) n where (${words})[n] is not null)`;
}

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
