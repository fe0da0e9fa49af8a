import { recordAudit } from '../../accounts/index.ts';
import type { Context } from '../../platform/context.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { keyOf } from '../../platform/keys.ts';
import { oneLine } from '../../platform/one-line.ts';
import { refuse } from '../../platform/refusal.ts';
import { movePayout } from './move-payout.ts';
import { Payout } from './payout.ts';
import { LARGEST_BATCH, PayoutBatch } from './payout-batch.ts';
import { PAYOUT_TRANSITIONS, type PayoutStatus, type PayoutTransitionName } from './payout-transitions.ts';

const LONGEST_REASON = 200;

/** What a bank can say of a transfer. */
export enum PayoutResult {
  PAID = 'PAID',
  FAILED = 'FAILED',
  RETURNED = 'RETURNED',
}

/** What the bank said of one payout. */
export interface PayoutOutcome {
  readonly payoutId: string;
  readonly result: PayoutResult;
  /** Required unless it was paid. */
  readonly reason?: string | null;
  /** Line of the file in which it stood; none where it came by itself. */
  readonly fileLine?: number;
}

const MOVES: Readonly<Record<PayoutResult, readonly PayoutTransitionName[]>> = {
  PAID: ['pay'],
  FAILED: ['fail'],
  RETURNED: ['bounce', 'bounceLate'],
};

/**
 * Records what the bank said of payouts of one batch: all of them or none, in the audit log. What is known already changes nothing.
 * `field` leads to the outcomes in the caller's input, followed by the line of the file or else the index. Refuses NOT_FOUND, TOO_MANY, REASON_MISSING, TOO_LONG, RESULT_TWICE and
 * WRONG_STATUS {status}.
 */
export async function recordPayoutResults(
  ctx: Context,
  batchId: string,
  outcomes: readonly PayoutOutcome[],
  field = 'results',
): Promise<PayoutBatch> {
  if (outcomes.length > LARGEST_BATCH) refuse('TOO_MANY', [field], { limit: LARGEST_BATCH });
  const key = keyOf('PayoutBatch', batchId);
  return inTransaction(ctx, async (tx) => {
    const batch = key === null ? null : await tx.findOne(PayoutBatch, { key });
    if (!batch) refuse('NOT_FOUND', ['batchId']);
    // Lock, then look.
    await tx.execute('select from payout where batch_id = ? order by id for update', [batch.key]);
    const payouts = new Map((await tx.find(Payout, { batchKey: batch.key })).map((each) => [each.id, each]));
    const seen = new Set<string>();
    for (const [at, outcome] of outcomes.entries()) {
      const path = [field, String(outcome.fileLine ?? at)];
      const payout = payouts.get(outcome.payoutId) ?? refuse('NOT_FOUND', [...path, 'payoutId']);
      if (seen.has(payout.id)) refuse('RESULT_TWICE', [...path, 'payoutId']);
      seen.add(payout.id);
      const reason = reasonOf(outcome, path);
      if (isKnown(payout, outcome.result)) continue;
      await movePayout(tx, payout, moveFor(payout, outcome.result, path), reason);
      recordAudit(tx, 'recordPayoutResults', { payoutKey: payout.key, payoutBatchKey: batch.key }, `${outcome.result}`);
    }
    return batch;
  });
}

function isKnown(payout: Payout, result: PayoutResult): boolean {
  return payout.status === (result as string);
}

function moveFor({ status }: Payout, result: PayoutResult, path: readonly string[]): PayoutTransitionName {
  const move = MOVES[result].find((name) =>
    (PAYOUT_TRANSITIONS[name].from as readonly PayoutStatus[]).includes(status),
  );
  return move ?? refuse('WRONG_STATUS', [...path, 'result'], { status });
}

function reasonOf({ result, reason }: PayoutOutcome, path: readonly string[]): string | null {
  const why = oneLine(reason ?? '');
  if ([...why].length > LONGEST_REASON) refuse('TOO_LONG', [...path, 'reason'], { limit: LONGEST_REASON });
  if (result === PayoutResult.PAID) return null;
  if (why === '') refuse('REASON_MISSING', [...path, 'reason']);
  return why;
}
