import type { ParcelRole } from '../order-access.ts';
import type { Told } from '../parcel-transitions.ts';
import type { DisputeStatus } from './dispute-status.ts';

/** One row of the table. */
export interface DisputeTransition {
  readonly from: readonly DisputeStatus[];
  readonly to: DisputeStatus;
  readonly by: readonly ParcelRole[];
  readonly tell: readonly Told[];
  readonly event: string;
  /** Timer that begins to run, until somebody has to act. */
  readonly timer?: 'DISPUTE_ANSWER_DUE' | 'DISPUTE_OFFER_DUE';
}

/**
 * Every change of a dispute's status there is; it begins OPEN. `moveDispute` alone applies a row; the database refuses pairs that are not here
 * (dispute_may_move). Silence of either side leads to the curator, never to money.
 */
export const DISPUTE_TRANSITIONS = {
  /** The seller gives all back that is claimed. */
  accept: { from: ['OPEN'], to: 'SETTLED', by: ['SELLER'], tell: ['BUYER'], event: 'DisputeSettled' },
  offer: {
    from: ['OPEN'],
    to: 'OFFERED',
    by: ['SELLER'],
    tell: ['BUYER'],
    event: 'DisputeOffered',
    timer: 'DISPUTE_OFFER_DUE',
  },
  refuse: { from: ['OPEN'], to: 'ESCALATED', by: ['SELLER'], tell: ['BUYER'], event: 'DisputeEscalated' },
  /** The seller did not answer. */
  passBySilence: {
    from: ['OPEN'],
    to: 'ESCALATED',
    by: ['SYSTEM'],
    tell: ['BUYER', 'SELLER'],
    event: 'DisputeEscalated',
  },
  acceptOffer: { from: ['OFFERED'], to: 'SETTLED', by: ['BUYER'], tell: ['SELLER'], event: 'DisputeSettled' },
  passOn: { from: ['OFFERED'], to: 'ESCALATED', by: ['BUYER'], tell: ['SELLER'], event: 'DisputeEscalated' },
  /** The buyer did not answer an offer. */
  letOfferLapse: {
    from: ['OFFERED'],
    to: 'ESCALATED',
    by: ['SYSTEM'],
    tell: ['BUYER', 'SELLER'],
    event: 'DisputeEscalated',
  },
  withdraw: {
    from: ['OPEN', 'OFFERED', 'ESCALATED'],
    to: 'WITHDRAWN',
    by: ['BUYER'],
    tell: ['SELLER'],
    event: 'DisputeWithdrawn',
  },
  decide: { from: ['ESCALATED'], to: 'DECIDED', by: ['CURATOR'], tell: ['BUYER', 'SELLER'], event: 'DisputeDecided' },
} as const satisfies Record<string, DisputeTransition>;

/** Name of a row. */
export type DisputeTransitionName = keyof typeof DISPUTE_TRANSITIONS;
