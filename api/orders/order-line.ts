import { type Opt, PrimaryKeyProp } from '@mikro-orm/core';
import { Check, Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { StoredProduct, StoredVariant } from '../catalog/index.ts';
import { StoredNode } from '../platform/database/stored-node.ts';
import { Access, everyone } from '../platform/graphql/access.ts';
import { Node } from '../platform/graphql/node.ts';
import { LARGEST_RUPIAH, type Rupiah, RupiahColumn, RupiahScalar } from '../platform/money.ts';
import { Parcel } from './parcel.ts';

@ObjectType({
  implements: Node,
  description:
    'One thing bought, as it was named and priced at that moment; later changes of the product do not touch it.',
})
@Access(everyone) // reached through a parcel, whose rule decides
@Entity({ tableName: 'order_line' })
@Index({ name: 'order_line_of_parcel', properties: ['parcelKey', 'position'] })
@Index({ name: 'order_line_of_variant', properties: ['variantKey'] })
@Check({ name: 'order_line_quantity', expression: 'quantity > 0 and quantity <= 999' })
@Check({ name: 'order_line_price_positive', expression: 'unit_price > 0' })
@Check({ name: 'order_line_total_is_the_product', expression: 'total = unit_price * quantity' })
@Check({ name: 'order_line_discount_within_total', expression: 'discount >= 0 and discount <= total' })
@Check({ name: 'order_line_total_limit', expression: `total <= ${LARGEST_RUPIAH}` })
@Check({
  name: 'order_line_refunded_within_quantity',
  expression: 'refunded_quantity >= 0 and refunded_quantity <= quantity',
})
@Check({
  name: 'order_line_refunded_within_total',
  expression: 'refunded_total >= 0 and refunded_total <= total - discount',
})
@Check({
  name: 'order_line_refunded_within_discount',
  expression: 'refunded_discount >= 0 and refunded_discount <= discount',
})
export class OrderLine extends StoredNode {
  declare [PrimaryKeyProp]?: 'key';

  @ManyToOne(() => Parcel, { mapToPk: true, fieldName: 'parcel_id' })
  parcelKey!: string;

  @ManyToOne(() => StoredProduct, { mapToPk: true, fieldName: 'product_id' })
  productKey!: string;

  @ManyToOne(() => StoredVariant, { mapToPk: true, fieldName: 'variant_id' })
  variantKey!: string;

  /** Order among its siblings. */
  @Property({ type: 'integer' })
  position!: number;

  @Field(() => String, { description: 'Name of the product when it was bought.' })
  @Property({ type: 'text' })
  title!: string;

  @Field(() => String, { description: 'Name of the variant when it was bought; empty when there was only one.' })
  @Property({ type: 'text' })
  variantName!: string;

  @Field(() => String, { description: "The seller's own code for it." })
  @Property({ type: 'text' })
  sku!: string;

  /** Content hash of its photo when it was bought; photos are kept by hash. */
  @Property({ type: 'text', nullable: true })
  photoHash!: string | null;

  @Field(() => RupiahScalar, { description: 'Price of one when it was bought, in whole rupiah.' })
  @Property({ type: RupiahColumn })
  unitPrice!: Rupiah;

  @Field(() => Int, { description: 'How many.' })
  @Property({ type: 'integer' })
  quantity!: number;

  @Field(() => RupiahScalar, { description: 'Price times quantity, in whole rupiah.' })
  @Property({ type: RupiahColumn })
  total!: Rupiah;

  @Field(() => RupiahScalar, { description: 'What the voucher took off it, in whole rupiah; 0 without one.' })
  @Property({ type: RupiahColumn })
  discount: Opt<Rupiah> = 0;

  @Field(() => Int, { description: 'How many of them were taken out of the sale and refunded.' })
  @Property({ type: 'integer', default: 0 })
  refundedQuantity: Opt<number> = 0;

  @Field(() => RupiahScalar, { description: 'How much of the price has been refunded, in whole rupiah.' })
  @Property({ type: RupiahColumn, default: 0 })
  refundedTotal: Opt<Rupiah> = 0;

  /** What of the discount was undone by refunds that undid the sale: what a voucher had paid leaves no other trace. In whole rupiah. */
  @Property({ type: RupiahColumn, default: 0 })
  refundedDiscount: Opt<Rupiah> = 0;
}
