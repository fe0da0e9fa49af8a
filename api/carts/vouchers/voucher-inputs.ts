import { Field, ID, InputType, Int } from 'type-graphql';
import { DateTimeScalar } from '../../platform/graphql/scalars.ts';
import { type Rupiah, RupiahScalar } from '../../platform/money.ts';
import { LARGEST_BUYER_LIMIT, LARGEST_LIMIT } from './voucher.ts';
import { VoucherKind, VoucherPeriod } from './voucher-kind.ts';

@InputType({ description: 'A voucher for a cart.' })
export class ApplyVoucherInput {
  @Field(() => ID, { nullable: true, description: "The cart; the caller's own when left out." })
  cartId?: string | null;

  @Field(() => String, { description: 'The code as typed; size of letters, spaces and hyphens do not matter.' })
  code!: string;
}

@InputType({ description: 'The cart that shall have no voucher.' })
export class RemoveVoucherInput {
  @Field(() => ID, { nullable: true, description: "The cart; the caller's own when left out." })
  cartId?: string | null;
}

@InputType({ description: 'A new voucher. Its terms never change afterwards.' })
export class CreateVoucherInput {
  @Field(() => ID, {
    nullable: true,
    description:
      'A shop of the caller, which gives it, on its own goods and at its own cost; left out for one of the city.',
  })
  sellerId?: string | null;

  @Field(() => String, { description: 'What buyers type: 4 to 20 letters and digits. No other voucher ever had it.' })
  code!: string;

  @Field(() => String, { description: 'What buyers read, 1 to 80 characters.' })
  name!: string;

  @Field(() => VoucherKind, { description: 'What it takes off.' })
  kind!: VoucherKind;

  @Field(() => Int, { nullable: true, description: 'Percent off, 1 to 100; for PERCENTAGE alone.' })
  percent?: number | null;

  @Field(() => RupiahScalar, { nullable: true, description: 'Whole rupiah off; for AMOUNT alone.' })
  amount?: Rupiah | null;

  @Field(() => RupiahScalar, {
    nullable: true,
    description: 'The most that a percentage takes off, in whole rupiah; without a cap when left out.',
  })
  maxDiscount?: Rupiah | null;

  @Field(() => RupiahScalar, {
    nullable: true,
    description: 'What the goods in its scope cost at least, in whole rupiah; 0 when left out.',
  })
  minimumSpend?: Rupiah | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Only goods of these shops, at most 100; all when left out. A shop’s own voucher is for its own goods.',
  })
  sellerIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Only goods of this category and those below it.' })
  categoryId?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'How much of the discount the named shops bear, 0 to 100 percent; 0 when left out. A shop bears all of its own voucher.',
  })
  sellerPercent?: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'It can be used from then on; from now when left out.' })
  startsAt?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'It can be used until then; without end when left out.' })
  endsAt?: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: `Orders that may use it, in all, 1 to ${LARGEST_LIMIT}; without limit when left out.`,
  })
  limitTotal?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: `Orders of one buyer that may use it, 1 to ${LARGEST_BUYER_LIMIT}; without limit when left out.`,
  })
  limitPerBuyer?: number | null;

  @Field(() => VoucherPeriod, {
    nullable: true,
    description: 'How often `limitPerPeriod` and `limitInPeriod` begin anew; given with either of them, and only then.',
  })
  period?: VoucherPeriod | null;

  @Field(() => Int, {
    nullable: true,
    description: `Orders of one buyer that may use it in each period, 1 to ${LARGEST_BUYER_LIMIT}.`,
  })
  limitPerPeriod?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: `Orders of all buyers together that may use it in each period, 1 to ${LARGEST_LIMIT}.`,
  })
  limitInPeriod?: number | null;

  @Field(() => String, { description: 'Made by the client, 1 to 200 characters; the same key gives the same voucher.' })
  idempotencyKey!: string;
}

@InputType({ description: 'A voucher to end before its time.' })
export class EndVoucherInput {
  @Field(() => ID, { description: 'A voucher of the caller’s shop, or of the city for curators.' })
  voucherId!: string;
}
