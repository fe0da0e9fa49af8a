import { PrimaryKeyProp } from '@mikro-orm/core';
import { Check, Entity, Enum, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Account } from '../../accounts/index.ts';
import { Access, everyone } from '../../platform/graphql/access.ts';
import { DateTimeScalar } from '../../platform/graphql/scalars.ts';
import { newKey } from '../../platform/keys.ts';
import { type Rupiah, RupiahColumn, RupiahScalar } from '../../platform/money.ts';
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

registerEnumType(ParcelRefundKind, {
  name: 'ParcelRefundKind',
  description: 'Why money of a parcel goes back.',
  valuesConfig: {
    PARCEL: { description: 'The parcel came to nothing, or all that was left of it was refunded.' },
    LINES: { description: 'Some of its pieces were refunded.' },
    GOODWILL: { description: 'A kindness; the sale stands.' },
    DISPUTE: { description: 'A complaint came to it.' },
  },
});
registerEnumType(ParcelRefundBearer, {
  name: 'ParcelRefundBearer',
  description: 'Who bears a refund.',
  valuesConfig: {
    SALE: { description: 'Everybody who had a part of the sale, in proportion.' },
    SELLER: { description: 'The shop alone.' },
    MARKET: { description: 'The market alone.' },
    POINT: { description: 'The pickup point alone.' },
  },
});

/**
 * One refund of a parcel, as it was promised. Only ever appended; the database holds that the refunds of a parcel are what the parcel, its
 * lines and its order say (refunds_add_up).
 */
@ObjectType({ description: 'A refund of a parcel, as it was promised.' })
@Access(everyone) // reached through a parcel, by a field whose rule decides
@Entity({ tableName: 'parcel_refund', comment: 'append-only' })
@Unique({ name: 'parcel_refund_number_once', properties: ['parcelKey', 'number'] })
@Unique({ name: 'parcel_refund_key_once', properties: ['actorKey', 'idempotencyKey'] })
@Check({ name: 'parcel_refund_amount_some', expression: `amount > 0 or (amount = 0 and kind = 'LINES')` })
@Check({ name: 'parcel_refund_goods_not_negative', expression: 'goods_total >= 0' })
@Check({ name: 'parcel_refund_number_positive', expression: 'number > 0' })
@Check({ name: 'parcel_refund_asked_by_somebody', expression: 'idempotency_key is null or actor_id is not null' })
export class ParcelRefund {
  declare [PrimaryKeyProp]?: 'key';

  @PrimaryKey({ type: 'uuid', fieldName: 'id' })
  key: string = newKey();

  @ManyToOne(() => Parcel, { mapToPk: true, fieldName: 'parcel_id' })
  parcelKey!: string;

  /** Ledger and payment name it by this. */
  @Field(() => Int, { description: '1 is the first refund of the parcel.' })
  @Property({ type: 'integer' })
  number!: number;

  @Field(() => ParcelRefundKind, { description: 'Why it goes back.' })
  @Enum({ items: () => Object.values(ParcelRefundKind), type: 'text' })
  kind!: ParcelRefundKind;

  @Field(() => ParcelRefundBearer, { description: 'Who bears it.' })
  @Enum({ items: () => Object.values(ParcelRefundBearer), type: 'text' })
  bearer!: ParcelRefundBearer;

  @Field(() => RupiahScalar, {
    description: 'What goes back to the buyer, in whole rupiah; 0 for pieces that a voucher had paid for.',
  })
  @Property({ type: RupiahColumn })
  amount!: Rupiah;

  /** How much of the price of its lines that undoes, in rupiah; 0 for a kindness. */
  @Property({ type: RupiahColumn })
  goodsTotal!: Rupiah;

  @Field(() => String, { description: 'Why, for the buyer to read.' })
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

  @Field(() => DateTimeScalar, { description: 'When it was promised.' })
  @Property({ type: 'timestamptz' })
  at!: Date;
}
