import { sellersJson, tallied, tallyJson } from './facet-counts.ts';
import { type ChosenGroups, isInGroups } from './group-conditions.ts';
import { GROUPS_VERSION } from './held-groups.ts';
import { pricesOf, productFits } from './narrowing.ts';
import { comesAfter, orderBy, placeOf } from './order.ts';
import type { HeldFacets } from './ready-facets.ts';
import { CARDS_OF_PAGE, partsJson, type StatementParts } from './search-statement.ts';

/** Up to so many products of a list are sorted when they are asked for; of more, the sorted index is read until the page is full. */
const SORTED_AT_ONCE = 2_000;

/** What the statement for browsing is made of besides. */
export interface BrowseParts extends StatementParts {
  /** What is held of facets that are kept ready; null when facets and total must be counted. */
  readonly ready: readonly HeldFacets[] | null;
}

/** The statement that gives a list without words as one JSON value. */
export function browseStatement(parts: BrowseParts): string {
  const { wanted, narrowing, ready, parameters } = parts;
  const { chosen } = parts.groups;
  const isCounted = ready === null && (wanted.facets || wanted.totalCount);
  const isTallied = isCounted && isTalliedByProducts(parts);
  const withs = [
    ...(isTallied ? [`tally as materialized (${tallied(narrowing, talliedFrom(parts))})`] : []),
    `page as materialized (${isTallied ? talliedPage(parts) : chosen ? chosenPage(parts, chosen) : pageOf(parts, productFits(narrowing))})`,
  ];
  return `with ${withs.join(',\n')}
    select ${partsJson({
      rows: CARDS_OF_PAGE,
      tally: isTallied ? tallyJson(narrowing, 'tally') : null,
      sellers: isCounted && wanted.facets ? sellersJson(sellersFrom(parts)) : null,
      groups: chosen || isCounted ? GROUPS_VERSION : null,
      ready: ready && (wanted.totalCount || wanted.facets) ? readyFacets(ready, parameters) : null,
    })} as found`;
}

/** Whether the counts that are kept do not say how many products of a group are in the list. */
function isTalliedByProducts({ narrowing: { price, seller } }: BrowseParts): boolean {
  return price !== null || seller !== null;
}

function talliedFrom({ narrowing }: BrowseParts): string {
  const { price, seller } = narrowing;
  return `search_document d where ${seller ? productFits(narrowing, 'price') : price}`;
}

/** Products of the list, whatever shop is chosen. */
function sellersFrom(parts: BrowseParts): string {
  const { chosen } = parts.groups;
  return `search_document d where ${productFits(parts.narrowing, 'seller')}${chosen ? ` and ${isAnyOf(chosen, parts)}` : ''}`;
}

/** SQL (boolean) that a product `d` is in one of these groups, in a form that the index of groups can answer. */
function isAnyOf({ ids }: ChosenGroups, { parameters }: BrowseParts): string {
  return `d.group_id = any((select ${parameters.add(ids, 'int[]')})::int[])`;
}

/** A page of the documents in some groups: sorted when they are few, found in the order of the index when they are many. */
function chosenPage(parts: BrowseParts, chosen: ChosenGroups): string {
  const groups =
    chosen.products <= SORTED_AT_ONCE ? isAnyOf(chosen, parts) : isInGroups(parts.parameters.add(chosen.bits, 'bytea'));
  return pageOf(parts, `${groups} and ${productFits(parts.narrowing)}`);
}

/** The same where only the tally says how many they are. */
function talliedPage(parts: BrowseParts): string {
  const { narrowing, parameters } = parts;
  const { chosen } = parts.groups;
  const bits = chosen && parameters.add(chosen.bits, 'bytea');
  const fit = `from tally d where d.n > 0${bits ? ` and ${isInGroups(bits)}` : ''}`;
  const fits = productFits(narrowing);
  const few = pageOf(parts, `d.group_id = any(array(select d.group_id ${fit})) and ${fits}`);
  // What is in no index is asked in a form that the planner cannot turn into a join, which would lose the order.
  const many = pageOf(parts, `${bits ? `${isInGroups(bits)} and ` : ''}${fits}`);
  return `select * from ((select * from (${few}) f where (select coalesce(sum(d.n), 0) ${fit}) <= ${SORTED_AT_ONCE})
    union all (select * from (${many}) m where (select coalesce(sum(d.n), 0) ${fit}) > ${SORTED_AT_ONCE})) page`;
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
