import type { Domain } from '../platform/domain.ts';
import { SearchCount, SearchFacets } from './search-count.ts';
import { SearchDocument } from './search-document.ts';
import { SearchWord, SearchWordDeletion } from './search-word.ts';

export type { FilterAsked, FoundProducts, PartsWanted, ProductSearch, ProductsAsked } from './product-search.ts';
export { ProductSort } from './product-sort.ts';

/** What search brings to the program. */
export const searchDomain: Domain = {
  name: 'search',
  entities: [SearchDocument, SearchCount, SearchFacets, SearchWord, SearchWordDeletion],
  resolvers: [],
  listeners: [],
  jobs: [],
  nodes: {},
};
