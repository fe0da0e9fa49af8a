import { cursorTo, orderOf, readCursor } from '../postgres/order.ts';
import { Parameters } from '../postgres/parameters.ts';
import type { ProductsAsked } from '../product-search.ts';
import { ProductSort } from '../product-sort.ts';
import type { IndexDocument } from './documents.ts';

/** How a list is sorted by a column and the key, and which documents come after a cursor. */
export interface Keyset {
  readonly sort: string[];
  /** Filter for what comes after the cursor; null on the first page. */
  readonly after: string | null;
  /** The cursor to a document; the same that PostgreSQL makes, so that either engine goes on where the other was. */
  cursorOf(document: Pick<IndexDocument, 'key' | 'priceMin' | 'publishedText'>): string;
}

/** The keyset of a list sorted by price or age; null for other orders. Refuses a cursor of another list. */
export function keysetOf(asked: ProductsAsked): Keyset | null {
  const byAge = asked.sort === ProductSort.NEWEST;
  if (!byAge && asked.sort !== ProductSort.PRICE_ASC && asked.sort !== ProductSort.PRICE_DESC) return null;
  const order = orderOf(asked, new Parameters());
  const column = byAge ? 'publishedAt' : 'priceMin';
  return {
    sort: [`${column}:${order.direction}`, `key:${order.direction}`],
    after: asked.after === null ? null : comesAfter(column, order.direction, readCursor(order, asked.after)),
    cursorOf: ({ key, priceMin, publishedText }) => cursorTo(order, [byAge ? publishedText : priceMin, key]),
  };
}

function comesAfter(column: string, direction: 'asc' | 'desc', [value, key]: readonly unknown[]): string {
  const place = column === 'publishedAt' ? microseconds(String(value)) : Number(value);
  const beyond = direction === 'asc' ? '>' : '<';
  return `${column} ${beyond} ${place} OR (${column} = ${place} AND key ${beyond} "${key}")`;
}

/** Microseconds since 1970 of an instant in UTC as PostgreSQL writes it. */
function microseconds(written: string): number {
  const [, seconds = '', fraction = ''] = /^([^.+]+)(?:\.(\d+))?/.exec(written) ?? [];
  return Date.parse(`${seconds.replace(' ', 'T')}Z`) * 1000 + Number(fraction.padEnd(6, '0'));
}
