import { Field, Int, ObjectType } from 'type-graphql';
import { isCurator } from '../accounts/index.ts';
import type { Context } from '../platform/context.ts';
import { Access, type AccessRule, everyone } from '../platform/graphql/access.ts';
import { connectionTypes } from '../platform/graphql/connection.ts';
import { Node } from '../platform/graphql/node.ts';
import { DateTimeScalar } from '../platform/graphql/scalars.ts';
import { isMemberOfSeller } from '../sellers/index.ts';

/** Whom a review concerns. */
export interface ReviewParties {
  /** Null for the demo's own. */
  readonly buyerKey: string | null;
  readonly sellerKey: string;
}

/** Whether the caller wrote the review, works for the shop that it is about, or judges between them. */
export function isPartyToReview(ctx: Context, { buyerKey, sellerKey }: ReviewParties): boolean {
  const isWriter = ctx.actor.kind === 'ACCOUNT' && ctx.actor.key === buyerKey;
  return isWriter || isMemberOfSeller(ctx, sellerKey) || isCurator(ctx);
}

const partyToReview: AccessRule = {
  name: 'writer of the review, member of the seller, or curator',
  permits: (source: ReviewParties, ctx) => isPartyToReview(ctx, source),
};

@ObjectType({
  implements: Node,
  description: 'What a buyer who collected a product says of it; one for each product and buyer.',
  simpleResolvers: true,
})
@Access(everyone)
export class Review extends Node implements ReviewParties {
  buyerKey!: string | null;
  sellerKey!: string;
  productKey!: string;
  photoHashes!: readonly string[];

  @Field(() => Int, { description: 'Stars, 1 to 5.' })
  rating!: number;

  @Field(() => String, { description: 'In the words of the buyer; plain text, may be empty.' })
  text!: string;

  @Field(() => String, {
    nullable: true,
    description: 'First name of the buyer and the initial of the last; null when not told, or erased.',
  })
  authorName!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was first written.' })
  writtenAt!: Date | string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last written anew; null for never.' })
  changedAt!: Date | string | null;

  @Field(() => String, { nullable: true, description: 'What the shop answers; null while it has not.' })
  answer!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the shop answered.' })
  answeredAt!: Date | string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When a curator hid it; null while it is on show. Hidden stars do not count.',
  })
  hiddenAt!: Date | string | null;

  @Access(partyToReview)
  @Field(() => String, { nullable: true, description: "Why it was hidden, in the curator's words." })
  hiddenReason!: string | null;
}

/** A page of reviews. */
export const { connection: ReviewConnection } = connectionTypes('Review', () => Review);

/** SQL (text) of a name cut to the first word and the initial of the last one. */
const shortName = (name: string): string =>
  `nullif(split_part(btrim(${name}), ' ', 1)
    || coalesce(' ' || upper(substring(btrim(${name}) from '\\s(\\S)\\S*$')) || '.', ''), '')`;

/** Joins around `review r`, shared by every statement that makes a Review. */
export const REVIEW_FROM = 'review r left join account a on a.id = r.buyer_id';

/** SQL (json) that makes a Review of REVIEW_FROM. Who was erased keeps the stars and loses name, words and pictures. */
export const REVIEW_JSON = `json_build_object('__typename', 'Review', 'id', global_id('Review', r.id),
  'buyerKey', r.buyer_id, 'sellerKey', r.seller_id, 'productKey', r.product_id, 'rating', r.rating,
  'text', case when a.erased_at is null then r.text else '' end,
  'photoHashes', case when a.erased_at is null then r.photo_hashes else '{}' end,
  'authorName', coalesce(r.demo_author, case when a.erased_at is null then ${shortName('a.name')} end),
  'writtenAt', r.written_at, 'changedAt', r.changed_at, 'answer', r.answer, 'answeredAt', r.answered_at,
  'hiddenAt', r.hidden_at, 'hiddenReason', r.hidden_reason)`;
