import { sellersJson, tallied, tallyJson } from './facet-counts.ts';
import { PRICE_BANDS } from './facet-sql.ts';
import { type ChosenGroups, isInGroups } from './group-conditions.ts';
import { GROUPS_VERSION } from './held-groups.ts';
import { pricesOf, productFits } from './narrowing.ts';
import { comesAfter, orderBy, placeOf } from './order.ts';
import type { HeldFacets } from './ready-facets.ts';
import { CARDS_OF_PAGE, partsJson, type StatementParts } from './search-statement.ts';

/**
 * Up to so many products of a list are sorted when they are asked for; of more, the sorted index is read until the page is full. To find a page
 * of so many among all, spread evenly, it reads a quarter as many; but often they are not.
 */
function sortedAtOnce({ asked, groups }: BrowseParts): number {
  return Math.max(2_000, Math.round(2 * Math.sqrt((asked.first + 1) * groups.held.sum)));
}

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
  const fits = productFits(parts.narrowing);
  if (chosen.products <= sortedAtOnce(parts)) return pageOf(parts, `${isAnyOf(chosen, parts)} and ${fits}`, true);
  const isChosen = isInGroups(parts.parameters.add(chosen.bits, 'bytea'));
  return pageOf(parts, [isChosen, fits, ...withinBands(parts, chosen)].join(' and '));
}

/** SQL (booleans) of the price bands that the groups lie in, where a list is sorted by price: the index is read from there and not from its end. */
function withinBands({ order, parameters }: BrowseParts, { lowestBand, highestBand }: ChosenGroups): string[] {
  if (!order.columns.includes('d.price_min')) return [];
  const [lowest, next] = [PRICE_BANDS[lowestBand] ?? 0, PRICE_BANDS[highestBand + 1]];
  return [
    ...(lowest > 0 ? [`d.price_min >= ${parameters.add(lowest, 'bigint')}`] : []),
    ...(next === undefined ? [] : [`d.price_min < ${parameters.add(next, 'bigint')}`]),
  ];
}

/** The same where only the tally says how many they are. */
function talliedPage(parts: BrowseParts): string {
  const { narrowing, parameters } = parts;
  const { chosen } = parts.groups;
  const bits = chosen && parameters.add(chosen.bits, 'bytea');
  const fit = `from tally d where d.n > 0${bits ? ` and ${isInGroups(bits)}` : ''}`;
  const fits = productFits(narrowing);
  const few = pageOf(parts, `d.group_id = any(array(select d.group_id ${fit})) and ${fits}`, true);
  // What is in no index is asked in a form that the planner cannot turn into a join, which would lose the order.
  const many = pageOf(parts, `${bits ? `${isInGroups(bits)} and ` : ''}${fits}`);
  const most = parameters.add(sortedAtOnce(parts), 'integer');
  return `select * from ((select * from (${few}) f where (select coalesce(sum(d.n), 0) ${fit}) <= ${most})
    union all (select * from (${many}) m where (select coalesce(sum(d.n), 0) ${fit}) > ${most})) page`;
}

/**
 * A page of the documents that meet this. Those that are few are gathered before they are sorted: the planner would rather read the sorted index,
 * to whose end there may be a million others.
 */
function pageOf({ asked, order, narrowing, parameters }: BrowseParts, condition: string, areFew = false): string {
  const after = comesAfter(order, asked.after, parameters);
  const sorted = orderBy(order);
  // A list that is sorted by price begins and ends at these, whatever the groups say.
  const prices = pricesOf(asked.filter, parameters);
  const priced = prices === null ? '' : ` and ${prices}`;
  const stock = narrowing.inStock === null ? '' : ` and d.in_stock = ${narrowing.inStock}`;
  const documents = `select d.* from search_document d where ${condition}`;
  return `select d.product_id, ${placeOf(order)} as place, row_number() over (order by ${sorted}) as n
    from (${documents}${areFew ? ' offset 0' : ''}) d${order.join ?? ''}
    where ${after}${stock}${priced} order by ${sorted} limit ${asked.first + 1}`;
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
