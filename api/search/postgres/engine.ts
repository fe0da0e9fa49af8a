import { HeldVocabulary } from '../held-vocabulary.ts';
import type { ProductSearch } from '../product-search.ts';
import { findProducts } from './find-products.ts';
import { putDocuments, rebuildDocuments, removeDocuments, renderFacets, restockDocuments } from './index-products.ts';
import { ReadyFacets } from './ready-facets.ts';
import { suggestWords } from './suggest-words.ts';

/** Product search in PostgreSQL itself: nothing else to run. */
export function postgresSearch(): ProductSearch {
  const kept = { facets: new ReadyFacets(), vocabulary: new HeldVocabulary() };
  return {
    find: (ctx, asked, wanted) => findProducts(ctx, asked, wanted, kept),
    suggest: suggestWords,
    put: putDocuments,
    restock: restockDocuments,
    remove: removeDocuments,
    rebuild: rebuildDocuments,
    refresh: renderFacets,
  };
}
