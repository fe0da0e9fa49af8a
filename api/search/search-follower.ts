import { PrimaryKeyProp } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** A product that changed and that the second engine has not taken over yet. */
@Entity({ tableName: 'search_dirty' })
export class SearchDirty {
  declare [PrimaryKeyProp]?: 'productKey';

  /** Not a reference: what is gone from the catalogue must go from the engine too. */
  @PrimaryKey({ type: 'uuid', fieldName: 'product_id' })
  productKey!: string;

  /** Another one with every change, so that a change made while it was taken over stays. */
  @Property({ type: 'uuid' })
  version!: string;
}

/** Who writes to an index of the second engine: one at a time, so that changes arrive in order. */
@Entity({ tableName: 'search_lease' })
export class SearchLease {
  declare [PrimaryKeyProp]?: 'indexName';

  @PrimaryKey({ type: 'text' })
  indexName!: string;

  @Property({ type: 'uuid' })
  holder!: string;

  /** When another one may take it, should the holder have died. */
  @Property({ type: 'timestamptz' })
  endsAt!: Date;
}
