import { type Opt, PrimaryKeyProp } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Account } from '../accounts/index.ts';
import { newKey } from '../platform/keys.ts';

/** How far a message has come. Later ones in this list win over earlier ones, in whatever order news of them arrives. */
export enum MessageStatus {
  /** Waits to be sent. */
  QUEUED = 'QUEUED',
  /** Taken on by the provider. */
  SENT = 'SENT',
  /** Given up: see lastErrorCode. */
  FAILED = 'FAILED',
  /** On the phone. */
  DELIVERED = 'DELIVERED',
  /** Read. */
  READ = 'READ',
  /** Not sent, because it was no longer true, or because there was nobody to send it to. */
  SKIPPED = 'SKIPPED',
}

/**
 * The outbox: a message to a person. It names rows and holds no personal data: number and words are made when it is sent, so
 * that an erased person gets nothing and what was overtaken by events is not said.
 */
@Entity({ tableName: 'message' })
@Index({
  name: 'message_due',
  expression: `create index message_due on message (next_attempt_at, id) where status = 'QUEUED'`,
})
@Index({ name: 'message_of_account', properties: ['accountKey', 'createdAt'] })
@Check({ name: 'message_has_recipient', expression: '(account_id is null) <> (challenge_id is null)' })
@Check({ name: 'message_language', expression: `language in ('id', 'en')` })
@Check({
  name: 'message_sent_has_provider_id',
  expression: `status not in ('SENT', 'DELIVERED', 'READ') or provider_id is not null`,
})
export class Message {
  declare [PrimaryKeyProp]?: 'key';

  @PrimaryKey({ type: 'uuid', fieldName: 'id' })
  key: string = newKey();

  /** Name of the template that the provider has approved. */
  @Property({ type: 'text' })
  template!: string;

  /** `id` or `en`. */
  @Property({ type: 'text' })
  language!: string;

  /** Whom it is for; null for one-time codes, which go to a number. */
  @ManyToOne(() => Account, { mapToPk: true, fieldName: 'account_id', nullable: true })
  accountKey: string | null = null;

  /** The one-time code it carries. No foreign key: challenges are forgotten sooner than messages. */
  @Property({ type: 'uuid', fieldName: 'challenge_id', nullable: true })
  challengeKey: string | null = null;

  /** Event that caused it. */
  @Property({ type: 'uuid', fieldName: 'event_id' })
  eventKey!: string;

  /** Order it is about. No foreign key: the outbox must not hold back anything. */
  @Property({ type: 'uuid', fieldName: 'order_id', nullable: true })
  orderKey: string | null = null;

  /** Parcels it is about: several when one act moved several. */
  @Property({ type: 'uuid[]', fieldName: 'parcel_ids', columnType: 'uuid[]' })
  parcelKeys: string[] = [];

  /** Names cause and recipient, so that the same event heard twice is one message. */
  @Property({ type: 'text', unique: 'message_once' })
  once!: string;

  @Enum({ items: () => Object.values(MessageStatus) })
  status: Opt<MessageStatus> = MessageStatus.QUEUED;

  /** Id that the provider gave it. */
  @Property({ type: 'text', nullable: true, unique: 'message_provider_id_once' })
  providerId: string | null = null;

  @Property({ type: 'integer' })
  attempts: Opt<number> = 0;

  /** The provider's code of the last failure; 0 when it did not answer. */
  @Property({ type: 'integer', nullable: true })
  lastErrorCode: number | null = null;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;

  /** Not to be tried before this. */
  @Property({ type: 'timestamptz' })
  nextAttemptAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  sentAt: Date | null = null;

  @Property({ type: 'timestamptz', nullable: true })
  deliveredAt: Date | null = null;

  @Property({ type: 'timestamptz', nullable: true })
  readAt: Date | null = null;

  @Property({ type: 'timestamptz', nullable: true })
  failedAt: Date | null = null;
}
