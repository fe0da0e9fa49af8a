import { PrimaryKeyProp } from '@mikro-orm/core';
import { Check, Entity, Enum, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Account } from '../../accounts/index.ts';
import { newKey } from '../../platform/keys.ts';
import { type Rupiah, RupiahColumn } from '../../platform/money.ts';
import { Parcel } from '../parcel.ts';

/** Why money of a parcel goes back. */
export const ParcelRefundKind = {
  /** The parcel came to nothing. */
  PARCEL: 'PARCEL',
  /** Some of its pieces. */
  LINES: 'LINES',
  /** A kindness. */
  GOODWILL: 'GOODWILL',
  /** What a complaint came to. */
  DISPUTE: 'DISPUTE',
} as const;
export type ParcelRefundKind = (typeof ParcelRefundKind)[keyof typeof ParcelRefundKind];

/** Who bears a refund: everybody who had a part of the sale, in proportion, or one alone while the sale stands. */
export const ParcelRefundBearer = { SALE: 'SALE', SELLER: 'SELLER', MARKET: 'MARKET', POINT: 'POINT' } as const;
export type ParcelRefundBearer = (typeof ParcelRefundBearer)[keyof typeof ParcelRefundBearer];

/**
 * One refund of a parcel, as it was promised. Only ever appended; the database holds that the refunds of a parcel are what the parcel, its
 * lines and its order say (refunds_add_up).
 */
@Entity({ tableName: 'parcel_refund', comment: 'append-only' })
@Unique({ name: 'parcel_refund_number_once', properties: ['parcelKey', 'number'] })
@Unique({ name: 'parcel_refund_key_once', properties: ['actorKey', 'idempotencyKey'] })
@Check({ name: 'parcel_refund_amount_positive', expression: 'amount > 0' })
@Check({ name: 'parcel_refund_goods_not_negative', expression: 'goods_total >= 0' })
@Check({ name: 'parcel_refund_number_positive', expression: 'number > 0' })
@Check({ name: 'parcel_refund_asked_by_somebody', expression: 'idempotency_key is null or actor_id is not null' })
export class ParcelRefund {
  declare [PrimaryKeyProp]?: 'key';

  @PrimaryKey({ type: 'uuid', fieldName: 'id' })
  key: string = newKey();

  @ManyToOne(() => Parcel, { mapToPk: true, fieldName: 'parcel_id' })
  parcelKey!: string;

  /** 1 is the first refund of the parcel; ledger and payment name it by this. */
  @Property({ type: 'integer' })
  number!: number;

  @Enum({ items: () => Object.values(ParcelRefundKind), type: 'text' })
  kind!: ParcelRefundKind;

  @Enum({ items: () => Object.values(ParcelRefundBearer), type: 'text' })
  bearer!: ParcelRefundBearer;

  /** What goes back to the buyer, in rupiah. */
  @Property({ type: RupiahColumn })
  amount!: Rupiah;

  /** How much of the price of its lines that undoes, in rupiah; 0 for a kindness. */
  @Property({ type: RupiahColumn })
  goodsTotal!: Rupiah;

  /** For the buyer to read. */
  @Property({ type: 'text' })
  reason!: string;

  /** Null when the program itself promised it. */
  @ManyToOne(() => Account, { mapToPk: true, fieldName: 'actor_id', nullable: true })
  actorKey!: string | null;

  /** Null for refunds that follow from a move of the parcel, which happens once anyway. */
  @Property({ type: 'text', nullable: true })
  idempotencyKey!: string | null;

  /** What the key came with, to tell a repetition from another request. */
  @Property({ type: 'text', nullable: true })
  idempotencyInput!: string | null;

  @Property({ type: 'timestamptz' })
  at!: Date;
}
