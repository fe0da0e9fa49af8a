import { lastRound } from '../../../api/ledger/payouts/pay-weekly.ts';
import { PAYOUT_DEFAULTS } from '../../../api/ledger/payouts/payout-settings.ts';

const WEEK_MS = 7 * 24 * 3600_000;
/** How long people buy and sell before the round, in seconds: some of what they paid is past complaint by then. */
const BEFORE_SECONDS = 120;

/** How far ahead a stage's clock has to be, in seconds, so that the weekly round of payouts comes while people buy and sell. */
export function untilPayoutRound(): number {
  const now = Date.now();
  const next = lastRound(new Date(now + WEEK_MS), PAYOUT_DEFAULTS);
  return Math.round((next.getTime() - now) / 1000) - BEFORE_SECONDS;
}
