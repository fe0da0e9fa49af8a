import { Check, Entity, Enum, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Account } from '../accounts/index.ts';
import { StoredNode } from '../platform/database/stored-node.ts';
import { Access, type AccessRule } from '../platform/graphql/access.ts';
import { Node } from '../platform/graphql/node.ts';
import { DateTimeScalar } from '../platform/graphql/scalars.ts';
import { type Rupiah, RupiahColumn, RupiahScalar } from '../platform/money.ts';
import { PaymentMethod } from './payment-method.ts';
import { PaymentStatus } from './payment-status.ts';

/** The account that pays. A payment is reached through its order; this rule holds also when something else leads to it. */
export const payer: AccessRule = {
  name: 'payer of the payment',
  permits: (source: { payerKey: string }, ctx) => ctx.actor.key !== null && source.payerKey === ctx.actor.key,
};

/** One thing that the sum consists of, as the provider shows it to the payer. */
export interface PaymentItem {
  readonly id: string;
  readonly name: string;
  /** Price of one, in rupiah; negative for something taken off. */
  readonly price: Rupiah;
  readonly quantity: number;
}

/** What items cost together, in rupiah. */
export function sumOfItems(items: readonly PaymentItem[]): Rupiah {
  return items.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
}

@ObjectType({ implements: Node, description: 'The payment of one order: one sum, paid once, by one method at a time.' })
@Access(payer)
@Entity()
@Unique({ name: 'payment_once_per_reference', properties: ['reference'] })
@Check({ name: 'payment_amount_positive', expression: 'amount > 0' })
@Check({ name: 'payment_paid_total_not_negative', expression: 'paid_total >= 0' })
@Check({ name: 'payment_reversed_total_within_paid', expression: 'reversed_total between 0 and paid_total' })
@Check({
  name: 'payment_paid_at_when_paid',
  expression: "status not in ('PAID', 'PARTLY_REFUNDED', 'REFUNDED', 'REFUND_DUE') or paid_at is not null",
})
export class Payment extends StoredNode {
  /** What is paid for: the key of an order. Payments know nothing else about it. */
  @Property({ type: 'uuid' })
  reference!: string;

  /** Short public code of the reference, e.g. BJ-7K2QM4; ids at the provider begin with it. */
  @Property({ type: 'text' })
  orderCode!: string;

  @ManyToOne(() => Account, { mapToPk: true, fieldName: 'payer_id' })
  payerKey!: string;

  @Field(() => PaymentMethod, { description: 'The method chosen at present.' })
  @Enum({ items: () => Object.values(PaymentMethod), type: 'text' })
  method!: PaymentMethod;

  @Field(() => PaymentStatus, { description: 'Where the payment stands.' })
  @Enum({ items: () => Object.values(PaymentStatus), type: 'text' })
  status!: PaymentStatus;

  @Field(() => RupiahScalar, { description: 'What is to be paid, in whole rupiah.' })
  @Property({ type: RupiahColumn })
  amount!: Rupiah;

  @Field(() => RupiahScalar, {
    description:
      'What came in so far, in whole rupiah. Cash comes in parts; an order paid twice makes it exceed the amount.',
  })
  @Property({ type: RupiahColumn })
  paidTotal: Rupiah = 0;

  @Field(() => RupiahScalar, {
    description:
      'What banks took back of what came in and had not gone back to the buyer by then, in whole rupiah. Refunds never exceed what is left.',
  })
  @Property({ type: RupiahColumn })
  reversedTotal: Rupiah = 0;

  /** What the sum consists of; the prices times quantities add up to the amount. */
  @Property({ type: 'json' })
  items!: PaymentItem[];

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when it can be paid; null for cash.' })
  @Property({ type: 'timestamptz', nullable: true })
  deadline!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the money came, null while it has not.' })
  @Property({ type: 'timestamptz', nullable: true })
  paidAt: Date | null = null;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;
}
