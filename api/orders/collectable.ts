import { Field, ObjectType } from 'type-graphql';
import { Access } from '../platform/graphql/access.ts';
import { type Rupiah, RupiahScalar } from '../platform/money.ts';
import { operatorOfParcel } from './order-access.ts';
import { Parcel } from './parcel.ts';

@ObjectType({ description: 'What a collect code opens at a counter.' })
@Access(operatorOfParcel)
export class Collectable {
  @Field(() => String, { description: 'Code of the order.' })
  orderCode!: string;

  @Field(() => [Parcel], { description: 'Its parcels at this point that can be handed over now.' })
  parcels!: Parcel[];

  @Field(() => RupiahScalar, {
    description:
      'What is still to be paid for all of them here, in cash or by QRIS, in whole rupiah; 0 for a paid order.',
  })
  cashDue!: Rupiah;

  orderKey!: string;

  /** Account of the buyer; of it the operator sees the first name. */
  buyerKey!: string;

  pickupPointKey!: string;
}
