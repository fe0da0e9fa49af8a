import { Check, Entity, Enum, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { newKey } from '../platform/keys.ts';
import { type Rupiah, RupiahColumn } from '../platform/money.ts';
import { AttemptStatus } from './attempt-status.ts';
import { Payment, type PaymentItem } from './payment.ts';
import type { PaymentInstructions } from './payment-instructions.ts';
import { PaymentMethod } from './payment-method.ts';

/**
 * One charge at the provider. A payment gets a new one for each method chosen; an older one can still be paid late. A payment by CASH has
 * some for parts of it that are paid by QRIS at the counter.
 */
@Entity()
@Unique({ name: 'payment_attempt_number', properties: ['paymentKey', 'number'] })
@Unique({ name: 'payment_attempt_provider_order_id', properties: ['providerOrderId'] })
@Unique({ name: 'payment_attempt_provider_transaction_id', properties: ['providerTransactionId'] })
@Check({ name: 'payment_attempt_amount_positive', expression: 'amount > 0' })
@Check({ name: 'payment_attempt_settled_all_or_nothing', expression: 'settled_amount = 0 or settled_amount = amount' })
export class PaymentAttempt {
  @PrimaryKey({ type: 'uuid', fieldName: 'id' })
  key: string = newKey();

  @ManyToOne(() => Payment, { mapToPk: true, fieldName: 'payment_id' })
  paymentKey!: string;

  /** 1 for the first. */
  @Property({ type: 'integer' })
  number!: number;

  /** Our id of it at the provider: `<order code>-a<number>`, at most 50 characters of the allowed alphabet. */
  @Property({ type: 'text' })
  providerOrderId!: string;

  /** The provider's id of it, once it answered. */
  @Property({ type: 'text', nullable: true })
  providerTransactionId: string | null = null;

  @Enum({ items: () => Object.values(PaymentMethod), type: 'text' })
  method!: PaymentMethod;

  @Property({ type: RupiahColumn })
  amount!: Rupiah;

  /** What it charges when that is a part of the payment, at the counter; null charges the payment whole. */
  @Property({ type: 'json', nullable: true })
  part: PaymentItem[] | null = null;

  /** The amount once it was settled, 0 before. */
  @Property({ type: RupiahColumn })
  settledAmount: Rupiah = 0;

  @Enum({ items: () => Object.values(AttemptStatus), type: 'text' })
  status: AttemptStatus = AttemptStatus.STARTING;

  /** What the payer needs, once the provider gave it. */
  @Property({ type: 'json', nullable: true })
  instructions: PaymentInstructions | null = null;

  @Property({ type: 'timestamptz' })
  deadline!: Date;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  settledAt: Date | null = null;

  /** Since when nobody shall pay it any more; it is then called off at the provider, which may be too late. */
  @Property({ type: 'timestamptz', nullable: true })
  disownedAt: Date | null = null;

  /** How often the provider was asked for its state without a notification. */
  @Property({ type: 'integer' })
  asks: number = 0;

  /** When to ask again; null when nothing is to be expected any more. */
  @Property({ type: 'timestamptz', nullable: true })
  nextAskAt!: Date | null;

  /** The provider's last answer about it, for disputes; holds no secret. */
  @Property({ type: 'json', nullable: true })
  lastAnswer: object | null = null;
}
