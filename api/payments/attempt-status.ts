/** What is known about an attempt at the provider. */
export const AttemptStatus = {
  /** Not charged yet, as far as we know. */
  STARTING: 'STARTING',
  /** The charge was sent and no answer came: it may or may not exist at the provider. */
  UNKNOWN: 'UNKNOWN',
  PENDING: 'PENDING',
  DENIED: 'DENIED',
  CANCELLED: 'CANCELLED',
  EXPIRED: 'EXPIRED',
  SETTLED: 'SETTLED',
  PARTLY_REFUNDED: 'PARTLY_REFUNDED',
  REFUNDED: 'REFUNDED',
  REVERSED: 'REVERSED',
} as const;
export type AttemptStatus = keyof typeof AttemptStatus;

/** Attempts that the buyer can still pay, or that may exist without our knowing. */
export const OPEN_ATTEMPTS: readonly AttemptStatus[] = ['STARTING', 'UNKNOWN', 'PENDING'];

/** How far along each status is: answers come late and out of order, so a status never goes down. */
const RANKS: Readonly<Record<AttemptStatus, number>> = {
  STARTING: 0,
  UNKNOWN: 1,
  PENDING: 10,
  DENIED: 40,
  CANCELLED: 40,
  EXPIRED: 40,
  SETTLED: 50,
  PARTLY_REFUNDED: 60,
  REFUNDED: 70,
  REVERSED: 90,
};

/**
 * The status after the provider was asked. It never goes down, with one exception: banks that can take a settlement back
 * report it as a denial after the settlement, and only their own status answer may say so.
 */
export function reduceStatus(known: AttemptStatus, seen: AttemptStatus, canBeReversed: boolean): AttemptStatus {
  const wasSettled = RANKS[known] >= RANKS.SETTLED && known !== 'REVERSED';
  if (wasSettled && seen === 'DENIED' && canBeReversed) return 'REVERSED';
  return RANKS[seen] > RANKS[known] ? seen : known;
}

/** Whether money came in on an attempt in this status. */
export function isSettled(status: AttemptStatus): boolean {
  return RANKS[status] >= RANKS.SETTLED && status !== 'REVERSED';
}

/** Whether it ended without money, as far as we know. */
export function isUnpaid(status: AttemptStatus): boolean {
  return status === 'DENIED' || status === 'CANCELLED' || status === 'EXPIRED';
}
