import type { FilterAsked } from '../product-search.ts';
import type { Parameters } from './parameters.ts';
import { pricesByBands, type Ranges, rangesOf } from './price-bands.ts';

/** What narrows a list besides groups (group-conditions.ts): conditions (SQL) on products `d`. */
export interface Narrowing {
  /** Limits of the price that are not those of bands. */
  readonly price: string | null;
  readonly seller: string | null;
  /** Whether what can be bought is asked for, or what cannot; null for both. */
  readonly inStock: boolean | null;
}

/** The conditions of a filter that groups do not say. */
export function narrowingOf(filter: FilterAsked, parameters: Parameters): Narrowing {
  const { seller, inStock } = filter;
  return {
    price: pricesSql(pricesByBands(filter).own, parameters),
    seller:
      seller.length > 0
        ? `d.seller_id = any(select id from seller where slug = any(${parameters.add(seller, 'text[]')}))`
        : null,
    inStock,
  };
}

/** SQL (boolean) of what the price of a product `d` must meet; null for nothing. */
export function pricesOf(filter: FilterAsked, parameters: Parameters): string | null {
  return pricesSql(rangesOf(filter), parameters);
}

function pricesSql(all: readonly Ranges[], parameters: Parameters): string | null {
  const within = ({ min, max }: Ranges[number]): string => {
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

/** SQL (boolean) that a product `d` fits in what its group does not say, but for the condition of one facet. */
export function productFits({ price, seller }: Narrowing, but?: 'price' | 'seller'): string {
  const conditions = [...(price && but !== 'price' ? [price] : []), ...(seller && but !== 'seller' ? [seller] : [])];
  return conditions.length > 0 ? conditions.map((sql) => `(${sql})`).join(' and ') : 'true';
}
