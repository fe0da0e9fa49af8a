import type { Tx } from '../platform/database/transaction.ts';
import { keyOf } from '../platform/keys.ts';
import type { Rupiah } from '../platform/money.ts';
import { refuse } from '../platform/refusal.ts';
import { CATALOG_LIMITS } from './catalog-limits.ts';
import {
  type Choice,
  variantName,
  variantOptions,
  variantPrice,
  variantSku,
  variantWeight,
} from './listing-particulars.ts';
import type { StoredProduct } from './stored-product.ts';
import { StoredVariant } from './stored-variant.ts';

/** A variant as its seller describes it. */
export interface VariantParticulars {
  /** The variant to change; when left out, the one with this SKU, or a new one. */
  readonly variantId?: string | null;
  readonly sku: string;
  readonly name?: string | null;
  readonly options?: readonly Choice[] | null;
  readonly price: Rupiah;
  readonly weightGrams: number;
  /** Order among its siblings; the last when left out. */
  readonly position?: number | null;
  /** True takes it off sale, false puts it back. */
  readonly isArchived?: boolean | null;
}

/**
 * Makes or changes a variant of a product that is held under lock. Orders keep what they copied. Refuses SKU_TAKEN, TOO_MANY_VARIANTS,
 * NOT_FOUND and what is wrong with the particulars; `path` leads to them in the input.
 */
export async function putVariant(
  tx: Tx,
  product: StoredProduct,
  input: VariantParticulars,
  path: readonly string[],
): Promise<StoredVariant> {
  const sku = variantSku(input.sku, [...path, 'sku']);
  const siblings = await tx.find(StoredVariant, { productKey: product.key });
  const holder = await tx.findOne(StoredVariant, { sellerKey: product.sellerKey, sku });
  const variant = known(input, siblings, holder, path) ?? newVariant(tx, product, sku, siblings.length);
  if (holder && holder !== variant) refuse('SKU_TAKEN', [...path, 'sku']);
  Object.assign(variant, {
    sku,
    name: variantName(input.name ?? '', [...path, 'name']),
    options: variantOptions(input.options ?? [], [...path, 'options']),
    price: variantPrice(input.price, [...path, 'price']),
    weightGrams: variantWeight(input.weightGrams, [...path, 'weightGrams']),
    position: input.position ?? variant.position,
    isArchived: input.isArchived ?? variant.isArchived,
  });
  const live = new Set([...siblings, variant].filter(({ isArchived }) => !isArchived));
  const limit = CATALOG_LIMITS.variants;
  if (live.size > limit) refuse('TOO_MANY_VARIANTS', path, { limit });
  await tx.flush();
  return variant;
}

function known(
  { variantId }: VariantParticulars,
  siblings: readonly StoredVariant[],
  holder: StoredVariant | null,
  path: readonly string[],
): StoredVariant | null {
  if (variantId === null || variantId === undefined) return siblings.find((sibling) => sibling === holder) ?? null;
  const key = keyOf('Variant', variantId);
  return siblings.find((sibling) => sibling.key === key) ?? refuse('NOT_FOUND', [...path, 'variantId']);
}

function newVariant(tx: Tx, product: StoredProduct, sku: string, position: number): StoredVariant {
  // Price and weight are set by the caller before anything is written.
  return tx.create(StoredVariant, {
    productKey: product.key,
    sellerKey: product.sellerKey,
    sku,
    price: 1,
    weightGrams: 0,
    position,
  });
}
