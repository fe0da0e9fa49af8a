import { PrimaryKeyProp } from '@mikro-orm/core';
import { Check, Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { newKey } from '../platform/keys.ts';
import { StoredKecamatan } from './stored-kecamatan.ts';

/** A ward of a kecamatan, as stored. Written by the seeds alone. */
@Entity({ tableName: 'kelurahan' })
@Index({ name: 'kelurahan_of_kecamatan', properties: ['kecamatanKey'] })
@Check({
  name: 'kelurahan_place_on_earth',
  expression: 'abs(latitude::numeric) <= 90 and abs(longitude::numeric) <= 180',
})
export class StoredKelurahan {
  declare [PrimaryKeyProp]?: 'key';

  @PrimaryKey({ type: 'uuid', fieldName: 'id' })
  key: string = newKey();

  @ManyToOne(() => StoredKecamatan, { mapToPk: true, fieldName: 'kecamatan_id' })
  kecamatanKey!: string;

  /** Code of the Ministry of Home Affairs, e.g. 32.76.01.1006. */
  @Property({ type: 'text', unique: 'kelurahan_code_once' })
  code!: string;

  /** Two kelurahan are named Curug: the slug tells them apart. */
  @Property({ type: 'text', unique: 'kelurahan_slug_once' })
  slug!: string;

  @Property({ type: 'text' })
  name!: string;

  /** Five digits. */
  @Property({ type: 'text', nullable: true })
  postalCode!: string | null;

  /** Other spellings people use, for search. */
  @Property({ type: 'string[]', columnType: 'text[]' })
  aliases: string[] = [];

  /** Centroid, degrees north. */
  @Property({ type: 'double' })
  latitude!: number;

  /** Centroid, degrees east. */
  @Property({ type: 'double' })
  longitude!: number;
}
