import { PrimaryKeyProp } from '@mikro-orm/core';
import { Check, Entity, Index, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';

/**
 * Products that are narrowed alike: the same category, district, band of prices and so on. There are some thousands of groups,
 * however many products: filters and facets look at groups, and only what falls into them at products.
 */
@Entity({ tableName: 'search_group' })
@Index({ name: 'search_group_by_category', properties: ['categorySlug'] })
@Unique({ name: 'search_group_key', properties: ['key'] })
@Check({ name: 'search_group_products_not_negative', expression: 'products >= 0' })
export class SearchGroup {
  declare [PrimaryKeyProp]?: 'id';

  @PrimaryKey({ type: 'integer', autoincrement: true })
  id!: number;

  /** All that makes the group, in one text. */
  @Property({ type: 'text' })
  key!: string;

  @Property({ type: 'text' })
  categorySlug!: string;

  /** Slugs of the category and of those above. */
  @Property({ type: 'string[]', columnType: 'text[]' })
  categorySlugs!: string[];

  @Property({ type: 'text' })
  kecamatanSlug!: string;

  /** Slugs of the points that the shop chose to serve; null when it serves every active one. */
  @Property({ type: 'string[]', columnType: 'text[]', nullable: true })
  pointSlugs!: string[] | null;

  /** Place of the band among PRICE_BANDS, from 0. */
  @Property({ type: 'smallint' })
  priceBand!: number;

  /** Whole stars of the rating, at most MOST_LEAST_STARS; 0 for none. */
  @Property({ type: 'smallint' })
  ratingBand!: number;

  @Property({ type: 'boolean' })
  isHalal!: boolean;

  @Property({ type: 'boolean' })
  inStock!: boolean;

  /** Products on sale that are in it. */
  @Property({ type: 'integer', default: 0 })
  products!: number;
}
