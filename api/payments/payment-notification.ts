import { Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { newKey } from '../platform/keys.ts';
import { PaymentAttempt } from './payment-attempt.ts';

/** A notification as it came, kept before anything is done with it. The same body is kept once. */
@Entity()
@Unique({ name: 'payment_notification_body_once', properties: ['bodyHash'] })
@Index({ name: 'payment_notification_waiting', properties: ['handledAt'] })
export class PaymentNotification {
  @PrimaryKey({ type: 'uuid', fieldName: 'id' })
  key: string = newKey();

  /** SHA-256 of the raw body, hex. */
  @Property({ type: 'text' })
  bodyHash!: string;

  @Property({ type: 'text' })
  body!: string;

  /** Id at the provider of the charge that it is about. */
  @Property({ type: 'text' })
  providerOrderId!: string;

  /** The charge that it is about; null while we know none. */
  @ManyToOne(() => PaymentAttempt, { mapToPk: true, fieldName: 'attempt_id', nullable: true })
  attemptKey: string | null = null;

  /** What it claims; only the provider's own status answer moves money. */
  @Property({ type: 'text' })
  claimedStatus!: string;

  /** How often the same body came. */
  @Property({ type: 'integer' })
  deliveries: number = 1;

  @Property({ type: 'timestamptz' })
  receivedAt!: Date;

  /** When the status was asked and applied because of it; of an unknown charge, when it was found out whether the provider holds money. */
  @Property({ type: 'timestamptz', nullable: true })
  handledAt: Date | null = null;
}
