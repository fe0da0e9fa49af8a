import type { FilterAsked } from '../product-search.ts';
import { type FacetName, PRICE_BANDS } from './facet-sql.ts';
import type { Group, GroupsHeld } from './held-groups.ts';
import { pricesByBands } from './price-bands.ts';

/** What a filter asks of groups, and the facet whose own list it must not shrink. */
export interface GroupCondition {
  readonly facet: FacetName | 'stock';
  readonly fits: (group: Group) => boolean;
  /** Places of the groups that meet it, where they are known. */
  readonly places?: readonly number[];
}

/** Groups that meet all conditions of a list. */
export interface ChosenGroups {
  readonly ids: readonly number[];
  /** A bit for each id. */
  readonly bits: Buffer;
  /** Products that are in them. */
  readonly products: number;
  /** Places of the lowest and the highest price band among them; nothing lies outside. */
  readonly lowestBand: number;
  readonly highestBand: number;
}

/** What a list asks of groups, and which of those that are held meet it. */
export interface GroupChoice {
  readonly held: GroupsHeld;
  readonly conditions: readonly GroupCondition[];
  /** Null when nothing is asked of them. */
  readonly chosen: ChosenGroups | null;
}

/** Chooses among the groups that are held. Those that count no products are left out when `isCounted`: while the search is made anew, some are not counted yet. */
export function chooseGroups(filter: FilterAsked, held: GroupsHeld, isCounted: boolean): GroupChoice {
  const conditions = groupConditionsOf(filter, held);
  return { held, conditions, chosen: conditions.length > 0 ? chosenOf(conditions, held, isCounted) : null };
}

/** What a filter asks of groups. Values of one list widen, lists narrow each other. What does not narrow is not said. */
function groupConditionsOf(filter: FilterAsked, held: GroupsHeld): readonly GroupCondition[] {
  const { points } = held;
  const conditions: GroupCondition[] = [];
  // What is asked of every group comes first when it is soon answered.
  const add = (facet: GroupCondition['facet'], fits: GroupCondition['fits']): void =>
    void conditions.push({ facet, fits });
  if (filter.halal !== null) add('halal', ({ isHalal }) => isHalal === filter.halal);
  if (filter.inStock !== null) add('stock', ({ inStock }) => inStock === filter.inStock);
  const { banded } = pricesByBands(filter);
  if (banded.length > 0) add('price', ({ priceBand }) => banded.every((bands) => bands.includes(priceBand)));
  const { ratingMin } = filter;
  if (ratingMin !== null) add('rating', ({ ratingBand }) => ratingBand >= ratingMin);
  if (filter.kecamatan.length > 0) {
    const chosen = new Set(filter.kecamatan);
    const places = placesOf(chosen, held.byKecamatan);
    conditions.push({ facet: 'kecamatan', fits: ({ kecamatan }) => chosen.has(kecamatan), places });
  }
  if (filter.category.length > 0) {
    const chosen = categoriesBelow(filter.category, held);
    const places = placesOf(chosen, held.byCategory);
    conditions.push({ facet: 'category', fits: ({ category }) => chosen.has(category), places });
  }
  if (filter.pickupPoint.length > 0) {
    // At a point that is closed for good nothing can be collected, also of shops that chose it.
    const active = new Set(points.map(({ slug }) => slug));
    const chosen = new Set(filter.pickupPoint.filter((slug) => active.has(slug)));
    // Null stands for every active point, also for those to come.
    add('pickupPoint', (group) =>
      group.points === null ? chosen.size > 0 : group.points.some((slug) => chosen.has(slug)),
    );
  }
  return conditions;
}

/** Slugs of these categories and of what stands below them. */
function categoriesBelow(asked: readonly string[], { categories }: GroupsHeld): ReadonlySet<string> {
  const below = categories.filter(({ slugs }) => slugs.some((slug) => asked.includes(slug)));
  return new Set(below.flatMap(({ slugs }) => slugs.at(-1) ?? []));
}

function placesOf(slugs: ReadonlySet<string>, places: ReadonlyMap<string, readonly number[]>): readonly number[] {
  return [...slugs].flatMap((slug) => places.get(slug) ?? []).sort((one, other) => one - other);
}

/** Which conditions a group does not meet, a bit for each; of several the first two, as no list counts it then. */
export function missesOf(conditions: readonly GroupCondition[], group: Group): number {
  let misses = 0;
  // Asked of every group for every list, so without an iterator.
  for (let at = 0; at < conditions.length; at += 1) {
    if (conditions[at]?.fits(group)) continue;
    if (misses !== 0) return misses | (1 << at);
    misses = 1 << at;
  }
  return misses;
}

function chosenOf(
  conditions: readonly GroupCondition[],
  { groups, products, lastId }: GroupsHeld,
  isCounted: boolean,
): ChosenGroups {
  const ids: number[] = [];
  const bits = Buffer.alloc((lastId >> 3) + 1);
  let sum = 0;
  let lowestBand = PRICE_BANDS.length - 1;
  let highestBand = 0;
  const look = (at: number): void => {
    const group = groups[at];
    const count = products[at] ?? 0;
    if (!group || (isCounted && count === 0) || missesOf(conditions, group) !== 0) return;
    ids.push(group.id);
    bits[group.id >> 3] = (bits[group.id >> 3] ?? 0) | (1 << (group.id & 7));
    sum += count;
    lowestBand = Math.min(lowestBand, group.priceBand);
    highestBand = Math.max(highestBand, group.priceBand);
  };
  const fewest = fewestPlaces(conditions);
  if (fewest) for (const at of fewest) look(at);
  else for (let at = 0; at < groups.length; at += 1) look(at);
  return { ids, bits, products: sum, lowestBand, highestBand };
}

function fewestPlaces(conditions: readonly GroupCondition[]): readonly number[] | null {
  const known = conditions.flatMap(({ places }) => (places ? [places] : []));
  return known.sort((one, other) => one.length - other.length)[0] ?? null;
}

/** SQL (boolean) that a product `d` is in one of the groups of `bits` (SQL of a bytea). No index can answer it, so that none is preferred for it. */
export function isInGroups(bits: string): string {
  return `case when d.group_id < 8 * octet_length(${bits}) then get_bit(${bits}, d.group_id) = 1 else false end`;
}
