import { LockMode } from '@mikro-orm/core';
import { readyUpload } from '../catalog/index.ts';
import type { Context } from '../platform/context.ts';
import { inTransaction, type Tx } from '../platform/database/transaction.ts';
import { isIdempotencyKey, keyOf } from '../platform/keys.ts';
import { oneLine } from '../platform/one-line.ts';
import { refuse } from '../platform/refusal.ts';
import { tokenHash } from '../platform/secrets.ts';
import { isMemberOfSeller } from '../sellers/index.ts';
import { REVIEW_LIMITS } from './review-limits.ts';
import { ReviewWrite } from './review-write.ts';
import { StoredReview } from './stored-review.ts';
import { tellRated } from './tell-rated.ts';

/** What a buyer says of a product. */
export interface Said {
  /** A line of the caller's own order. */
  readonly lineId: string;
  /** Stars. */
  readonly rating: number;
  readonly text?: string | null;
  /** Public ids of the caller's own uploads. */
  readonly photoUploadIds?: readonly string[] | null;
  readonly idempotencyKey: string;
}

/**
 * Reviews the product of a line that the caller collected. There is one review for each product and buyer: writing again replaces it and
 * keeps the shop's answer. The same idempotencyKey writes once. Gives its key. Refuses NOT_FOUND, NOT_COLLECTED, OWN_SHOP, REVIEW_HIDDEN
 * with the curator's { reason }, RATING_INVALID, TEXT_TOO_LONG, TOO_MANY_PHOTOS, UPLOAD_NOT_READY, IDEMPOTENCY_KEY_INVALID, IDEMPOTENCY_KEY_REUSED.
 */
export async function writeReview(ctx: Context, said: Said): Promise<string> {
  const { rating, idempotencyKey } = said;
  const text = reviewText(said.text ?? '');
  const uploads = said.photoUploadIds ?? [];
  if (rating < REVIEW_LIMITS.ratingFrom || rating > REVIEW_LIMITS.ratingTo) refuse('RATING_INVALID', ['rating']);
  if (uploads.length > REVIEW_LIMITS.photos)
    refuse('TOO_MANY_PHOTOS', ['photoUploadIds'], { limit: REVIEW_LIMITS.photos });
  if (!isIdempotencyKey(idempotencyKey)) refuse('IDEMPOTENCY_KEY_INVALID', ['idempotencyKey']);
  const requestHash = tokenHash(JSON.stringify([said.lineId, rating, text, uploads]));
  return inTransaction(ctx, async (tx) => {
    const { lineKey, buyerKey, productKey, sellerKey, isCollected } = await boughtLine(tx, said.lineId);
    // Lock, then look: of two calls of one buyer the second waits here, and then finds what the first wrote.
    await tx.execute('select 1 from account where id = ? for no key update', [buyerKey]);
    const before = await tx.findOne(ReviewWrite, { buyerKey, idempotencyKey });
    if (before)
      return before.requestHash === requestHash
        ? before.reviewKey
        : refuse('IDEMPOTENCY_KEY_REUSED', ['idempotencyKey']);
    if (!isCollected) refuse('NOT_COLLECTED', ['lineId']);
    if (isMemberOfSeller(ctx, sellerKey)) refuse('OWN_SHOP', ['lineId']);
    const photoHashes = await ownPhotos(tx, buyerKey, uploads);
    const now = ctx.clock.now();
    const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
    const known = await tx.findOne(StoredReview, { productKey, buyerKey }, lock);
    if (known?.hiddenReason) refuse('REVIEW_HIDDEN', ['lineId'], { reason: known.hiddenReason });
    const review = known
      ? Object.assign(known, { lineKey, rating, text, photoHashes, changedAt: now })
      : tx.create(StoredReview, {
          productKey,
          sellerKey,
          buyerKey,
          lineKey,
          rating,
          text,
          photoHashes,
          writtenAt: now,
        });
    await tx.flush();
    tx.create(ReviewWrite, { reviewKey: review.key, buyerKey, idempotencyKey, requestHash, at: now });
    return tellRated(tx, review);
  });
}

interface BoughtLine {
  readonly lineKey: string;
  readonly buyerKey: string;
  readonly productKey: string;
  readonly sellerKey: string;
  /** Collected is where a parcel stays, so there is nothing to lock. */
  readonly isCollected: boolean;
}

/** A line of the caller's own order. Refuses NOT_FOUND: not there and not yours look the same. */
async function boughtLine(tx: Tx, lineId: string): Promise<BoughtLine> {
  const key = keyOf('OrderLine', lineId);
  const [line] = key
    ? await tx.execute<BoughtLine[]>(
        `select l.id as "lineKey", p.buyer_id as "buyerKey", l.product_id as "productKey", p.seller_id as "sellerKey",
                p.status = 'COLLECTED' as "isCollected"
           from order_line l join parcel p on p.id = l.parcel_id where l.id = ?`,
        [key],
      )
    : [];
  return line && line.buyerKey === tx.context.actor.key ? line : refuse('NOT_FOUND', ['lineId']);
}

/** The words of a review as they are kept. Refuses TEXT_TOO_LONG. */
function reviewText(typed: string): string {
  const text = oneLine(typed);
  const limit = REVIEW_LIMITS.textTo;
  return [...text].length <= limit ? text : refuse('TEXT_TOO_LONG', ['text'], { limit });
}

/** Content hashes of pictures that the buyer sent up. Refuses UPLOAD_NOT_READY on the one that is not. */
async function ownPhotos(tx: Tx, buyerKey: string, uploadIds: readonly string[]): Promise<string[]> {
  const hashes = new Set<string>();
  for (const [at, id] of uploadIds.entries()) {
    const key = keyOf('Upload', id);
    const photo = key && (await readyUpload(tx, buyerKey, key));
    if (!photo) refuse('UPLOAD_NOT_READY', ['photoUploadIds', String(at)]);
    hashes.add(photo.hash);
  }
  return [...hashes];
}
