import { badArgument, decodeCursor, encodeCursor } from '../../platform/graphql/connection.ts';
import type { ProductsAsked } from '../product-search.ts';
import { ProductSort } from '../product-sort.ts';

/** A place in a list that has ranks only: how many come before, and the keys of the last of these, the nearest first. */
export interface RankedPlace {
  readonly rank: number;
  readonly anchors: readonly string[];
}

/** Cards before a place whose keys its cursor names. */
const ANCHORS = 5;

/** The letter of cursors of this list; null when it is a list with a keyset. */
export function rankedSign({ sort }: ProductsAsked): 'R' | 'G' | null {
  if (sort === ProductSort.RELEVANCE) return 'R';
  return sort === ProductSort.NEAREST ? 'G' : null;
}

/** The place after card `at` of a page that begins at `rank`. */
export function placeAfter(rank: number, keys: readonly string[], at: number): RankedPlace {
  return { rank: rank + at + 1, anchors: keys.slice(Math.max(0, at + 1 - ANCHORS), at + 1).reverse() };
}

/** The cursor to a place. */
export function rankedCursor(sign: string, { rank, anchors }: RankedPlace): string {
  return encodeCursor([sign, rank, anchors.join(' ')]);
}

/** The place that a cursor names. Refuses a cursor of another list. */
export function readRanked(sign: string, after: string): RankedPlace {
  const [written, rank, keys] = decodeCursor(after, ['string', 'integer', 'string']) ?? [];
  if (written !== sign || Number(rank) < 0) throw badArgument('after', 'after is not a cursor of this list');
  return { rank: Number(rank), anchors: String(keys).split(' ').slice(0, ANCHORS) };
}

/** The letter that a cursor begins with; null when it is none. */
export function signOf(after: string): string | null {
  try {
    const values: unknown = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'));
    return Array.isArray(values) && typeof values[0] === 'string' ? values[0] : null;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
}

/**
 * By how many ranks the cards before a place have moved since its cursor was made: what most of them say, the smaller when they
 * disagree. `keys` are those now found from rank `from` on.
 */
export function movedBy({ rank, anchors }: RankedPlace, keys: readonly string[], from: number): number {
  const votes = new Map<number, number>();
  for (const [at, key] of anchors.entries()) {
    const found = keys.indexOf(key);
    if (found < 0) continue;
    const move = from + found - (rank - 1 - at);
    votes.set(move, (votes.get(move) ?? 0) + 1);
  }
  const ranked = [...votes].sort(([a, votesA], [b, votesB]) => votesB - votesA || Math.abs(a) - Math.abs(b));
  return ranked[0]?.[0] ?? 0;
}
