import { PrimaryKeyProp } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { StoredProduct } from '../catalog/index.ts';
import { type Rupiah, RupiahColumn } from '../platform/money.ts';
import { StoredSeller } from '../sellers/index.ts';

/**
 * What lists without words are filtered and sorted by, of a product on sale. Written by `put` alone, from the catalogue; may be thrown
 * away and made again. The indexes that end in the key serve one sort order each.
 */
@Entity({ tableName: 'search_document' })
@Index({ name: 'search_document_by_favour', properties: ['inStock', 'quality', 'productKey'] })
@Index({ name: 'search_document_by_age', properties: ['publishedAt', 'productKey'] })
@Index({ name: 'search_document_by_price', properties: ['priceMin', 'productKey'] })
@Index({ name: 'search_document_by_seller', properties: ['sellerKey', 'productKey'] })
@Index({ name: 'search_document_by_seller_slug', properties: ['sellerSlug'] })
@Index({ name: 'search_document_by_group', properties: ['groupId', 'sellerKey'] })
export class SearchDocument {
  declare [PrimaryKeyProp]?: 'productKey';

  @ManyToOne(() => StoredProduct, { mapToPk: true, primary: true, fieldName: 'product_id', deleteRule: 'cascade' })
  productKey!: string;

  @ManyToOne(() => StoredSeller, { mapToPk: true, fieldName: 'seller_id' })
  sellerKey!: string;

  @Property({ type: 'text' })
  sellerSlug!: string;

  @Property({ type: 'text' })
  kecamatanSlug!: string;

  /** Slugs of its category and of those above. */
  @Property({ type: 'string[]', columnType: 'text[]' })
  categorySlugs!: string[];

  /** Slugs of the points that its shop chose to serve; null when it serves every active one. */
  @Property({ type: 'string[]', columnType: 'text[]', nullable: true })
  pointSlugs!: string[] | null;

  /** Price of the cheapest variant. */
  @Property({ type: RupiahColumn })
  priceMin!: Rupiah;

  @Property({ type: 'boolean' })
  inStock!: boolean;

  @Property({ type: 'boolean' })
  isHalal!: boolean;

  /** Points of its sales and reviews: see QUALITY. */
  @Property({ type: 'integer' })
  quality!: number;

  /** Whole stars of its rating, at most MOST_LEAST_STARS; 0 for none. */
  @Property({ type: 'smallint' })
  ratingBand!: number;

  @Property({ type: 'timestamptz' })
  publishedAt!: Date;

  @Property({ type: 'text' })
  title!: string;

  /** Of search_group. */
  @Property({ type: 'integer' })
  groupId!: number;
}
