import type { Opt } from '@mikro-orm/core';
import { PrimaryKeyProp } from '@mikro-orm/core';
import { Check, Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { newKey } from '../platform/keys.ts';
import { StoredProduct } from './stored-product.ts';

/** A photo of a product, as stored. The picture itself lies in the storage under its content hash; products may share one. */
@Entity({ tableName: 'photo' })
@Unique({ name: 'photo_position_once', properties: ['productKey', 'position'] })
@Check({ name: 'photo_hash_form', expression: 'char_length(hash) = 64' })
@Check({ name: 'photo_size_positive', expression: 'width > 0 and height > 0' })
export class StoredPhoto {
  declare [PrimaryKeyProp]?: 'key';

  @PrimaryKey({ type: 'uuid', fieldName: 'id' })
  key: string = newKey();

  @ManyToOne(() => StoredProduct, { mapToPk: true, fieldName: 'product_id' })
  productKey!: string;

  /** SHA-256 of the stored original, hex. */
  @Property({ type: 'text' })
  hash!: string;

  /** Pixels of the stored original. */
  @Property({ type: 'integer' })
  width!: number;

  @Property({ type: 'integer' })
  height!: number;

  /** What it shows, for people who do not see it. */
  @Property({ type: 'text' })
  alt: Opt<string> = '';

  /** Order among the photos of the product; 0 is the cover. */
  @Property({ type: 'integer' })
  position: Opt<number> = 0;
}
