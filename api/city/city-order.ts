import { Field, ObjectType } from 'type-graphql';
import { curator } from '../accounts/index.ts';
import { type Order, OrderPaymentStatus } from '../orders/index.ts';
import { PaymentMethod, type Refund, RefundStatus } from '../payments/index.ts';
import { Access } from '../platform/graphql/access.ts';
import { DateTimeScalar } from '../platform/graphql/scalars.ts';
import { type Rupiah, RupiahScalar } from '../platform/money.ts';

@ObjectType({
  description:
    'An order as the city sees it: what was paid and what went back, and nothing that names its buyer or opens a parcel.',
})
@Access(curator)
export class CityOrder {
  /** Not public. */
  key!: string;

  @Field(() => String, { description: 'Its code, e.g. BJ-7K2QM4X.' })
  code!: string;

  @Field(() => DateTimeScalar, { description: 'When it was placed.' })
  placedAt!: Date;

  @Field(() => PaymentMethod, { description: 'How it is paid.' })
  paymentMethod!: PaymentMethod;

  @Field(() => OrderPaymentStatus, { description: 'What has become of the money.' })
  paymentStatus!: OrderPaymentStatus;

  @Field(() => RupiahScalar, { description: 'What the buyer pays, in whole rupiah.' })
  total!: Rupiah;

  @Field(() => RupiahScalar, { description: 'What has been promised back so far, in whole rupiah.' })
  refundDueTotal!: Rupiah;

  @Field(() => RupiahScalar, { description: 'What has been sent back so far, in whole rupiah.' })
  refundedTotal!: Rupiah;
}

/** What the city sees of an order. */
export function cityOrder(order: Order): CityOrder {
  const { key, code, placedAt, paymentMethod, paymentStatus, total, refundDueTotal, refundedTotal } = order;
  const money = { paymentMethod, paymentStatus, total, refundDueTotal, refundedTotal };
  return Object.assign(new CityOrder(), { key, code, placedAt, ...money });
}

@ObjectType({ description: 'Money of an order that goes back, as the city sees it.' })
@Access(curator)
export class CityRefund {
  @Field(() => RupiahScalar, { description: 'What goes back, in whole rupiah.' })
  amount!: Rupiah;

  @Field(() => RefundStatus, { description: 'Where it stands.' })
  status!: RefundStatus;

  @Field(() => String, { description: 'Why the money goes back, for people.' })
  reason!: string;

  @Field(() => DateTimeScalar, { description: 'When it became due.' })
  createdAt!: Date;
}

/** What the city sees of a refund. */
export function cityRefund({ amount, status, reason, createdAt }: Refund): CityRefund {
  return Object.assign(new CityRefund(), { amount, status, reason, createdAt });
}
