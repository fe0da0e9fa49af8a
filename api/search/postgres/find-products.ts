import type { Product } from '../../catalog/index.ts';
import type { Context } from '../../platform/context.ts';
import type { ProductFacets } from '../product-facets.ts';
import type { FoundProduct, FoundProducts, PartsWanted, ProductsAsked } from '../product-search.ts';
import { conditionsOf, Parameters } from './conditions.ts';
import { type CursorPlace, cursorTo, type Order, orderOf } from './order.ts';
import type { HeldFacets, ReadyFacets, ReadyPage } from './ready-facets.ts';
import { COUNTED_EXACTLY, searchStatement, statementName } from './search-statement.ts';

/** The one row that comes back, whatever is asked. */
interface Found {
  readonly rows: readonly { place: CursorPlace; card: Product; title?: string }[];
  readonly total: number | null;
  readonly facets: ProductFacets | null;
  readonly ready: readonly ReadyPage[] | null;
  readonly mended: string | null;
  readonly relaxed: readonly string[];
}

/** Finds a page of products by one statement. What is not wanted is not computed. */
export async function findProducts(
  ctx: Context,
  asked: ProductsAsked,
  wanted: PartsWanted,
  ready: ReadyFacets,
): Promise<FoundProducts> {
  const parameters = new Parameters();
  const order = orderOf(asked, parameters);
  const conditions = conditionsOf(asked.filter, parameters);
  const held = scopesOf(asked, conditions.length)?.map((scope) => ready.of(scope)) ?? null;
  const sql = searchStatement({ asked, wanted, order, conditions, held, parameters });
  const name = statementName(asked, wanted, conditions.length);
  const [row] = await ctx.read.rows<{ found: Found }>(sql, parameters.values, name);
  if (!row) throw new Error('A search gave no row.');
  return answer(row.found, asked, order, held && row.found.ready && settled(held, row.found.ready, ready));
}

/** The scopes whose facets are kept ready for this list: the market, or one category and the market; null when they must be counted. */
function scopesOf({ text, filter }: ProductsAsked, conditions: number): readonly string[] | null {
  if (text !== null) return null;
  if (conditions === 0) return [''];
  const [category, ...others] = filter.category;
  return conditions === 1 && category !== undefined && others.length === 0 ? [category, ''] : null;
}

interface Settled {
  readonly facets: ProductFacets;
  readonly products: number;
}

/** The list of categories is that of the whole market: a category's own choice does not shrink it. */
function settled(held: readonly HeldFacets[], pages: readonly ReadyPage[], ready: ReadyFacets): Settled | null {
  const facets = held.map((each, at) => {
    const page = pages[at];
    return page && ready.settle(each, page);
  });
  const [narrow, wide] = [facets[0], facets.at(-1)];
  if (!narrow || !wide) return null;
  return {
    facets: narrow === wide ? narrow : { ...narrow, category: wide.category },
    products: pages[0]?.products ?? 0,
  };
}

function answer(found: Found, asked: ProductsAsked, order: Order, kept: Settled | null): FoundProducts {
  const shown = found.rows.slice(0, asked.first);
  const total = kept?.products ?? found.total ?? 0;
  return {
    products: shown.map((row) => new FoundCard(row, order)),
    hasNextPage: found.rows.length > asked.first,
    totalCount: Math.min(total, COUNTED_EXACTLY),
    totalCountIsExact: total <= COUNTED_EXACTLY,
    facets: kept?.facets ?? found.facets,
    didYouMean: found.mended,
    relaxed: found.relaxed,
    degraded: false,
  };
}

/** A card whose cursor is made only when somebody looks at it. */
class FoundCard implements FoundProduct {
  readonly node: Product;
  readonly #place: CursorPlace;
  readonly #order: Order;

  constructor({ place, card, title }: Found['rows'][number], order: Order) {
    this.node = card;
    if (title !== undefined) card.highlightedTitle = title;
    this.#place = place;
    this.#order = order;
  }

  get cursor(): string {
    return cursorTo(this.#order, this.#place);
  }
}
