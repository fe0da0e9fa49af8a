import { PrimaryKeyProp } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { type Rupiah, RupiahColumn } from '../platform/money.ts';
import { StoredSeller } from '../sellers/index.ts';
import { SearchDocument } from './search-document.ts';

/**
 * What words find of a product: its forms, and what its hits are counted, narrowed and sorted by; and its card. Forms and card together
 * are always long enough to be stored apart from the row (see the migration), so that many hits lie on few pages. What changes
 * with every sale is in no index here, so that a sale touches none.
 */
@Entity({ tableName: 'search_entry' })
@Index({
  name: 'search_entry_forms',
  expression: 'create index search_entry_forms on search_entry using gin (forms) with (fastupdate = off)',
})
export class SearchEntry {
  declare [PrimaryKeyProp]?: 'productKey';

  @ManyToOne(() => SearchDocument, { mapToPk: true, primary: true, fieldName: 'product_id', deleteRule: 'cascade' })
  productKey!: string;

  @ManyToOne(() => StoredSeller, { mapToPk: true, fieldName: 'seller_id' })
  sellerKey!: string;

  /** Of search_group. */
  @Property({ type: 'integer' })
  groupId!: number;

  /** Points of its sales and reviews: see QUALITY. */
  @Property({ type: 'integer' })
  quality!: number;

  /** Price of the cheapest variant. */
  @Property({ type: RupiahColumn })
  priceMin!: Rupiah;

  @Property({ type: 'timestamptz' })
  publishedAt!: Date;

  @Property({ type: 'boolean' })
  inStock!: boolean;

  /** What it is found by, as language/document-words.ts makes it. */
  @Property({ type: 'text', columnType: 'tsvector' })
  forms!: string;

  /** The Product as the API shows it in lists. Text of JSON, not jsonb: it goes out as it stands. */
  @Property({ type: 'text', columnType: 'json' })
  card!: string;
}
