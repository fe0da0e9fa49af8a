import type { Tx } from '../../platform/database/transaction.ts';
import { appendEvent } from '../../platform/jobs/events.ts';
import { refuse } from '../../platform/refusal.ts';
import type { AccountName } from '../ledger-account.ts';
import { payableOf, transitOf } from '../owner.ts';
import { type PostingLine, post } from '../post.ts';
import type { Payout } from './payout.ts';
import { PAYOUT_TRANSITIONS, type PayoutMoney, PayoutStatus, type PayoutTransitionName } from './payout-transitions.ts';

const BANK: AccountName = { kind: 'BANK', ownerKey: null };

/** Sets the money of a new payout aside: payable becomes on its way. Once per payout. */
export async function postRequested(tx: Tx, payout: Payout): Promise<void> {
  const lines = moved(payableOf(payout), transitOf(payout), payout);
  await post(tx, { effect: `payout:${payout.key}`, memo: 'Payout asked for', lines });
  await appendEvent(tx, 'PayoutRequested', subjectOf(payout), { amount: payout.amount });
}

/**
 * Applies a row of PAYOUT_TRANSITIONS to a locked payout: its status, its money in the ledger once, its event. Nothing else writes
 * a payout's status. Refuses WRONG_STATUS {status} when the row does not begin where the payout stands.
 */
export async function movePayout(
  tx: Tx,
  payout: Payout,
  name: PayoutTransitionName,
  reason: string | null = null,
): Promise<void> {
  const row = PAYOUT_TRANSITIONS[name];
  const begins: readonly PayoutStatus[] = row.from;
  if (!begins.includes(payout.status)) refuse('WRONG_STATUS', [], { status: payout.status });
  payout.status = row.to;
  payout.reason = reason;
  if (row.to !== PayoutStatus.IN_BATCH) payout.endedAt = tx.context.clock.now();
  await MONEY[row.money](tx, payout);
  await appendEvent(tx, row.event, subjectOf(payout), { amount: payout.amount });
}

const MONEY: Readonly<Record<PayoutMoney, (tx: Tx, payout: Payout) => Promise<unknown>>> = {
  stays: () => Promise.resolve(),
  leaves: (tx, payout) =>
    post(tx, { effect: `payout-paid:${payout.key}`, memo: 'Paid out', lines: moved(transitOf(payout), BANK, payout) }),
  goesBack: (tx, payout) => postBack(tx, payout, transitOf(payout)),
  comesBack: (tx, payout) => postBack(tx, payout, BANK),
};

function postBack(tx: Tx, payout: Payout, from: AccountName): Promise<boolean> {
  const lines = moved(from, payableOf(payout), payout);
  return post(tx, { effect: `payout-back:${payout.key}`, memo: 'Payout came back', lines });
}

function moved(from: AccountName, to: AccountName, { amount }: Payout): PostingLine[] {
  return [
    { account: from, amount },
    { account: to, amount: -amount },
  ];
}

function subjectOf({ key, ownerKind, ownerKey }: Payout): Record<string, string> {
  return { payoutKey: key, ownerKind, ownerKey };
}
