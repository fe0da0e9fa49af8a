import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { type PayoutOutcome, PayoutResult } from './record-results.ts';
import type { PayoutWanted } from './request-payout.ts';
import type { BankAccountWanted } from './set-bank-account.ts';

registerEnumType(PayoutResult, {
  name: 'PayoutResult',
  description: 'What a bank said of a transfer.',
  valuesConfig: {
    PAID: { description: 'It was sent.' },
    FAILED: { description: 'It was not sent.' },
    RETURNED: { description: 'It was sent and came back.' },
  },
});

@InputType({ description: 'Where earnings are to be sent.' })
export class SetBankAccountInput implements BankAccountWanted {
  @Field(() => ID, { description: 'A shop, community or pickup point whose money the caller keeps.' })
  ownerId!: string;

  @Field(() => String, { description: 'Code of a bank of `banks`.' })
  bankCode!: string;

  @Field(() => String, { description: 'Number of the account; blanks, dots and hyphens are taken out.' })
  accountNumber!: string;

  @Field(() => String, { description: 'Holder as the bank knows it, 3 to 70 letters.' })
  holderName!: string;
}

@InputType({ description: 'Whose earnings are to be paid out.' })
export class RequestPayoutInput implements PayoutWanted {
  @Field(() => ID, { description: 'A shop, community or pickup point whose money the caller keeps.' })
  ownerId!: string;

  @Field(() => String, { description: 'Made by the client; the same key gives the same payout.' })
  idempotencyKey!: string;
}

@InputType({ description: 'A file for the bank of the payouts that wait.' })
export class CreatePayoutBatchInput {
  @Field(() => String, { description: 'Made by the client; the same key gives the same batch.' })
  idempotencyKey!: string;
}

@InputType({ description: 'What the bank said of one payout.' })
export class PayoutResultInput implements PayoutOutcome {
  @Field(() => ID, { description: 'A payout of the batch.' })
  payoutId!: string;

  @Field(() => PayoutResult, { description: 'What became of it.' })
  result!: PayoutResult;

  @Field(() => String, { nullable: true, description: 'Why, at most 200 characters; required unless it was paid.' })
  reason?: string | null;
}

@InputType({ description: 'What the bank said of payouts of a batch.' })
export class RecordPayoutResultsInput {
  @Field(() => ID, { description: 'The batch.' })
  batchId!: string;

  @Field(() => [PayoutResultInput], { description: 'Each payout at most once; those left out stay as they are.' })
  results!: PayoutResultInput[];
}

@InputType({ description: 'What the bank said of payouts of a batch, as a file.' })
export class UploadPayoutResultsInput {
  @Field(() => ID, { description: 'The batch.' })
  batchId!: string;

  @Field(() => String, { description: 'CSV text with columns payout, result and reason; see docs/payout-files.md.' })
  csv!: string;
}
