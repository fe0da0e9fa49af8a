import { PrimaryKeyProp } from '@mikro-orm/core';
import { Check, Entity, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Account, curator } from '../../accounts/index.ts';
import { StoredNode } from '../../platform/database/stored-node.ts';
import { Access } from '../../platform/graphql/access.ts';
import { connectionTypes } from '../../platform/graphql/connection.ts';
import { Node } from '../../platform/graphql/node.ts';
import { DateTimeScalar } from '../../platform/graphql/scalars.ts';
import { LARGEST_RUPIAH, type Rupiah, RupiahColumn, RupiahScalar } from '../../platform/money.ts';

/** Payouts in one file: more do not go well through a bank's form. */
export const LARGEST_BATCH = 500;

@ObjectType({ implements: Node, description: 'Payouts that go to the bank in one file.' })
@Access(curator)
@Entity({ tableName: 'payout_batch', comment: 'append-only' })
@Unique({ name: 'payout_batch_number_once', properties: ['day', 'number'] })
@Unique({ name: 'payout_batch_once', properties: ['madeByKey', 'idempotencyKey'] })
@Index({ name: 'payout_batch_of_time', properties: ['createdAt', 'key'] })
@Check({ name: 'payout_batch_size', expression: `size >= 1 and size <= ${LARGEST_BATCH}` })
@Check({ name: 'payout_batch_total_range', expression: `total > 0 and total <= ${LARGEST_RUPIAH}` })
@Check({ name: 'payout_batch_checksum_form', expression: `char_length(checksum) = 64` })
export class PayoutBatch extends StoredNode {
  declare [PrimaryKeyProp]?: 'key';

  /** Day in WIB on which it was made. */
  @Property({ type: 'date' })
  day!: string;

  /** From 1 on each day. */
  @Property({ type: 'integer' })
  number!: number;

  @ManyToOne(() => Account, { mapToPk: true, fieldName: 'made_by_id' })
  madeByKey!: string;

  @Property({ type: 'text' })
  idempotencyKey!: string;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  @Property({ type: 'timestamptz' })
  createdAt!: Date;

  @Field(() => Int, { description: 'Payouts in it.' })
  @Property({ type: 'integer' })
  size!: number;

  @Field(() => RupiahScalar, { description: 'Sum of its payouts, in whole rupiah.' })
  @Property({ type: RupiahColumn })
  total!: Rupiah;

  @Field(() => String, { description: 'SHA-256 (hex) of the lines of its file, as the last line of the file says it.' })
  @Property({ type: 'text' })
  checksum!: string;

  @Field(() => String, { description: 'Its name on the file, e.g. CAIR-20261128-1.' })
  get code(): string {
    return `CAIR-${this.day.replaceAll('-', '')}-${this.number}`;
  }
}

/** A page of batches. */
export const { connection: PayoutBatchConnection } = connectionTypes('PayoutBatch', () => PayoutBatch);
