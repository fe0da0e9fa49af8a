import { type Opt, PrimaryKeyProp } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { StoredKelurahan } from '../geography/index.ts';
import { newKey } from '../platform/keys.ts';
import type { OpeningHours } from './opening-hours.ts';
import { PickupPointKind } from './pickup-point-kind.ts';

/** A pickup point, as stored. */
@Entity({ tableName: 'pickup_point' })
@Index({ name: 'pickup_point_of_kelurahan', properties: ['kelurahanKey'] })
@Check({
  name: 'pickup_point_place_on_earth',
  expression: 'abs(latitude::numeric) <= 90 and abs(longitude::numeric) <= 180',
})
@Check({ name: 'pickup_point_room_not_overbooked', expression: 'room_taken >= 0 and room_taken <= room_capacity' })
@Check({ name: 'pickup_point_holding_days_range', expression: 'holding_days >= 1 and holding_days <= 30' })
export class StoredPickupPoint {
  declare [PrimaryKeyProp]?: 'key';

  @PrimaryKey({ type: 'uuid', fieldName: 'id' })
  key: string = newKey();

  @Property({ type: 'text', unique: 'pickup_point_slug_once' })
  slug!: string;

  @Enum({ items: () => Object.values(PickupPointKind) })
  kind!: PickupPointKind;

  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'text' })
  address!: string;

  @ManyToOne(() => StoredKelurahan, { mapToPk: true, fieldName: 'kelurahan_id' })
  kelurahanKey!: string;

  /** Degrees north. */
  @Property({ type: 'double' })
  latitude!: number;

  /** Degrees east. */
  @Property({ type: 'double' })
  longitude!: number;

  /** Weekly hours in WIB; a day that is missing is a day off. */
  @Property({ type: 'json' })
  hours!: OpeningHours[];

  /** Parcels that fit. */
  @Property({ type: 'integer' })
  roomCapacity!: number;

  /** Parcels for which room is held, from placing an order until the parcel leaves. Changed by reserveRoom and releaseRoom alone. */
  @Property({ type: 'integer' })
  roomTaken: Opt<number> = 0;

  /** Days for which a parcel waits to be collected. */
  @Property({ type: 'integer' })
  holdingDays: Opt<number> = 3;

  /** Whether it is part of the network now. */
  @Property({ type: 'boolean' })
  isActive: Opt<boolean> = true;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;

  @Property({ type: 'timestamptz' })
  updatedAt!: Date;
}
