import { PrimaryKeyProp } from '@mikro-orm/core';
import { Check, Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { newKey } from '../platform/keys.ts';

/** A district of Depok, as stored. Written by the seeds alone. */
@Entity({ tableName: 'kecamatan' })
@Check({
  name: 'kecamatan_place_on_earth',
  expression: 'abs(latitude::numeric) <= 90 and abs(longitude::numeric) <= 180',
})
export class StoredKecamatan {
  declare [PrimaryKeyProp]?: 'key';

  @PrimaryKey({ type: 'uuid', fieldName: 'id' })
  key: string = newKey();

  /** Code of the Ministry of Home Affairs, e.g. 32.76.01. */
  @Property({ type: 'text', unique: 'kecamatan_code_once' })
  code!: string;

  @Property({ type: 'text', unique: 'kecamatan_slug_once' })
  slug!: string;

  @Property({ type: 'text' })
  name!: string;

  /** Centroid, degrees north. */
  @Property({ type: 'double' })
  latitude!: number;

  /** Centroid, degrees east. */
  @Property({ type: 'double' })
  longitude!: number;
}
