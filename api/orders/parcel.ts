import { type Opt, PrimaryKeyProp } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Account } from '../accounts/index.ts';
import { ParcelSize, StoredPickupPoint } from '../pickup/index.ts';
import { StoredNode } from '../platform/database/stored-node.ts';
import { Access } from '../platform/graphql/access.ts';
import { Node } from '../platform/graphql/node.ts';
import { DateTimeScalar } from '../platform/graphql/scalars.ts';
import { LARGEST_RUPIAH, type Rupiah, RupiahColumn, RupiahScalar } from '../platform/money.ts';
import { StoredSeller } from '../sellers/index.ts';
import { Order } from './order.ts';
import { partyToParcel, partyToSale, sellerOfParcel } from './order-access.ts';
import { ParcelStatus } from './statuses.ts';

@ObjectType({ implements: Node, description: 'The part of an order that one seller packs for one pickup point.' })
@Access(partyToParcel)
@Entity({ tableName: 'parcel' })
@Unique({ name: 'parcel_code_once', properties: ['code'] })
@Unique({ name: 'parcel_once_per_order_and_seller', properties: ['orderKey', 'sellerKey'] })
@Index({ name: 'parcel_of_seller', properties: ['sellerKey', 'placedAt', 'key'] })
@Index({ name: 'parcel_of_point', properties: ['pickupPointKey', 'placedAt', 'key'] })
@Check({ name: 'parcel_goods_positive', expression: 'goods_total > 0' })
@Check({ name: 'parcel_point_fee_not_negative', expression: 'point_fee >= 0' })
@Check({
  name: 'parcel_discounts_within_goods',
  expression: 'goods_discount >= 0 and fee_discount >= 0 and goods_discount + fee_discount <= goods_total',
})
@Check({ name: 'parcel_fee_discount_within_fee', expression: 'fee_discount = 0 or fee_discount <= point_fee' })
@Check({
  name: 'parcel_seller_bears_a_part',
  expression: 'seller_discount >= 0 and seller_discount <= goods_discount + fee_discount',
})
@Check({
  name: 'parcel_total_is_the_sum',
  expression: 'total = goods_total + point_fee - goods_discount - fee_discount',
})
@Check({ name: 'parcel_total_limit', expression: `total <= ${LARGEST_RUPIAH}` })
@Check({
  name: 'parcel_shares_within_goods',
  expression: 'community_share >= 0 and community_share <= commission and commission <= goods_total - seller_discount',
})
@Check({
  name: 'parcel_refund_within_total',
  expression: 'refund_due >= 0 and refund_due <= total',
})
@Check({ name: 'parcel_reject_has_reason', expression: `status <> 'REJECTED' or reject_reason is not null` })
@Check({ name: 'parcel_at_point_has_hold', expression: `status <> 'AT_POINT' or hold_until is not null` })
export class Parcel extends StoredNode {
  declare [PrimaryKeyProp]?: 'key';

  @Field(() => String, {
    description: 'Code on the packing slip, e.g. PK-4T9QXW2M; the last letter checks the others.',
  })
  @Property({ type: 'text' })
  code!: string;

  @ManyToOne(() => Order, { mapToPk: true, fieldName: 'order_id' })
  orderKey!: string;

  @Field(() => String, { description: 'Code of the order that it belongs to.' })
  @Property({ type: 'text' })
  orderCode!: string;

  @ManyToOne(() => Account, { mapToPk: true, fieldName: 'buyer_id' })
  buyerKey!: string;

  @ManyToOne(() => StoredSeller, { mapToPk: true, fieldName: 'seller_id' })
  sellerKey!: string;

  @ManyToOne(() => StoredPickupPoint, { mapToPk: true, fieldName: 'pickup_point_id' })
  pickupPointKey!: string;

  @Field(() => ParcelStatus, { description: 'Where it stands.' })
  @Enum({ items: () => Object.values(ParcelStatus), type: 'text' })
  status: Opt<ParcelStatus> = 'HELD';

  @Field(() => ParcelSize, { description: 'Its size by weight, which decides the fee of the point.' })
  @Enum({ items: () => Object.values(ParcelSize), type: 'text' })
  size!: ParcelSize;

  @Property({ type: 'integer' })
  weightGrams!: number;

  @Field(() => RupiahScalar, { description: 'Price of the goods when the order was placed, in whole rupiah.' })
  @Property({ type: RupiahColumn })
  goodsTotal!: Rupiah;

  @Field(() => RupiahScalar, { description: "The point's fee, in whole rupiah." })
  @Property({ type: RupiahColumn })
  pointFee!: Rupiah;

  /** What the voucher took off the goods, in rupiah: the sum over the lines. */
  @Property({ type: RupiahColumn })
  goodsDiscount: Opt<Rupiah> = 0;

  /** What the voucher took off the point's fee, in rupiah; the point earns it all the same. */
  @Property({ type: RupiahColumn })
  feeDiscount: Opt<Rupiah> = 0;

  /** The part of both discounts that the seller bears, in rupiah; the market bears the rest. */
  @Property({ type: RupiahColumn })
  sellerDiscount: Opt<Rupiah> = 0;

  @Field(() => RupiahScalar, { description: 'What the buyer pays: goods and fee less the discount, in whole rupiah.' })
  @Property({ type: RupiahColumn })
  total!: Rupiah;

  @Field(() => RupiahScalar, { description: 'What the market keeps of the goods, in whole rupiah; frozen at sale.' })
  @Access(sellerOfParcel)
  @Property({ type: RupiahColumn })
  commission!: Rupiah;

  /** The community's part of the commission, in rupiah; 0 when no community brought the buyer. */
  @Property({ type: RupiahColumn })
  communityShare!: Rupiah;

  /** Whether the sale is settled: its goods have left stock for good and its money is in the ledger. */
  @Property({ type: 'boolean' })
  isSettled: Opt<boolean> = false;

  /** Whether QRIS at the counter paid for it: then its hand-over takes no cash, and the point holds none of it. */
  @Property({ type: 'boolean', default: false })
  isPaidByQris: Opt<boolean> = false;

  @Field(() => RupiahScalar, { description: 'What has been promised back of it so far, in whole rupiah.' })
  @Access(partyToSale)
  @Property({ type: RupiahColumn })
  refundDue: Opt<Rupiah> = 0;

  /** How many refunds there were of it; the next one bears the next number. */
  @Property({ type: 'integer', default: 0 })
  refundCount: Opt<number> = 0;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The seller answers or delivers before this, else it lapses.',
  })
  @Property({ type: 'timestamptz', nullable: true })
  respondBy: Opt<Date> | null = null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'The point holds it until then.' })
  @Property({ type: 'timestamptz', nullable: true })
  holdUntil: Opt<Date> | null = null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it was rejected, in the words of the seller or the operator.',
  })
  @Property({ type: 'text', nullable: true })
  rejectReason: Opt<string> | null = null;

  /** Where in the point it lies, as the operator wrote it. */
  @Property({ type: 'text', nullable: true })
  shelf: Opt<string> | null = null;

  /** Content hash of the photograph of the damage for which it was refused. */
  @Property({ type: 'text', nullable: true })
  damagePhotoHash: Opt<string> | null = null;

  @Field(() => DateTimeScalar, { description: 'When the order was placed.' })
  @Property({ type: 'timestamptz' })
  placedAt!: Date;

  /** When the seller says it was left at the point; a note of custody, not a status. */
  @Property({ type: 'timestamptz', nullable: true })
  droppedAt: Opt<Date> | null = null;

  /** When its status changed last. */
  @Property({ type: 'timestamptz' })
  movedAt!: Date;
}
