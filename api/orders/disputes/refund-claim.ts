import type { Tx } from '../../platform/database/transaction.ts';
import type { Rupiah } from '../../platform/money.ts';
import { saleOf } from '../parcel-effects.ts';
import { BOOKS, linesToRefund, oweRefundOf, refundableOf } from '../refunds/owe-refund.ts';
import { refundOfAmount } from '../refunds/refund-shares.ts';
import { claimLeftOf } from './claim-left.ts';
import type { LockedDispute, Settlement } from './move-dispute.ts';

/**
 * Promises the buyer what a dispute comes to: no more than is left of what it is about. Where the
 * seller bears it, the sale is undone in proportion, commission and all; otherwise it stands, and market or point pays. Gives the amount.
 */
export async function refundClaim(tx: Tx, about: LockedDispute, settlement: Settlement): Promise<Rupiah> {
  const { locked, parcel } = about;
  const { borneBy, reason } = settlement;
  const sold = await linesToRefund(tx, parcel);
  const claim = await claimLeftOf(tx, about, sold);
  const amount = Math.min(settlement.amount, claim.amount);
  if (amount === 0) return 0;
  const left = refundableOf(parcel);
  const isSale = borneBy === 'SELLER';
  const bearer = isSale ? 'SALE' : borneBy;
  const share = refundOfAmount(left, sold, claim.pieces, amount);
  const lines = isSale ? share.lines : [];
  const book = isSale ? BOOKS.sale(amount, share.undone) : BOOKS.borneBy(borneBy, amount);
  return oweRefundOf(tx, locked, parcel, saleOf(locked.order, parcel), {
    kind: 'DISPUTE',
    bearer,
    lines,
    reason,
    book,
  });
}
