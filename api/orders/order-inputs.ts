import { Field, ID, InputType } from 'type-graphql';
import { PaymentMethod } from '../payments/index.ts';
import { type Rupiah, RupiahScalar } from '../platform/money.ts';

@InputType({ description: 'A cart to be ordered.' })
export class PlaceOrderInput {
  @Field(() => ID, { description: 'The cart; its ticked lines are ordered.' })
  cartId!: string;

  @Field(() => RupiahScalar, { description: 'The sum that the buyer saw, in whole rupiah; another one is refused.' })
  expectedTotal!: Rupiah;

  @Field(() => PaymentMethod, { description: 'How it will be paid.' })
  paymentMethod!: PaymentMethod;

  @Field(() => String, { description: 'Chosen by the client, at most 200 characters: the same key, the same order.' })
  idempotencyKey!: string;
}

@InputType({ description: 'An order to be called off.' })
export class CancelOrderInput {
  @Field(() => ID, { description: 'The order.' })
  orderId!: string;

  @Field(() => String, { nullable: true, description: 'Why, in the words of the buyer; at most 300 characters.' })
  reason?: string | null;
}

@InputType({ description: 'Another way to pay an unpaid order.' })
export class ChangePaymentMethodInput {
  @Field(() => ID, { description: 'The order.' })
  orderId!: string;

  @Field(() => PaymentMethod, { description: 'How it will be paid instead; not CASH.' })
  paymentMethod!: PaymentMethod;

  @Field(() => String, { description: 'Chosen by the client, at most 200 characters: the same key changes it once.' })
  idempotencyKey!: string;
}

@InputType({ description: 'An order whose PIN was locked.' })
export class UnlockCollectionInput {
  @Field(() => ID, { description: 'The order.' })
  orderId!: string;

  @Field(() => String, { description: 'The one-time code that requestOtp sent for UNLOCK_COLLECTION.' })
  otp!: string;
}

@InputType({ description: 'A parcel to be called off by its buyer.' })
export class CancelParcelInput {
  @Field(() => ID, { description: 'The parcel.' })
  parcelId!: string;
}

@InputType({ description: 'An order whose goods are wanted again.' })
export class OrderAgainInput {
  @Field(() => String, { description: 'Its code, e.g. BJ-7K2QM4X.' })
  orderCode!: string;
}
