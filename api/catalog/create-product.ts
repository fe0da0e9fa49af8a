import type { Context } from '../platform/context.ts';
import { inTransaction, type Tx } from '../platform/database/transaction.ts';
import { isIdempotencyKey, newKey } from '../platform/keys.ts';
import { refuse } from '../platform/refusal.ts';
import { tokenHash } from '../platform/secrets.ts';
import { slugOf } from '../platform/slug-of.ts';
import { ownSellerKey } from '../sellers/index.ts';
import { CATALOG_LIMITS } from './catalog-limits.ts';
import { listingCategory, listingDescription, listingTitle } from './listing-particulars.ts';
import { tellProduct } from './own-product.ts';
import { putVariant, type VariantParticulars } from './put-variant.ts';
import { StoredProduct } from './stored-product.ts';

/** A listing that a seller begins. */
export interface NewProduct {
  readonly sellerId: string;
  readonly title: string;
  readonly description?: string | null;
  readonly categoryId: string;
  readonly isHalal?: boolean | null;
  readonly variants?: readonly VariantParticulars[] | null;
  readonly idempotencyKey: string;
}

/**
 * Begins a listing as a draft; the same idempotencyKey of the same shop gives the same product. Gives its key. Refuses NOT_FOUND,
 * IDEMPOTENCY_KEY_INVALID, IDEMPOTENCY_KEY_REUSED and what is wrong with the particulars.
 */
export async function createProduct(ctx: Context, input: NewProduct): Promise<string> {
  const sellerKey = ownSellerKey(ctx, input.sellerId, ['sellerId']);
  if (!isIdempotencyKey(input.idempotencyKey)) refuse('IDEMPOTENCY_KEY_INVALID', ['idempotencyKey']);
  const requestHash = tokenHash(JSON.stringify(input));
  return inTransaction(ctx, async (tx) => {
    // Lock, then look: of two equal calls the second waits here, and then finds the product of the first.
    await tx.execute('select 1 from seller where id = ? for no key update', [sellerKey]);
    const made = await tx.findOne(StoredProduct, { sellerKey, idempotencyKey: input.idempotencyKey });
    if (made) return made.requestHash === requestHash ? made.key : refuse('IDEMPOTENCY_KEY_REUSED', ['idempotencyKey']);
    return beginListing(tx, sellerKey, input, requestHash);
  });
}

async function beginListing(tx: Tx, sellerKey: string, input: NewProduct, requestHash: string): Promise<string> {
  const now = tx.context.clock.now();
  const title = listingTitle(input.title);
  const variants = input.variants ?? [];
  if (variants.length > CATALOG_LIMITS.variants)
    refuse('TOO_MANY_VARIANTS', ['variants'], { limit: CATALOG_LIMITS.variants });
  const repeated = variants.findIndex(({ sku }, at) => variants.findIndex((other) => other.sku === sku) < at);
  if (repeated >= 0) refuse('SKU_TAKEN', ['variants', String(repeated), 'sku']);
  const key = newKey();
  const product = tx.create(StoredProduct, {
    key,
    sellerKey,
    categoryKey: await listingCategory(tx, input.categoryId),
    slug: productSlug(title, key),
    title,
    description: listingDescription(input.description ?? ''),
    isHalal: input.isHalal ?? false,
    idempotencyKey: input.idempotencyKey,
    requestHash,
    createdAt: now,
    updatedAt: now,
  });
  await tx.flush();
  for (const [at, variant] of variants.entries()) await putVariant(tx, product, variant, ['variants', String(at)]);
  return tellProduct(tx, 'ProductCreated', product);
}

/** Name in addresses: the words of the title, and an ending of the key's random part that keeps it unique. */
export function productSlug(title: string, key: string): string {
  const ending = BigInt(`0x${key.replaceAll('-', '').slice(-12)}`)
    .toString(36)
    .padStart(10, '0')
    .slice(-8);
  return `${slugOf(title) || 'produk'}-${ending}`;
}
