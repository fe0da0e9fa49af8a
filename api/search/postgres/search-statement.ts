import type { PartsWanted, ProductsAsked } from '../product-search.ts';
import type { GroupChoice } from './group-conditions.ts';
import type { Narrowing } from './narrowing.ts';
import type { Order } from './order.ts';
import type { Parameters } from './parameters.ts';

/** Up to here a total is exact. */
export const COUNTED_EXACTLY = 1000;

/**
 * SQL (json): the cards of `page`, in its order. Each is looked up by its key: joined, the planner would rather read the whole narrow table for
 * a page of fifty.
 */
export const CARDS_OF_PAGE = `(select coalesce(json_agg(json_build_object('place', p.place, 'card', c.card) order by p.n), '[]')
         from page p cross join lateral (select e.card from search_entry e where e.product_id = p.product_id limit 1) c)`;

/** SQL (json) with these parts, of which those that are null are left out. */
export function partsJson(parts: Readonly<Record<string, string | null>>): string {
  const given = Object.entries(parts).flatMap(([name, sql]) => (sql === null ? [] : [`'${name}', ${sql}`]));
  return `json_build_object(${given.join(',\n      ')})`;
}

/** SQL of a limit; nothing when there is none. */
export const limited = (most: number | null): string => (most === null ? '' : ` limit ${most}`);

/** What the statement of any list is made of. */
export interface StatementParts {
  readonly asked: ProductsAsked;
  readonly wanted: PartsWanted;
  readonly order: Order;
  readonly narrowing: Narrowing;
  readonly groups: GroupChoice;
  readonly parameters: Parameters;
  readonly now: Date;
}

/** Products of a page in clients' and in our own lists. */
const USUAL_SIZES = [20, 24];
/** Shapes of statements that are prepared, once per connection. */
const MOST_PREPARED = 100;

/**
 * Gives statements names, so that they are planned once: as many as there is room for. The rest is planned when it comes, so that
 * no stranger fills the memory of the database.
 */
export class StatementNames {
  readonly #names = new Map<string, string>();

  /** The name of a statement for a page of the usual size; undefined when it shall have none. */
  of(sql: string, { first }: ProductsAsked): string | undefined {
    if (!USUAL_SIZES.includes(first)) return undefined;
    const held = this.#names.get(sql);
    if (held !== undefined || this.#names.size >= MOST_PREPARED) return held;
    const name = `search-${this.#names.size}`;
    this.#names.set(sql, name);
    return name;
  }
}
