import type { Domain } from '../platform/domain.ts';
import { SearchChange } from './changes/search-change.ts';
import { indexBatch } from './index-batch.ts';
import { checkSearch, followChanges, indexProduct, indexSeller, indexStock, refreshFacets } from './jobs.ts';
import { LIGHT_NODES } from './light-nodes.ts';
import { AskedSearch } from './past/asked-search.ts';
import { forgetSearches } from './past/forget-searches.ts';
import { MissedSearchResolver } from './past/missed-search-resolver.ts';
import { SearchCount, SearchFacets } from './search-count.ts';
import { SearchDocument } from './search-document.ts';
import { SearchEntry } from './search-entry.ts';
import { CategorySearchFields, ProductSearchFields, SellerSearchFields, WidgetSearchFields } from './search-fields.ts';
import { SearchDirty, SearchLease } from './search-follower.ts';
import { SearchGroup } from './search-group.ts';
import { SearchResolver } from './search-resolver.ts';
import { SearchTerm, SearchVocabulary } from './search-term.ts';
import { SearchVersion } from './search-version.ts';
import { SearchWord, SearchWordDeletion } from './search-word.ts';
import { renewPopularSearches } from './suggestions/popular-searches.ts';
import { SearchName } from './suggestions/search-name.ts';
import { TermResolver } from './terms/term-resolver.ts';

export { enterFirstTerms, enterTerms, hasVocabulary } from './enter-terms.ts';
export { keepIndexPromise, promiseIndex } from './index-batch.ts';
export { reindexAll } from './jobs.ts';
export type { Term, TermKind } from './language/index.ts';
export { meilisearchSearch } from './meilisearch/engine.ts';
export { SearchTally } from './past/search-tally.ts';
export { mondayOf, weeksBefore } from './past/week.ts';
export { writeCounts } from './past/write-counts.ts';
export { postgresSearch } from './postgres/engine.ts';
export type { FieldCompanion } from './product-page.ts';
export type {
  FilterAsked,
  FoundProduct,
  FoundProducts,
  PartsWanted,
  ProductSearch,
  ProductsAsked,
} from './product-search.ts';
export { ProductSort } from './product-sort.ts';

export { renewPopular } from './suggestions/popular-searches.ts';

/** What search brings to the program. */
export const searchDomain: Domain = {
  name: 'search',
  entities: [
    SearchDocument,
    SearchGroup,
    SearchEntry,
    SearchCount,
    SearchFacets,
    SearchWord,
    SearchWordDeletion,
    SearchDirty,
    SearchLease,
    SearchTerm,
    SearchVocabulary,
    SearchVersion,
    SearchChange,
    AskedSearch,
    SearchName,
  ],
  resolvers: [
    SearchResolver,
    ProductSearchFields,
    SellerSearchFields,
    CategorySearchFields,
    WidgetSearchFields,
    MissedSearchResolver,
    TermResolver,
    ...LIGHT_NODES,
  ],
  listeners: [],
  jobs: [
    indexBatch,
    indexProduct,
    indexStock,
    indexSeller,
    refreshFacets,
    followChanges,
    checkSearch,
    forgetSearches,
    renewPopularSearches,
  ],
  nodes: {},
};
