import { isPlace } from '../geography/index.ts';
import { badArgument, pageSize } from '../platform/graphql/connection.ts';
import { LARGEST_RUPIAH, type Rupiah } from '../platform/money.ts';
import { priceWords } from './language/index.ts';
import type { FilterAsked, PriceRange, ProductsAsked } from './product-search.ts';
import { ProductSort } from './product-sort.ts';
import { MOST_LEAST_STARS } from './ranking.ts';
import type { SaidPrice } from './said-price.ts';
import type { ProductFilter, ProductsArgs } from './search-inputs.ts';

/** Characters of a search or a prefix. */
export const LONGEST_SEARCH = 200;
/** Values of one list of a filter, and characters of each. */
const MOST_VALUES = 50;
const LONGEST_VALUE = 200;

/** What a client asked for, with the price that its words spoke of, which the filter holds already. */
export interface ProductsAskedInWords extends ProductsAsked {
  readonly saidPrice: SaidPrice | null;
}

/** What a client asked for, checked and cleaned. Refuses with BAD_USER_INPUT, naming the argument and its limit. */
export function askedProducts({ search, filter, sort, near, first, after }: ProductsArgs): ProductsAskedInWords {
  const order = sort ?? ProductSort.RELEVANCE;
  if (near && !isPlace(near)) throw badArgument('near', 'near is latitude -90 to 90 and longitude -180 to 180');
  if (order === ProductSort.NEAREST && !near) throw badArgument('near', 'sort NEAREST needs near');
  const typed = searchText(search, 'search');
  const { text, priceMin, priceMax } = priceWords(typed ?? '');
  const asked = askedFilter(filter ?? {});
  const isPriced = priceMin !== null || priceMax !== null;
  return {
    text: text === '' ? null : text,
    filter: isPriced ? narrowed(asked, priceMin, priceMax) : asked,
    saidPrice: isPriced ? { min: priceMin, max: priceMax } : null,
    sort: order,
    near: near ?? null,
    first: pageSize(first),
    after: after || null,
  };
}

/** Within both: what the words say and what the filter says. */
function narrowed(filter: FilterAsked, least: Rupiah | null, most: Rupiah | null): FilterAsked {
  const { priceMin, priceMax } = filter;
  return {
    ...filter,
    priceMin: priceMin !== null && least !== null ? Math.max(priceMin, least) : (priceMin ?? least),
    priceMax: priceMax !== null && most !== null ? Math.min(priceMax, most) : (priceMax ?? most),
  };
}

/** Words as typed, without control characters; null for none. Refuses more than 200 characters. */
export function searchText(text: string | null | undefined, argument: string): string | null {
  const cleaned = (text ?? '').replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, ' ').trim();
  if ([...cleaned].length > LONGEST_SEARCH) {
    throw badArgument(argument, `${argument} has at most ${LONGEST_SEARCH} characters, got ${[...cleaned].length}`);
  }
  return cleaned === '' ? null : cleaned;
}

function askedFilter(filter: ProductFilter): FilterAsked {
  return {
    // A path is named by its last slug: slugs are unique.
    category: values(filter.category, 'filter.category').map((path) => path.slice(path.lastIndexOf('/') + 1)),
    kecamatan: values(filter.kecamatan, 'filter.kecamatan'),
    seller: values(filter.seller, 'filter.seller'),
    pickupPoint: values(filter.pickupPoint, 'filter.pickupPoint'),
    priceMin: price(filter.priceMin, 'filter.priceMin'),
    priceMax: price(filter.priceMax, 'filter.priceMax'),
    priceRanges: priceRanges(filter.priceRanges ?? []),
    ratingMin: stars(filter.ratingMin, 'filter.ratingMin'),
    halal: filter.halal ?? null,
    inStock: filter.inStock ?? null,
  };
}

function values(list: readonly string[] | null | undefined, argument: string): string[] {
  const asked = [...new Set(list ?? [])];
  if (asked.length > MOST_VALUES)
    throw badArgument(argument, `${argument} has at most ${MOST_VALUES} values, got ${asked.length}`);
  if (asked.some((value) => value.length > LONGEST_VALUE)) {
    throw badArgument(argument, `${argument} has values of at most ${LONGEST_VALUE} characters`);
  }
  // No slug holds a control character, and PostgreSQL takes no text with a NUL.
  return asked.map((value) => value.replace(/\p{Cc}|\p{Cs}/gu, '?'));
}

function priceRanges(ranges: NonNullable<ProductFilter['priceRanges']>): PriceRange[] {
  const argument = 'filter.priceRanges';
  if (ranges.length > MOST_VALUES)
    throw badArgument(argument, `${argument} has at most ${MOST_VALUES} values, got ${ranges.length}`);
  return ranges.map(({ min, max }) => ({ min: price(min, `${argument}.min`), max: price(max, `${argument}.max`) }));
}

function stars(least: number | null | undefined, argument: string): number | null {
  if (least === null || least === undefined) return null;
  if (least < 1 || least > MOST_LEAST_STARS)
    throw badArgument(argument, `${argument} is 1 to ${MOST_LEAST_STARS} stars, got ${least}`);
  return least;
}

function price(rupiah: Rupiah | null | undefined, argument: string): Rupiah | null {
  if (rupiah === null || rupiah === undefined) return null;
  if (rupiah < 0) throw badArgument(argument, `${argument} is 0 to ${LARGEST_RUPIAH} rupiah, got ${rupiah}`);
  return rupiah;
}
