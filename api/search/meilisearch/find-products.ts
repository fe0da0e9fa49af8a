import type { Meilisearch, SearchResponse } from 'meilisearch';
import type { Product } from '../../catalog/index.ts';
import type { Context } from '../../platform/context.ts';
import { COUNTED_EXACTLY } from '../postgres/search-statement.ts';
import type { FoundProduct, FoundProducts, PartsWanted, ProductsAsked } from '../product-search.ts';
import { RELEVANCE_END } from '../ranking.ts';
import { namedFacets } from './facets.ts';
import { filterConditions } from './filter.ts';
import { keysetOf } from './keyset.ts';
import {
  type BestHit,
  chosenQueries,
  countsOf,
  keysQuery,
  type PageAsked,
  type PageHit,
  pageQuery,
  rankedSort,
  type Search,
  wholeQuery,
} from './queries.ts';
import { movedBy, placeAfter, type RankedPlace, rankedCursor, rankedSign, readRanked } from './ranked-cursor.ts';
import { queryWords } from './text.ts';
import { markedHtml, mendedWords } from './understood.ts';

/** Ranks before and after a place in which the cards before it are looked for. */
const AROUND = 100;

/** A page of a list, and how to go on after each of its cards. */
interface Listed {
  readonly hits: readonly PageHit[];
  cursorAt(at: number): string;
}

/** Finds a page of products by words. Refuses a cursor that is not of this list. */
export async function findByWords(
  ctx: Context,
  server: Meilisearch,
  indexUid: string,
  asked: ProductsAsked,
  wanted: PartsWanted,
): Promise<FoundProducts> {
  const words = queryWords(asked.text ?? '');
  if (words.length === 0) return nothing(ctx, wanted);
  const search = { indexUid, words, conditions: await filterConditions(ctx, asked.filter) };
  const found = await findAll(ctx, server, search, asked, wanted);
  if (found.totalCount > 0 || words.length === 1) return found;
  const carried = await carriedWords(server, indexUid, words);
  if (carried.length === 0 || carried.length === words.length) return found;
  const relaxed = words.filter((word) => !carried.includes(word));
  return { ...(await findAll(ctx, server, { ...search, words: carried }, asked, wanted)), relaxed };
}

/** Words of which something carries all: those that would leave nothing are given up one by one. */
async function carriedWords(server: Meilisearch, indexUid: string, words: readonly string[]): Promise<string[]> {
  let carried: string[] = [];
  for (const [at, word] of words.entries()) {
    const q = [...carried, word].join(' ') + (at === words.length - 1 ? '' : ' ');
    const { totalHits } = await server.index(indexUid).search(q, { matchingStrategy: 'all', page: 1, hitsPerPage: 0 });
    if (totalHits > 0) carried = [...carried, word];
  }
  return carried;
}

async function findAll(
  ctx: Context,
  server: Meilisearch,
  search: Search,
  asked: ProductsAsked,
  wanted: PartsWanted,
): Promise<FoundProducts> {
  const sign = rankedSign(asked);
  const [{ hits, cursorAt }, { results }] = await Promise.all([
    sign === null ? byKeyset(server, search, asked, wanted) : byRank(server, search, asked, wanted, sign),
    server.multiSearch({
      queries: [wholeQuery(search, wanted), ...chosenQueries(search, wanted)].map((query) => ({
        indexUid: search.indexUid,
        ...query,
      })),
    }),
  ]);
  const [whole, ...ofChosen] = results;
  const total = whole?.totalHits ?? 0;
  return {
    products: hits.slice(0, asked.first).map((hit, at) => new FoundHit(hit, () => cursorAt(at))),
    hasNextPage: hits.length > asked.first,
    totalCount: Math.min(total, COUNTED_EXACTLY),
    totalCountIsExact: total <= COUNTED_EXACTLY,
    facets: wanted.facets && whole ? await namedFacets(ctx, countsOf(search, whole, ofChosen)) : null,
    didYouMean: mendedWords(search.words, markedTexts(whole)),
    relaxed: [],
    degraded: false,
  };
}

/** By price and age: without end, whatever changes meanwhile. */
async function byKeyset(
  server: Meilisearch,
  search: Search,
  asked: ProductsAsked,
  wanted: PartsWanted,
): Promise<Listed> {
  const keyset = keysetOf(asked);
  if (!keyset) throw new Error(`${asked.sort} has no keyset.`);
  const hits = await page(server, search, { ...keyset, offset: 0, limit: asked.first + 1 }, wanted);
  return { hits, cursorAt: (at) => keyset.cursorOf(hits[at] as PageHit) };
}

/** By relevance and distance: the best thousand; a page begins after the cards that were seen, wherever these have gone. */
async function byRank(
  server: Meilisearch,
  search: Search,
  asked: ProductsAsked,
  wanted: PartsWanted,
  sign: string,
): Promise<Listed> {
  const sort = rankedSort(asked);
  const place = asked.after === null ? null : readRanked(sign, asked.after);
  const read = (rank: number): Promise<PageHit[]> => {
    const limit = Math.max(0, Math.min(asked.first + 1, RELEVANCE_END - rank));
    return page(server, search, { sort, after: null, offset: rank, limit }, wanted);
  };
  const expected = place?.rank ?? 0;
  const [hits, move] = await Promise.all([read(expected), place ? moveOf(server, search, sort, place) : 0]);
  const rank = Math.max(0, expected + move);
  const shown = move === 0 ? hits : await read(rank);
  const keys = shown.map(({ key }) => key);
  return { hits: shown, cursorAt: (at) => rankedCursor(sign, placeAfter(rank, keys, at)) };
}

async function moveOf(server: Meilisearch, search: Search, sort: string[], place: RankedPlace): Promise<number> {
  const from = Math.max(0, place.rank - AROUND);
  const query = keysQuery(search, sort, from, 2 * AROUND);
  const { hits } = await server.index<{ key: string }>(search.indexUid).search(query.q, query);
  return movedBy(
    place,
    hits.map(({ key }) => key),
    from,
  );
}

async function page(server: Meilisearch, search: Search, asked: PageAsked, wanted: PartsWanted): Promise<PageHit[]> {
  if (asked.limit === 0) return [];
  const query = pageQuery(search, asked, wanted);
  const { hits } = await server.index<PageHit>(search.indexUid).search(query.q, query);
  return hits as PageHit[];
}

function markedTexts(whole: SearchResponse<BestHit> | undefined): string[] {
  return Object.values(whole?.hits[0]?._formatted?.searched ?? {}).filter((text) => text !== undefined);
}

/** What is found by no word at all. */
async function nothing(ctx: Context, wanted: PartsWanted): Promise<FoundProducts> {
  return {
    products: [],
    hasNextPage: false,
    totalCount: 0,
    totalCountIsExact: true,
    facets: wanted.facets ? await namedFacets(ctx, new Map()) : null,
    didYouMean: null,
    relaxed: [],
    degraded: false,
  };
}

/** A card whose cursor is made only when somebody looks at it. */
class FoundHit implements FoundProduct {
  readonly node: Product;
  readonly #cursor: () => string;

  constructor({ card, _formatted }: PageHit, cursor: () => string) {
    this.node = JSON.parse(card) as Product;
    const searched = _formatted?.searched?.title;
    if (searched !== undefined) this.node.highlightedTitle = markedHtml(this.node.title, searched);
    this.#cursor = cursor;
  }

  get cursor(): string {
    return this.#cursor();
  }
}
