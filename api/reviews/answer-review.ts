import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { appendEvent } from '../platform/jobs/events.ts';
import { oneLine } from '../platform/one-line.ts';
import { refuse } from '../platform/refusal.ts';
import { isMemberOfSeller } from '../sellers/index.ts';
import { lockReview } from './lock-review.ts';
import { REVIEW_LIMITS } from './review-limits.ts';

/** What a shop answers to a review. */
export interface Answer {
  readonly reviewId: string;
  readonly text: string;
}

/**
 * Answers a review of a product of the caller's shop; answering again replaces the answer. Gives its key. Refuses NOT_FOUND,
 * REVIEW_HIDDEN with the curator's { reason }, ANSWER_INVALID.
 */
export async function answerReview(ctx: Context, { reviewId, text }: Answer): Promise<string> {
  const answer = oneLine(text);
  const limit = REVIEW_LIMITS.answerTo;
  if (answer === '' || [...answer].length > limit) refuse('ANSWER_INVALID', ['text'], { limit });
  return inTransaction(ctx, async (tx) => {
    const review = await lockReview(tx, reviewId);
    if (!isMemberOfSeller(ctx, review.sellerKey)) refuse('NOT_FOUND', ['reviewId']);
    if (review.hiddenReason) refuse('REVIEW_HIDDEN', ['reviewId'], { reason: review.hiddenReason });
    if (review.answer === answer) return review.key;
    Object.assign(review, { answer, answeredAt: ctx.clock.now() });
    const { key, productKey, sellerKey } = review;
    await appendEvent(tx, 'ReviewAnswered', { reviewKey: key, productKey, sellerKey });
    return key;
  });
}
