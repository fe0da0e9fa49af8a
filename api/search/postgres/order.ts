import { badArgument, decodeCursor, encodeCursor } from '../../platform/graphql/connection.ts';
import type { ProductsAsked } from '../product-search.ts';
import { ProductSort } from '../product-sort.ts';
import type { Parameters } from './parameters.ts';

/** How a list is ordered, and how a page continues after a cursor. The key is the last column of every order. */
export interface Order {
  /** Whether it goes on by what was seen (seen-cursor.ts) and ends at RELEVANCE_END. */
  readonly isRelevance?: true;
  /** SQL of a table that the columns need besides document `d`. */
  readonly join?: string;
  /** One letter in the cursors of this order, so that those of another are refused. */
  readonly sign: string;
  /** SQL of the columns of document `d`, in order, before its key. */
  readonly columns: readonly string[];
  readonly direction: 'asc' | 'desc';
  /** Types of the columns as SQL names them. */
  readonly types: readonly ('integer' | 'bigint' | 'boolean' | 'timestamptz')[];
}

/** Values of the columns of an order at one document, and its key. */
export type CursorPlace = readonly (string | number | boolean)[];

/** The order asked for. */
export function orderOf({ sort, text, near }: ProductsAsked, parameters: Parameters): Order {
  if (sort === ProductSort.NEWEST)
    return { sign: 'N', columns: ['d.published_at'], direction: 'desc', types: ['timestamptz'] };
  if (sort === ProductSort.PRICE_ASC)
    return { sign: 'A', columns: ['d.price_min'], direction: 'asc', types: ['bigint'] };
  if (sort === ProductSort.PRICE_DESC)
    return { sign: 'D', columns: ['d.price_min'], direction: 'desc', types: ['bigint'] };
  if (sort === ProductSort.NEAREST && near) {
    const place = `${parameters.add(near.latitude, 'double precision')}, ${parameters.add(near.longitude, 'double precision')}`;
    return { sign: 'M', columns: ['near.metres'], direction: 'asc', types: ['integer'], join: shopsBy(place) };
  }
  if (text !== null) return { sign: 'R', isRelevance: true, columns: [], direction: 'desc', types: [] };
  return { sign: 'F', columns: ['d.in_stock', 'd.quality'], direction: 'desc', types: ['boolean', 'integer'] };
}

/**
 * SQL that joins how far the shop of a document is. Measured once for each shop, from its place as the public sees it: rounded, or
 * a search from three places would find the house.
 */
function shopsBy(place: string): string {
  return ` join (select s.id, distance_metres(${place}, round(s.latitude::numeric, 3)::double precision,
      round(s.longitude::numeric, 3)::double precision) as metres from seller s where s.status = 'VERIFIED' offset 0) near on near.id = d.seller_id`;
}

/** SQL of an ORDER BY over document `d`. */
export function orderBy({ columns, direction }: Order): string {
  return [...columns, 'd.product_id'].map((column) => `${column} ${direction}`).join(', ');
}

/** SQL (json array) of the values that a cursor to document `d` carries; instants in full precision. */
export function placeOf({ columns, types }: Order): string {
  return `json_build_array(${columns.map((column, at) => (types[at] === 'timestamptz' ? `(${column} at time zone 'UTC')::text` : column)).join(', ')}, d.product_id)`;
}

/** SQL (boolean) that document `d` comes after a cursor. Refuses a cursor of another list. */
export function comesAfter(order: Order, after: string | null, parameters: Parameters): string {
  if (after === null) return 'true';
  const values = readCursor(order, after);
  const placed = [...order.types, 'uuid'].map((type, at) => parameters.add(values[at], type));
  return `(${[...order.columns, 'd.product_id'].join(', ')}) ${order.direction === 'asc' ? '>' : '<'} (${placed.join(', ')})`;
}

/** The cursor to a place in a list of this order. */
export function cursorTo(order: Order, place: CursorPlace): string {
  return encodeCursor([order.sign, ...place.map((value) => (typeof value === 'boolean' ? Number(value) : value))]);
}

/** What each value of a cursor must look like before it may reach the database. */
const FORMS: Readonly<Record<string, (value: string) => boolean>> = {
  integer: (value) => /^-?\d{1,10}$/.test(value) && Math.abs(Number(value)) < 2 ** 31,
  bigint: (value) => /^-?\d{1,16}$/.test(value),
  boolean: (value) => /^[01]$/.test(value),
  timestamptz: (value) =>
    /^(?!0000)\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?$/.test(value) && !Number.isNaN(Date.parse(`${value}Z`)),
  uuid: (value) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value),
};

/** The values of a cursor of this order, its key last. Refuses a cursor of another list. */
export function readCursor({ sign, types }: Order, after: string): unknown[] {
  const shape = types.map((type) => (type === 'timestamptz' ? ('string' as const) : ('number' as const)));
  const values = decodeCursor(after, ['string', ...shape, 'key']) ?? [];
  const [written, ...place] = values;
  const isGood = written === sign && place.every((value, at) => FORMS[[...types, 'uuid'][at] ?? '']?.(String(value)));
  if (!isGood) throw badArgument('after', 'after is not a cursor of this list');
  return place.map((value, at) =>
    types[at] === 'boolean' ? value === 1 : types[at] === 'timestamptz' ? `${value}+00` : value,
  );
}
