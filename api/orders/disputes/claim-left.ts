import type { Tx } from '../../platform/database/transaction.ts';
import type { Rupiah } from '../../platform/money.ts';
import type { OrderLine } from '../order-line.ts';
import { refundableOf } from '../refunds/owe-refund.ts';
import { refundOfPieces } from '../refunds/refund-shares.ts';
import { DisputeLine } from './dispute-line.ts';
import type { LockedDispute } from './move-dispute.ts';

/** What a dispute can still come to. */
export interface ClaimLeft {
  /** Whole rupiah; 0 where the provider took the payment back. */
  readonly amount: Rupiah;
  /** How many pieces of each line that it is about are still sold. */
  readonly pieces: ReadonlyMap<string, number>;
}

/**
 * What can still go back because of a dispute about a parcel with these lines: no more than was claimed, nor than is left of the parcel, and
 * nothing for pieces that were refunded since without it.
 */
export async function claimLeftOf(
  tx: Tx,
  { locked, parcel, dispute }: LockedDispute,
  lines: readonly OrderLine[],
): Promise<ClaimLeft> {
  const claimed = await tx.find(DisputeLine, { disputeKey: dispute.key });
  const left = locked.order.paymentStatus === 'REVERSED' ? 0 : refundableOf(parcel);
  const still = new Map(
    claimed.map(({ lineKey, quantity }) => [lineKey, Math.min(quantity, piecesOf(lines, lineKey))] as const),
  );
  // A kindness takes nothing off a claim whose pieces are all there.
  const isWhole = claimed.every(({ lineKey, quantity }) => still.get(lineKey) === quantity);
  const most = isWhole ? left : refundOfPieces(left, lines, still).amount;
  return { amount: Math.min(dispute.claimTotal, most), pieces: still };
}

function piecesOf(lines: readonly OrderLine[], lineKey: string): number {
  const line = lines.find(({ key }) => key === lineKey);
  return line ? line.quantity - line.refundedQuantity : 0;
}
