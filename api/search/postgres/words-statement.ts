import { sellersJson, tallied, tallyJson } from './facet-counts.ts';
import { isInGroups } from './group-conditions.ts';
import { GROUPS_VERSION } from './held-groups.ts';
import { productFits } from './narrowing.ts';
import { comesAfter, orderBy, placeOf } from './order.ts';
import { relevanceParts } from './relevance-sql.ts';
import { CARDS_OF_PAGE, limited, partsJson, type StatementParts } from './search-statement.ts';
import { carriesAnyOfEach, hidden } from './ts-query.ts';
import type { WordsQueries } from './words-queries.ts';

/** What the statement for words is made of besides. */
export interface WordsParts extends StatementParts {
  readonly words: WordsQueries;
  /** Text of the tsquery that hits carry. */
  readonly query: string;
  /** The same taken apart, where the index is to be asked so: lists of queries, of each of which hits carry any. */
  readonly apart: readonly (readonly string[])[] | null;
  /** Hits that are looked at, at most, of a list by relevance; null for all. */
  readonly mostHits: number | null;
  /** What chance is made of. */
  readonly chance: number;
  /** Tails of keys that were shown before. */
  readonly seen: readonly string[];
}

/** Columns by which hits are narrowed, sorted and counted: no more than are needed, as a word may have tens of thousands of hits. */
function columnsOf({ order, narrowing }: WordsParts): string {
  const columns = ['product_id', 'seller_id', 'group_id', 'quality', 'published_at', 'in_stock'];
  const isPriced = narrowing.price !== null || order.columns.includes('d.price_min');
  return [
    'd.ctid as place_id',
    ...[...columns, ...(isPriced ? ['price_min'] : [])].map((column) => `d.${column}`),
  ].join(', ');
}

/** The statement that gives the answer to words as one JSON value. */
export function wordsStatement(parts: WordsParts): string {
  const { wanted, narrowing, groups, parameters, query, apart, order } = parts;
  const carries = apart
    ? carriesAnyOfEach(apart.map((list) => parameters.add(list, 'tsquery[]')))
    : `d.forms @@ ${hidden(parameters.add(query, 'tsquery'))}`;
  const counts = wanted.facets || wanted.totalCount;
  const most = mostHitsOf(parts);
  const withs = [
    `hit as materialized (select ${columnsOf(parts)} from search_entry d where ${carries}${limited(most)})`,
    ...(groups.chosen
      ? [
          `grouped as materialized (select d.* from hit d where ${isInGroups(parameters.add(groups.chosen.bits, 'bytea'))})`,
        ]
      : []),
    ...(order.isRelevance ? relevanceParts(parts, sourceOf(parts)) : [`page as materialized (${sortedPage(parts)})`]),
  ];
  return `with ${withs.join(',\n')}
    select ${partsJson({
      rows: CARDS_OF_PAGE,
      tally: counts
        ? tallyJson(narrowing, `(${tallied(narrowing, `hit d where ${productFits(narrowing, 'price')}`)})`)
        : null,
      sellers: wanted.facets ? sellersJson(`${groupedOf(parts)} d where ${productFits(narrowing, 'seller')}`) : null,
      groups: counts || groups.chosen ? GROUPS_VERSION : null,
      isCut: most === null ? null : `(select count(*) >= ${most} from hit)`,
      isShort: most === null ? null : `(select n < ${ENOUGH} from crowd)`,
      isFound: isFoundSql(parts),
      version: '(select version from search_vocabulary)',
      unknown: unknownSql(parts),
    })} as found`;
}

/** A list by price, age or distance begins with hits that may stand anywhere: it is made of all of them. */
function mostHitsOf({ order, mostHits }: Pick<WordsParts, 'order' | 'mostHits'>): number | null {
  return order.isRelevance ? mostHits : null;
}

/** Of hits that are cut so many have to fit, a page of our own lists: fewer could be nearly all that the market has. */
const ENOUGH = 24;

/** Hits that are looked at one by one before the index is asked. */
const LOOKED_AT = 20;

/** SQL (boolean): whether a hit names the thing. Prose speaks of the fridge in which a cake keeps, and no fridge is sold. */
function isFoundSql({ words: { named }, parameters, query }: WordsParts): string {
  if (!named || query === '') return 'exists (select from hit)';
  const naming = hidden(parameters.add(named, 'tsquery'));
  const asked = parameters.add(query, 'tsquery');
  return `(exists (select from (select place_id from hit limit ${LOOKED_AT}) h join search_entry e on e.ctid = h.place_id where e.forms @@ ${naming})
      or search_carries(${asked} && ${naming}))`;
}

/** SQL (table) of the hits in the groups that were chosen. */
const groupedOf = ({ groups }: WordsParts): string => (groups.chosen ? 'grouped' : 'hit');

/** SQL (table `d`) of the hits that fit. */
function sourceOf(parts: WordsParts): string {
  const fits = productFits(parts.narrowing);
  return fits === 'true' ? `${groupedOf(parts)} d` : `(select d.* from ${groupedOf(parts)} d where ${fits}) d`;
}

/** A page sorted by a column of the hits. */
function sortedPage(parts: WordsParts): string {
  const { asked, order, parameters } = parts;
  const after = comesAfter(order, asked.after, parameters);
  const sorted = orderBy(order);
  return `select d.product_id, ${placeOf(order)} as place, row_number() over (order by ${sorted}) as n
    from ${sourceOf(parts)}${order.join ?? ''} where ${after} order by ${sorted} limit ${asked.first + 1}`;
}

/** SQL (json array): places of words, from 0, that may be typing mistakes and that nothing carries. */
function unknownSql({ words, parameters }: WordsParts): string {
  const doubtful = words.concepts.flatMap((concept, at) => (concept.isMendable ? [{ at, ...concept }] : []));
  if (doubtful.length === 0) return `'[]'::json`;
  const list = (values: readonly unknown[], type: string): string => parameters.add(values, type);
  return `(select coalesce(json_agg(m.at), '[]') from unnest(${list(
    doubtful.map(({ at }) => at),
    'integer[]',
  )}, ${list(
    doubtful.map(({ written }) => written),
    'text[]',
  )}, ${list(
    doubtful.map(({ known }) => known),
    'tsquery[]',
  )}) as m(at, word, known)
    where not exists (select from search_word w where w.word = m.word and w.uses > 0)
      and not search_carries(m.known))`;
}
