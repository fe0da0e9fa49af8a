import { Field, ID, InputType } from 'type-graphql';
import { GeoPointInput } from '../geography/index.ts';
import { DateTimeScalar } from '../platform/graphql/scalars.ts';
import type { ShopApplication } from './apply-as-seller.ts';
import type { Judgement } from './judge-seller.ts';
import type { ShopChange } from './update-seller.ts';

@InputType({ description: 'A shop that a person wants to open.' })
export class ApplyAsSellerInput implements ShopApplication {
  @Field(() => String, { description: 'Name of the shop, 3 to 60 characters.' })
  name!: string;

  @Field(() => String, { description: 'What the shop says about itself, plain text, at most 2,000 characters.' })
  description!: string;

  @Field(() => ID, { description: 'Kelurahan in which the shop works.' })
  kelurahanId!: string;

  @Field(() => String, { description: 'Street address, 5 to 200 characters; not public.' })
  address!: string;

  @Field(() => GeoPointInput, {
    nullable: true,
    description: 'Where it is; the middle of the kelurahan when left out.',
  })
  location?: GeoPointInput | null;

  @Field(() => String, { nullable: true, description: 'Number of the halal certificate, when there is one.' })
  halalCertificate?: string | null;

  @Field(() => String, { description: 'Made by the client; the same key gives the same shop.' })
  idempotencyKey!: string;
}

@InputType({ description: 'What to change of a shop; what is left out stays.' })
export class UpdateSellerInput implements ShopChange {
  @Field(() => ID, { description: 'A shop of the caller.' })
  sellerId!: string;

  @Field(() => String, { nullable: true, description: 'Name of the shop, 3 to 60 characters.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'What the shop says about itself, at most 2,000 characters.' })
  description?: string | null;

  @Field(() => ID, { nullable: true, description: 'Kelurahan in which the shop works.' })
  kelurahanId?: string | null;

  @Field(() => String, { nullable: true, description: 'Street address, 5 to 200 characters; not public.' })
  address?: string | null;

  @Field(() => GeoPointInput, { nullable: true, description: 'Where it is.' })
  location?: GeoPointInput | null;

  @Field(() => String, { nullable: true, description: 'Number of the halal certificate; null or empty takes it away.' })
  halalCertificate?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'No orders before this instant; null opens the shop.' })
  holidayUntil?: Date | null;
}

@InputType({ description: 'The shop that may sell.' })
export class VerifySellerInput implements Judgement {
  @Field(() => ID, { description: 'The shop.' })
  sellerId!: string;

  @Field(() => String, { nullable: true, description: 'Why, for the audit log; at most 500 characters.' })
  reason?: string | null;
}

@InputType({ description: 'The shop to take out of the market.' })
export class SuspendSellerInput implements Judgement {
  @Field(() => ID, { description: 'The shop.' })
  sellerId!: string;

  @Field(() => String, { description: 'Why, for the audit log; at most 500 characters.' })
  reason!: string;
}
