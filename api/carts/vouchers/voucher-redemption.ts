import { Check, Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Account } from '../../accounts/index.ts';
import { newKey } from '../../platform/keys.ts';
import { type Rupiah, RupiahColumn } from '../../platform/money.ts';
import { Voucher } from './voucher.ts';

/**
 * That an order uses a voucher. While it counts it holds a slot of its buyer: with two slots, a third use has no number to take,
 * whoever writes the row: the database takes no slot above the voucher's limit, and none where there is a limit. Given back, it holds none.
 */
@Entity({ tableName: 'voucher_redemption' })
@Unique({ name: 'voucher_redemption_once_per_order', properties: ['orderKey'] })
@Unique({ name: 'voucher_redemption_buyer_slot_once', properties: ['voucherKey', 'buyerKey', 'buyerSlot'] })
@Unique({
  name: 'voucher_redemption_period_slot_once',
  properties: ['voucherKey', 'buyerKey', 'periodStart', 'periodSlot'],
})
@Index({ name: 'voucher_redemption_of_buyer', properties: ['buyerKey'] })
@Check({ name: 'voucher_redemption_discount_positive', expression: 'discount > 0' })
@Check({ name: 'voucher_redemption_slots_positive', expression: 'buyer_slot > 0 and period_slot > 0' })
@Check({
  name: 'voucher_redemption_given_back_holds_none',
  expression: 'given_back_at is null or (buyer_slot is null and period_slot is null)',
})
@Check({
  name: 'voucher_redemption_honoured_was_given_back',
  expression: 'honoured_at is null or given_back_at is not null',
})
export class VoucherRedemption {
  @PrimaryKey({ type: 'uuid', fieldName: 'id' })
  key: string = newKey();

  @ManyToOne(() => Voucher, { mapToPk: true, fieldName: 'voucher_id' })
  voucherKey!: string;

  /** The order; orders stand above carts, so this is not a reference. */
  @Property({ type: 'uuid', fieldName: 'order_id' })
  orderKey!: string;

  @ManyToOne(() => Account, { mapToPk: true, fieldName: 'buyer_id' })
  buyerKey!: string;

  /** 1 up to the voucher's limit per buyer; null without one, and once given back. */
  @Property({ type: 'integer', nullable: true })
  buyerSlot: number | null = null;

  /** First day, in Depok, of the period in which it was taken, e.g. 2026-11-23; null without periods. */
  @Property({ type: 'text', nullable: true })
  periodStart: string | null = null;

  /** 1 up to the voucher's limit per buyer and period; null without one, and once given back. */
  @Property({ type: 'integer', nullable: true })
  periodSlot: number | null = null;

  /** What it took off, in rupiah. */
  @Property({ type: RupiahColumn })
  discount!: Rupiah;

  @Property({ type: 'timestamptz' })
  takenAt!: Date;

  /** When the order ended unpaid, or with nothing collected; null while the use counts. */
  @Property({ type: 'timestamptz', nullable: true })
  givenBackAt: Date | null = null;

  /** When late money revived the order although the use could not be had again; it is not counted then. */
  @Property({ type: 'timestamptz', nullable: true })
  honouredAt: Date | null = null;
}
