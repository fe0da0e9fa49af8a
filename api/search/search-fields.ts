import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Int, Resolver, Root } from 'type-graphql';
import { Category, categoryByKey, Product } from '../catalog/index.ts';
import { Widget } from '../communities/index.ts';
import { GeoPointInput, isPlace, kecamatanByKey } from '../geography/index.ts';
import type { Context } from '../platform/context.ts';
import { Access, everyone } from '../platform/graphql/access.ts';
import { badArgument, PageArgs, pageSize } from '../platform/graphql/connection.ts';
import { keyOf } from '../platform/keys.ts';
import { Seller, sellersByKeys } from '../sellers/index.ts';
import { askedProducts } from './asked-products.ts';
import { NearbyPickupPoint, nearestPoints } from './nearest-points.ts';
import { ProductConnection, productConnection } from './product-connection.ts';
import { PRODUCT_PAGE_SIZES } from './product-page-sizes.ts';
import type { FoundProducts, PartsWanted } from './product-search.ts';
import { pageOfShop, productsInCategory, productsInShop, productsOfShop } from './shop-products.ts';
import { wantedParts } from './wanted-parts.ts';

@Resolver(() => Product)
export class ProductSearchFields {
  @Access(everyone)
  @FieldResolver(() => [NearbyPickupPoint], {
    description: 'Points at which it can be collected, nearest to `near` first; nearest to the shop when left out.',
  })
  nearestPickupPoints(
    @Ctx() ctx: Context,
    @Root() product: Product,
    @Arg('near', () => GeoPointInput, { nullable: true, description: 'Where the buyer is.' })
    near?: GeoPointInput | null,
    @Arg('first', () => Int, {
      nullable: true,
      description: `How many at most, 1 to 100; ${PRODUCT_PAGE_SIZES.points} when left out.`,
    })
    first?: number | null,
  ): Promise<NearbyPickupPoint[]> {
    if (near && !isPlace(near)) throw badArgument('near', 'near is latitude -90 to 90 and longitude -180 to 180');
    return nearestPoints(ctx, product, { near: near ?? null, first: pageSize(first ?? PRODUCT_PAGE_SIZES.points) });
  }

  @Access(everyone)
  @FieldResolver(() => [Product], { description: 'What else its shop sells, the newest first.' })
  async moreFromSeller(
    @Ctx() ctx: Context,
    @Root() product: Product,
    @Arg('first', () => Int, {
      nullable: true,
      description: `How many at most, 1 to 100; ${PRODUCT_PAGE_SIZES.more} when left out.`,
    })
    first?: number | null,
  ): Promise<Product[]> {
    const size = pageSize(first ?? PRODUCT_PAGE_SIZES.more);
    const sellerKey = keyOf('Seller', product.seller.id) ?? '';
    const found = await productsOfShop(ctx, sellerKey, { first: size + 1, after: null });
    return found
      .map(({ node }) => node)
      .filter(({ id }) => id !== product.id)
      .slice(0, size);
  }
}

@Resolver(() => Seller)
export class SellerSearchFields {
  @Access(everyone)
  @FieldResolver(() => Int, { description: 'Products it has on sale.' })
  productCount(@Ctx() ctx: Context, @Root() seller: Seller): Promise<number> {
    return productsInShop(ctx, seller.slug);
  }

  @Access(everyone)
  @FieldResolver(() => ProductConnection, { description: 'Products it has on sale, the newest first.' })
  async products(
    @Ctx() ctx: Context,
    @Root() seller: Seller,
    @Args(() => PageArgs) args: PageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ProductConnection> {
    const page = await pageOfShop(ctx, keyOf('Seller', seller.id) ?? '', args);
    const totals = await totalsOfShop(ctx, seller, wantedParts(info));
    return productConnection({ ...NOTHING, ...totals, ...page }, args.after || null);
  }
}

const NOTHING = { didYouMean: null, relaxed: [], degraded: false } satisfies Partial<FoundProducts>;

async function totalsOfShop(
  ctx: Context,
  { slug }: Seller,
  wanted: PartsWanted,
): Promise<Pick<FoundProducts, 'totalCount' | 'totalCountIsExact' | 'facets'>> {
  const count = wanted.totalCount ? await productsInShop(ctx, slug) : 0;
  const facets = wanted.facets
    ? (
        await ctx.search.find(ctx, askedProducts({ filter: { seller: [slug] }, first: 1 }), {
          ...wanted,
          totalCount: false,
        })
      ).facets
    : null;
  return { totalCount: Math.min(count, 1000), totalCountIsExact: count <= 1000, facets };
}

@Resolver(() => Category)
export class CategorySearchFields {
  @Access(everyone)
  @FieldResolver(() => Int, { description: 'Products on sale in it and below.' })
  productCount(@Ctx() ctx: Context, @Root() category: Category): Promise<number> {
    return productsInCategory(ctx, category.slug);
  }
}

@Resolver(() => Widget)
export class WidgetSearchFields {
  @Access(everyone)
  @FieldResolver(() => ProductConnection, {
    description: 'The goods that the widget shows: what is in stock first, and of that what sells and is rated best.',
  })
  async products(
    @Ctx() ctx: Context,
    @Root() widget: Widget,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ProductConnection> {
    const { kecamatanKey, categoryKey, sellerKeys } = widget;
    const [kecamatan, category, sellers] = await Promise.all([
      kecamatanKey ? kecamatanByKey(ctx, kecamatanKey) : null,
      categoryKey ? categoryByKey(ctx, categoryKey) : null,
      sellersByKeys(ctx, sellerKeys),
    ]);
    const slugs = (found: readonly ({ slug: string } | null)[]): string[] =>
      found.flatMap((one) => (one ? [one.slug] : []));
    const filter = { kecamatan: slugs([kecamatan]), category: slugs([category]), seller: slugs(sellers) };
    const asked = { ...askedProducts({ first, after }), filter: { ...askedProducts({}).filter, ...filter } };
    return productConnection(await ctx.search.find(ctx, asked, wantedParts(info)), asked.after);
  }
}
