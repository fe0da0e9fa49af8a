import { LockMode } from '@mikro-orm/core';
import type { Tx } from '../platform/database/transaction.ts';
import { keyOf } from '../platform/keys.ts';
import { refuse } from '../platform/refusal.ts';
import { StoredReview } from './stored-review.ts';

/** A review by public id under lock, whoever's it is. Refuses NOT_FOUND. */
export async function lockReview(tx: Tx, reviewId: string): Promise<StoredReview> {
  const key = keyOf('Review', reviewId);
  const review = key && (await tx.findOne(StoredReview, { key }, { lockMode: LockMode.PESSIMISTIC_WRITE }));
  return review || refuse('NOT_FOUND', ['reviewId']);
}
