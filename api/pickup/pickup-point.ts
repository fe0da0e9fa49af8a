import { Field, Int, ObjectType } from 'type-graphql';
import { GeoPoint, Kecamatan, Kelurahan, kecamatanJson, kelurahanJson } from '../geography/index.ts';
import { Access, everyone } from '../platform/graphql/access.ts';
import { connectionTypes } from '../platform/graphql/connection.ts';
import { Node } from '../platform/graphql/node.ts';
import { OpeningHours } from './opening-hours.ts';
import { PickupPointKind } from './pickup-point-kind.ts';

@ObjectType({
  implements: Node,
  description: 'A place where parcels are brought by sellers and collected by buyers.',
  simpleResolvers: true,
})
@Access(everyone)
export class PickupPoint extends Node {
  @Field(() => String, { description: 'Name for addresses and filters, e.g. dcomart-balaikota.' })
  slug!: string;

  @Field(() => PickupPointKind, { description: 'Whose network it belongs to.' })
  kind!: PickupPointKind;

  @Field(() => String, { description: 'Name as on its sign.' })
  name!: string;

  @Field(() => String, { description: 'Street address.' })
  address!: string;

  @Field(() => Kelurahan, { description: 'Ward in which it stands.' })
  kelurahan!: Kelurahan;

  @Field(() => Kecamatan, { description: 'District in which it stands.' })
  kecamatan!: Kecamatan;

  @Field(() => GeoPoint, { description: 'Where it stands.' })
  location!: GeoPoint;

  @Field(() => [OpeningHours], { description: 'Weekly hours in WIB; a day that is missing is a day off.' })
  hours!: OpeningHours[];

  /** Whether it is part of the network now. */
  isActive!: boolean;

  /** Parcels that fit, and parcels for which room is held. */
  roomCapacity!: number;
  roomTaken!: number;

  @Field(() => Int, { description: 'Days for which a parcel waits to be collected.' })
  holdingDays!: number;

  @Field(() => Int, { nullable: true, description: 'Metres from the place asked for; null when none was named.' })
  distanceMetres?: number | null;
}

/** A page of pickup points. */
export const { connection: PickupPointConnection } = connectionTypes('PickupPoint', () => PickupPoint);

/** Joins of the place of a point `pp`, for PICKUP_POINT_FROM and for statements that choose the points themselves. */
export const PICKUP_POINT_PLACE = `join kelurahan pkl on pkl.id = pp.kelurahan_id
  join kecamatan pkc on pkc.id = pkl.kecamatan_id`;

/** Joins around `pickup_point pp`, shared by every statement that makes a PickupPoint. */
export const PICKUP_POINT_FROM = `pickup_point pp ${PICKUP_POINT_PLACE}`;

/** SQL expression (json) that makes a whole PickupPoint of PICKUP_POINT_FROM; `metres` is the SQL of its distance, where one is known. */
export function pickupPointJson(metres: string | null = null): string {
  return `json_build_object('__typename', 'PickupPoint', 'id', global_id('PickupPoint', pp.id), 'slug', pp.slug, 'kind', pp.kind,
    'name', pp.name, 'address', pp.address, 'kelurahan', ${kelurahanJson('pkl', 'pkc')}, 'kecamatan', ${kecamatanJson('pkc')},
    'location', json_build_object('latitude', pp.latitude, 'longitude', pp.longitude), 'hours', pp.hours,
    'isActive', pp.is_active, 'holdingDays', pp.holding_days, 'roomCapacity', pp.room_capacity, 'roomTaken', pp.room_taken
    ${metres === null ? '' : `, 'distanceMetres', ${metres}`})`;
}
