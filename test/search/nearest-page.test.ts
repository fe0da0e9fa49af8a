import type { SearchParams, SearchResponse } from 'meilisearch';
import { describe, expect, test } from 'vitest';
import { askedWords } from '../../api/search/asked-words.ts';
import { ProductSort } from '../../api/search/index.ts';
import type { Search } from '../../api/search/meilisearch/find-products.ts';
import { listed } from '../../api/search/meilisearch/list.ts';
import { NO_FILTER, PLAIN } from '../contract/search-market.ts';

const near = { latitude: -6.4, longitude: 106.8 };

interface Placed {
  readonly key: string;
  readonly _geo: { readonly lat: number; readonly lng: number };
}

/** So many products of a shop so many thousandths of a degree to the north. */
function ofShop(letter: string, north: number, count: number): Placed[] {
  return Array.from({ length: count }, (_, at) => ({
    key: `${String(at).padStart(4, '0')}${letter}`,
    _geo: { lat: near.latitude + north / 1000, lng: near.longitude },
  }));
}

/** The first page of a hundred, of an engine that gives products in this order; and how many it was asked for. */
async function firstPage(products: readonly Placed[]): Promise<{ keys: string[]; limits: (number | undefined)[] }> {
  const limits: (number | undefined)[] = [];
  const answers = async ([query]: readonly SearchParams[]): Promise<SearchResponse[]> => {
    limits.push(query?.limit);
    return [{ hits: products.slice(0, query?.limit) }] as unknown as SearchResponse[];
  };
  const asked = { ...PLAIN, text: 'dodol', filter: NO_FILTER, sort: ProductSort.NEAREST, near, first: 100 };
  const page = await listed({ asked, answers } as unknown as Search, askedWords([]), []);
  return { keys: page.map(({ key }) => key), limits };
}

describe('the first page by distance', () => {
  test('is chosen from a few products when these are enough', async () => {
    const { keys, limits } = await firstPage([...ofShop('a', 1, 140), ...ofShop('b', 5, 400)]);
    expect([keys.length, keys.at(-1), limits]).toEqual([101, '0100a', [150]]);
  });

  test('of shops that are as far as each other is in the order of keys, whichever the engine gives first', async () => {
    const [north, south] = [ofShop('a', 1, 120), ofShop('b', -1, 120)];
    const { keys } = await firstPage([...north, ...south]);
    const all = [...north, ...south].map(({ key }) => key).sort();
    expect(keys).toEqual(all.slice(0, 101));
  });
});
