import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { globalId, keyOf } from '../platform/keys.ts';
import { refuse } from '../platform/refusal.ts';
import { CATALOG_LIMITS } from './catalog-limits.ts';
import { photoAlt } from './listing-particulars.ts';
import { lockOwnProduct, tellProduct } from './own-product.ts';
import { readyUpload } from './receive-upload.ts';
import { StoredPhoto } from './stored-photo.ts';

/** A picture that was sent up, for a listing. */
export interface NewPhoto {
  readonly productId: string;
  readonly uploadId: string;
  /** What it shows; the title when left out. */
  readonly alt?: string | null;
}

/**
 * Adds a picture that the caller sent up as the last photo of a listing of their shop; a picture that is there already is not added
 * twice. Gives the product's key. Refuses NOT_FOUND, UPLOAD_NOT_READY, TOO_MANY_PHOTOS, ALT_TOO_LONG.
 */
export function addProductPhoto(ctx: Context, { productId, uploadId, alt }: NewPhoto): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    const product = await lockOwnProduct(tx, productId);
    const uploadKey = keyOf('Upload', uploadId);
    const picture = uploadKey && ctx.actor.key ? await readyUpload(tx, ctx.actor.key, uploadKey) : null;
    if (!picture) refuse('UPLOAD_NOT_READY', ['uploadId']);
    const photos = await tx.find(StoredPhoto, { productKey: product.key });
    if (photos.some(({ hash }) => hash === picture.hash)) return product.key;
    const limit = CATALOG_LIMITS.photos;
    if (photos.length >= limit) refuse('TOO_MANY_PHOTOS', ['productId'], { limit });
    tx.create(StoredPhoto, {
      productKey: product.key,
      hash: picture.hash,
      width: picture.width,
      height: picture.height,
      alt: photoAlt(alt ?? product.title),
      position: Math.max(-1, ...photos.map(({ position }) => position)) + 1,
    });
    return tellProduct(tx, 'ProductUpdated', product);
  });
}

/** Takes a photo off a listing of the caller's shop. Gives the product's key. Refuses NOT_FOUND. */
export function removeProductPhoto(ctx: Context, { photoId }: { photoId: string }): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    const key = keyOf('Photo', photoId);
    const photo = key === null ? null : await tx.findOne(StoredPhoto, { key });
    if (!photo) refuse('NOT_FOUND', ['photoId']);
    const product = await lockOwnProduct(tx, globalId('Product', photo.productKey), 'photoId');
    tx.remove(photo);
    return tellProduct(tx, 'ProductUpdated', product);
  });
}
