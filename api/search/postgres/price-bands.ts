import type { FilterAsked, PriceRange } from '../product-search.ts';
import { PRICE_BANDS } from './facet-sql.ts';

/** Ranges of prices; a price lies in any of them. */
export type Ranges = readonly PriceRange[];

/** What a price must meet: the limits, and the ranges. */
export function rangesOf({ priceMin, priceMax, priceRanges }: FilterAsked): Ranges[] {
  const limits = priceMin === null && priceMax === null ? [] : [[{ min: priceMin, max: priceMax }]];
  return priceRanges.length > 0 ? [...limits, priceRanges] : limits;
}

/** What a price must meet that bands say, as their places, and what they do not say. */
export function pricesByBands(filter: FilterAsked): { banded: number[][]; own: Ranges[] } {
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
