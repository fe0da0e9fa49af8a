import type { Tx } from '../../platform/database/transaction.ts';
import type { Rupiah } from '../../platform/money.ts';
import { saleOf } from '../parcel-effects.ts';
import { BOOKS, linesToRefund, oweRefundOf, refundableOf } from '../refunds/owe-refund.ts';
import { refundOfAmount } from '../refunds/refund-shares.ts';
import { DisputeLine } from './dispute-line.ts';
import type { LockedDispute, Settlement } from './move-dispute.ts';

/**
 * Promises the buyer what a dispute comes to: no more than is left of the parcel, and nothing where the provider took the payment back. Where the
 * seller bears it, the sale is undone in proportion, commission and all; otherwise it stands, and market or point pays. Gives the amount.
 */
export async function refundClaim(tx: Tx, about: LockedDispute, settlement: Settlement): Promise<Rupiah> {
  const { locked, parcel, dispute } = about;
  const { borneBy, reason } = settlement;
  const left = locked.order.paymentStatus === 'REVERSED' ? 0 : refundableOf(parcel);
  const amount = Math.min(settlement.amount, left);
  if (amount === 0) return 0;
  const bearer = borneBy === 'SELLER' ? 'SALE' : borneBy;
  const claimed = await tx.find(DisputeLine, { disputeKey: dispute.key });
  const lineKeys = new Set(claimed.map(({ lineKey }) => lineKey));
  const undone = refundOfAmount(left, await linesToRefund(tx, parcel), lineKeys, amount);
  const lines = bearer === 'SALE' ? undone.lines : [];
  const book = BOOKS.borneBy(bearer, amount);
  return oweRefundOf(tx, locked, parcel, saleOf(locked.order, parcel), {
    kind: 'DISPUTE',
    bearer,
    lines,
    reason,
    book,
  });
}
