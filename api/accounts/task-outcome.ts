import { registerEnumType } from 'type-graphql';

/** How a difference about money was cleared up. */
export enum TaskOutcome {
  FIXED_HERE = 'FIXED_HERE',
  FIXED_AT_PROVIDER = 'FIXED_AT_PROVIDER',
  MONEY_MOVED = 'MONEY_MOVED',
  NOTHING_TO_DO = 'NOTHING_TO_DO',
}

registerEnumType(TaskOutcome, {
  name: 'TaskOutcome',
  description: 'How a difference about money was cleared up.',
  valuesConfig: {
    FIXED_HERE: { description: 'Our books were wrong and have been put right.' },
    FIXED_AT_PROVIDER: { description: 'The payment provider or a bank put it right.' },
    MONEY_MOVED: { description: 'Money was transferred by hand; the note says which.' },
    NOTHING_TO_DO: { description: 'It turned out to be right, or stays as it is; the note says why.' },
  },
});

/** Kinds of difference about money: they have an owner from the beginning, and cannot be finished without an outcome. */
export const NEEDS_OUTCOME: ReadonlySet<string> = new Set(['RECONCILIATION', 'PAYMENT_MISMATCH']);
