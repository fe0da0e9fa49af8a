import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Int, Query, Resolver } from 'type-graphql';
import { Product } from '../catalog/index.ts';
import type { Context } from '../platform/context.ts';
import { Access, everyone } from '../platform/graphql/access.ts';
import { SharedFor } from '../platform/graphql/cache-hint.ts';
import { badArgument } from '../platform/graphql/connection.ts';
import { SameWhile } from '../platform/graphql/same-while.ts';
import { searchText } from './asked-products.ts';
import { ProductConnection } from './product-connection.ts';
import { productPage } from './product-page.ts';
import { ProductsArgs } from './search-inputs.ts';
import { searchProducts } from './search-products.ts';
import { searchState } from './search-version.ts';
import { Suggestion } from './suggestion.ts';
import { wantedParts } from './wanted-parts.ts';

/** Suggestions given at once. */
const MOST_SUGGESTIONS = 20;

@Resolver()
export class SearchResolver {
  @Access(everyone)
  @SharedFor(60)
  @SameWhile(searchState)
  @Query(() => ProductConnection, {
    description: 'Products on sale: searched by words, narrowed, sorted; or simply browsed.',
  })
  products(
    @Ctx() ctx: Context,
    @Args(() => ProductsArgs) args: ProductsArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ProductConnection> {
    return searchProducts(ctx, args, wantedParts(info));
  }

  @Access(everyone)
  @SharedFor(30)
  @Query(() => Product, {
    nullable: true,
    description: 'A product by its name in addresses; null when there is none on sale. Its own shop sees it always.',
  })
  product(
    @Ctx() ctx: Context,
    @Arg('slug', () => String, { description: 'Name in addresses.' }) slug: string,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Product | null> {
    return productPage(ctx, slug, info);
  }

  @Access(everyone)
  @SharedFor(60)
  @Query(() => [Suggestion], {
    description: 'What somebody who types may be after: words, categories, shops, products.',
  })
  async suggest(
    @Ctx() ctx: Context,
    @Arg('prefix', () => String, { description: 'What has been typed, at most 200 characters.' }) prefix: string,
    @Arg('first', () => Int, { defaultValue: 8, description: `How many at most, 1 to ${MOST_SUGGESTIONS}.` })
    first: number,
  ): Promise<readonly Suggestion[]> {
    if (first < 1 || first > MOST_SUGGESTIONS)
      throw badArgument('first', `first is 1 to ${MOST_SUGGESTIONS}, got ${first}`);
    const typed = searchText(prefix, 'prefix');
    return typed === null ? [] : ctx.search.suggest(ctx, typed, first);
  }
}
