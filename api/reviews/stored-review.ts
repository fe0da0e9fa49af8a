import { type Opt, PrimaryKeyProp } from '@mikro-orm/core';
import { Check, Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Account } from '../accounts/index.ts';
import { StoredProduct } from '../catalog/index.ts';
import { OrderLine } from '../orders/index.ts';
import { newKey } from '../platform/keys.ts';
import { StoredSeller } from '../sellers/index.ts';
import { REVIEW_LIMITS as LIMITS } from './review-limits.ts';

/**
 * What a buyer says of a product, as stored: one for each product and buyer, whom a collected line of an order gives the right to it. The
 * demo's own rest on no order and carry an invented name instead. Stars that are not hidden are counted on the product by a trigger.
 */
@Entity({ tableName: 'review' })
@Unique({ name: 'review_once_per_buyer', properties: ['productKey', 'buyerKey'] })
@Index({ name: 'review_of_product', properties: ['productKey', 'writtenAt', 'key'] })
@Index({ name: 'review_by_time', properties: ['writtenAt', 'key'] })
@Index({ name: 'review_of_seller', properties: ['sellerKey', 'writtenAt', 'key'] })
@Check({
  name: 'review_rating_in_stars',
  expression: `rating >= ${LIMITS.ratingFrom} and rating <= ${LIMITS.ratingTo}`,
})
@Check({ name: 'review_text_length', expression: `char_length(text) <= ${LIMITS.textTo}` })
@Check({ name: 'review_photos', expression: `cardinality(photo_hashes) <= ${LIMITS.photos}` })
@Check({
  name: 'review_answer_length',
  expression: `char_length(answer) >= 1 and char_length(answer) <= ${LIMITS.answerTo}`,
})
@Check({ name: 'review_answered_has_time', expression: '(answer is null) = (answered_at is null)' })
@Check({ name: 'review_hidden_has_reason', expression: '(hidden_at is null) = (hidden_reason is null)' })
@Check({
  name: 'review_bought_or_demo',
  expression: '(order_line_id is null) = (buyer_id is null) and (buyer_id is null) = (demo_author is not null)',
})
export class StoredReview {
  declare [PrimaryKeyProp]?: 'key';

  @PrimaryKey({ type: 'uuid', fieldName: 'id' })
  key: string = newKey();

  @ManyToOne(() => StoredProduct, { mapToPk: true, fieldName: 'product_id' })
  productKey!: string;

  @ManyToOne(() => StoredSeller, { mapToPk: true, fieldName: 'seller_id' })
  sellerKey!: string;

  /** Null for the demo's own. */
  @ManyToOne(() => Account, { mapToPk: true, fieldName: 'buyer_id', nullable: true })
  buyerKey!: string | null;

  /** The collected line that gives the right to it; null for the demo's own. */
  @ManyToOne(() => OrderLine, { mapToPk: true, fieldName: 'order_line_id', nullable: true })
  lineKey!: string | null;

  /** Name of an invented buyer of the demo; null for real ones, whose name is asked of their account. */
  @Property({ type: 'text', nullable: true })
  demoAuthor: string | null = null;

  /** Stars. */
  @Property({ type: 'smallint' })
  rating!: number;

  /** One line, may be empty: stars alone are a review. */
  @Property({ type: 'text' })
  text: Opt<string> = '';

  /** Content hashes of its photos. */
  @Property({ type: 'text[]' })
  photoHashes: Opt<string[]> = [];

  @Property({ type: 'timestamptz' })
  writtenAt!: Date;

  /** When its buyer last wrote it anew; null while it is the first. */
  @Property({ type: 'timestamptz', nullable: true })
  changedAt: Date | null = null;

  @Property({ type: 'text', nullable: true })
  answer: string | null = null;

  @Property({ type: 'timestamptz', nullable: true })
  answeredAt: Date | null = null;

  /** When a curator took it away; null while it is on show. */
  @Property({ type: 'timestamptz', nullable: true })
  hiddenAt: Date | null = null;

  /** In the curator's words. */
  @Property({ type: 'text', nullable: true })
  hiddenReason: string | null = null;
}
