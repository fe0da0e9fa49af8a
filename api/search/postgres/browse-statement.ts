import { countedFacets, KEPT_TALLY, totalOf, weighedSql } from './facet-counts.ts';
import { groupConditions, groupFits, isNarrow, type Narrowing, pricesOf, productFits } from './narrowing.ts';
import { comesAfter, orderBy, placeOf } from './order.ts';
import type { HeldFacets } from './ready-facets.ts';
import { CARDS_OF_PAGE, type StatementParts } from './search-statement.ts';

/** Up to so many products of a list are sorted when they are asked for; of more, the sorted index is read until the page is full. */
const SORTED_AT_ONCE = 2_000;

/** What the statement for browsing is made of besides. */
export interface BrowseParts extends StatementParts {
  /** What is held of facets that are kept ready; null when facets and total must be counted. */
  readonly held: readonly HeldFacets[] | null;
}

/** The statement that gives a list without words as one JSON value. */
export function browseStatement(parts: BrowseParts): string {
  const { wanted, narrowing, held, parameters } = parts;
  const narrow = isNarrow(narrowing);
  const isCounted = held === null && (wanted.facets || wanted.totalCount);
  const withs = [
    ...(narrow && isCounted ? weighed(narrowing) : []),
    ...(narrow ? [`fit as materialized (${isCounted ? weighedFit(narrowing) : keptFit(narrowing)})`] : []),
    `page as materialized (${narrow ? narrowPage(parts) : pageOf(parts, 'true')})`,
  ];
  return `with ${withs.join(',\n')}
    select json_build_object(
      'rows', ${CARDS_OF_PAGE},
      'total', ${isCounted && wanted.totalCount ? totalOf(narrowing) : 'null'},
      'facets', ${isCounted && wanted.facets ? countedFacets({ products: 'search_document', narrowing }) : 'null'},
      'ready', ${held && (wanted.totalCount || wanted.facets) ? readyFacets(held, parameters) : 'null'}) as found`;
}

/** The parts that say what of each group fits: by the counts that are kept, unless price or shop are asked. */
function weighed(narrowing: Narrowing): string[] {
  const { price, seller } = narrowing;
  if (!price && !seller)
    return [`weighed as materialized (${weighedSql(narrowing, 'g.products', 'g.products', KEPT_TALLY)})`];
  const counted = `select d.group_id, count(*) filter (where ${productFits(narrowing)})::integer as n, count(*)::integer as n_unpriced
    from search_document d where ${seller ? productFits(narrowing, 'price') : price} group by d.group_id`;
  const joined = seller
    ? 'tally t join search_group g on g.id = t.group_id'
    : 'search_group g left join tally t on t.group_id = g.id';
  const unpriced = seller ? 't.n_unpriced' : 'g.products';
  return [
    `tally as materialized (${counted})`,
    `weighed as materialized (${weighedSql(narrowing, 'coalesce(t.n, 0)', unpriced, joined)})`,
  ];
}

/** Groups that fit, where they were weighed. */
const weighedFit = (narrowing: Narrowing): string =>
  `select g.id, g.n from weighed g where ${groupFits(narrowing)} and g.n > 0`;

/** Groups that fit, by the counts that are kept. */
const keptFit = (narrowing: Narrowing): string =>
  `select g.id, g.products as n from ${KEPT_TALLY} and ${groupConditions(narrowing)}`;

/** A page of the documents that fit: sorted when they are few, found in the order of the index when they are many. */
function narrowPage(parts: BrowseParts): string {
  const fits = productFits(parts.narrowing);
  // What is in no index is asked in a form that the planner cannot turn into a join, which would lose the order.
  const few = pageOf(parts, `d.group_id = any(array(select id from fit)) and ${fits}`);
  const many = pageOf(parts, `coalesce(d.group_id in (select id from fit), false) and ${fits}`);
  return `select * from ((select * from (${few}) f where (select sum(n) from fit) <= ${SORTED_AT_ONCE})
    union all (select * from (${many}) m where (select sum(n) from fit) > ${SORTED_AT_ONCE})) page`;
}

function pageOf({ asked, order, narrowing, parameters }: BrowseParts, condition: string): string {
  const after = comesAfter(order, asked.after, parameters);
  const sorted = orderBy(order);
  // A list that is sorted by price begins and ends at these, whatever the groups say.
  const prices = pricesOf(asked.filter, parameters);
  const priced = prices === null ? '' : ` and ${prices}`;
  const stock = narrowing.inStock === null ? '' : ` and d.in_stock = ${narrowing.inStock}`;
  return `select d.product_id, ${placeOf(order)} as place, row_number() over (order by ${sorted}) as n from search_document d${order.join ?? ''}
    where ${condition}${stock}${priced} and ${after} order by ${sorted} limit ${asked.first + 1}`;
}

function readyFacets(held: readonly HeldFacets[], parameters: StatementParts['parameters']): string {
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
