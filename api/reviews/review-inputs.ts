import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { PageArgs } from '../platform/graphql/connection.ts';
import type { Answer } from './answer-review.ts';
import type { ReviewJudgement } from './hide-review.ts';
import { REVIEW_LIMITS as LIMITS } from './review-limits.ts';
import type { Said } from './write-review.ts';

@InputType({ description: 'What you say of a product that you collected.' })
export class WriteReviewInput implements Said {
  @Field(() => ID, { description: 'A line of your own order, in a parcel that was collected.' })
  lineId!: string;

  @Field(() => Int, { description: `Stars, ${LIMITS.ratingFrom} to ${LIMITS.ratingTo}.` })
  rating!: number;

  @Field(() => String, {
    nullable: true,
    description: `In your words, at most ${LIMITS.textTo} characters; none when left out.`,
  })
  text?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: `READY uploads of your own that show it, at most ${LIMITS.photos}.`,
  })
  photoUploadIds?: string[] | null;

  @Field(() => String, { description: 'Made by the client, 1 to 200 characters; the same key writes once.' })
  idempotencyKey!: string;
}

@InputType({ description: 'What the shop answers to a review.' })
export class AnswerReviewInput implements Answer {
  @Field(() => ID, { description: "A review of a product of the caller's shop." })
  reviewId!: string;

  @Field(() => String, { description: `The answer, 1 to ${LIMITS.answerTo} characters; everyone reads it.` })
  text!: string;
}

@InputType({ description: 'A review to take off show.' })
export class HideReviewInput implements ReviewJudgement {
  @Field(() => ID, { description: 'The review.' })
  reviewId!: string;

  @Field(() => String, { description: `Why, 3 to ${LIMITS.reasonTo} characters; writer and shop read it.` })
  reason!: string;
}

@InputType({ description: 'A hidden review to put on show again.' })
export class ShowReviewInput implements ReviewJudgement {
  @Field(() => ID, { description: 'The review.' })
  reviewId!: string;

  @Field(() => String, { description: `Why, 3 to ${LIMITS.reasonTo} characters, for the audit log.` })
  reason!: string;
}

/** Arguments of a curator's list of reviews. */
@ArgsType()
export class CityReviewArgs extends PageArgs {
  @Field(() => Int, {
    nullable: true,
    description: `Only those of at most so many stars, ${LIMITS.ratingFrom} to ${LIMITS.ratingTo}; all when left out.`,
  })
  ratingMax?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True lists only hidden ones, false only those on show; all when left out.',
  })
  hidden?: boolean | null;
}

/** Arguments of a list of reviews of which some may be left out. */
@ArgsType()
export class ReviewListArgs extends PageArgs {
  @Field(() => Boolean, {
    nullable: true,
    description: 'True lists only those on show that the shop has not answered; all when left out.',
  })
  unanswered?: boolean | null;
}
