import type { FilterAsked, PriceRange } from '../product-search.ts';
import { type FacetName, PRICE_BANDS } from './facet-sql.ts';
import type { Parameters } from './parameters.ts';

/** What narrows a list: conditions on groups `g` by the facet whose own list they must not shrink, and conditions on products `d`. */
export interface Narrowing {
  readonly ofGroups: Readonly<Partial<Record<FacetName | 'stock', string>>>;
  /** Limits of the price that are not those of bands. */
  readonly price: string | null;
  readonly seller: string | null;
  /** Whether what can be bought is asked for, or what cannot; null for both. */
  readonly inStock: boolean | null;
}

/** The conditions of a filter. Values of one list widen, lists narrow each other. What does not narrow is not said. */
export function narrowingOf(filter: FilterAsked, parameters: Parameters): Narrowing {
  const list = (values: readonly string[]): string => parameters.add(values, 'text[]');
  const ofGroups: Partial<Record<FacetName | 'stock', string>> = {};
  if (filter.category.length > 0)
    ofGroups.category = `g.category_slug = any(array(select c.slug from category c where string_to_array(c.path, '/') && ${list(filter.category)}))`;
  if (filter.kecamatan.length > 0) ofGroups.kecamatan = `g.kecamatan_slug = any(${list(filter.kecamatan)})`;
  if (filter.pickupPoint.length > 0) {
    // At a point that is closed for good nothing can be collected, also of shops that chose it.
    const points = `array(select slug from pickup_point where slug = any(${list(filter.pickupPoint)}) and is_active)`;
    // Null stands for every active point, also for those to come.
    ofGroups.pickupPoint = `case when g.point_slugs is null then cardinality(${points}) > 0 else g.point_slugs && ${points} end`;
  }
  if (filter.halal !== null) ofGroups.halal = `g.is_halal = ${parameters.add(filter.halal, 'boolean')}`;
  if (filter.inStock !== null) ofGroups.stock = `g.in_stock = ${parameters.add(filter.inStock, 'boolean')}`;
  const { banded, own } = pricesByBands(filter);
  if (banded.length > 0)
    ofGroups.price = banded.map((bands) => `g.price_band = any(${parameters.add(bands, 'int[]')})`).join(' and ');
  if (filter.ratingMin !== null) ofGroups.rating = `g.rating_band >= ${parameters.add(filter.ratingMin, 'int')}`;
  return {
    ofGroups,
    price: pricesSql(own, parameters),
    seller:
      filter.seller.length > 0
        ? `d.seller_id = any(select id from seller where slug = any(${list(filter.seller)}))`
        : null,
    inStock: filter.inStock,
  };
}

/** Ranges of prices; a price lies in any of them. */
type Ranges = readonly PriceRange[];

/** What a price must meet: the limits, and the ranges. */
function rangesOf({ priceMin, priceMax, priceRanges }: FilterAsked): Ranges[] {
  const limits = priceMin === null && priceMax === null ? [] : [[{ min: priceMin, max: priceMax }]];
  return priceRanges.length > 0 ? [...limits, priceRanges] : limits;
}

/** What a price must meet that bands say, as their places, and what they do not say. */
function pricesByBands(filter: FilterAsked): { banded: number[][]; own: Ranges[] } {
  const all = rangesOf(filter).map((ranges) => ({ ranges, bands: ranges.map(bandsOf) }));
  const isBanded = (bands: readonly (number[] | null)[]): bands is number[][] => !bands.includes(null);
  return {
    banded: all.flatMap(({ bands }) => (isBanded(bands) ? [[...new Set(bands.flat())]] : [])),
    own: all.flatMap(({ ranges, bands }) => (isBanded(bands) ? [] : [ranges])),
  };
}

/** The places of the bands that make a range; null when it has limits of its own. */
function bandsOf({ min, max }: PriceRange): number[] | null {
  const bands: readonly number[] = PRICE_BANDS;
  const first = bands.indexOf(min ?? 0);
  const last = max === null ? bands.length - 1 : bands.indexOf(max + 1) - 1;
  return first >= 0 && last >= 0 ? [...bands.keys()].slice(first, last + 1) : null;
}

/** SQL (boolean) of what the price of a product `d` must meet; null for nothing. */
export function pricesOf(filter: FilterAsked, parameters: Parameters): string | null {
  return pricesSql(rangesOf(filter), parameters);
}

function pricesSql(all: readonly Ranges[], parameters: Parameters): string | null {
  const within = ({ min, max }: PriceRange): string => {
    const limits = [
      ...(min === null ? [] : [`d.price_min >= ${parameters.add(min, 'bigint')}`]),
      ...(max === null ? [] : [`d.price_min <= ${parameters.add(max, 'bigint')}`]),
    ];
    return limits.length > 0 ? limits.join(' and ') : 'true';
  };
  const any = (ranges: Ranges): string =>
    ranges.length === 1 ? ranges.map(within).join() : `(${ranges.map((each) => `(${within(each)})`).join(' or ')})`;
  return all.length > 0 ? all.map(any).join(' and ') : null;
}

/** Whether anything narrows. */
export function isNarrow({ ofGroups, price, seller }: Narrowing): boolean {
  return Object.keys(ofGroups).length > 0 || price !== null || seller !== null;
}

/** SQL (boolean) that a group `g` meets all conditions. */
export function groupConditions({ ofGroups }: Narrowing): string {
  const conditions = Object.values(ofGroups).map((sql) => `(${sql})`);
  return conditions.length > 0 ? conditions.join(' and ') : 'true';
}

/** SQL (integer): which conditions a group `g` does not meet, a bit for each. */
export function missesOf({ ofGroups }: Narrowing): string {
  const bits = Object.values(ofGroups).map((sql, at) => `case when ${sql} then 0 else ${1 << at} end`);
  return bits.length > 0 ? bits.join(' + ') : '0';
}

/** SQL (boolean) that a group `g`, of which missesOf is known, fits, but for the condition of one facet. */
export function groupFits({ ofGroups }: Narrowing, but?: FacetName): string {
  const at = Object.keys(ofGroups).indexOf(but ?? '');
  if (Object.keys(ofGroups).length === 0) return 'true';
  return at < 0 ? 'g.misses = 0' : `g.misses in (0, ${1 << at})`;
}

/** SQL (boolean) that some facet may count a group `g`: it meets all conditions, or all but one. */
export function mayCount({ ofGroups }: Narrowing): string {
  const single = Object.keys(ofGroups).map((_, at) => 1 << at);
  return single.length > 1 ? `g.misses in (0, ${single.join(', ')})` : 'true';
}

/** SQL (boolean) that a product `d` fits in what its group does not say, but for the condition of one facet. */
export function productFits({ price, seller }: Narrowing, but?: FacetName): string {
  const conditions = [...(price && but !== 'price' ? [price] : []), ...(seller && but !== 'seller' ? [seller] : [])];
  return conditions.length > 0 ? conditions.map((sql) => `(${sql})`).join(' and ') : 'true';
}
