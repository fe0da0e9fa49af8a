import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { curator } from '../accounts/index.ts';
import type { Context } from '../platform/context.ts';
import { Access, signedIn } from '../platform/graphql/access.ts';
import type { Page } from '../platform/graphql/connection.ts';
import { type ErrorFamily, type Payload, payload } from '../platform/graphql/user-errors.ts';
import { answerReview } from './answer-review.ts';
import { hideReview, showReview } from './hide-review.ts';
import { type Review, ReviewConnection } from './review.ts';
import {
  AnswerReviewInput,
  CityReviewArgs,
  HideReviewInput,
  ShowReviewInput,
  WriteReviewInput,
} from './review-inputs.ts';
import * as out from './review-payloads.ts';
import { changedReview, reviewsOfCity } from './review-queries.ts';
import { writeReview } from './write-review.ts';

type ReviewPayload = Promise<Payload<{ review: Review | null }>>;

/** Runs a use case that gives the key of a review, and reads the review again. */
function changed(ctx: Context, family: ErrorFamily, act: () => Promise<string>): ReviewPayload {
  return payload(ctx, family, async () => ({ review: await changedReview(ctx, await act()) }));
}

@Resolver()
export class ReviewResolver {
  @Access(curator)
  @Query(() => ReviewConnection, { description: 'Reviews of all products, hidden ones among them, the newest first.' })
  reviews(@Ctx() ctx: Context, @Args(() => CityReviewArgs) args: CityReviewArgs): Promise<Page<Review>> {
    return reviewsOfCity(ctx, args);
  }

  @Access(signedIn)
  @Mutation(() => out.WriteReviewPayload, {
    description:
      'Reviews a product that you collected; writing again replaces it. The same idempotencyKey writes once.',
  })
  writeReview(
    @Ctx() ctx: Context,
    @Arg('input', () => WriteReviewInput, { description: 'The review.' }) input: WriteReviewInput,
  ): ReviewPayload {
    return changed(ctx, out.WRITE_REVIEW, () => writeReview(ctx, input));
  }

  @Access(signedIn)
  @Mutation(() => out.AnswerReviewPayload, {
    description: "Answers a review of a product of the caller's shop; answering again replaces the answer.",
  })
  answerReview(
    @Ctx() ctx: Context,
    @Arg('input', () => AnswerReviewInput, { description: 'The answer.' }) input: AnswerReviewInput,
  ): ReviewPayload {
    return changed(ctx, out.ANSWER_REVIEW, () => answerReview(ctx, input));
  }

  @Access(curator)
  @Mutation(() => out.HideReviewPayload, {
    description: 'Takes a review off show; its stars count no longer. Goes into the audit log.',
  })
  hideReview(
    @Ctx() ctx: Context,
    @Arg('input', () => HideReviewInput, { description: 'The review.' }) input: HideReviewInput,
  ): ReviewPayload {
    return changed(ctx, out.HIDE_REVIEW, () => hideReview(ctx, input));
  }

  @Access(curator)
  @Mutation(() => out.ShowReviewPayload, {
    description: 'Puts a hidden review on show again. Goes into the audit log.',
  })
  showReview(
    @Ctx() ctx: Context,
    @Arg('input', () => ShowReviewInput, { description: 'The review.' }) input: ShowReviewInput,
  ): ReviewPayload {
    return changed(ctx, out.SHOW_REVIEW, () => showReview(ctx, input));
  }
}
