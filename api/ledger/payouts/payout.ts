import { PrimaryKeyProp } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Account } from '../../accounts/index.ts';
import { StoredNode } from '../../platform/database/stored-node.ts';
import { Access } from '../../platform/graphql/access.ts';
import { connectionTypes } from '../../platform/graphql/connection.ts';
import { Node } from '../../platform/graphql/node.ts';
import { DateTimeScalar } from '../../platform/graphql/scalars.ts';
import { LARGEST_RUPIAH, type Rupiah, RupiahColumn, RupiahScalar } from '../../platform/money.ts';
import { OwnerKind, watcherOfMoney } from '../owner.ts';
import { BankAccount } from './bank-account.ts';
import { PayoutBatch } from './payout-batch.ts';
import { PayoutStatus } from './payout-transitions.ts';

registerEnumType(PayoutStatus, {
  name: 'PayoutStatus',
  description: 'Where a payout stands.',
  valuesConfig: {
    REQUESTED: { description: 'Asked for; the money is set aside.' },
    IN_BATCH: { description: 'In a file for the bank.' },
    PAID: { description: 'The bank has sent it.' },
    FAILED: { description: 'It was not sent; the money is payable again.' },
    RETURNED: { description: 'The bank sent it back; the money is payable again.' },
  },
});
registerEnumType(OwnerKind, {
  name: 'OwnerKind',
  description: 'Who has money with the market.',
  valuesConfig: {
    SELLER: { description: 'A shop.' },
    POINT: { description: 'A pickup point.' },
    COMMUNITY: { description: 'A community site.' },
  },
});

@ObjectType({
  implements: Node,
  description: 'Earnings of a seller, point or community on their way to its bank account.',
})
@Access(watcherOfMoney)
@Entity({ tableName: 'payout' })
@Unique({ name: 'payout_line_once', properties: ['batchKey', 'lineNumber'] })
@Index({
  name: 'payout_once',
  expression:
    'create unique index payout_once on payout (owner_id, requested_by_id, idempotency_key) nulls not distinct',
})
@Index({
  name: 'payout_one_open',
  expression: `create unique index payout_one_open on payout (owner_id) where status in ('REQUESTED', 'IN_BATCH')`,
})
@Index({
  name: 'payout_waiting',
  expression: `create index payout_waiting on payout (requested_at, id) where status = 'REQUESTED'`,
})
@Index({ name: 'payout_of_owner', properties: ['ownerKey', 'key'] })
@Check({ name: 'payout_amount_range', expression: `amount > 0 and amount <= ${LARGEST_RUPIAH}` })
@Check({ name: 'payout_line_with_batch', expression: '(batch_id is null) = (line_number is null)' })
@Check({
  name: 'payout_batched_has_batch',
  expression: `status <> 'IN_BATCH' and status <> 'PAID' or batch_id is not null`,
})
@Check({ name: 'payout_ended_at', expression: `(ended_at is null) = (status in ('REQUESTED', 'IN_BATCH'))` })
@Check({ name: 'payout_reason_when_undone', expression: `(reason is not null) = (status in ('FAILED', 'RETURNED'))` })
export class Payout extends StoredNode {
  declare [PrimaryKeyProp]?: 'key';

  @Field(() => OwnerKind, { description: 'Whose earnings they are.' })
  @Enum({ items: () => Object.values(OwnerKind) })
  ownerKind!: OwnerKind;

  /** The seller, point or community; no foreign key, because its table depends on the kind. */
  @Property({ type: 'uuid', fieldName: 'owner_id' })
  ownerKey!: string;

  @Field(() => RupiahScalar, { description: 'How much is sent, in whole rupiah.' })
  @Property({ type: RupiahColumn })
  amount!: Rupiah;

  /** Where it is sent; the row keeps its number when the owner enters another. */
  @ManyToOne(() => BankAccount, { mapToPk: true, fieldName: 'bank_account_id' })
  bankAccountKey!: string;

  @Field(() => PayoutStatus, { description: 'Changed only by a row of PAYOUT_TRANSITIONS.' })
  @Enum({ items: () => Object.values(PayoutStatus) })
  status: PayoutStatus = PayoutStatus.REQUESTED;

  /** Null for the weekly round. */
  @ManyToOne(() => Account, { mapToPk: true, fieldName: 'requested_by_id', nullable: true })
  requestedByKey!: string | null;

  @Property({ type: 'text' })
  idempotencyKey!: string;

  @Field(() => DateTimeScalar, { description: 'When it was asked for.' })
  @Property({ type: 'timestamptz' })
  requestedAt!: Date;

  @ManyToOne(() => PayoutBatch, { mapToPk: true, fieldName: 'batch_id', nullable: true })
  batchKey: string | null = null;

  @Field(() => Int, { nullable: true, description: 'Its line in the file for the bank, from 1.' })
  @Property({ type: 'integer', nullable: true })
  lineNumber: number | null = null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was paid, failed or came back, the last of these.',
  })
  @Property({ type: 'timestamptz', nullable: true })
  endedAt: Date | null = null;

  @Field(() => String, { nullable: true, description: 'Why it failed or came back, as the bank or the market says.' })
  @Property({ type: 'text', nullable: true })
  reason: string | null = null;
}

/** A page of payouts. */
export const { connection: PayoutConnection } = connectionTypes('Payout', () => Payout);
