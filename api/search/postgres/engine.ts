import { HeldVocabulary } from '../held-vocabulary.ts';
import type { ProductSearch } from '../product-search.ts';
import { findProducts } from './find-products.ts';
import { putDocuments, removeDocuments, renderFacets, restockDocuments } from './index-products.ts';
import { ReadyFacets } from './ready-facets.ts';
import { rebuildDocuments } from './rebuild-documents.ts';
import { StatementNames } from './search-statement.ts';
import { suggestWords } from './suggest-words.ts';

/** Product search in PostgreSQL itself: nothing else to run. */
export function postgresSearch(): ProductSearch {
  const kept = { facets: new ReadyFacets(), vocabulary: new HeldVocabulary(), names: new StatementNames() };
  return {
    find: (ctx, asked, wanted) => findProducts(ctx, asked, wanted, kept),
    suggest: suggestWords,
    put: putDocuments,
    restock: restockDocuments,
    remove: removeDocuments,
    rebuild: rebuildDocuments,
    refresh: renderFacets,
    // Documents are written in the database of the catalogue: nothing can lag behind or be lost.
    follow: async () => {},
    check: async () => 0,
  };
}
