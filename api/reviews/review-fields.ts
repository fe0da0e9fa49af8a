import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Product, photoUrl, productByKey } from '../catalog/index.ts';
import { buyerOfOrder, Parcel } from '../orders/index.ts';
import type { Context } from '../platform/context.ts';
import { Access, everyone } from '../platform/graphql/access.ts';
import { type Page, PageArgs } from '../platform/graphql/connection.ts';
import { UrlScalar } from '../platform/graphql/scalars.ts';
import { keyOf } from '../platform/keys.ts';
import { memberOfSeller, Seller } from '../sellers/index.ts';
import { LineReview, reviewsOfParcel } from './line-review.ts';
import { Review, ReviewConnection } from './review.ts';
import { ReviewListArgs } from './review-inputs.ts';
import { reviewsOfSeller } from './review-queries.ts';
import { reviewsOfProduct } from './reviews-of-product.ts';

@Resolver(() => Review)
export class ReviewFields {
  @Access(everyone)
  @FieldResolver(() => Product, { description: 'The product that it is about.' })
  async product(@Root() { productKey }: Review, @Ctx() ctx: Context): Promise<Product> {
    return (await productByKey(ctx, productKey))!;
  }

  @Access(everyone)
  @FieldResolver(() => [UrlScalar], { description: 'Its photos, 800 pixels wide.' })
  photoUrls(@Root() { photoHashes }: Review): string[] {
    return photoHashes.map((hash) => photoUrl(hash, 800));
  }
}

@Resolver(() => Product)
export class ProductReviewFields {
  @Access(everyone)
  @FieldResolver(() => ReviewConnection, { description: 'What buyers say of it, the newest first.' })
  reviews(@Ctx() ctx: Context, @Root() product: Product, @Args(() => PageArgs) args: PageArgs): Promise<Page<Review>> {
    return reviewsOfProduct(ctx, product, args);
  }
}

@Resolver(() => Seller)
export class SellerReviewFields {
  @Access(memberOfSeller)
  @FieldResolver(() => ReviewConnection, {
    description: 'Reviews of its products, hidden ones among them, the newest first.',
  })
  reviews(
    @Ctx() ctx: Context,
    @Root() seller: Seller,
    @Args(() => ReviewListArgs) args: ReviewListArgs,
  ): Promise<Page<Review>> {
    return reviewsOfSeller(ctx, keyOf('Seller', seller.id) ?? '', args);
  }
}

@Resolver(() => Parcel)
export class ParcelReviewFields {
  @Access(buyerOfOrder)
  @FieldResolver(() => [LineReview], {
    description: 'What of it you may review, once for each product; empty before it is collected.',
  })
  reviews(@Ctx() ctx: Context, @Root() parcel: Parcel): Promise<LineReview[]> {
    return reviewsOfParcel(ctx, parcel);
  }
}
