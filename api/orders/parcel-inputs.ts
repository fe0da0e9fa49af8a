import { Field, ID, InputType } from 'type-graphql';
import { type Rupiah, RupiahScalar } from '../platform/money.ts';

@InputType({ description: 'Base of other inputs.' })
class OfParcel {
  @Field(() => ID, { description: 'The parcel.' })
  parcelId!: string;
}

@InputType({ description: 'Base of other inputs.' })
class OfSlip {
  @Field(() => ID, { description: 'The pickup point at which the operator stands.' })
  pointId!: string;

  @Field(() => String, { description: 'Code on the packing slip, as scanned or typed.' })
  parcelCode!: string;
}

@InputType({ description: 'A parcel that the seller will prepare.' })
export class AcceptParcelInput extends OfParcel {}

@InputType({ description: 'A parcel that the seller cannot deliver.' })
export class RejectParcelInput extends OfParcel {
  @Field(() => String, { description: 'Why, for the buyer to read; 1 to 300 characters.' })
  reason!: string;
}

@InputType({ description: 'A parcel that is packed.' })
export class MarkParcelPackedInput extends OfParcel {}

@InputType({ description: 'A parcel that the seller has left at its point.' })
export class DropParcelAtPointInput extends OfParcel {}

@InputType({ description: 'A parcel that cannot be found at its point.' })
export class MarkParcelLostInput extends OfParcel {
  @Field(() => String, { description: 'What is known; 1 to 300 characters.' })
  note!: string;
}

@InputType({ description: 'A parcel that the point takes in.' })
export class ReceiveParcelInput extends OfSlip {
  @Field(() => String, { nullable: true, description: 'Where it is put, e.g. A3; at most 300 characters.' })
  shelf?: string | null;
}

@InputType({ description: 'A damaged parcel that the point does not take in.' })
export class RefuseParcelInput extends OfSlip {
  @Field(() => String, { description: 'What is wrong with it; 1 to 300 characters.' })
  reason!: string;

  @Field(() => ID, { description: 'The upload that shows the damage.' })
  photoUploadId!: string;
}

@InputType({ description: 'An uncollected parcel that goes back to its seller.' })
export class ReturnParcelInput extends OfSlip {}

@InputType({ description: 'An order at a counter.' })
export class ChargeAtPointInput {
  @Field(() => ID, { description: 'The pickup point at which the operator stands.' })
  pointId!: string;

  @Field(() => String, { description: 'Collect code of the order, as scanned or typed.' })
  collectCode!: string;
}

@InputType({ description: 'Codes against which parcels are handed over.' })
export class CollectParcelInput extends ChargeAtPointInput {
  @Field(() => String, { description: 'PIN that the buyer shows; six digits.' })
  pin!: string;

  @Field(() => RupiahScalar, {
    nullable: true,
    description: 'Cash taken, in whole rupiah: exactly what is due for a cash order, left out for a paid one.',
  })
  cashTaken?: Rupiah | null;
}
