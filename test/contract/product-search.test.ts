import { afterAll, beforeAll, describe } from '@jest/globals';
import type { ProductSearch } from '../../api/search/index.ts';
import { hasMeilisearch, meilisearchCorner } from '../support/meilisearch.ts';
import type { World } from '../support/world.ts';
import { promisesAboutCounts } from './search-counts.ts';
import { promisesAboutLists } from './search-lists.ts';
import { openSearchMarket, type SearchMarket } from './search-market.ts';
import { promisesAboutWords } from './search-words.ts';

const corner = meilisearchCorner();
const of = (world: World): ProductSearch => world.context().search;

/** Every engine of product search, and the settings of a world that has it; one that is not there is a counted skip. */
const engines = [
  { name: 'PostgreSQL', available: true, environment: {}, clear: async () => {} },
  {
    name: hasMeilisearch ? 'Meilisearch' : 'Meilisearch (skipped: MEILI_URL is not set)',
    available: hasMeilisearch,
    environment: corner.environment,
    clear: () => corner.clear(),
  },
];

for (const { name, available, environment, clear } of engines) {
  (available ? describe : describe.skip)(`product search on ${name}`, () => {
    let market: SearchMarket;
    beforeAll(async () => {
      market = await openSearchMarket(of, environment);
    });
    afterAll(async () => {
      await market.close();
      await clear();
    });

    promisesAboutWords(() => market);
    promisesAboutLists(() => market);
    promisesAboutCounts(() => market);
  });
}
