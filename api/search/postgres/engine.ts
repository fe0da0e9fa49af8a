import { ChangeLog } from '../changes/change-log.ts';
import { HeldVocabulary } from '../held-vocabulary.ts';
import type { ProductSearch } from '../product-search.ts';
import { suggest } from '../suggestions/suggest.ts';
import { nameProducts, rebuildNames, renewNames } from '../suggestions/write-names.ts';
import { checkDocuments } from './check-documents.ts';
import { CommonForms } from './common-forms.ts';
import { findProducts } from './find-products.ts';
import { HeldGroups } from './held-groups.ts';
import { putDocuments, removeDocuments, renderFacets, restockDocuments } from './index-products.ts';
import type { HitsCut } from './kept.ts';
import { ReadyFacets } from './ready-facets.ts';
import { rebuildDocuments } from './rebuild-documents.ts';
import { StatementNames } from './search-statement.ts';
import { UnderstoodTexts } from './understood-texts.ts';

/**
 * Product search in PostgreSQL itself: nothing else to run. An engine that it stands in for shares its vocabulary, and may say how
 * hits of words are cut for a list by relevance.
 */
export function postgresSearch(vocabulary = new HeldVocabulary(), cut?: HitsCut): ProductSearch {
  const kept = {
    ...{ facets: new ReadyFacets(), groups: new HeldGroups(), vocabulary, texts: new UnderstoodTexts() },
    ...{ names: new StatementNames(), changes: new ChangeLog(), common: new CommonForms(), cut },
  };
  const find: ProductSearch['find'] = (ctx, asked, wanted) => findProducts(ctx, asked, wanted, kept);
  const findAmongAll: ProductSearch['find'] = (ctx, asked, wanted) =>
    findProducts(ctx, asked, wanted, { ...kept, cut: undefined });
  const put: ProductSearch['put'] = async (ctx, productKeys) => {
    await putDocuments(ctx, productKeys);
    await nameProducts(ctx, productKeys);
  };
  return {
    find,
    suggest: (ctx, prefix, first) => suggest(ctx, prefix, first, { find: findAmongAll, vocabulary: kept.vocabulary }),
    put,
    restock: restockDocuments,
    remove: removeDocuments,
    async rebuild(ctx, onProgress) {
      await rebuildDocuments(ctx, onProgress);
      await rebuildNames(ctx);
      return true;
    },
    async refresh(ctx) {
      await renderFacets(ctx);
      await renewNames(ctx);
    },
    // Documents are written in the database of the catalogue: nothing can lag behind.
    follow: async () => {},
    close: async () => {},
    check: (ctx) => checkDocuments(ctx, put),
  };
}
