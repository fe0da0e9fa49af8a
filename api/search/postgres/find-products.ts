import type { Product } from '../../catalog/index.ts';
import type { Context } from '../../platform/context.ts';
import { shownPage, touchedBy } from '../changes/made-from.ts';
import type { ProductFacets } from '../product-facets.ts';
import type { FoundProducts, PartsWanted, ProductsAsked } from '../product-search.ts';
import { browseStatement } from './browse-statement.ts';
import { findByWords } from './find-by-words.ts';
import { chooseGroups, type GroupChoice } from './group-conditions.ts';
import { GroupCounts, type SellersCounted, type Tally } from './group-counts.ts';
import type { GroupsHeld } from './held-groups.ts';
import type { Kept } from './kept.ts';
import { lookWithGroups } from './look-with-groups.ts';
import { narrowingOf } from './narrowing.ts';
import { type CursorPlace, type Order, orderOf } from './order.ts';
import { Parameters } from './parameters.ts';
import { PlacedCard } from './placed-card.ts';
import type { HeldFacets, ReadyFacets, ReadyPage } from './ready-facets.ts';
import { COUNTED_EXACTLY } from './search-statement.ts';

/** The one row that comes back from browsing. */
interface Browsed {
  readonly rows: readonly { place: CursorPlace; card: Product }[];
  /** Left out when the counts that are kept say it. */
  readonly tally?: Tally;
  readonly sellers?: SellersCounted;
  /** The version of groups and of names in facets. */
  readonly groups?: string;
  readonly ready?: readonly ReadyPage[];
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

/** Finds a page of a list without words, by one statement; by another one when groups are no longer as they were held. */
async function browse(ctx: Context, asked: ProductsAsked, wanted: PartsWanted, kept: Kept): Promise<FoundProducts> {
  const choose = (groups: GroupsHeld): GroupChoice => chooseGroups(asked.filter, groups, true);
  const looked = await lookWithGroups(ctx, kept.groups, choose, (groups) => look(ctx, asked, wanted, kept, groups));
  const { found, order, held, groups } = looked;
  const ready = held && found.ready && settled(held, found.ready, kept.facets);
  const isCounted = held === null && (wanted.facets || wanted.totalCount);
  const counts = isCounted ? countsOf(asked, groups, found.tally ?? null) : null;
  const total = ready?.products ?? (wanted.totalCount ? counts?.total : null) ?? 0;
  const products = found.rows.slice(0, asked.first).map((each) => new PlacedCard(each, order));
  const hasNextPage = found.rows.length > asked.first;
  return {
    products,
    hasNextPage,
    totalCount: Math.min(total, COUNTED_EXACTLY),
    totalCountIsExact: total <= COUNTED_EXACTLY,
    facets: ready?.facets ?? (counts && found.sellers ? counts.facets(found.sellers) : null),
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
      isCounted,
      readyScopes: wanted.facets || wanted.totalCount ? (scopesOf(asked) ?? []) : [],
    }),
  };
}

/** With a shop chosen only its products were tallied; a price alone keeps products out of groups that are counted in the list of prices. */
function countsOf({ filter }: ProductsAsked, groups: GroupChoice, tally: Tally | null): GroupCounts {
  return tally && filter.seller.length > 0 ? GroupCounts.ofTally(groups, tally) : GroupCounts.ofHeld(groups, tally);
}

interface Looked {
  readonly found: Browsed;
  readonly order: Order;
  readonly held: readonly HeldFacets[] | null;
}

async function look(
  ctx: Context,
  asked: ProductsAsked,
  wanted: PartsWanted,
  kept: Kept,
  groups: GroupChoice,
): Promise<Looked> {
  const parameters = new Parameters();
  const order = orderOf(asked, parameters);
  const narrowing = narrowingOf(asked.filter, parameters);
  const held = scopesOf(asked)?.map((scope) => kept.facets.of(scope)) ?? null;
  const sql = browseStatement({
    asked,
    wanted,
    order,
    narrowing,
    groups,
    ready: held,
    parameters,
    now: ctx.clock.now(),
  });
  const [row] = await ctx.read.rows<{ found: Browsed }>(sql, parameters.values, kept.names.of(sql, asked));
  if (!row) throw new Error('Browsing gave no row.');
  return { found: row.found, order, held };
}

/** The scopes whose facets are kept ready for this list: the market (''), or one category and the market; null when they must be counted. */
function scopesOf({ filter }: ProductsAsked): readonly string[] | null {
  const { category: categories, ...rest } = filter;
  const isNarrowedElse = Object.values(rest).some(
    (value) => value !== null && !(Array.isArray(value) && value.length === 0),
  );
  // The scope of the market has no name, and a category must not be taken for it.
  if (isNarrowedElse || categories.length > 1 || categories[0] === '') return null;
  return [...categories, ''];
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
