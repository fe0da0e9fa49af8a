import { type Opt, PrimaryKeyProp } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Account } from '../../accounts/index.ts';
import type { RefundBearer } from '../../ledger/index.ts';
import { StoredPickupPoint } from '../../pickup/index.ts';
import { StoredNode } from '../../platform/database/stored-node.ts';
import { Access } from '../../platform/graphql/access.ts';
import { Node } from '../../platform/graphql/node.ts';
import { DateTimeScalar } from '../../platform/graphql/scalars.ts';
import { type Rupiah, RupiahColumn, RupiahScalar } from '../../platform/money.ts';
import { StoredSeller } from '../../sellers/index.ts';
import { Order } from '../order.ts';
import { partyToSale } from '../order-access.ts';
import { Parcel } from '../parcel.ts';
import { RefundBearerEnum } from '../refunds/refund-inputs.ts';
import { DisputeReason, DisputeStatus, DisputeWish } from './dispute-status.ts';

@ObjectType({ implements: Node, description: 'A complaint of the buyer about a collected parcel; it holds the money.' })
@Access(partyToSale)
@Entity({ tableName: 'dispute' })
@Unique({ name: 'dispute_once_per_parcel', properties: ['parcelKey'] })
@Index({ name: 'dispute_of_seller', properties: ['sellerKey', 'openedAt', 'key'] })
@Index({ name: 'dispute_of_time', properties: ['openedAt', 'key'] })
@Check({ name: 'dispute_claim_positive', expression: 'claim_total > 0' })
@Check({
  name: 'dispute_offer_within_claim',
  expression: 'offer is null or (offer > 0 and offer <= claim_total)',
})
@Check({
  name: 'dispute_refunded_within_claim',
  expression: 'refunded is null or (refunded >= 0 and refunded <= claim_total)',
})
@Check({ name: 'dispute_offered_has_offer', expression: `status <> 'OFFERED' or offer is not null` })
@Check({ name: 'dispute_due_while_open', expression: `(status in ('OPEN', 'OFFERED')) = (due_by is not null)` })
@Check({
  name: 'dispute_ended_at_when_ended',
  expression: `(status in ('SETTLED', 'DECIDED', 'WITHDRAWN')) = (ended_at is not null)`,
})
export class Dispute extends StoredNode {
  declare [PrimaryKeyProp]?: 'key';

  @ManyToOne(() => Order, { mapToPk: true, fieldName: 'order_id' })
  orderKey!: string;

  @ManyToOne(() => Parcel, { mapToPk: true, fieldName: 'parcel_id' })
  parcelKey!: string;

  @ManyToOne(() => Account, { mapToPk: true, fieldName: 'buyer_id' })
  buyerKey!: string;

  @ManyToOne(() => StoredSeller, { mapToPk: true, fieldName: 'seller_id' })
  sellerKey!: string;

  @ManyToOne(() => StoredPickupPoint, { mapToPk: true, fieldName: 'pickup_point_id' })
  pickupPointKey!: string;

  @Field(() => DisputeStatus, { description: 'Where it stands.' })
  @Enum({ items: () => Object.values(DisputeStatus), type: 'text' })
  status: Opt<DisputeStatus> = 'OPEN';

  @Field(() => DisputeReason, { description: 'What is wrong.' })
  @Enum({ items: () => Object.values(DisputeReason), type: 'text' })
  reason!: DisputeReason;

  @Field(() => DisputeWish, { description: 'What the buyer wants.' })
  @Enum({ items: () => Object.values(DisputeWish), type: 'text' })
  wish!: DisputeWish;

  @Field(() => RupiahScalar, { description: 'What was paid for the pieces it is about, in whole rupiah.' })
  @Property({ type: RupiahColumn })
  claimTotal!: Rupiah;

  @Field(() => RupiahScalar, { nullable: true, description: 'What the seller offers, in whole rupiah; null for none.' })
  @Property({ type: RupiahColumn, nullable: true })
  offer: Opt<Rupiah> | null = null;

  @Field(() => RupiahScalar, {
    nullable: true,
    description: 'What goes back to the buyer because of it, in whole rupiah; null until it has ended.',
  })
  @Property({ type: RupiahColumn, nullable: true })
  refunded: Opt<Rupiah> | null = null;

  @Field(() => RefundBearerEnum, { nullable: true, description: 'Who bears that; null while nothing goes back.' })
  @Enum({ items: () => Object.values(RefundBearerEnum), type: 'text', nullable: true })
  borneBy: Opt<RefundBearer> | null = null;

  @Property({ type: 'text' })
  idempotencyKey!: string;

  /** What the key came with, to tell a repetition from another request. */
  @Property({ type: 'text' })
  idempotencyInput!: string;

  @Field(() => DateTimeScalar, { description: 'When it was opened.' })
  @Property({ type: 'timestamptz' })
  openedAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when the seller, or the buyer after an offer, has to answer; then it goes to a curator.',
  })
  @Property({ type: 'timestamptz', nullable: true })
  dueBy!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended, null while it has not.' })
  @Property({ type: 'timestamptz', nullable: true })
  endedAt: Opt<Date> | null = null;
}
