import type { Context } from '../platform/context.ts';
import { answerIsPassing, forEachAnswer } from '../platform/graphql/kept-answers.ts';
import { askedProducts } from './asked-products.ts';
import { type ProductConnection, productConnection } from './product-connection.ts';
import type { FoundProducts, PartsWanted, ProductsAsked } from './product-search.ts';
import type { ProductsArgs } from './search-inputs.ts';

/** A page of products as a client asked for it; its first page counts as a search. Refuses with BAD_USER_INPUT. */
export async function searchProducts(
  ctx: Context,
  args: ProductsArgs,
  wanted: PartsWanted,
): Promise<ProductConnection> {
  const { saidPrice, ...asked } = askedProducts(args);
  const found = await ctx.search.find(ctx, asked, wanted);
  const { text } = asked;
  if (text !== null && asked.after === null) forEachAnswer(ctx, (each) => count(each, asked, text, found));
  if (found.degraded) answerIsPassing(ctx);
  return productConnection(found, asked.after, saidPrice);
}

function count(ctx: Context, { filter, near }: ProductsAsked, text: string, found: FoundProducts): void {
  const isEmpty = found.products.length === 0;
  // Nothing under other filters says something of the filters, not of the words.
  if (isEmpty && isNarrowed(filter)) return;
  const outcome = isEmpty ? 'MISSED' : found.relaxed.length > 0 ? 'RELAXED' : 'FOUND';
  ctx.searchTally.note(ctx, { text: found.didYouMean ?? text, kecamatan: filter.kecamatan, near, outcome });
}

function isNarrowed({ kecamatan, ...others }: ProductsAsked['filter']): boolean {
  return Object.values(others).some((value) => (Array.isArray(value) ? value.length > 0 : value !== null));
}
