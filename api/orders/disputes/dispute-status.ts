import { describedEnum } from '../../platform/graphql/described-enum.ts';

/** Where a dispute stands. Changed only by a row of DISPUTE_TRANSITIONS. */
export const DisputeStatus = describedEnum('DisputeStatus', 'Where a dispute stands.', {
  OPEN: 'The seller has to answer before `dueBy`.',
  OFFERED: 'The seller offers a part; the buyer has to answer before `dueBy`.',
  ESCALATED: 'A curator of the city has to decide.',
  SETTLED: 'Buyer and seller agreed.',
  DECIDED: 'A curator decided.',
  WITHDRAWN: 'The buyer took it back.',
});
export type DisputeStatus = keyof typeof DisputeStatus;

/** Statuses in which a dispute holds the money of its parcel. */
export const LIVE_DISPUTES: ReadonlySet<DisputeStatus> = new Set<DisputeStatus>(['OPEN', 'OFFERED', 'ESCALATED']);

/** What is wrong with what was collected. */
export const DisputeReason = describedEnum('DisputeReason', 'What is wrong with what was collected.', {
  DAMAGED: 'It is broken.',
  SPOILED: 'It has gone bad, or is past its date.',
  WRONG_GOODS: 'It is something else.',
  MISSING: 'Some of it was not in the parcel.',
  NOT_AS_DESCRIBED: 'It is not as the shop described it.',
  OTHER: 'Something else; the text says what.',
});
export type DisputeReason = keyof typeof DisputeReason;

/** What the buyer wants. */
export const DisputeWish = describedEnum('DisputeWish', 'What the buyer wants for the pieces named.', {
  ALL_BACK: 'All that was paid for them.',
  PART_BACK: 'A part of it; the goods are kept.',
});
export type DisputeWish = keyof typeof DisputeWish;
