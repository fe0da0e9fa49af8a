import {
  ProductStatus,
  StoredPhoto,
  type StoredPicture,
  StoredProduct,
  StoredVariant,
} from '../../api/catalog/index.ts';
import { Stock, StockMovement, StockMovementKind } from '../../api/inventory/index.ts';
import type { Tx } from '../../api/platform/database/transaction.ts';
import { newKey } from '../../api/platform/keys.ts';
import type { SeedMarket, SeedProduct } from '../market-shape.ts';
import type { RowsOf } from './insert-rows.ts';
import { keyOf } from './load-places.ts';
import { type EnteredProduct, reviewRows } from './load-reviews.ts';

/** Keys to which products refer. */
interface ProductKeys {
  /** By slug. */
  readonly shops: ReadonlyMap<string, string>;
  /** By the path that the seed gives. */
  readonly categories: ReadonlyMap<string, string>;
}

/** What products refer to. */
export interface ProductParts extends ProductKeys {
  /** By drawing key. */
  readonly pictures: ReadonlyMap<string, StoredPicture>;
  /** What the ages of products are counted from. */
  readonly begunAt: Date;
  /** What is said of a product. */
  readonly reviewsOf: SeedMarket['reviewsOf'];
}

const HOUR_MS = 3_600_000;

/** Reads the keys of all shops, by slug. */
export async function readShopKeys(em: Pick<Tx, 'execute'>): Promise<ProductKeys['shops']> {
  const rows = await em.execute<{ slug: string; key: string }[]>('select slug, id as key from seller');
  return new Map(rows.map(({ slug, key }) => [slug, key]));
}

/** The rows of products on sale: with variants, photos and counted stock; their reviews are the last. */
export function productRows(products: readonly SeedProduct[], parts: ProductParts): readonly RowsOf[] {
  const entered = products.map((product) => ({
    product,
    key: newKey(),
    sellerKey: keyOf(parts.shops, product.shopSlug),
  }));
  const variants = entered.flatMap(({ product, key, sellerKey }) =>
    product.variants.map((variant, position) => ({
      variant,
      row: { key: newKey(), productKey: key, sellerKey, position },
    })),
  );
  return [
    { entity: StoredProduct, rows: entered.map((each) => productRow(each, parts)) },
    {
      entity: StoredVariant,
      rows: variants.map(({ variant: { stock: _stock, ...facts }, row }) => ({ ...facts, ...row, isArchived: false })),
    },
    { entity: StoredPhoto, rows: entered.flatMap((each) => photoRows(each, parts.pictures)) },
    {
      entity: Stock,
      rows: variants.map(({ variant, row }) => ({ variantKey: row.key, onHand: variant.stock, reserved: 0 })),
    },
    {
      entity: StockMovement,
      rows: variants
        .filter(({ variant }) => variant.stock > 0)
        .map(({ variant, row }) => ({
          key: newKey(),
          variantKey: row.key,
          kind: StockMovementKind.ADJUST,
          onHandDelta: variant.stock,
          reservedDelta: 0,
          cause: 'seed',
          actorKey: null,
          idempotencyKey: null,
          at: parts.begunAt,
        })),
    },
    reviewRows(entered, parts),
  ];
}

function productRow({ product, key, sellerKey }: EnteredProduct, { categories, begunAt }: ProductParts): object {
  const createdAt = new Date(begunAt.getTime() - product.createdHoursAgo * HOUR_MS);
  return {
    key,
    sellerKey,
    categoryKey: keyOf(categories, product.categoryPath),
    slug: product.slug,
    title: product.title,
    description: product.description,
    status: ProductStatus.ACTIVE,
    isHalal: product.isHalal,
    soldCount: 0,
    createdAt,
    updatedAt: createdAt,
    publishedAt: createdAt,
  };
}

function photoRows({ product, key }: EnteredProduct, pictures: ReadonlyMap<string, StoredPicture>): readonly object[] {
  return product.drawings.flatMap((drawing, position) => {
    const picture = pictures.get(drawing);
    return picture ? [{ ...picture, key: newKey(), productKey: key, alt: product.photoAlt, position }] : [];
  });
}
