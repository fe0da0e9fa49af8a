import { isDeepStrictEqual } from 'node:util';
import type { Settings } from 'meilisearch';
import type { FacetName } from '../postgres/facet-sql.ts';
import { COUNTED_EXACTLY } from '../postgres/search-statement.ts';

/** The attribute that each facet counts. */
export const FACET_ATTRIBUTES = {
  category: 'categorySlugs',
  kecamatan: 'kecamatanSlug',
  seller: 'sellerSlug',
  pickupPoint: 'pointSlugs',
  halal: 'isHalal',
  price: 'priceBand',
  rating: 'ratingBand',
} as const satisfies Record<FacetName, string>;

/** How the index of products searches: words are filters over forms, so it neither ranks nor forgives anything itself. */
export const INDEX_SETTINGS: Settings = {
  searchableAttributes: [],
  filterableAttributes: [
    ...Object.values(FACET_ATTRIBUTES),
    'key',
    'priceMin',
    'publishedAt',
    'inStock',
    // With comparison the engine sorts the forms into a tree; without it each question for a beginning reads all of them.
    { attributePatterns: ['forms'], features: { facetSearch: false, filter: { equality: true, comparison: true } } },
  ],
  sortableAttributes: ['key', 'priceMin', 'publishedAt', 'inStock', 'quality', '_geo'],
  rankingRules: ['sort'],
  pagination: { maxTotalHits: COUNTED_EXACTLY + 1 },
  faceting: { maxValuesPerFacet: 300, sortFacetValuesBy: { '*': 'count' } },
};

/** Whether an index has these settings; the server gives lists back in an order of its own. */
export function isSetAsNeeded(settings: Settings): boolean {
  const wanted = Object.keys(INDEX_SETTINGS) as (keyof Settings)[];
  return wanted.every((name) => isDeepStrictEqual(inOrder(settings[name]), inOrder(INDEX_SETTINGS[name])));
}

const inOrder = (value: unknown): unknown =>
  Array.isArray(value) ? value.toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)) : value;
