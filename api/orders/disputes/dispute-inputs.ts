import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import type { RefundBearer } from '../../ledger/index.ts';
import { type Rupiah, RupiahScalar } from '../../platform/money.ts';
import { LinePiecesInput, RefundBearerEnum } from '../refunds/refund-inputs.ts';
import { DisputeReason, DisputeWish } from './dispute-status.ts';

const DisputeAnswer = { ACCEPT: 'ACCEPT', OFFER: 'OFFER', REFUSE: 'REFUSE' } as const;
registerEnumType(DisputeAnswer, {
  name: 'DisputeAnswer',
  description: 'How a seller answers a dispute.',
  valuesConfig: {
    ACCEPT: { description: 'All that is claimed goes back.' },
    OFFER: { description: 'A part of it is offered.' },
    REFUSE: { description: 'Nothing is offered; a curator decides.' },
  },
});

const DisputeOutcome = { NOTHING: 'NOTHING', PART: 'PART', WHOLE: 'WHOLE' } as const;
registerEnumType(DisputeOutcome, {
  name: 'DisputeOutcome',
  description: 'What a curator decides about a dispute.',
  valuesConfig: {
    NOTHING: { description: 'Nothing goes back.' },
    PART: { description: 'A part of what is claimed goes back.' },
    WHOLE: { description: 'All that is claimed goes back.' },
  },
});

const PHOTOS = 'Your own uploads that show it; at most 5.';

@InputType({ description: 'Base of other inputs.' })
class OfDispute {
  @Field(() => ID, { description: 'The dispute.' })
  disputeId!: string;
}

@InputType({ description: 'What is wrong with a parcel that you collected.' })
export class OpenDisputeInput {
  @Field(() => ID, { description: 'The parcel.' })
  parcelId!: string;

  @Field(() => DisputeReason, { description: 'What is wrong.' })
  reason!: DisputeReason;

  @Field(() => String, { description: 'In your words; 1 to 1,000 characters.' })
  text!: string;

  @Field(() => DisputeWish, { description: 'What you want.' })
  wish!: DisputeWish;

  @Field(() => [LinePiecesInput], { description: 'Which pieces; each line once, at most 100.' })
  lines!: LinePiecesInput[];

  @Field(() => [ID], { nullable: true, description: PHOTOS })
  photoUploadIds?: string[] | null;

  @Field(() => String, { description: 'Chosen by the client, at most 200 characters: the same key, the same dispute.' })
  idempotencyKey!: string;
}

@InputType({ description: 'The answer of the seller.' })
export class AnswerDisputeInput extends OfDispute {
  @Field(() => DisputeAnswer, { description: 'How it is answered.' })
  answer!: keyof typeof DisputeAnswer;

  @Field(() => RupiahScalar, { nullable: true, description: 'What is offered, in whole rupiah; for OFFER alone.' })
  amount?: Rupiah | null;

  @Field(() => String, { nullable: true, description: 'At most 1,000 characters; required for REFUSE.' })
  text?: string | null;

  @Field(() => [ID], { nullable: true, description: PHOTOS })
  photoUploadIds?: string[] | null;
}

@InputType({ description: 'An offer that the buyer takes.' })
export class AcceptDisputeOfferInput extends OfDispute {}

@InputType({ description: 'An offer that the buyer does not take.' })
export class PassOnDisputeInput extends OfDispute {}

@InputType({ description: 'A dispute that the buyer takes back.' })
export class WithdrawDisputeInput extends OfDispute {}

@InputType({ description: 'What a curator decides.' })
export class DecideDisputeInput extends OfDispute {
  @Field(() => DisputeOutcome, { description: 'What goes back.' })
  outcome!: keyof typeof DisputeOutcome;

  @Field(() => RupiahScalar, { nullable: true, description: 'How much, in whole rupiah; for PART alone.' })
  amount?: Rupiah | null;

  @Field(() => RefundBearerEnum, {
    nullable: true,
    description: 'Who bears it; SELLER when left out: the sale is undone in proportion, commission and all.',
  })
  borneBy?: RefundBearer | null;

  @Field(() => String, { description: 'Why, for both sides to read; 1 to 1,000 characters.' })
  reason!: string;
}

@InputType({ description: 'A parcel for which the buyer wants the money back.' })
export class RequestRefundInput {
  @Field(() => ID, { description: 'The parcel.' })
  parcelId!: string;

  @Field(() => String, { description: 'Why, in your words; 1 to 300 characters.' })
  reason!: string;

  @Field(() => String, { description: 'Chosen by the client, at most 200 characters: the same key asks once.' })
  idempotencyKey!: string;
}
