import { createHash } from 'node:crypto';
import {
  FacetsFragmentDoc,
  PlaceOrderDocument,
  ProductCardFragmentDoc,
  ProductPageDocument,
} from '../storefront-widget/operations/generated/graphql.ts';

/** Twenty cards with seller and price, and the facets beside them: the storefront's own fragments. */
const LIST = `query BenchList($first: Int!) {
  products(first: $first) {
    edges { node { ...ProductCard } }
    pageInfo { hasNextPage endCursor }
    totalCount
    totalCountIsExact
    facets { ...Facets }
  }
}
${ProductCardFragmentDoc}${FacetsFragmentDoc}`;

/** The same as visitors search: narrowed and sorted, what was mended or left out is told, and the words that hit are marked. */
const SEARCH = `query BenchSearch($search: String, $filter: ProductFilter, $sort: ProductSort, $first: Int!, $after: String) {
  products(search: $search, filter: $filter, sort: $sort, first: $first, after: $after) {
    edges { node { ...ProductCard highlightedTitle } }
    pageInfo { hasNextPage endCursor }
    totalCount
    totalCountIsExact
    didYouMean
    relaxed
    degraded
    facets { ...Facets }
  }
}
${ProductCardFragmentDoc}${FacetsFragmentDoc}`;

/** Nothing but the way to the next page. */
const TURN = `query BenchTurn($filter: ProductFilter, $sort: ProductSort, $first: Int!, $after: String) {
  products(filter: $filter, sort: $sort, first: $first, after: $after) { pageInfo { hasNextPage endCursor } }
}`;

/** What of a card can change, for as many products as a page may have. */
const WATCH = `query BenchWatch($search: String!) {
  products(search: $search, first: 100) { edges { node { id title priceRange { min } stockLeft } } degraded }
}`;

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Documents that only the benchmark asks: the storefront's pages have 24 cards, not 20. */
export const BENCH_DOCUMENTS: ReadonlyMap<string, string> = new Map(
  [LIST, SEARCH, TURN, WATCH].map((text) => [hashOf(text), text]),
);

/** The hash by which each measured document is asked for. */
export const DOCUMENT_IDS = {
  list: hashOf(LIST),
  search: hashOf(SEARCH),
  turn: hashOf(TURN),
  watch: hashOf(WATCH),
  product: hashIn(ProductPageDocument),
  order: hashIn(PlaceOrderDocument),
} as const;

function hashIn({ __meta__ }: { __meta__?: Record<string, unknown> | undefined }): string {
  return String(__meta__?.hash);
}
