import { afterAll, beforeAll, describe } from '@jest/globals';
import type { ProductSearch } from '../../api/search/index.ts';
import type { World } from '../support/world.ts';
import { promisesAboutCounts } from './search-counts.ts';
import { promisesAboutLists } from './search-lists.ts';
import { openSearchMarket, type SearchMarket } from './search-market.ts';
import { promisesAboutWords } from './search-words.ts';

/** Every engine of product search, and how a world gives it; one that is not there is a counted skip. */
const engines: readonly { name: string; available: boolean; of: (world: World) => ProductSearch }[] = [
  { name: 'PostgreSQL', available: true, of: (world) => world.context().search },
];

for (const { name, available, of } of engines) {
  (available ? describe : describe.skip)(`product search on ${name}`, () => {
    let market: SearchMarket;
    beforeAll(async () => {
      market = await openSearchMarket(of);
    });
    afterAll(() => market.close());

    promisesAboutWords(() => market);
    promisesAboutLists(() => market);
    promisesAboutCounts(() => market);
  });
}
