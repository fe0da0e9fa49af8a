import { PrimaryKeyProp } from '@mikro-orm/core';
import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/**
 * Milliseconds that a change may wait to be taken over. A second engine that is longer behind (writing hangs, or its queue is full while it
 * still answers) is not asked any more until it has caught up.
 */
export const BEHIND_AFTER_MS = 10_000;

/** SQL (boolean): whether the second engine is behind at an instant (SQL of a timestamptz). */
export const isBehind = (now: string): string =>
  `exists (select from search_dirty where noted_at < ${now} - interval '${BEHIND_AFTER_MS} milliseconds')`;

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

  /** When its first change was noted that has not been taken over; of one that came during the taking over, when that was done. */
  @Index({ name: 'search_dirty_noted_at' })
  @Property({ type: 'timestamptz' })
  notedAt!: Date;
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
