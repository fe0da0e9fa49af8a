import { Check, Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Account } from '../accounts/index.ts';
import { StoredNode } from '../platform/database/stored-node.ts';
import { Access } from '../platform/graphql/access.ts';
import { Node } from '../platform/graphql/node.ts';
import { DateTimeScalar } from '../platform/graphql/scalars.ts';
import { type Rupiah, RupiahColumn, RupiahScalar } from '../platform/money.ts';
import { Payment, payer } from './payment.ts';
import { PaymentAttempt } from './payment-attempt.ts';

/** Begins the effect of a refund of money that came twice; it says nothing about the order, which stays paid. */
export const OVERPAID = 'overpaid:';

/** Where a refund stands. */
export const RefundStatus = { DUE: 'DUE', SENT: 'SENT', TASK: 'TASK', DONE: 'DONE', FAILED: 'FAILED' } as const;
export type RefundStatus = keyof typeof RefundStatus;

/** Moves of a refund. What has gone out is never called off: what came of it is for a person to look at. */
export const REFUND_MOVES = {
  DUE: ['SENT', 'TASK', 'FAILED'],
  TASK: ['SENT', 'DONE', 'FAILED'],
  SENT: ['DONE'],
  DONE: [],
  FAILED: [],
} as const satisfies Record<RefundStatus, readonly RefundStatus[]>;

registerEnumType(RefundStatus, {
  name: 'RefundStatus',
  description: 'Where a refund stands.',
  valuesConfig: {
    DUE: { description: 'Owed to the buyer; about to be sent.' },
    SENT: { description: 'The provider took it on; banks and wallets need up to some days.' },
    TASK: { description: 'The provider cannot send it; the city transfers it by hand.' },
    DONE: { description: 'The money went out.' },
    FAILED: { description: 'Called off: nothing goes out.' },
  },
});

@ObjectType({ implements: Node, description: 'Money that goes back to the buyer.' })
@Access(payer)
@Entity()
@Unique({ name: 'refund_key_once', properties: ['refundKey'] })
@Unique({ name: 'refund_effect_once', properties: ['effect'] })
@Check({ name: 'refund_amount_positive', expression: 'amount > 0' })
@Check({ name: 'refund_done_at_when_done', expression: "status <> 'DONE' or done_at is not null" })
@Index({ name: 'refund_payment', properties: ['paymentKey'] })
export class Refund extends StoredNode {
  @ManyToOne(() => Payment, { mapToPk: true, fieldName: 'payment_id' })
  paymentKey!: string;

  /** The charge it is taken back from; null for cash. */
  @ManyToOne(() => PaymentAttempt, { mapToPk: true, fieldName: 'attempt_id', nullable: true })
  attemptKey!: string | null;

  @ManyToOne(() => Account, { mapToPk: true, fieldName: 'payer_id' })
  payerKey!: string;

  /** The provider's idempotency handle: the same key is the same refund. Another one only when somebody had made it by hand there. */
  @Property({ type: 'text' })
  refundKey: string = `r-${this.key}`;

  /** Why it exists, once, in the words of who asked for it, e.g. `parcel:<key>`: the same effect twice is one refund. */
  @Property({ type: 'text' })
  effect!: string;

  @Field(() => RupiahScalar, { description: 'What goes back, in whole rupiah.' })
  @Property({ type: RupiahColumn })
  amount!: Rupiah;

  @Field(() => RefundStatus, { description: 'Where the refund stands.' })
  @Enum({ items: () => Object.values(RefundStatus), type: 'text' })
  status: RefundStatus = RefundStatus.DUE;

  @Field(() => String, { description: 'Why the money goes back, for people.' })
  @Property({ type: 'text' })
  reason!: string;

  @Field(() => DateTimeScalar, { description: 'When it became due.' })
  @Property({ type: 'timestamptz' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was sent to the provider or transferred, null before.',
  })
  @Property({ type: 'timestamptz', nullable: true })
  sentAt: Date | null = null;

  /** How the money left, null before: through the provider, or by the curator's transfer. */
  @Enum({ items: () => ['PROVIDER', 'TRANSFER'], type: 'text', nullable: true })
  sentBy: 'PROVIDER' | 'TRANSFER' | null = null;

  /** When the bank confirmed it, or the curator transferred it. */
  @Property({ type: 'timestamptz', nullable: true })
  doneAt: Date | null = null;
}
