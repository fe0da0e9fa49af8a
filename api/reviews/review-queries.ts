import { PRODUCT_IS_PUBLIC } from '../catalog/index.ts';
import type { Context } from '../platform/context.ts';
import { listParameter } from '../platform/database/list-parameter.ts';
import {
  badArgument,
  decodeCursor,
  encodeCursor,
  type Page,
  pageOf,
  pageSize,
} from '../platform/graphql/connection.ts';
import { inOrder } from '../platform/graphql/loader.ts';
import { keyOf } from '../platform/keys.ts';
import { isPartyToReview, REVIEW_FROM, REVIEW_JSON, type Review } from './review.ts';
import type { CityReviewArgs, ReviewListArgs } from './review-inputs.ts';
import { REVIEW_LIMITS } from './review-limits.ts';

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

/** A page of all reviews, hidden ones among them, the newest first. Refuses with BAD_USER_INPUT stars that there are not. */
export async function reviewsOfCity(
  ctx: Context,
  { first, after, ratingMax = null, hidden = null }: CityReviewArgs,
): Promise<Page<Review>> {
  const { ratingFrom, ratingTo } = REVIEW_LIMITS;
  if (ratingMax !== null && (ratingMax < ratingFrom || ratingMax > ratingTo))
    throw badArgument('ratingMax', `ratingMax is ${ratingFrom} to ${ratingTo} stars, got ${ratingMax}`);
  const size = pageSize(first);
  const [at, key] = decodeCursor(after, ['instant', 'key']) ?? [];
  const values: unknown[] = [size + 1];
  // What is not asked for is not said, so that each question has the index it needs.
  const conditions = [
    at === undefined ? '' : `(r.written_at, r.id) < ($${values.push(at)}::timestamptz, $${values.push(key)}::uuid)`,
    ratingMax === null ? '' : `r.rating <= $${values.push(ratingMax)}::int`,
    hidden === null ? '' : `r.hidden_at is ${hidden ? 'not null' : 'null'}`,
  ].filter((condition) => condition !== '');
  const rows = await ctx.read.rows<{ node: Review }>(
    `select ${REVIEW_JSON} as node from ${REVIEW_FROM} where ${conditions.join(' and ') || 'true'}
      order by r.written_at desc, r.id desc limit $1`,
    values,
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
