import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import type { RefundBearer } from '../../ledger/index.ts';
import { type Rupiah, RupiahScalar } from '../../platform/money.ts';

/** Who bears money that goes back while the sale stands. */
export const RefundBearerEnum = { SELLER: 'SELLER', MARKET: 'MARKET', POINT: 'POINT' } as const satisfies Record<
  RefundBearer,
  RefundBearer
>;
registerEnumType(RefundBearerEnum, {
  name: 'RefundBearer',
  description: 'Who bears money that goes back while the sale stands.',
  valuesConfig: {
    SELLER: { description: 'The shop alone, out of what it earned.' },
    MARKET: { description: 'The market, out of its commission.' },
    POINT: { description: 'The pickup point, out of its fees.' },
  },
});

@InputType({ description: 'Pieces of one line.' })
export class LinePiecesInput {
  @Field(() => ID, { description: 'The line.' })
  lineId!: string;

  @Field(() => Int, { description: 'How many pieces of it; at least 1.' })
  quantity!: number;
}

@InputType({ description: 'Pieces of a parcel that are refunded.' })
export class RefundLinesInput {
  @Field(() => ID, { description: 'The parcel.' })
  parcelId!: string;

  @Field(() => [LinePiecesInput], { description: 'Which pieces; each line once, at most 100.' })
  lines!: LinePiecesInput[];

  @Field(() => String, { description: 'Why, for the buyer to read; 1 to 300 characters.' })
  reason!: string;

  @Field(() => String, { description: 'Chosen by the client, at most 200 characters: the same key, the same refund.' })
  idempotencyKey!: string;
}

@InputType({ description: 'A parcel of which everything is refunded.' })
export class RefundParcelInput {
  @Field(() => ID, { description: 'The parcel.' })
  parcelId!: string;

  @Field(() => String, { description: 'Why, for the buyer to read; 1 to 300 characters.' })
  reason!: string;
}

@InputType({ description: 'An order of which everything is refunded.' })
export class RefundOrderInput {
  @Field(() => String, { description: 'Its code, e.g. BJ-7K2QM4X.' })
  orderCode!: string;

  @Field(() => String, { description: 'Why, for the buyer to read; 1 to 300 characters.' })
  reason!: string;
}

@InputType({ description: 'Money given back although the sale stands.' })
export class GiveGoodwillInput {
  @Field(() => ID, { description: 'The parcel of which it is.' })
  parcelId!: string;

  @Field(() => RupiahScalar, { description: 'How much, in whole rupiah; at most what was paid and not refunded.' })
  amount!: Rupiah;

  @Field(() => RefundBearerEnum, { description: 'Who bears it.' })
  borneBy!: RefundBearer;

  @Field(() => String, { description: 'Why, for the buyer to read; 1 to 300 characters.' })
  reason!: string;

  @Field(() => String, { description: 'Chosen by the client, at most 200 characters: the same key, the same gift.' })
  idempotencyKey!: string;
}

@InputType({ description: 'Where refunds of an order are transferred to by hand.' })
export class SaveRefundAccountInput {
  @Field(() => ID, { description: 'The order.' })
  orderId!: string;

  @Field(() => String, { description: 'Name of the bank or wallet; 2 to 40 characters.' })
  bank!: string;

  @Field(() => String, { description: 'Number of the account; 5 to 20 digits, blanks and dashes are dropped.' })
  accountNumber!: string;

  @Field(() => String, { description: 'Name of its holder; 1 to 100 characters.' })
  holderName!: string;
}
