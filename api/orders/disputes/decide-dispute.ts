import { recordAudit } from '../../accounts/index.ts';
import type { RefundBearer } from '../../ledger/index.ts';
import type { Context } from '../../platform/context.ts';
import { inTransaction, type Tx } from '../../platform/database/transaction.ts';
import type { Rupiah } from '../../platform/money.ts';
import { refuse } from '../../platform/refusal.ts';
import { linesToRefund } from '../refunds/owe-refund.ts';
import { addStatement, readStatement } from './add-statement.ts';
import { readAmount } from './answer-dispute.ts';
import { claimLeftOf } from './claim-left.ts';
import type { Dispute } from './dispute.ts';
import { type LockedDispute, lockDispute, moveDispute, requireMove } from './move-dispute.ts';

/** What a curator decides. */
export interface Decision {
  readonly disputeId: string;
  readonly outcome: 'NOTHING' | 'PART' | 'WHOLE';
  /** What goes back, in rupiah; for PART alone. */
  readonly amount: Rupiah | null;
  /** Who bears it; the seller unless said. */
  readonly borneBy: RefundBearer | null;
  /** For both sides to read. */
  readonly reason: string;
}

/**
 * A curator decides what goes back of what is claimed, and who bears it; the money follows in the same transaction, and the act stands in the
 * audit log. Refuses NOT_FOUND, WRONG_STATUS, INVALID, TOO_MUCH {left}, NOT_PAID where the provider took the payment back.
 */
export async function decideDispute(ctx: Context, decision: Decision): Promise<Dispute> {
  const reason = readStatement(decision.reason, 'reason', 1);
  return inTransaction(ctx, async (tx) => {
    const about = await lockDispute(tx, decision.disputeId, 'CURATOR');
    const { dispute, parcel } = about;
    requireMove(tx, dispute, 'decide', 'CURATOR');
    const amount = await amountOf(tx, about, decision);
    await addStatement(tx, dispute, 'CURATOR', { text: reason, photoUploadIds: [] });
    const forBuyer = `Keluhan tentang paket ${parcel.code}: diputuskan oleh kota`;
    const settlement = { amount, borneBy: decision.borneBy ?? 'SELLER', reason: forBuyer };
    await moveDispute(tx, about, 'decide', 'CURATOR', amount > 0 ? settlement : null);
    const subject = { disputeKey: dispute.key, orderKey: dispute.orderKey, parcelKey: dispute.parcelKey };
    recordAudit(
      tx,
      'decideDispute',
      subject,
      `${decision.outcome} ${dispute.refunded} ${dispute.borneBy ?? '-'}: ${reason}`,
    );
    return dispute;
  });
}

async function amountOf(tx: Tx, about: LockedDispute, { outcome, amount }: Decision): Promise<Rupiah> {
  if (outcome === 'NOTHING') return 0;
  if (about.locked.order.paymentStatus === 'REVERSED') refuse('NOT_PAID', ['outcome']);
  if (outcome === 'PART') return readAmount(tx, about, amount);
  return (await claimLeftOf(tx, about, await linesToRefund(tx, about.parcel))).amount;
}
