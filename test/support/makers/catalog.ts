import { createHash } from 'node:crypto';
import sharp from 'sharp';
import {
  ProductStatus,
  StoredCategory,
  StoredPhoto,
  StoredProduct,
  StoredVariant,
} from '../../../api/catalog/index.ts';
import { Stock } from '../../../api/inventory/index.ts';
import { inTransaction } from '../../../api/platform/database/transaction.ts';
import { newKey } from '../../../api/platform/keys.ts';
import type { Maker } from './accounts.ts';
import { aSeller, type Shop } from './sellers.ts';

let made = 0;

/** How a category differs from the usual one. */
export interface CategoryAsked {
  readonly slug?: string;
  readonly name?: string;
  readonly parent?: StoredCategory;
}

/** A category; a root unless a parent is given. One of that slug is taken when it is there already. */
export function aCategory(world: Maker, { slug, name, parent }: CategoryAsked = {}): Promise<StoredCategory> {
  made += 1;
  const own = slug ?? `kategori-${made}`;
  return inTransaction(world.context(), async (tx) => {
    const known = await tx.findOne(StoredCategory, { slug: own });
    if (known) return known;
    const category = tx.create(StoredCategory, {
      parentKey: parent?.key ?? null,
      slug: own,
      path: parent ? `${parent.path}/${own}` : own,
      depth: (parent?.depth ?? 0) + 1,
      name: name ?? own.replaceAll('-', ' '),
      nameEn: name ?? own.replaceAll('-', ' '),
      position: made,
    });
    await tx.flush();
    return category;
  });
}

/** One variant of a product to be made. */
export interface VariantAsked {
  readonly sku?: string;
  readonly name?: string;
  readonly options?: readonly { readonly name: string; readonly value: string }[];
  readonly price?: number;
  readonly weightGrams?: number;
  /** Pieces that can be bought. */
  readonly stock?: number;
}

/** How a product differs from the usual one. */
export interface ProductAsked {
  readonly shop?: Shop;
  readonly category?: StoredCategory;
  readonly title?: string;
  readonly description?: string;
  readonly status?: ProductStatus;
  readonly isHalal?: boolean;
  readonly soldCount?: number;
  readonly publishedAt?: Date;
  readonly variants?: readonly VariantAsked[];
  readonly photos?: number;
  /** Put it into the search at once; yes unless said otherwise. */
  readonly isIndexed?: boolean;
}

/** A product with its variants, in the order asked for. */
export interface MadeProduct {
  readonly shop: Shop;
  readonly product: StoredProduct;
  readonly variants: readonly StoredVariant[];
}

/** A product on sale: one variant of 12,500 rupiah and 400 g, ten pieces, one photo, findable. */
export async function aProduct(world: Maker, asked: ProductAsked = {}): Promise<MadeProduct> {
  made += 1;
  const ctx = world.context();
  const shop = asked.shop ?? (await aSeller(world));
  const category = asked.category ?? (await aCategory(world, { slug: 'keripik', name: 'Keripik' }));
  const { title = `Keripik Singkong ${made}`, status = ProductStatus.ACTIVE } = asked;
  const now = ctx.clock.now();
  const found = await inTransaction(ctx, async (tx) => {
    const product = tx.create(StoredProduct, {
      key: newKey(),
      sellerKey: shop.seller.key,
      categoryKey: category.key,
      slug: `produk-${made}`,
      title,
      description: asked.description ?? 'Renyah, dari singkong Depok.',
      status,
      isHalal: asked.isHalal ?? true,
      soldCount: asked.soldCount ?? 0,
      createdAt: now,
      updatedAt: now,
      publishedAt: status === ProductStatus.DRAFT ? null : (asked.publishedAt ?? now),
      blockedReason: status === ProductStatus.BLOCKED ? 'Melanggar aturan' : null,
    });
    await tx.flush();
    const variants = (asked.variants ?? [{}]).map((variant, position) =>
      tx.create(StoredVariant, {
        productKey: product.key,
        sellerKey: shop.seller.key,
        sku: variant.sku ?? `SKU-${made}-${position}`,
        name: variant.name ?? '',
        options: variant.options ?? [],
        price: variant.price ?? 12_500,
        weightGrams: variant.weightGrams ?? 400,
        position,
      }),
    );
    await tx.flush();
    for (const [at, { key: variantKey }] of variants.entries())
      tx.create(Stock, { variantKey, onHand: asked.variants?.[at]?.stock ?? 10, reserved: 0 });
    for (let position = 0; position < (asked.photos ?? 1); position += 1) {
      const hash = createHash('sha256').update(`${made} ${position}`).digest('hex');
      tx.create(StoredPhoto, { productKey: product.key, hash, width: 800, height: 600, alt: title, position });
    }
    return { product, variants };
  });
  if (asked.isIndexed !== false) {
    await ctx.search.put(ctx, [found.product.key]);
    await ctx.search.follow(ctx);
  }
  return { shop, ...found };
}

/** A picture as somebody's phone would send it: a JPEG with the place in its metadata. */
export function aPicture({ width = 900, height = 600, red = 200 } = {}): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: { r: red, g: 90, b: 40 } } })
    .withExif({ IFD0: { Copyright: 'Bu Tini' }, IFD3: { GPSLatitude: '6/1 23/1 39/1', GPSLatitudeRef: 'S' } })
    .jpeg()
    .toBuffer();
}
