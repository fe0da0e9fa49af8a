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
} as const satisfies Record<FacetName, string>;

/** What a product is found by, the weightiest first. */
export const SEARCHED = ['title', 'category', 'shop', 'kecamatan', 'description'] as const;

/** How the index of products searches. Stop words are dropped from queries, not here: a query of nothing else would find everything. */
export const INDEX_SETTINGS: Settings = {
  searchableAttributes: SEARCHED.map((attribute) => `searched.${attribute}`),
  filterableAttributes: [...Object.values(FACET_ATTRIBUTES), 'key', 'priceMin', 'publishedAt', 'inStock'],
  sortableAttributes: ['key', 'priceMin', 'publishedAt', '_geo'],
  // A sort that was asked for comes first, so that its keyset holds. Key last: equal fits keep one order.
  rankingRules: [
    'sort',
    'words',
    'typo',
    'proximity',
    'attributeRank',
    'inStock:desc',
    'exactness',
    'wordPosition',
    'soldCount:desc',
    'key:desc',
  ],
  typoTolerance: { minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 }, disableOnNumbers: true },
  pagination: { maxTotalHits: COUNTED_EXACTLY + 1 },
  faceting: { maxValuesPerFacet: 300, sortFacetValuesBy: { '*': 'count' } },
};
