import { PrimaryKeyProp } from '@mikro-orm/core';
import { Check, Entity, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Account, curator } from '../../accounts/index.ts';
import { StoredNode } from '../../platform/database/stored-node.ts';
import { Access } from '../../platform/graphql/access.ts';
import { connectionTypes } from '../../platform/graphql/connection.ts';
import { Node } from '../../platform/graphql/node.ts';
import { DateTimeScalar } from '../../platform/graphql/scalars.ts';
import { LARGEST_RUPIAH, type Rupiah, RupiahColumn, RupiahScalar } from '../../platform/money.ts';

@ObjectType({ implements: Node, description: 'Money that the payment provider sent to our bank account.' })
@Access(curator)
@Entity({ tableName: 'provider_settlement', comment: 'append-only' })
@Unique({ name: 'provider_settlement_reference_once', properties: ['reference'] })
@Unique({ name: 'provider_settlement_once', properties: ['recordedByKey', 'idempotencyKey'] })
@Index({ name: 'provider_settlement_of_time', properties: ['paidOn', 'key'] })
@Check({ name: 'provider_settlement_gross_range', expression: `gross > 0 and gross <= ${LARGEST_RUPIAH}` })
@Check({ name: 'provider_settlement_fee_range', expression: 'fee >= 0 and fee <= gross' })
@Check({ name: 'provider_settlement_days', expression: 'covers_from <= covers_to and covers_to <= paid_on' })
export class ProviderSettlement extends StoredNode {
  declare [PrimaryKeyProp]?: 'key';

  @Field(() => String, { description: "The provider's number of it, as the bank statement shows it." })
  @Property({ type: 'text' })
  reference!: string;

  @Field(() => RupiahScalar, { description: 'Payments in it, less refunds, before the fee, in whole rupiah.' })
  @Property({ type: RupiahColumn })
  gross!: Rupiah;

  @Field(() => RupiahScalar, { description: 'What the provider kept, in whole rupiah.' })
  @Property({ type: RupiahColumn })
  fee!: Rupiah;

  @Field(() => String, { description: 'Day in WIB on which the money came, e.g. 2026-11-28.' })
  @Property({ type: 'date' })
  paidOn!: string;

  @Field(() => String, { description: 'First day (WIB) of the payments in it.' })
  @Property({ type: 'date' })
  coversFrom!: string;

  @Field(() => String, { description: 'Last day (WIB) of the payments in it.' })
  @Property({ type: 'date' })
  coversTo!: string;

  @ManyToOne(() => Account, { mapToPk: true, fieldName: 'recorded_by_id' })
  recordedByKey!: string;

  @Property({ type: 'text' })
  idempotencyKey!: string;

  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  @Property({ type: 'timestamptz' })
  createdAt!: Date;

  @Field(() => RupiahScalar, { description: 'What came to the bank account, in whole rupiah.' })
  get net(): Rupiah {
    return this.gross - this.fee;
  }
}

/** A page of settlements. */
export const { connection: ProviderSettlementConnection } = connectionTypes(
  'ProviderSettlement',
  () => ProviderSettlement,
);
