import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { GeoPointInput } from '../geography/index.ts';
import { PageArgs } from '../platform/graphql/connection.ts';
import { OpeningHoursInput } from './opening-hours.ts';
import { PickupPointKind } from './pickup-point-kind.ts';
import type { PointsAsked } from './pickup-queries.ts';
import type { PointParticulars } from './upsert-pickup-point.ts';

@ArgsType()
export class PickupPointsArgs extends PageArgs implements PointsAsked {
  @Field(() => GeoPointInput, { nullable: true, description: 'Nearest to this place first; by name when left out.' })
  near?: GeoPointInput | null;

  @Field(() => PickupPointKind, { nullable: true, description: 'Of this network only.' })
  kind?: PickupPointKind | null;

  @Field(() => String, { nullable: true, description: 'Slug of a kecamatan; all of Depok when left out.' })
  kecamatan?: string | null;
}

@InputType({ description: 'A point as a curator describes it.' })
export class UpsertPickupPointInput implements PointParticulars {
  @Field(() => String, { description: 'Says which point: the same slug changes it, a new one makes it.' })
  slug!: string;

  @Field(() => PickupPointKind, { description: 'Whose network it belongs to.' })
  kind!: PickupPointKind;

  @Field(() => String, { description: 'Name as on its sign, 3 to 80 characters.' })
  name!: string;

  @Field(() => String, { description: 'Street address, 5 to 200 characters.' })
  address!: string;

  @Field(() => ID, { description: 'Kelurahan in which it stands.' })
  kelurahanId!: string;

  @Field(() => GeoPointInput, { description: 'Where it stands.' })
  location!: GeoPointInput;

  @Field(() => [OpeningHoursInput], { description: 'Weekly hours in WIB; a day that is missing is a day off.' })
  hours!: OpeningHoursInput[];

  @Field(() => Int, { description: 'Parcels that fit.' })
  roomCapacity!: number;

  @Field(() => Int, { description: 'Days for which a parcel waits, 1 to 30.' })
  holdingDays!: number;

  @Field(() => Boolean, { description: 'Whether it is part of the network now.' })
  isActive!: boolean;
}

@InputType({ description: 'The weekly hours of a point.' })
export class SetPointHoursInput {
  @Field(() => ID, { description: 'A point that the caller works at.' })
  pickupPointId!: string;

  @Field(() => [OpeningHoursInput], { description: 'Weekly hours in WIB; a day that is missing is a day off.' })
  hours!: OpeningHoursInput[];
}

@InputType({ description: 'The points that a shop serves.' })
export class SetSellerPointsInput {
  @Field(() => ID, { description: 'A shop of the caller.' })
  sellerId!: string;

  @Field(() => [ID], { description: 'Active points; none at all means every active one, also those to come.' })
  pickupPointIds!: string[];
}
