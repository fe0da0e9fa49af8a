import { PRODUCT_IS_PUBLIC } from '../catalog/index.ts';
import type { Context } from '../platform/context.ts';
import { listParameter } from '../platform/database/list-parameter.ts';
import { decodeCursor, encodeCursor, type Page, pageOf, pageSize } from '../platform/graphql/connection.ts';
import { inOrder } from '../platform/graphql/loader.ts';
import { keyOf } from '../platform/keys.ts';
import { isPartyToReview, REVIEW_FROM, REVIEW_JSON, type Review } from './review.ts';
import type { ReviewListArgs } from './review-inputs.ts';

interface ReviewRow {
  readonly key: string;
  readonly isPublic: boolean;
  readonly node: Review;
}

async function readReviews(ctx: Context, keys: readonly string[]): Promise<(ReviewRow | null)[]> {
  const rows = await ctx.read.rows<ReviewRow>(
    `select r.id as key, r.hidden_at is null and ${PRODUCT_IS_PUBLIC} as "isPublic", ${REVIEW_JSON} as node
       from ${REVIEW_FROM} join product p on p.id = r.product_id join seller s on s.id = r.seller_id
      where r.id = any(${listParameter('$1', 'uuid')})`,
    [keys],
    'reviews-by-key',
  );
  return inOrder(keys, rows, (row) => row.key);
}

/** Reviews by keys that the caller may see, in their order: those on show, and hidden ones to whom they concern. */
export async function visibleReviews(ctx: Context, keys: readonly string[]): Promise<(Review | null)[]> {
  const rows = await readReviews(ctx, keys);
  return rows.map((row) => (row && (row.isPublic || isPartyToReview(ctx, row.node)) ? row.node : null));
}

/** A review after a change of the caller's. */
export async function changedReview(ctx: Context, key: string): Promise<Review | null> {
  return (await readReviews(ctx, [key]))[0]?.node ?? null;
}

/** A page of the reviews of a shop's products, hidden ones among them, the newest first. */
export async function reviewsOfSeller(
  ctx: Context,
  sellerKey: string,
  { first, after, unanswered }: ReviewListArgs,
): Promise<Page<Review>> {
  const size = pageSize(first);
  const [at = null, key = null] = decodeCursor(after, ['instant', 'key']) ?? [];
  const rows = await ctx.read.rows<{ node: Review }>(
    `select ${REVIEW_JSON} as node from ${REVIEW_FROM}
      where r.seller_id = $1 and ($2::timestamptz is null or (r.written_at, r.id) < ($2, $3::uuid))
        and (not $4::boolean or (r.answer is null and r.hidden_at is null))
      order by r.written_at desc, r.id desc limit $5`,
    [sellerKey, at, key, unanswered ?? false, size + 1],
    'reviews-of-seller',
  );
  return pageOf(
    rows.map(({ node }) => node),
    size,
    after,
    reviewCursor,
  );
}

/** The cursor to a review in a list with the newest first. */
export function reviewCursor({ id, writtenAt }: Review): string {
  return encodeCursor([new Date(writtenAt).toISOString(), keyOf('Review', id) ?? '']);
}
