import { PrimaryKeyProp } from '@mikro-orm/core';
import { Check, Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** How many products on sale carry a value, kept current with every change: for the whole market and for each category. */
@Entity({ tableName: 'search_count' })
@Check({ name: 'search_count_not_negative', expression: 'products >= 0' })
export class SearchCount {
  declare [PrimaryKeyProp]?: ['scope', 'facet', 'value'];

  /** Slug of a category, or empty for the whole market. */
  @PrimaryKey({ type: 'text' })
  scope!: string;

  /** category, kecamatan, seller, pickupPoint, halal, price, rating; or total. */
  @PrimaryKey({ type: 'text' })
  facet!: string;

  /** Slug; for pickupPoint also `*`, every active point; for price the place of the band, for rating whole stars. */
  @PrimaryKey({ type: 'text' })
  value!: string;

  @Property({ type: 'integer' })
  products!: number;
}

/** The facets of a scope as the API shows them, made from the counts in the transaction that changes these. */
@Entity({ tableName: 'search_facets' })
export class SearchFacets {
  declare [PrimaryKeyProp]?: 'scope';

  /** Slug of a category, or empty for the whole market. */
  @PrimaryKey({ type: 'text' })
  scope!: string;

  /** Another one with every change, so that a reader that holds the body need not read it again. */
  @Property({ type: 'uuid' })
  version!: string;

  /** Products in the scope. */
  @Property({ type: 'integer' })
  products!: number;

  /** ProductFacets as text of JSON. */
  @Property({ type: 'text', columnType: 'json' })
  body!: string;
}
