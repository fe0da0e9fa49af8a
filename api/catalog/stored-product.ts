import type { Opt } from '@mikro-orm/core';
import { PrimaryKeyProp } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { newKey } from '../platform/keys.ts';
import { StoredSeller } from '../sellers/index.ts';
import { ProductStatus } from './product-status.ts';
import { StoredCategory } from './stored-category.ts';

/** A listing, as stored. Its variants carry what is sold. */
@Entity({ tableName: 'product' })
@Index({ name: 'product_of_category', properties: ['categoryKey'] })
@Index({ name: 'product_of_seller', properties: ['sellerKey', 'status'] })
@Unique({ name: 'product_idempotency_once', properties: ['sellerKey', 'idempotencyKey'] })
@Check({ name: 'product_title_length', expression: 'char_length(title) >= 3 and char_length(title) <= 120' })
@Check({ name: 'product_description_length', expression: 'char_length(description) <= 5000' })
@Check({ name: 'product_sold_not_negative', expression: 'sold_count >= 0' })
@Check({
  name: 'product_rating_in_stars',
  expression: 'rating_count >= 0 and rating_sum >= rating_count and rating_sum <= 5 * rating_count',
})
@Check({ name: 'product_published_has_time', expression: "status <> 'ACTIVE' or published_at is not null" })
@Check({ name: 'product_blocked_has_reason', expression: "status <> 'BLOCKED' or blocked_reason is not null" })
export class StoredProduct {
  declare [PrimaryKeyProp]?: 'key';

  @PrimaryKey({ type: 'uuid', fieldName: 'id' })
  key: string = newKey();

  @ManyToOne(() => StoredSeller, { mapToPk: true, fieldName: 'seller_id' })
  sellerKey!: string;

  @ManyToOne(() => StoredCategory, { mapToPk: true, fieldName: 'category_id' })
  categoryKey!: string;

  /** Name for addresses; made once from the first title and kept, so that links live on. */
  @Property({ type: 'text', unique: 'product_slug_once' })
  slug!: string;

  @Property({ type: 'text' })
  title!: string;

  /** Plain text, may be empty. */
  @Property({ type: 'text' })
  description: Opt<string> = '';

  @Enum({ items: () => Object.values(ProductStatus), type: 'text' })
  status: Opt<ProductStatus> = ProductStatus.DRAFT;

  /** Whether the seller declares it halal. */
  @Property({ type: 'boolean' })
  isHalal: Opt<boolean> = false;

  /** Pieces sold since the beginning. */
  @Property({ type: 'integer' })
  soldCount: Opt<number> = 0;

  /** Stars of all its reviews on show together; a trigger of the reviews keeps both figures. */
  @Property({ type: 'integer', default: 0 })
  ratingSum: Opt<number> = 0;

  /** Reviews on show. */
  @Property({ type: 'integer', default: 0 })
  ratingCount: Opt<number> = 0;

  /** Why a curator took it down; null unless BLOCKED. */
  @Property({ type: 'text', nullable: true })
  blockedReason: string | null = null;

  /** Key with which its seller's client made it; null for seeded ones. */
  @Property({ type: 'text', nullable: true })
  idempotencyKey: string | null = null;

  /** SHA-256 of the input that made it, so that the key with another input is noticed. */
  @Property({ type: 'text', nullable: true })
  requestHash: string | null = null;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;

  @Property({ type: 'timestamptz' })
  updatedAt!: Date;

  /** When it first went on sale; null for a draft. */
  @Property({ type: 'timestamptz', nullable: true })
  publishedAt: Date | null = null;
}
