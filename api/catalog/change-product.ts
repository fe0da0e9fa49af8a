import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { refuse } from '../platform/refusal.ts';
import { listingCategory, listingDescription, listingTitle } from './listing-particulars.ts';
import { lockOwnProduct, tellProduct } from './own-product.ts';
import { ProductStatus } from './product-status.ts';
import { putVariant, type VariantParticulars } from './put-variant.ts';
import { StoredVariant } from './stored-variant.ts';

/** What a seller may change of a listing; what is left out stays. */
export interface ProductChange {
  readonly productId: string;
  readonly title?: string | null;
  readonly description?: string | null;
  readonly categoryId?: string | null;
  readonly isHalal?: boolean | null;
}

/** Changes a listing of the caller's shop; placed orders keep what they copied. Gives its key. Refuses NOT_FOUND and what is wrong. */
export function updateProduct(ctx: Context, input: ProductChange): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    const product = await lockOwnProduct(tx, input.productId);
    if (typeof input.title === 'string') product.title = listingTitle(input.title);
    if (typeof input.description === 'string') product.description = listingDescription(input.description);
    if (typeof input.categoryId === 'string') product.categoryKey = await listingCategory(tx, input.categoryId);
    if (typeof input.isHalal === 'boolean') product.isHalal = input.isHalal;
    return tellProduct(tx, 'ProductUpdated', product);
  });
}

/**
 * Puts a listing of the caller's shop on sale. Doing it again changes nothing. Gives its key. Refuses NOT_FOUND, NO_VARIANT, and
 * PRODUCT_BLOCKED with the curator's { reason }.
 */
export function publishProduct(ctx: Context, { productId }: { productId: string }): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    const product = await lockOwnProduct(tx, productId);
    if (product.status === ProductStatus.ACTIVE) return product.key;
    if (product.status === ProductStatus.BLOCKED)
      refuse('PRODUCT_BLOCKED', ['productId'], { reason: product.blockedReason ?? '' });
    const variants = await tx.count(StoredVariant, { productKey: product.key, isArchived: false });
    if (variants === 0) refuse('NO_VARIANT', ['productId']);
    product.status = ProductStatus.ACTIVE;
    product.publishedAt ??= ctx.clock.now();
    return tellProduct(tx, 'ProductPublished', product);
  });
}

/** Takes a listing of the caller's shop off sale; a blocked one stays blocked. Gives its key. Refuses NOT_FOUND. */
export function archiveProduct(ctx: Context, { productId }: { productId: string }): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    const product = await lockOwnProduct(tx, productId);
    if (product.status === ProductStatus.ARCHIVED || product.status === ProductStatus.BLOCKED) return product.key;
    product.status = ProductStatus.ARCHIVED;
    return tellProduct(tx, 'ProductArchived', product);
  });
}

/**
 * Makes or changes a variant of a listing of the caller's shop: sent twice, it is one variant, told by its SKU. Gives the keys of
 * both. Refuses NOT_FOUND, SKU_TAKEN, LAST_VARIANT and what is wrong with the particulars.
 */
export function setVariant(
  ctx: Context,
  input: VariantParticulars & { readonly productId: string },
): Promise<{ productKey: string; variantKey: string }> {
  return inTransaction(ctx, async (tx) => {
    const product = await lockOwnProduct(tx, input.productId);
    const variant = await putVariant(tx, product, input, []);
    const isOnSale = product.status === ProductStatus.ACTIVE;
    if (isOnSale && (await tx.count(StoredVariant, { productKey: product.key, isArchived: false })) === 0)
      refuse('LAST_VARIANT', ['isArchived']);
    return { productKey: await tellProduct(tx, 'ProductUpdated', product), variantKey: variant.key };
  });
}
