import { PrimaryKeyProp } from '@mikro-orm/core';
import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { type Rupiah, RupiahColumn } from '../../platform/money.ts';

/**
 * A change of what searches are answered from, with what it takes to tell which answers it touches: of a product as it was and as it
 * is, or of the facets that are kept ready for a scope. Written by triggers alone, in the transaction of the change; the oldest go.
 */
@Entity({ tableName: 'search_change' })
export class SearchChange {
  declare [PrimaryKeyProp]?: 'id';

  @PrimaryKey({ type: 'bigint', autoincrement: true })
  id!: string;

  /** What search_version counted for its statement. */
  @Index({ name: 'search_change_version' })
  @Property({ type: 'bigint' })
  version!: string;

  /** Not a reference: the product may be gone. Null where facets changed, or too much to list. */
  @Property({ type: 'uuid', nullable: true })
  productId!: string | null;

  @Property({ type: 'uuid', nullable: true })
  sellerId!: string | null;

  /** Of search_group; null when the product was not on sale before. */
  @Property({ type: 'integer', nullable: true })
  oldGroupId!: number | null;

  /** Null when the product is not on sale any more. */
  @Property({ type: 'integer', nullable: true })
  newGroupId!: number | null;

  @Property({ type: RupiahColumn, nullable: true })
  oldPrice!: Rupiah | null;

  @Property({ type: RupiahColumn, nullable: true })
  newPrice!: Rupiah | null;

  /** Whether anything but its price may have moved it in a list. */
  @Property({ type: 'boolean', default: true })
  isResorted!: boolean;

  /** Its forms before; null when they are the new ones, or were none. */
  @Property({ type: 'text', columnType: 'tsvector', nullable: true })
  oldForms!: string | null;

  /** Its forms now; null where only a list without words changed. */
  @Property({ type: 'text', columnType: 'tsvector', nullable: true })
  newForms!: string | null;

  /** Scope of the facets that changed; null for a product. */
  @Property({ type: 'text', nullable: true })
  scope!: string | null;

  /** Whether the facet of categories is another one. */
  @Property({ type: 'boolean', default: false })
  isTreeChanged!: boolean;
}
