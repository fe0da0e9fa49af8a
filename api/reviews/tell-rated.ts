import type { Tx } from '../platform/database/transaction.ts';
import { appendEvent } from '../platform/jobs/events.ts';
import type { StoredReview } from './stored-review.ts';

/** Records that the stars of a review's product changed, so that search shows them, and gives the review's key. */
export async function tellRated(tx: Tx, { key, productKey, sellerKey }: StoredReview): Promise<string> {
  await appendEvent(tx, 'ProductRated', { productKey, sellerKey, reviewKey: key });
  return key;
}
