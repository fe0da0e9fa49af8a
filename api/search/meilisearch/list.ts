import { distanceMetres, type Place } from '../../geography/index.ts';
import type { AskedWords } from '../asked-words.ts';
import { orderHits } from '../order-hits.ts';
import { cursorTo, orderOf, readCursor } from '../postgres/order.ts';
import { Parameters } from '../postgres/parameters.ts';
import type { ProductsAsked } from '../product-search.ts';
import { ProductSort } from '../product-sort.ts';
import { chanceOf, dayOf, RELEVANCE_END } from '../ranking.ts';
import { readSeen, seenCursor, tailOf } from '../seen-cursor.ts';
import { candidates, judgedHits, placeOf } from './candidates.ts';
import type { IndexDocument } from './documents.ts';
import type { Search } from './find-products.ts';
import { keysetOf } from './keyset.ts';

/** Keys of a page and of the one product after it, and how to go on after each. */
export type Listed = readonly { readonly key: string; cursor(): string }[];

/** Documents that the first page by distance is chosen from: more than it shows, because places are compared in whole metres. */
const NEAREST_AT_FIRST = 150;

/** A page of what a filter leaves, in the order asked for. */
export function listed(search: Search, words: AskedWords, filter: string[]): Promise<Listed> {
  const { sort, near } = search.asked;
  if (sort === ProductSort.NEAREST && near) return byDistance(search, filter, near);
  return keysetOf(search.asked) ? byKeyset(search, filter) : byRelevance(search, words, filter);
}

/** Refuses a cursor that is not of this list, also when the list is empty and nothing reads it. */
export function checkCursor(asked: ProductsAsked): void {
  const order = orderOf(asked, new Parameters());
  if (order.isRelevance) readSeen(asked.after);
  else if (asked.after !== null) readCursor(order, asked.after);
}

/** By price and age: without end, whatever changes meanwhile. */
async function byKeyset({ asked, answers }: Search, filter: string[]): Promise<Listed> {
  const keyset = keysetOf(asked);
  if (!keyset) throw new Error(`${asked.sort} has no keyset.`);
  const [answer] = await answers([
    {
      filter: keyset.after === null ? filter : [...filter, keyset.after],
      sort: keyset.sort,
      limit: asked.first + 1,
      attributesToRetrieve: ['key', 'priceMin', 'publishedText'],
    },
  ]);
  const hits = (answer?.hits ?? []) as Pick<IndexDocument, 'key' | 'priceMin' | 'publishedText'>[];
  return hits.map((hit) => ({ key: hit.key, cursor: () => keyset.cursorOf(hit) }));
}

/** The first page by distance, with PostgreSQL's cursors: PostgreSQL goes on from there, without end. */
async function byDistance(search: Search, filter: string[], near: Place): Promise<Listed> {
  const order = orderOf(search.asked, new Parameters());
  const most = search.asked.first + 1;
  const first = await nearest(search, filter, near, NEAREST_AT_FIRST);
  const hits = isCertain(first, most, NEAREST_AT_FIRST) ? first : await nearest(search, filter, near, RELEVANCE_END);
  return hits.slice(0, most).map((hit) => ({ key: hit.key, cursor: () => cursorTo(order, [hit.metres, hit.key]) }));
}

/** A product and how far its shop is, in whole metres. */
interface PlacedKey {
  readonly key: string;
  readonly metres: number;
}

/** So many of the nearest products, sorted as PostgreSQL sorts them. */
async function nearest({ answers }: Search, filter: string[], near: Place, limit: number): Promise<PlacedKey[]> {
  const [answer] = await answers([
    {
      filter,
      sort: [`_geoPoint(${near.latitude}, ${near.longitude}):asc`, 'key:asc'],
      limit,
      attributesToRetrieve: ['key', '_geo'],
    },
  ]);
  return ((answer?.hits ?? []) as Pick<IndexDocument, 'key' | '_geo'>[])
    .map((hit) => ({ key: hit.key, metres: distanceMetres(near, placeOf(hit)) }))
    .sort((one, other) => one.metres - other.metres || (one.key < other.key ? -1 : 1));
}

/** Whether the page is the same whatever was cut off: the engine measures a little otherwise, so products a metre further may be missing. */
function isCertain(hits: readonly PlacedKey[], most: number, limit: number): boolean {
  const [last, farthest] = [hits[most - 1], hits.at(-1)];
  return hits.length < limit || (last !== undefined && farthest !== undefined && last.metres < farthest.metres - 1);
}

/** By relevance: the best thousand; a page begins after what was seen, wherever that has gone. */
async function byRelevance(
  { ctx, asked, answers, closed }: Search,
  { judged }: AskedWords,
  filter: string[],
): Promise<Listed> {
  const { day, seen } = readSeen(asked.after) ?? { day: dayOf(ctx), seen: [] };
  const chosen = await candidates(answers, { filter, judged, shown: seen.length + asked.first });
  const hits = judgedHits(chosen, judged, closed);
  const chance = chanceOf(day, asked.text ?? '');
  const shown = new Set(seen);
  const page = orderHits(hits, { near: asked.near, now: ctx.clock.now(), chance })
    .filter(({ key }) => !shown.has(tailOf(key)))
    .slice(0, Math.min(asked.first + 1, RELEVANCE_END - seen.length));
  const tails = page.map(({ key }) => tailOf(key));
  return page.map(({ key }, at) => ({
    key,
    cursor: () => seenCursor({ day, seen: [...seen, ...tails.slice(0, at + 1)] }),
  }));
}
