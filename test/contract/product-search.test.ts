import { afterAll, beforeAll, describe } from 'vitest';
import { promisesAboutCounts } from './search-counts.ts';
import { searchEngines } from './search-engines.ts';
import { promisesAboutLists } from './search-lists.ts';
import { openSearchMarket, type SearchMarket } from './search-market.ts';
import { promisesAboutRatings } from './search-ratings.ts';
import { promisesAboutWishes } from './search-wishes.ts';
import { promisesAboutWords } from './search-words.ts';

for (const { name, available, environment, clear } of searchEngines) {
  (available ? describe : describe.skip)(`product search on ${name}`, () => {
    let market: SearchMarket;
    beforeAll(async () => {
      market = await openSearchMarket((world) => world.context().search, environment);
    });
    afterAll(async () => {
      await market.close();
      await clear();
    });

    promisesAboutWords(() => market);
    promisesAboutWishes(() => market);
    promisesAboutLists(() => market);
    promisesAboutCounts(() => market);
    promisesAboutRatings(() => market);
  });
}
