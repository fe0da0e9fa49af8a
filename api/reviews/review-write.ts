import { PrimaryKeyProp } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Account } from '../accounts/index.ts';
import { newKey } from '../platform/keys.ts';
import { StoredReview } from './stored-review.ts';

/** That a buyer wrote a review, or wrote it anew: so a repetition that comes late does not bring back what was replaced. */
@Entity({ tableName: 'review_write', comment: 'append-only' })
@Unique({ name: 'review_write_idempotency_once', properties: ['buyerKey', 'idempotencyKey'] })
export class ReviewWrite {
  declare [PrimaryKeyProp]?: 'key';

  @PrimaryKey({ type: 'uuid', fieldName: 'id' })
  key: string = newKey();

  @ManyToOne(() => StoredReview, { mapToPk: true, fieldName: 'review_id' })
  reviewKey!: string;

  @ManyToOne(() => Account, { mapToPk: true, fieldName: 'buyer_id' })
  buyerKey!: string;

  @Property({ type: 'text' })
  idempotencyKey!: string;

  /** SHA-256 of the input, so that the key with another input is noticed. */
  @Property({ type: 'text' })
  requestHash!: string;

  @Property({ type: 'timestamptz' })
  at!: Date;
}
