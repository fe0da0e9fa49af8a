import { registerEnumType } from 'type-graphql';

/** Where a dispute stands. Changed only by a row of DISPUTE_TRANSITIONS. */
export const DisputeStatus = {
  OPEN: 'OPEN',
  OFFERED: 'OFFERED',
  ESCALATED: 'ESCALATED',
  SETTLED: 'SETTLED',
  DECIDED: 'DECIDED',
  WITHDRAWN: 'WITHDRAWN',
} as const;
export type DisputeStatus = (typeof DisputeStatus)[keyof typeof DisputeStatus];

registerEnumType(DisputeStatus, {
  name: 'DisputeStatus',
  description: 'Where a dispute stands.',
  valuesConfig: {
    OPEN: { description: 'The seller has to answer before `dueBy`.' },
    OFFERED: { description: 'The seller offers a part; the buyer has to answer before `dueBy`.' },
    ESCALATED: { description: 'A curator of the city has to decide.' },
    SETTLED: { description: 'Buyer and seller agreed.' },
    DECIDED: { description: 'A curator decided.' },
    WITHDRAWN: { description: 'The buyer took it back.' },
  },
});

/** Statuses in which a dispute holds the money of its parcel. */
export const LIVE_DISPUTES: ReadonlySet<DisputeStatus> = new Set<DisputeStatus>(['OPEN', 'OFFERED', 'ESCALATED']);

/** What is wrong with what was collected. */
export const DisputeReason = {
  DAMAGED: 'DAMAGED',
  SPOILED: 'SPOILED',
  WRONG_GOODS: 'WRONG_GOODS',
  MISSING: 'MISSING',
  NOT_AS_DESCRIBED: 'NOT_AS_DESCRIBED',
  OTHER: 'OTHER',
} as const;
export type DisputeReason = (typeof DisputeReason)[keyof typeof DisputeReason];

registerEnumType(DisputeReason, {
  name: 'DisputeReason',
  description: 'What is wrong with what was collected.',
  valuesConfig: {
    DAMAGED: { description: 'It is broken.' },
    SPOILED: { description: 'It has gone bad, or is past its date.' },
    WRONG_GOODS: { description: 'It is something else.' },
    MISSING: { description: 'Some of it was not in the parcel.' },
    NOT_AS_DESCRIBED: { description: 'It is not as the shop described it.' },
    OTHER: { description: 'Something else; the text says what.' },
  },
});

/** What the buyer wants. */
export const DisputeWish = { ALL_BACK: 'ALL_BACK', PART_BACK: 'PART_BACK' } as const;
export type DisputeWish = (typeof DisputeWish)[keyof typeof DisputeWish];

registerEnumType(DisputeWish, {
  name: 'DisputeWish',
  description: 'What the buyer wants for the pieces named.',
  valuesConfig: {
    ALL_BACK: { description: 'All that was paid for them.' },
    PART_BACK: { description: 'A part of it; the goods are kept.' },
  },
});
