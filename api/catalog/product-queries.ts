import { isCurator } from '../accounts/index.ts';
import type { Context } from '../platform/context.ts';
import { listParameter } from '../platform/database/list-parameter.ts';
import { defineLoader, inOrder } from '../platform/graphql/loader.ts';
import { isSlug, keyOf } from '../platform/keys.ts';
import { isMemberOfSeller } from '../sellers/index.ts';
import type { Photo } from './photo.ts';
import { photoJson } from './photo.ts';
import type { Product } from './product.ts';
import { PRODUCT_FROM, PRODUCT_IS_PUBLIC, productJson } from './product-json.ts';
import { type Variant, variantJson } from './variant.ts';

interface ProductRow {
  readonly key: string;
  readonly sellerKey: string;
  readonly isPublic: boolean;
  readonly node: Product;
}

const SELECTED = `select p.id as key, p.seller_id as "sellerKey", ${PRODUCT_IS_PUBLIC} as "isPublic", ${productJson('$2')} as node`;

async function readProducts(ctx: Context, keys: readonly string[]): Promise<(ProductRow | null)[]> {
  const rows = await ctx.read.rows<ProductRow>(
    `${SELECTED} from ${PRODUCT_FROM} where p.id = any(${listParameter('$1', 'uuid')})`,
    [keys, ctx.clock.now()],
    'catalog-product-by-key',
  );
  return inOrder(keys, rows, (row) => row.key);
}

const rowByKey = defineLoader(readProducts);

/** A product by key, whatever its status (carts and orders still name one that was taken off); null when there is none. */
export async function productByKey(ctx: Context, key: string): Promise<Product | null> {
  return (await rowByKey(ctx, key))?.node ?? null;
}

/** A product after a change of the caller's: read anew, whatever was loaded before it. */
export async function changedProduct(ctx: Context, key: string): Promise<Product | null> {
  return (await readProducts(ctx, [key]))[0]?.node ?? null;
}

/** Products by keys that the caller may see, in their order: those on sale, and one's own. */
export function visibleProducts(ctx: Context, keys: readonly string[]): Promise<(Product | null)[]> {
  return Promise.all(keys.map(async (key) => visible(ctx, await rowByKey(ctx, key))));
}

/** Something that the statement of a product brings along for another domain. */
export interface Companion {
  /** Tells companions apart; the same name, the same SQL. */
  readonly name: string;
  /** SQL (json) over PRODUCT_FROM; `parameter` gives the name of a parameter with this value. */
  sql(parameter: (value: unknown) => string): string;
  /** Takes what came with a product that the caller may see. */
  take(ctx: Context, product: Product, brought: never): void;
}

/**
 * The product with this name in addresses, in one statement, with the companions asked for; null when there is none that the
 * caller may see.
 */
export async function productBySlug(
  ctx: Context,
  slug: string,
  companions: readonly Companion[] = [],
): Promise<Product | null> {
  if (!isSlug(slug)) return null;
  const values: unknown[] = [slug, ctx.clock.now()];
  const columns = companions.map(({ sql }, at) => `, ${sql((value) => `$${values.push(value)}`)} as brought${at}`);
  const names = companions.map(({ name }) => `-${name}`);
  const [row] = await ctx.read.rows<ProductRow & Record<`brought${number}`, never>>(
    `${SELECTED}${columns.join('')} from ${PRODUCT_FROM} where p.slug = $1`,
    values,
    `catalog-product-by-slug${names.join('')}`,
  );
  const product = visible(ctx, row ?? null);
  if (row && product) for (const [at, { take }] of companions.entries()) take(ctx, product, row[`brought${at}`]!);
  return product;
}

function visible(ctx: Context, row: ProductRow | null): Product | null {
  if (!row) return null;
  return row.isPublic || isMemberOfSeller(ctx, row.sellerKey) || isCurator(ctx) ? row.node : null;
}

async function readVariants(ctx: Context, keys: readonly string[]): Promise<(Variant | null)[]> {
  const rows = await ctx.read.rows<{ key: string; node: Variant }>(
    `select v.id as key, ${variantJson('v', 'st')} as node
       from variant v left join stock st on st.variant_id = v.id where v.id = any(${listParameter('$1', 'uuid')})`,
    [keys],
    'catalog-variant-by-key',
  );
  return inOrder(keys, rows, (row) => row.key).map((row) => row?.node ?? null);
}

/** A variant by key, also an archived one; null when there is none. */
export const variantByKey = defineLoader(readVariants);

/** A variant after a change of the caller's: read anew, whatever was loaded before it. */
export async function changedVariant(ctx: Context, key: string): Promise<Variant | null> {
  return (await readVariants(ctx, [key]))[0] ?? null;
}

/** Variants by keys whose product the caller may see, in their order. */
export async function visibleVariants(ctx: Context, keys: readonly string[]): Promise<(Variant | null)[]> {
  return Promise.all(
    keys.map(async (key) => {
      const variant = await variantByKey(ctx, key);
      const productKey = variant && keyOf('Product', variant.productId);
      return productKey && (await visibleProducts(ctx, [productKey]))[0] ? variant : null;
    }),
  );
}

/** Photos by keys whose product the caller may see, in their order. */
export async function visiblePhotos(ctx: Context, keys: readonly string[]): Promise<(Photo | null)[]> {
  const rows = await ctx.read.rows<{ key: string; productKey: string; node: Photo }>(
    `select ph.id as key, ph.product_id as "productKey", ${photoJson('ph')} as node from photo ph where ph.id = any(${listParameter('$1', 'uuid')})`,
    [keys],
    'catalog-photo-by-key',
  );
  const products = await visibleProducts(
    ctx,
    rows.map(({ productKey }) => productKey),
  );
  const seen = rows.filter((_, at) => products[at]);
  return inOrder(keys, seen, (row) => row.key).map((row) => row?.node ?? null);
}
