import type { Evidence, Invariant } from './evidence.ts';
import { paidHasOrder } from './i01-paid-has-order.ts';
import { paidOnce } from './i02-paid-once.ts';
import { oneLiveCharge } from './i03-one-live-charge.ts';
import { stockAddsUp } from './i04-stock.ts';
import { heldAsSold } from './i05-held.ts';
import { ledgerIsSound } from './i05-ledger.ts';
import { payoutsAreBooked } from './i05-payouts.ts';
import { refundsWithinPaid } from './i06-refunds.ts';
import { reversedIsGone } from './i06-reversals.ts';
import { vouchersWithinLimits } from './i07-vouchers.ts';
import { clientsWord } from './i08-clients-word.ts';
import { outboxDelivered } from './i09-outbox.ts';
import { nothingWithoutTimer } from './i10-timers.ts';

/** The invariants that every run is held against, by their ids. */
export const INVARIANTS: Readonly<Record<string, Invariant>> = {
  I1: paidHasOrder,
  I2: paidOnce,
  I3: oneLiveCharge,
  I4: stockAddsUp,
  I5: async (evidence) => [
    ...(await ledgerIsSound(evidence)),
    ...(await payoutsAreBooked(evidence)),
    ...(await heldAsSold(evidence)),
  ],
  I6: async (evidence) => [...(await refundsWithinPaid(evidence)), ...(await reversedIsGone(evidence))],
  I7: vouchersWithinLimits,
  I8: clientsWord,
  I9: outboxDelivered,
  I10: nothingWithoutTimer,
};

/** Holds the evidence against every invariant; gives what breaks one, with its id in front. */
export async function check(evidence: Evidence): Promise<string[]> {
  const found: string[] = [];
  for (const [id, invariant] of Object.entries(INVARIANTS))
    found.push(...(await invariant(evidence)).map((sentence) => `${id}: ${sentence}`));
  return found;
}
