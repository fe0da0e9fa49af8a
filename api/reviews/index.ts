import type { Domain } from '../platform/domain.ts';
import { ParcelReviewFields, ProductReviewFields, ReviewFields, SellerReviewFields } from './review-fields.ts';
import { visibleReviews } from './review-queries.ts';
import { ReviewResolver } from './review-resolver.ts';
import { ReviewWrite } from './review-write.ts';
import { StoredReview } from './stored-review.ts';

export { REVIEW_LIMITS } from './review-limits.ts';
export { REVIEWS_COMPANION } from './reviews-of-product.ts';
export { StoredReview } from './stored-review.ts';

/** What reviews bring to the program. ProductRated has subject { productKey, sellerKey, reviewKey }, and so has ReviewAnswered. */
export const reviewsDomain: Domain = {
  name: 'reviews',
  entities: [StoredReview, ReviewWrite],
  resolvers: [ReviewResolver, ReviewFields, ProductReviewFields, SellerReviewFields, ParcelReviewFields],
  listeners: [],
  jobs: [],
  nodes: { Review: visibleReviews },
};
