import { recordAudit } from '../accounts/index.ts';
import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { oneLine } from '../platform/one-line.ts';
import { refuse } from '../platform/refusal.ts';
import { lockReview } from './lock-review.ts';
import { REVIEW_LIMITS } from './review-limits.ts';
import { tellRated } from './tell-rated.ts';

/** A curator's judgement of a review. */
export interface ReviewJudgement {
  readonly reviewId: string;
  /** In the curator's words; writer and shop read it, and the audit log keeps it. */
  readonly reason: string;
}

/** Takes a review off show; its stars count no longer. Gives its key. Refuses NOT_FOUND, REASON_INVALID. */
export function hideReview(ctx: Context, { reviewId, reason }: ReviewJudgement): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    const review = await lockReview(tx, reviewId);
    const hiddenReason = judgement(reason);
    if (review.hiddenAt) return review.key;
    Object.assign(review, { hiddenAt: ctx.clock.now(), hiddenReason });
    recordAudit(tx, 'hideReview', { reviewKey: review.key, productKey: review.productKey }, hiddenReason);
    return tellRated(tx, review);
  });
}

/** Puts a hidden review on show again. Gives its key. Refuses NOT_FOUND, REASON_INVALID. */
export function showReview(ctx: Context, { reviewId, reason }: ReviewJudgement): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    const review = await lockReview(tx, reviewId);
    const why = judgement(reason);
    if (!review.hiddenAt) return review.key;
    Object.assign(review, { hiddenAt: null, hiddenReason: null });
    recordAudit(tx, 'showReview', { reviewKey: review.key, productKey: review.productKey }, why);
    return tellRated(tx, review);
  });
}

function judgement(text: string): string {
  const reason = oneLine(text);
  const limit = REVIEW_LIMITS.reasonTo;
  if ([...reason].length < 3 || [...reason].length > limit) refuse('REASON_INVALID', ['reason'], { limit });
  return reason;
}
