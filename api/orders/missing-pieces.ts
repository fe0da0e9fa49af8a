import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { WhyMissing } from '../carts/index.ts';
import { Access, everyone } from '../platform/graphql/access.ts';

/** Why pieces of an order do not stand in the cart again. */
export const MissingReason = {
  GONE: 'GONE',
  SOLD_OUT: 'SOLD_OUT',
  FEWER: 'FEWER',
  CART_FULL: 'CART_FULL',
} as const satisfies Record<WhyMissing, WhyMissing>;

registerEnumType(MissingReason, {
  name: 'MissingReason',
  description: 'Why pieces of an order do not stand in the cart again.',
  valuesConfig: {
    GONE: { description: 'It is not sold any more, or its shop is on holiday.' },
    SOLD_OUT: { description: 'None of it is left.' },
    FEWER: { description: 'Some of it is left, and was put into the cart; these pieces are not.' },
    CART_FULL: { description: 'The cart holds as many different things as it can.' },
  },
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
