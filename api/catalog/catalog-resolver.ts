import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { curator } from '../accounts/index.ts';
import type { Context } from '../platform/context.ts';
import { Access, everyone, signedIn } from '../platform/graphql/access.ts';
import { SharedFor } from '../platform/graphql/cache-hint.ts';
import { type ErrorFamily, type Payload, payload } from '../platform/graphql/user-errors.ts';
import { blockProduct, unblockProduct } from './block-product.ts';
import * as inputs from './catalog-inputs.ts';
import * as out from './catalog-payloads.ts';
import { Category } from './category.ts';
import { categoryBySlug, rootCategories } from './category-queries.ts';
import { archiveProduct, publishProduct, setVariant, updateProduct } from './change-product.ts';
import { createProduct } from './create-product.ts';
import { createUpload, type TicketedUpload } from './create-upload.ts';
import type { Product } from './product.ts';
import { addProductPhoto, removeProductPhoto } from './product-photos.ts';
import { changedProduct, changedVariant } from './product-queries.ts';
import type { Variant } from './variant.ts';

type ProductPayload = Promise<Payload<{ product: Product | null }>>;

/** Runs a use case that gives the key of a product, and reads the product again on the visitors' road. */
function changed(ctx: Context, family: ErrorFamily, act: () => Promise<string>): ProductPayload {
  return payload(ctx, family, async () => ({ product: await changedProduct(ctx, await act()) }));
}

@Resolver()
export class CatalogResolver {
  @Access(everyone)
  @SharedFor(300)
  @Query(() => [Category], { description: 'The roots of the tree of categories, in their order.' })
  categories(@Ctx() ctx: Context): Promise<readonly Category[]> {
    return rootCategories(ctx);
  }

  @Access(everyone)
  @SharedFor(300)
  @Query(() => Category, { nullable: true, description: 'A category by its slug; null when there is none.' })
  category(
    @Ctx() ctx: Context,
    @Arg('slug', () => String, { description: 'Slug, e.g. nasi-lauk.' }) slug: string,
  ): Promise<Category | null> {
    return categoryBySlug(ctx, slug);
  }

  @Access(signedIn)
  @Mutation(() => out.CreateProductPayload, {
    description: "Begins a listing of the caller's shop, as a draft; the same idempotencyKey gives the same product.",
  })
  createProduct(
    @Ctx() ctx: Context,
    @Arg('input', () => inputs.CreateProductInput, { description: 'The listing.' }) input: inputs.CreateProductInput,
  ): ProductPayload {
    return changed(ctx, out.CREATE_PRODUCT, () => createProduct(ctx, input));
  }

  @Access(signedIn)
  @Mutation(() => out.UpdateProductPayload, {
    description: "Changes a listing of the caller's shop. Orders that were placed keep what they copied.",
  })
  updateProduct(
    @Ctx() ctx: Context,
    @Arg('input', () => inputs.UpdateProductInput, { description: 'What to change.' }) input: inputs.UpdateProductInput,
  ): ProductPayload {
    return changed(ctx, out.UPDATE_PRODUCT, () => updateProduct(ctx, input));
  }

  @Access(signedIn)
  @Mutation(() => out.PublishProductPayload, { description: "Puts a listing of the caller's shop on sale." })
  publishProduct(
    @Ctx() ctx: Context,
    @Arg('input', () => inputs.PublishProductInput, { description: 'The listing.' }) input: inputs.PublishProductInput,
  ): ProductPayload {
    return changed(ctx, out.PUBLISH_PRODUCT, () => publishProduct(ctx, input));
  }

  @Access(signedIn)
  @Mutation(() => out.ArchiveProductPayload, { description: "Takes a listing of the caller's shop off sale." })
  archiveProduct(
    @Ctx() ctx: Context,
    @Arg('input', () => inputs.ArchiveProductInput, { description: 'The listing.' }) input: inputs.ArchiveProductInput,
  ): ProductPayload {
    return changed(ctx, out.ARCHIVE_PRODUCT, () => archiveProduct(ctx, input));
  }

  @Access(signedIn)
  @Mutation(() => out.SetVariantPayload, {
    description: 'Makes or changes a variant. Its SKU is the key: sent twice, it is one variant.',
  })
  setVariant(
    @Ctx() ctx: Context,
    @Arg('input', () => inputs.SetVariantInput, { description: 'The variant.' }) input: inputs.SetVariantInput,
  ): Promise<Payload<{ variant: Variant | null; product: Product | null }>> {
    return payload(ctx, out.SET_VARIANT, async () => {
      const { productKey, variantKey } = await setVariant(ctx, input);
      return { variant: await changedVariant(ctx, variantKey), product: await changedProduct(ctx, productKey) };
    });
  }

  @Access(signedIn)
  @Mutation(() => out.CreateUploadPayload, {
    description:
      'Gives a ticket with which one picture is sent to POST /uploads. The same idempotencyKey gives the same upload.',
  })
  createUpload(
    @Ctx() ctx: Context,
    @Arg('input', () => inputs.CreateUploadInput, { description: 'The picture to come.' })
    input: inputs.CreateUploadInput,
  ): Promise<Payload<TicketedUpload>> {
    return payload(ctx, out.CREATE_UPLOAD, () => createUpload(ctx, input));
  }

  @Access(signedIn)
  @Mutation(() => out.AddProductPhotoPayload, {
    description: 'Adds an uploaded picture as the last photo of a listing; the same picture is not added twice.',
  })
  addProductPhoto(
    @Ctx() ctx: Context,
    @Arg('input', () => inputs.AddProductPhotoInput, { description: 'The photo.' }) input: inputs.AddProductPhotoInput,
  ): ProductPayload {
    return changed(ctx, out.ADD_PRODUCT_PHOTO, () => addProductPhoto(ctx, input));
  }

  @Access(signedIn)
  @Mutation(() => out.RemoveProductPhotoPayload, { description: 'Takes a photo off a listing.' })
  removeProductPhoto(
    @Ctx() ctx: Context,
    @Arg('input', () => inputs.RemoveProductPhotoInput, { description: 'The photo.' })
    input: inputs.RemoveProductPhotoInput,
  ): ProductPayload {
    return changed(ctx, out.REMOVE_PRODUCT_PHOTO, () => removeProductPhoto(ctx, input));
  }

  @Access(curator)
  @Mutation(() => out.BlockProductPayload, {
    description: 'Takes a listing down; its seller cannot put it back. Goes into the audit log.',
  })
  blockProduct(
    @Ctx() ctx: Context,
    @Arg('input', () => inputs.BlockProductInput, { description: 'The listing.' }) input: inputs.BlockProductInput,
  ): ProductPayload {
    return changed(ctx, out.BLOCK_PRODUCT, () => blockProduct(ctx, input));
  }

  @Access(curator)
  @Mutation(() => out.UnblockProductPayload, {
    description: 'Lifts a block: the listing is archived and may be published again. Goes into the audit log.',
  })
  unblockProduct(
    @Ctx() ctx: Context,
    @Arg('input', () => inputs.UnblockProductInput, { description: 'The listing.' }) input: inputs.UnblockProductInput,
  ): ProductPayload {
    return changed(ctx, out.UNBLOCK_PRODUCT, () => unblockProduct(ctx, input));
  }
}
