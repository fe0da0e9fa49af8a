import { type Opt, PrimaryKeyProp } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Account } from '../accounts/index.ts';
import { Voucher } from '../carts/index.ts';
import { Community, Widget } from '../communities/index.ts';
import { PaymentMethod } from '../payments/index.ts';
import { StoredPickupPoint } from '../pickup/index.ts';
import { StoredNode } from '../platform/database/stored-node.ts';
import { Access } from '../platform/graphql/access.ts';
import { Node } from '../platform/graphql/node.ts';
import { DateTimeScalar } from '../platform/graphql/scalars.ts';
import { LARGEST_RUPIAH, type Rupiah, RupiahColumn, RupiahScalar } from '../platform/money.ts';
import { buyerOfOrder } from './order-access.ts';
import { OrderFulfilment, OrderPaymentStatus } from './statuses.ts';

@ObjectType({ implements: Node, description: 'What a buyer placed and pays for, once.' })
@Access(buyerOfOrder)
@Entity({ tableName: 'orders' })
@Unique({ name: 'orders_code_once', properties: ['code'] })
@Unique({ name: 'orders_collect_code_once', properties: ['collectCode'] })
@Unique({ name: 'orders_idempotency_once', properties: ['buyerKey', 'idempotencyKey'] })
@Index({ name: 'orders_of_buyer', properties: ['buyerKey', 'placedAt', 'key'] })
@Index({
  name: 'orders_unpaid_of_buyer',
  expression: `create index orders_unpaid_of_buyer on orders (buyer_id) where payment_status in ('AWAITING', 'DUE_AT_POINT')`,
})
@Check({ name: 'orders_goods_positive', expression: 'goods_total > 0' })
@Check({ name: 'orders_point_fee_not_negative', expression: 'point_fee_total >= 0' })
@Check({ name: 'orders_discount_not_negative', expression: 'discount_total >= 0' })
@Check({ name: 'orders_discount_by_voucher', expression: '(discount_total > 0) = (voucher_id is not null)' })
@Check({ name: 'orders_total_is_the_sum', expression: 'total = goods_total + point_fee_total - discount_total' })
@Check({ name: 'orders_total_positive', expression: 'total > 0' })
@Check({ name: 'orders_total_limit', expression: `total <= ${LARGEST_RUPIAH}` })
@Check({
  name: 'orders_refunded_within_due',
  expression: 'refunded_total >= 0 and refunded_total <= refund_due_total and refund_due_total <= total',
})
@Check({
  name: 'orders_cash_is_due_at_point',
  expression: `payment_method = 'CASH' or payment_status <> 'DUE_AT_POINT'`,
})
@Check({
  name: 'orders_pay_by_unless_cash',
  expression: `(payment_method = 'CASH') = (pay_by is null)`,
})
@Check({ name: 'orders_idempotency_key_length', expression: 'char_length(idempotency_key) <= 200' })
export class Order extends StoredNode {
  declare [PrimaryKeyProp]?: 'key';

  @Field(() => String, { description: 'Short code for people, e.g. BJ-7K2QM4X; the last letter checks the others.' })
  @Property({ type: 'text' })
  code!: string;

  @ManyToOne(() => Account, { mapToPk: true, fieldName: 'buyer_id' })
  buyerKey!: string;

  /** The cart it came from; carts may go, so this is not a reference. */
  @Property({ type: 'uuid', fieldName: 'cart_id' })
  cartKey!: string;

  @ManyToOne(() => StoredPickupPoint, { mapToPk: true, fieldName: 'pickup_point_id' })
  pickupPointKey!: string;

  /** Through whose site it was bought; gets the community's share. */
  @ManyToOne(() => Community, { mapToPk: true, fieldName: 'community_id', nullable: true })
  communityKey!: string | null;

  @ManyToOne(() => Widget, { mapToPk: true, fieldName: 'widget_id', nullable: true })
  widgetKey!: string | null;

  @Field(() => PaymentMethod, { description: 'How it is paid.' })
  @Enum({ items: () => Object.values(PaymentMethod), type: 'text' })
  paymentMethod!: PaymentMethod;

  @Field(() => OrderPaymentStatus, { description: 'What has become of the money.' })
  @Enum({ items: () => Object.values(OrderPaymentStatus), type: 'text' })
  paymentStatus!: OrderPaymentStatus;

  @Field(() => OrderFulfilment, { description: 'How far it has come in being handed over.' })
  @Enum({ items: () => Object.values(OrderFulfilment), type: 'text' })
  fulfilment: Opt<OrderFulfilment> = 'OPEN';

  @Field(() => RupiahScalar, { description: 'Sum of the goods when it was placed, in whole rupiah.' })
  @Property({ type: RupiahColumn })
  goodsTotal!: Rupiah;

  @Field(() => RupiahScalar, { description: "Sum of the point's fees, one for each parcel, in whole rupiah." })
  @Property({ type: RupiahColumn })
  pointFeeTotal!: Rupiah;

  /** The voucher that took something off; null without one. */
  @ManyToOne(() => Voucher, { mapToPk: true, fieldName: 'voucher_id', nullable: true })
  voucherKey: Opt<string> | null = null;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the voucher that took something off; null without one.',
  })
  @Property({ type: 'text', nullable: true })
  voucherCode: Opt<string> | null = null;

  @Field(() => RupiahScalar, { description: 'What the voucher took off, in whole rupiah; 0 without one.' })
  @Property({ type: RupiahColumn })
  discountTotal: Opt<Rupiah> = 0;

  @Field(() => RupiahScalar, { description: 'What the buyer pays: goods and fees less the discount, in whole rupiah.' })
  @Property({ type: RupiahColumn })
  total!: Rupiah;

  /** What has been promised back so far, in rupiah. */
  @Property({ type: RupiahColumn })
  refundDueTotal: Opt<Rupiah> = 0;

  @Field(() => RupiahScalar, { description: 'What has been sent back so far, in whole rupiah.' })
  @Property({ type: RupiahColumn })
  refundedTotal: Opt<Rupiah> = 0;

  /** Eight Crockford letters, the last of which checks the others. Shown to the buyer once the order may be collected. */
  @Property({ type: 'text' })
  collectCode!: string;

  /** Raised by unlockCollection; the PIN is derived from the order's key and this. */
  @Property({ type: 'integer' })
  pinVersion: Opt<number> = 1;

  @Property({ type: 'text' })
  idempotencyKey!: string;

  /** What the key was first used with, to tell a repetition from another request. */
  @Property({ type: 'text' })
  idempotencyInput!: string;

  /** Keys of the changes of the payment method, so that a repetition changes nothing more, however late it comes. */
  @Property({ type: 'array', columnType: 'text[]', defaultRaw: `'{}'` })
  methodChangeKeys: Opt<string[]> = [];

  /** Why the buyer called it off, in the buyer's words. */
  @Property({ type: 'text', nullable: true })
  cancelReason: Opt<string> | null = null;

  @Field(() => DateTimeScalar, { description: 'When it was placed.' })
  @Property({ type: 'timestamptz' })
  placedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Pay before this, null for cash.' })
  @Property({ type: 'timestamptz', nullable: true })
  payBy!: Date | null;

  /** When the provider settled it; a reversible method is not handed over in the first minutes after. */
  @Property({ type: 'timestamptz', nullable: true })
  paidAt: Opt<Date> | null = null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When its parcels are likely to be at the point.' })
  @Property({ type: 'timestamptz', nullable: true })
  expectedPickupAt!: Date | null;
}
