import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'What a cart is made with.' })
export class CreateCartInput {
  @Field(() => String, {
    description:
      'Chosen by the client. Whoever is signed in, or brings a cart token, has one cart and gets it again; a visitor without either gets an empty one.',
  })
  idempotencyKey!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Publishable key of the widget that the cart is filled through.',
  })
  widgetKey?: string | null;
}

@InputType({ description: 'What a line shall be.' })
export class SetCartLineInput {
  @Field(() => ID, {
    nullable: true,
    description: "The cart; the caller's own when left out, made when there is none.",
  })
  cartId?: string | null;

  @Field(() => ID, { description: 'What to buy.' })
  variantId!: string;

  @Field(() => Int, { description: 'Pieces in all, 0 to 999; 0 takes the line out.' })
  quantity!: number;

  @Field(() => Boolean, { nullable: true, description: 'Ticked or not; unchanged when left out, ticked when new.' })
  selected?: boolean | null;
}

@InputType({ description: 'The line to take out.' })
export class RemoveCartLineInput {
  @Field(() => ID, { description: 'The line.' })
  lineId!: string;
}

@InputType({ description: 'Lines to tick or untick.' })
export class SetCartSelectionInput {
  @Field(() => ID, { nullable: true, description: "The cart; the caller's own when left out." })
  cartId?: string | null;

  @Field(() => [ID], { description: 'The lines, at most 100.' })
  lineIds!: string[];

  @Field(() => Boolean, { description: 'True ticks them, false unticks them.' })
  selected!: boolean;
}

@InputType({ description: 'Where to collect.' })
export class SetCartPickupPointInput {
  @Field(() => ID, {
    nullable: true,
    description: "The cart; the caller's own when left out, made when there is none.",
  })
  cartId?: string | null;

  @Field(() => ID, { description: 'The point.' })
  pickupPointId!: string;
}

@InputType({ description: 'The cart to take to our own checkout.' })
export class CreateCheckoutTokenInput {
  @Field(() => ID, { description: 'The cart.' })
  cartId!: string;
}

@InputType({ description: 'The token that came with the address.' })
export class RedeemCheckoutTokenInput {
  @Field(() => String, { description: 'The token.' })
  token!: string;
}
