import { newKey } from '../../api/platform/keys.ts';
import { StoredReview } from '../../api/reviews/index.ts';
import type { SeedMarket, SeedProduct } from '../market-shape.ts';
import type { RowsOf } from './insert-rows.ts';

/** A product with the keys that it gets. */
export interface EnteredProduct {
  readonly product: SeedProduct;
  readonly key: string;
  readonly sellerKey: string;
}

const HOUR_MS = 3_600_000;
/** Hours after which a shop answers. */
const ANSWERS_AFTER = 1.5;

/** The rows of what invented buyers say of these products. They rest on no order, so the books know nothing of them. */
export function reviewRows(
  products: readonly EnteredProduct[],
  { reviewsOf, begunAt }: { readonly reviewsOf: SeedMarket['reviewsOf']; readonly begunAt: Date },
): RowsOf {
  const hoursAgo = (hours: number): Date => new Date(begunAt.getTime() - hours * HOUR_MS);
  const rows = products.flatMap(({ product, key: productKey, sellerKey }) =>
    reviewsOf(product).map(({ author, rating, text, writtenHoursAgo, answer }) => ({
      key: newKey(),
      productKey,
      sellerKey,
      demoAuthor: author,
      rating,
      text,
      photoHashes: [],
      writtenAt: hoursAgo(writtenHoursAgo),
      answer,
      answeredAt: answer === null ? null : hoursAgo(writtenHoursAgo - ANSWERS_AFTER),
    })),
  );
  return { entity: StoredReview, rows };
}
