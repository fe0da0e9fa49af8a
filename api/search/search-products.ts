import type { Context } from '../platform/context.ts';
import { answerHolds, answerIsMakeshift, forEachAnswer } from '../platform/graphql/kept-answers.ts';
import { askedProducts } from './asked-products.ts';
import type { SearchDone } from './past/search-tally.ts';
import { type ProductConnection, productConnection } from './product-connection.ts';
import type { FoundProducts, PartsWanted, ProductsAsked } from './product-search.ts';
import type { SaidPrice } from './said-price.ts';
import type { ProductsArgs } from './search-inputs.ts';
import { searchState } from './search-version.ts';

/** A page of products as a client asked for it; its first page counts as a search. Refuses with BAD_USER_INPUT. */
export async function searchProducts(
  ctx: Context,
  args: ProductsArgs,
  wanted: PartsWanted,
): Promise<ProductConnection> {
  const { saidPrice, ...asked } = askedProducts(args);
  const { isTouched, isMakeshift, ...found } = await ctx.search.find(ctx, asked, wanted);
  // A price that the words spoke of is no choice of filters: nothing below a million says something of the words, and of the price.
  const own = saidPrice
    ? { ...asked.filter, priceMin: args.filter?.priceMin, priceMax: args.filter?.priceMax }
    : asked.filter;
  const done = searchDone(asked, found, isNarrowed(own), saidPrice);
  if (done) countEach(ctx, done);
  if (found.degraded) answerIsMakeshift(ctx, isMakeshift ?? (() => false));
  if (isTouched) answerHolds(ctx, searchState, isTouched);
  return productConnection(found, asked.after, saidPrice);
}

/** A function of its own: what it leaves behind is kept with the answer, and must not hold the cards. */
function countEach(ctx: Context, done: SearchDone): void {
  forEachAnswer(ctx, (each) => each.searchTally.note(each, done));
}

/** What is counted of a search; null when it says nothing of its words. */
function searchDone(
  { text, after, filter, near }: ProductsAsked,
  found: FoundProducts,
  isNarrow: boolean,
  saidPrice: SaidPrice | null,
): SearchDone | null {
  const isEmpty = found.products.length === 0;
  // Nothing under other filters says something of the filters, not of the words.
  if (text === null || after !== null || (isEmpty && isNarrow) || found.isGuess) return null;
  const outcome = isEmpty ? 'MISSED' : found.relaxed.length > 0 ? 'RELAXED' : 'FOUND';
  const kecamatan = filter.kecamatan.length === 0 && found.saidKecamatan ? [found.saidKecamatan] : filter.kecamatan;
  return { text: found.didYouMean ?? text, price: isEmpty ? saidPrice : null, kecamatan, near, outcome };
}

/** Whether anything but the place narrows. */
function isNarrowed(filter: object): boolean {
  return Object.entries(filter).some(
    ([name, value]) => name !== 'kecamatan' && (Array.isArray(value) ? value.length > 0 : value != null),
  );
}
