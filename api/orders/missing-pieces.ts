import { Field, Int, ObjectType } from 'type-graphql';
import type { WhyMissing } from '../carts/index.ts';
import { Access, everyone } from '../platform/graphql/access.ts';
import { describedEnum } from '../platform/graphql/described-enum.ts';

/** Why pieces of an order do not stand in the cart again. */
const MissingReason = describedEnum('MissingReason', 'Why pieces of an order do not stand in the cart again.', {
  GONE: 'It is not sold any more, or its shop is on holiday.',
  SOLD_OUT: 'None of it is left.',
  FEWER: 'Some of it is left, and was put into the cart; these pieces are not.',
  CART_FULL: 'The cart holds as many different things as it can.',
});

@ObjectType({ description: 'Pieces of an order that could not be put into the cart again.' })
@Access(everyone) // reached through orderAgain, which looks for the caller's own order
export class MissingPieces {
  @Field(() => String, { description: 'Name of the product when it was bought.' })
  title!: string;

  @Field(() => String, { description: 'Name of the variant when it was bought; empty when there was only one.' })
  variantName!: string;

  @Field(() => Int, { description: 'How many are missing.' })
  quantity!: number;

  @Field(() => MissingReason, { description: 'Why.' })
  why!: WhyMissing;
}
