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
import type { SeedProduct } from '../market-shape.ts';
import { keyOf } from './load-places.ts';

/** Keys and pictures that products refer to. */
export interface ProductParts {
  /** By slug. */
  readonly shops: ReadonlyMap<string, string>;
  /** By path. */
  readonly categories: ReadonlyMap<string, string>;
  /** By drawing key. */
  readonly pictures: ReadonlyMap<string, StoredPicture>;
}

const HOUR_MS = 3_600_000;

/** Enters a batch of products on sale, with variants, photos and counted stock. */
export async function loadProducts(tx: Tx, products: readonly SeedProduct[], parts: ProductParts): Promise<void> {
  const now = tx.context.clock.now();
  const entered = products.map((product) => ({
    product,
    key: newKey(),
    sellerKey: keyOf(parts.shops, product.shopSlug),
  }));
  await tx.insertMany(
    StoredProduct,
    entered.map(({ product, key, sellerKey }) => {
      const createdAt = new Date(now.getTime() - product.createdHoursAgo * HOUR_MS);
      return {
        key,
        sellerKey,
        categoryKey: keyOf(parts.categories, product.categoryPath),
        slug: product.slug,
        title: product.title,
        description: product.description,
        status: ProductStatus.ACTIVE,
        isHalal: product.isHalal,
        soldCount: 0,
        blockedReason: null,
        idempotencyKey: null,
        requestHash: null,
        createdAt,
        updatedAt: createdAt,
        publishedAt: createdAt,
      };
    }),
  );
  const variants = entered.flatMap(({ product, key, sellerKey }) =>
    product.variants.map((variant, position) => ({
      variant,
      row: { key: newKey(), productKey: key, sellerKey, position },
    })),
  );
  await tx.insertMany(
    StoredVariant,
    variants.map(({ variant: { stock: _stock, ...facts }, row }) => ({
      ...facts,
      ...row,
      options: [...facts.options],
      isArchived: false,
    })),
  );
  await loadPhotos(tx, entered, parts.pictures);
  await tx.insertMany(
    Stock,
    variants.map(({ variant, row }) => ({ variantKey: row.key, onHand: variant.stock, reserved: 0 })),
  );
  const counted = variants.filter(({ variant }) => variant.stock > 0);
  if (counted.length > 0) {
    await tx.insertMany(
      StockMovement,
      counted.map(({ variant, row }) => ({
        key: newKey(),
        variantKey: row.key,
        kind: StockMovementKind.ADJUST,
        onHandDelta: variant.stock,
        reservedDelta: 0,
        cause: 'seed',
        actorKey: null,
        idempotencyKey: null,
        at: now,
      })),
    );
  }
}

async function loadPhotos(
  tx: Tx,
  entered: readonly { readonly product: SeedProduct; readonly key: string }[],
  pictures: ReadonlyMap<string, StoredPicture>,
): Promise<void> {
  const photos = entered.flatMap(({ product, key }) =>
    product.drawings.flatMap((drawing, position) => {
      const picture = pictures.get(drawing);
      return picture ? [{ ...picture, key: newKey(), productKey: key, alt: product.photoAlt, position }] : [];
    }),
  );
  if (photos.length > 0) await tx.insertMany(StoredPhoto, photos);
}
