import { badArgument, decodeCursor, encodeCursor } from '../platform/graphql/connection.ts';
import { RELEVANCE_END } from './ranking.ts';

/**
 * Where a list by relevance goes on: after the products that were shown, wherever these have gone since. So nothing is shown twice and
 * nothing that stayed is missed, on any engine, though nobody keeps the list.
 */
export interface SeenPlace {
  /** Day of the first page: chance stays the same on all pages. */
  readonly day: number;
  /** Tails of the keys of what was shown. */
  readonly seen: readonly string[];
}

const SIGN = 'R';
/** Hexadecimal digits of a tail; the end of a key is random, so two of a thousand are the same once in ten thousand lists. */
export const TAIL = 8;

/** The end of a key, by which a cursor knows it. */
export function tailOf(key: string): string {
  return key.slice(-TAIL);
}

/** The cursor to a place. */
export function seenCursor({ day, seen }: SeenPlace): string {
  return encodeCursor([SIGN, day, Buffer.from(seen.join(''), 'hex').toString('base64url')]);
}

/** The place that a cursor names; null for the first page. Refuses a cursor of another list. */
export function readSeen(after: string | null): SeenPlace | null {
  if (after === null) return null;
  const [sign, day, written] = decodeCursor(after, ['string', 'integer', 'string']) ?? [];
  const seen =
    Buffer.from(String(written), 'base64url')
      .toString('hex')
      .match(new RegExp(`.{${TAIL}}`, 'g')) ?? [];
  if (sign !== SIGN || seen.length === 0 || seen.length > RELEVANCE_END)
    throw badArgument('after', 'after is not a cursor of this list');
  return { day: Number(day), seen };
}
