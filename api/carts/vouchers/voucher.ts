import { type Opt, PrimaryKeyProp } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Account, isCurator } from '../../accounts/index.ts';
import { StoredCategory } from '../../catalog/index.ts';
import { StoredNode } from '../../platform/database/stored-node.ts';
import { Access, type AccessRule } from '../../platform/graphql/access.ts';
import { Node } from '../../platform/graphql/node.ts';
import { DateTimeScalar } from '../../platform/graphql/scalars.ts';
import { LARGEST_RUPIAH, type Rupiah, RupiahColumn, RupiahScalar } from '../../platform/money.ts';
import { isMemberOfSeller, StoredSeller } from '../../sellers/index.ts';
import { VoucherKind, VoucherPeriod } from './voucher-kind.ts';

/** The most uses that any limit of a voucher may name. */
export const LARGEST_LIMIT = 1_000_000;
/** The most uses that one buyer may be allowed, in all or in a period. */
export const LARGEST_BUYER_LIMIT = 100;

/** Members of the shop that gives the voucher, and curators. */
const keeperOfVoucher: AccessRule = {
  name: 'member of the seller that gives the voucher, or curator',
  permits: ({ sellerKey }: Voucher, ctx) => isCurator(ctx) || (sellerKey !== null && isMemberOfSeller(ctx, sellerKey)),
};

@ObjectType({
  implements: Node,
  description: 'A code that takes something off an order. Its terms never change; it can be ended.',
})
@Access(keeperOfVoucher)
@Entity()
@Unique({ name: 'voucher_code_once', properties: ['code'] })
@Unique({ name: 'voucher_idempotency_once', properties: ['makerKey', 'idempotencyKey'] })
@Index({ name: 'voucher_of_seller', properties: ['sellerKey', 'key'] })
@Check({ name: 'voucher_code_form', expression: `code ~ '^[A-Z0-9]{4,20}$'` })
@Check({ name: 'voucher_name_length', expression: 'char_length(name) >= 1 and char_length(name) <= 80' })
@Check({ name: 'voucher_percent_of_its_kind', expression: `(kind = 'PERCENTAGE') = (percent is not null)` })
@Check({ name: 'voucher_percent_bounds', expression: 'percent >= 1 and percent <= 100' })
@Check({ name: 'voucher_amount_of_its_kind', expression: `(kind = 'AMOUNT') = (amount is not null)` })
@Check({ name: 'voucher_amount_bounds', expression: `amount > 0 and amount <= ${LARGEST_RUPIAH}` })
@Check({ name: 'voucher_cap_of_its_kind', expression: `max_discount is null or kind = 'PERCENTAGE'` })
@Check({ name: 'voucher_cap_bounds', expression: `max_discount > 0 and max_discount <= ${LARGEST_RUPIAH}` })
@Check({
  name: 'voucher_minimum_bounds',
  expression: `minimum_spend >= 0 and minimum_spend <= ${LARGEST_RUPIAH}`,
})
@Check({ name: 'voucher_ends_after_start', expression: 'ends_at > starts_at' })
@Check({ name: 'voucher_limit_bounds', expression: `limit_total >= 1 and limit_total <= ${LARGEST_LIMIT}` })
@Check({ name: 'voucher_uses_within_limit', expression: 'uses >= 0 and (limit_total is null or uses <= limit_total)' })
@Check({
  name: 'voucher_buyer_limit_bounds',
  expression: `limit_per_buyer >= 1 and limit_per_buyer <= ${LARGEST_BUYER_LIMIT}`,
})
@Check({
  name: 'voucher_period_limit_bounds',
  expression: `limit_per_period >= 1 and limit_per_period <= ${LARGEST_BUYER_LIMIT}`,
})
@Check({
  name: 'voucher_limit_in_period_bounds',
  expression: `limit_in_period >= 1 and limit_in_period <= ${LARGEST_LIMIT}`,
})
@Check({
  name: 'voucher_period_has_limit',
  expression: '(period is null) = (limit_per_period is null and limit_in_period is null)',
})
@Check({ name: 'voucher_seller_percent_bounds', expression: 'seller_percent >= 0 and seller_percent <= 100' })
@Check({
  name: 'voucher_of_shop_is_its_own_cost',
  expression: 'seller_id is null or (seller_percent = 100 and seller_ids = array[seller_id])',
})
@Check({ name: 'voucher_sellers_who_pay_are_named', expression: 'seller_percent = 0 or cardinality(seller_ids) >= 1' })
@Check({ name: 'voucher_sellers_some', expression: 'cardinality(seller_ids) <= 100' })
@Check({ name: 'voucher_idempotency_key_length', expression: 'char_length(idempotency_key) <= 200' })
export class Voucher extends StoredNode {
  declare [PrimaryKeyProp]?: 'key';

  @Field(() => String, { description: 'What buyers type: 4 to 20 capital letters and digits.' })
  @Property({ type: 'text' })
  code!: string;

  @Field(() => String, { description: 'What buyers read, e.g. Diskon hari tani.' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => VoucherKind, { description: 'What it takes off.' })
  @Enum({ items: () => Object.values(VoucherKind), type: 'text' })
  kind!: VoucherKind;

  @Field(() => Int, { nullable: true, description: 'Percent off, 1 to 100; null for other kinds.' })
  @Property({ type: 'integer', nullable: true })
  percent: number | null = null;

  @Field(() => RupiahScalar, { nullable: true, description: 'Whole rupiah off; null for other kinds.' })
  @Property({ type: RupiahColumn, nullable: true })
  amount: Rupiah | null = null;

  @Field(() => RupiahScalar, { nullable: true, description: 'The most that a percentage takes off, in whole rupiah.' })
  @Property({ type: RupiahColumn, nullable: true })
  maxDiscount: Rupiah | null = null;

  @Field(() => RupiahScalar, { description: 'What the goods in its scope cost at least, in whole rupiah.' })
  @Property({ type: RupiahColumn, default: 0 })
  minimumSpend: Opt<Rupiah> = 0;

  /** The shop that gives it and bears its whole cost; null for the city's. */
  @ManyToOne(() => StoredSeller, { mapToPk: true, fieldName: 'seller_id', nullable: true })
  sellerKey: string | null = null;

  /** Only goods of these shops; empty for all. */
  @Property({ type: 'array', columnType: 'uuid[]', fieldName: 'seller_ids' })
  sellerKeys: string[] = [];

  /** Only goods of this category and those below it; null for all. */
  @ManyToOne(() => StoredCategory, { mapToPk: true, fieldName: 'category_id', nullable: true, deleteRule: 'restrict' })
  categoryKey: string | null = null;

  @Field(() => Int, { description: 'How much of the discount the shops bear, in percent; the market bears the rest.' })
  @Property({ type: 'integer' })
  sellerPercent!: number;

  @Field(() => DateTimeScalar, { description: 'It can be used from then on.' })
  @Property({ type: 'timestamptz' })
  startsAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'It can be used until then; null without an end.' })
  @Property({ type: 'timestamptz', nullable: true })
  endsAt: Date | null = null;

  @Field(() => Int, { nullable: true, description: 'Orders that may use it, in all; null without a limit.' })
  @Property({ type: 'integer', nullable: true })
  limitTotal: number | null = null;

  @Field(() => Int, { nullable: true, description: 'Orders of one buyer that may use it; null without a limit.' })
  @Property({ type: 'integer', nullable: true })
  limitPerBuyer: number | null = null;

  @Field(() => VoucherPeriod, {
    nullable: true,
    description: 'How often `limitPerPeriod` and `limitInPeriod` begin anew.',
  })
  @Enum({ items: () => Object.values(VoucherPeriod), type: 'text', nullable: true })
  period: VoucherPeriod | null = null;

  @Field(() => Int, { nullable: true, description: 'Orders of one buyer that may use it in each period.' })
  @Property({ type: 'integer', nullable: true })
  limitPerPeriod: number | null = null;

  @Field(() => Int, {
    nullable: true,
    description: 'Orders of all buyers together that may use it in each period; null without a limit.',
  })
  @Property({ type: 'integer', nullable: true })
  limitInPeriod: number | null = null;

  @Field(() => Int, { description: 'Orders that use it; those that ended unpaid or uncollected are not counted.' })
  @Property({ type: 'integer', default: 0 })
  uses: Opt<number> = 0;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was ended before its time; null otherwise.' })
  @Property({ type: 'timestamptz', nullable: true })
  endedAt: Date | null = null;

  @ManyToOne(() => Account, { mapToPk: true, fieldName: 'maker_id' })
  makerKey!: string;

  @Property({ type: 'text' })
  idempotencyKey!: string;

  /** SHA-256 (hex) of what it was made with. */
  @Property({ type: 'text' })
  inputHash!: string;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  @Property({ type: 'timestamptz' })
  createdAt!: Date;
}
