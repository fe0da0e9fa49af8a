import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { self } from '../accounts/index.ts';
import type { Context } from '../platform/context.ts';
import { Access, everyone } from '../platform/graphql/access.ts';
import { Directly } from '../platform/graphql/direct-field.ts';
import { UrlScalar } from '../platform/graphql/scalars.ts';
import { keyOf } from '../platform/keys.ts';
import { Category } from './category.ts';
import { childrenOf, parentOf } from './category-queries.ts';
import { Photo, photoUrl, previewUrl } from './photo.ts';
import { Product } from './product.ts';
import { productByKey } from './product-queries.ts';
import { Upload } from './upload.ts';
import { Variant } from './variant.ts';

/** What lists leave out of a product is loaded, batched, with the whole product. */
async function whole(ctx: Context, id: string): Promise<Product> {
  const product = await productByKey(ctx, keyOf('Product', id) ?? '');
  if (!product) throw new Error('A product that was shown is gone.');
  return product;
}

@Resolver(() => Product)
export class ProductFields {
  @Access(everyone)
  @FieldResolver(() => String, { description: 'What its seller says about it; plain text, may be empty.' })
  async description(@Ctx() ctx: Context, @Root() product: Product): Promise<string> {
    return product.description ?? (await whole(ctx, product.id)).description ?? '';
  }

  @Access(everyone)
  @FieldResolver(() => [Variant], { description: 'What can be bought, in the order of the seller.' })
  async variants(@Ctx() ctx: Context, @Root() product: Product): Promise<Variant[]> {
    return product.variants ?? (await whole(ctx, product.id)).variants ?? [];
  }
}

@Resolver(() => Variant)
export class VariantFields {
  @Access(everyone)
  @FieldResolver(() => Product, { description: 'The product it is a variant of.' })
  product(@Ctx() ctx: Context, @Root() variant: Variant): Promise<Product> {
    return whole(ctx, variant.productId);
  }
}

@Resolver(() => Category)
export class CategoryFields {
  @Access(everyone)
  @FieldResolver(() => Category, { nullable: true, description: 'The category above; null for a root.' })
  parent(
    @Ctx() ctx: Context,
    @Root() category: Category & { parent?: Category | null },
  ): Promise<Category | null> | Category | null {
    return category.parent === undefined ? parentOf(ctx, category) : category.parent;
  }

  @Access(everyone)
  @FieldResolver(() => [Category], { description: 'The categories right below, in their order.' })
  children(@Ctx() ctx: Context, @Root() category: Category): Promise<readonly Category[]> {
    return childrenOf(ctx, category);
  }
}

/** Width in pixels of a photo when none is asked for. */
const USUAL_WIDTH = 640;

@Resolver(() => Upload)
export class UploadFields {
  @Access(self)
  @FieldResolver(() => UrlScalar, {
    nullable: true,
    description: 'Address of the picture, 320 pixels wide, relative to this API; null until it came.',
  })
  photoUrl(@Root() { hash }: Upload): string | null {
    return hash && previewUrl(hash);
  }
}

@Resolver(() => Photo)
export class PhotoFields {
  @Directly((photo: Photo, { width }: { width?: number | null }) => photoUrl(photo.hash, width ?? USUAL_WIDTH))
  @Access(everyone)
  @FieldResolver(() => UrlScalar, { description: 'Address of the photo as WebP, relative to this API.' })
  url(
    @Root() photo: Photo,
    @Arg('width', () => Int, {
      nullable: true,
      description: `Pixels; given in the next of 160, 320, 480, 640, 800, 1200. ${USUAL_WIDTH} when left out.`,
    })
    width?: number | null,
  ): string {
    return photoUrl(photo.hash, width ?? USUAL_WIDTH);
  }
}
