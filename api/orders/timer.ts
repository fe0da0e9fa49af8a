import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { newKey } from '../platform/keys.ts';
import { Order } from './order.ts';
import { Parcel } from './parcel.ts';

/** What happens when a time comes, unless the order or parcel has moved on. */
export const TimerKind = {
  /** An order is still unpaid: ask the provider, then expire it. */
  PAYMENT_DUE: 'PAYMENT_DUE',
  /** The seller has not answered. */
  ANSWER_DUE: 'ANSWER_DUE',
  /** The seller has not brought the parcel to the point. */
  DELIVERY_DUE: 'DELIVERY_DUE',
  /** Tell the buyer that the parcel goes back soon. */
  RETURN_NEAR: 'RETURN_NEAR',
  /** The holding days are over. */
  HOLD_OVER: 'HOLD_OVER',
  /** A parcel has lain at its point for long although its holding days are over or its payment was taken back. */
  UNCOLLECTED_LONG: 'UNCOLLECTED_LONG',
  /** The money of seller, point and community is past complaint. */
  RELEASE_MONEY: 'RELEASE_MONEY',
  /** The seller has not answered a dispute. */
  DISPUTE_ANSWER_DUE: 'DISPUTE_ANSWER_DUE',
  /** The buyer has not answered what the seller offers. */
  DISPUTE_OFFER_DUE: 'DISPUTE_OFFER_DUE',
} as const;
export type TimerKind = (typeof TimerKind)[keyof typeof TimerKind];

/**
 * A due time, swept against the business clock; fires once. Timers are never taken back: one whose order or parcel has moved
 * on fires and does nothing, so that nobody has to lock another's timer.
 */
@Entity({ tableName: 'timer' })
@Index({
  name: 'timer_due',
  expression: 'create index timer_due on timer (due_at, id) where fired_at is null',
})
@Check({ name: 'timer_fires_when_due', expression: 'fired_at is null or fired_at >= due_at' })
export class Timer {
  @PrimaryKey({ type: 'uuid', fieldName: 'id' })
  key: string = newKey();

  @Enum({ items: () => Object.values(TimerKind), type: 'text' })
  kind!: TimerKind;

  @ManyToOne(() => Order, { mapToPk: true, fieldName: 'order_id' })
  orderKey!: string;

  @ManyToOne(() => Parcel, { mapToPk: true, fieldName: 'parcel_id', nullable: true })
  parcelKey: string | null = null;

  @Property({ type: 'timestamptz' })
  dueAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  firedAt: Date | null = null;

  /** A timer that begins to run. */
  static starting(kind: TimerKind, orderKey: string, parcelKey: string | null, dueAt: Date): Timer {
    return Object.assign(new Timer(), { kind, orderKey, parcelKey, dueAt });
  }
}
