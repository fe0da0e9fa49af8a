import type { Product } from '../../catalog/index.ts';
import type { Context } from '../../platform/context.ts';
import { shownPage, touchedBy } from '../changes/made-from.ts';
import type { ProductFacets } from '../product-facets.ts';
import type { FoundProducts, PartsWanted, ProductsAsked } from '../product-search.ts';
import { browseStatement } from './browse-statement.ts';
import { findByWords } from './find-by-words.ts';
import type { Kept } from './kept.ts';
import { isNarrow, narrowingOf } from './narrowing.ts';
import { type CursorPlace, orderOf } from './order.ts';
import { Parameters } from './parameters.ts';
import { PlacedCard } from './placed-card.ts';
import type { HeldFacets, ReadyFacets, ReadyPage } from './ready-facets.ts';
import { COUNTED_EXACTLY } from './search-statement.ts';

/** The one row that comes back from browsing. */
interface Browsed {
  readonly rows: readonly { place: CursorPlace; card: Product }[];
  readonly total: number | null;
  readonly facets: ProductFacets | null;
  readonly ready: readonly ReadyPage[] | null;
}

/** Finds a page of products. What is not wanted is not computed. */
export function findProducts(
  ctx: Context,
  asked: ProductsAsked,
  wanted: PartsWanted,
  kept: Kept,
): Promise<FoundProducts> {
  return asked.text === null ? browse(ctx, asked, wanted, kept) : findByWords(ctx, asked, asked.text, wanted, kept);
}

/** Finds a page of a list without words, by one statement. */
async function browse(ctx: Context, asked: ProductsAsked, wanted: PartsWanted, kept: Kept): Promise<FoundProducts> {
  const parameters = new Parameters();
  const order = orderOf(asked, parameters);
  const narrowing = narrowingOf(asked.filter, parameters);
  const scopes = scopesOf(asked, isNarrow(narrowing));
  const held = scopes?.map((scope) => kept.facets.of(scope)) ?? null;
  const sql = browseStatement({ asked, wanted, order, narrowing, held, parameters, now: ctx.clock.now() });
  const [row] = await ctx.read.rows<{ found: Browsed }>(sql, parameters.values, kept.names.of(sql, asked));
  if (!row) throw new Error('Browsing gave no row.');
  const { found } = row;
  const ready = held && found.ready && settled(held, found.ready, kept.facets);
  const total = ready?.products ?? found.total ?? 0;
  const isCounted = wanted.facets || wanted.totalCount;
  const products = found.rows.slice(0, asked.first).map((each) => new PlacedCard(each, order));
  const hasNextPage = found.rows.length > asked.first;
  return {
    products,
    hasNextPage,
    totalCount: Math.min(total, COUNTED_EXACTLY),
    totalCountIsExact: total <= COUNTED_EXACTLY,
    facets: ready?.facets ?? found.facets,
    didYouMean: null,
    relaxed: [],
    degraded: false,
    isTouched: touchedBy(kept.changes, {
      filter: asked.filter,
      sort: asked.sort,
      words: null,
      ...shownPage(
        products.map(({ node }) => node),
        hasNextPage,
      ),
      isCounted: isCounted && scopes === null,
      readyScopes: isCounted ? (scopes ?? []) : [],
    }),
  };
}

/** The scopes whose facets are kept ready for this list: the market (''), or one category and the market; null when they must be counted. */
function scopesOf({ filter }: ProductsAsked, isNarrowed: boolean): readonly string[] | null {
  if (!isNarrowed) return [''];
  const [category, ...others] = filter.category;
  const { category: _, ...rest } = filter;
  const isOnlyCategory = Object.values(rest).every(
    (value) => value === null || (Array.isArray(value) && value.length === 0),
  );
  return isOnlyCategory && category && others.length === 0 ? [category, ''] : null;
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
