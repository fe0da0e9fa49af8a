/** Where a payout stands. */
export enum PayoutStatus {
  /** Asked for; the money is set aside. */
  REQUESTED = 'REQUESTED',
  /** In a file for the bank. */
  IN_BATCH = 'IN_BATCH',
  /** The bank has sent it. */
  PAID = 'PAID',
  /** It was not sent; the money is payable again. */
  FAILED = 'FAILED',
  /** The bank sent it back; the money is payable again. */
  RETURNED = 'RETURNED',
}

/** What happens to the money: nothing yet, it leaves the bank, what was set aside goes back, or what had left comes back. */
export type PayoutMoney = 'stays' | 'leaves' | 'goesBack' | 'comesBack';

interface Transition {
  readonly from: readonly PayoutStatus[];
  readonly to: PayoutStatus;
  readonly money: PayoutMoney;
  readonly event: string;
}

const { REQUESTED, IN_BATCH, PAID, FAILED, RETURNED } = PayoutStatus;

/** Every way in which a payout moves; the database refuses any other. */
export const PAYOUT_TRANSITIONS = {
  putInBatch: { from: [REQUESTED], to: IN_BATCH, money: 'stays', event: 'PayoutBatched' },
  /** Its owner owes by now: what was set aside goes against the debt. */
  net: { from: [REQUESTED], to: FAILED, money: 'goesBack', event: 'PayoutFailed' },
  pay: { from: [IN_BATCH], to: PAID, money: 'leaves', event: 'PayoutPaid' },
  fail: { from: [IN_BATCH], to: FAILED, money: 'goesBack', event: 'PayoutFailed' },
  bounce: { from: [IN_BATCH], to: RETURNED, money: 'goesBack', event: 'PayoutReturned' },
  /** The bank said that it was sent, and days later that it came back. */
  bounceLate: { from: [PAID], to: RETURNED, money: 'comesBack', event: 'PayoutReturned' },
} as const satisfies Record<string, Transition>;

/** A way in which a payout moves. */
export type PayoutTransitionName = keyof typeof PAYOUT_TRANSITIONS;
