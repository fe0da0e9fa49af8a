import type { Context } from '../../platform/context.ts';
import { inTransaction, type Tx } from '../../platform/database/transaction.ts';
import { formatRupiah, type Rupiah } from '../../platform/money.ts';
import { refuse } from '../../platform/refusal.ts';
import { linesToRefund } from '../refunds/owe-refund.ts';
import { addStatement, readStatement, type Said } from './add-statement.ts';
import { claimLeftOf } from './claim-left.ts';
import type { Dispute } from './dispute.ts';
import { type LockedDispute, lockDispute, moveDispute, requireMove, type Settlement } from './move-dispute.ts';

/** How a seller answers. */
export interface DisputeAnswered extends Said {
  readonly disputeId: string;
  readonly answer: 'ACCEPT' | 'OFFER' | 'REFUSE';
  /** What is offered, in rupiah; for OFFER alone. */
  readonly amount: Rupiah | null;
}

/**
 * The seller gives back what is claimed, offers a part of it, or refuses, which passes it to a curator; who refuses says why.
 * Refuses NOT_FOUND, WRONG_STATUS, INVALID, TOO_MUCH {left}.
 */
export async function answerDispute(ctx: Context, said: DisputeAnswered): Promise<Dispute> {
  const text = readStatement(said.text, 'text', said.answer === 'REFUSE' ? 1 : 0);
  return inTransaction(ctx, async (tx) => {
    const about = await lockDispute(tx, said.disputeId, 'SELLER');
    const { dispute } = about;
    requireMove(tx, dispute, 'accept', 'SELLER'); // each answer begins where this one does
    await addStatement(tx, dispute, 'SELLER', { ...said, text });
    if (said.answer === 'ACCEPT') await moveDispute(tx, about, 'accept', 'SELLER', agreed(dispute.claimTotal, about));
    else if (said.answer === 'REFUSE') await moveDispute(tx, about, 'refuse', 'SELLER');
    else {
      dispute.offer = await readAmount(tx, about, said.amount);
      await moveDispute(tx, about, 'offer', 'SELLER');
    }
    return dispute;
  });
}

/** The buyer takes what the seller offers. Refuses NOT_FOUND, WRONG_STATUS. */
export function acceptDisputeOffer(ctx: Context, disputeId: string): Promise<Dispute> {
  return asBuyer(ctx, disputeId, (tx, about) =>
    moveDispute(tx, about, 'acceptOffer', 'BUYER', agreed(about.dispute.offer ?? 0, about)),
  );
}

/** The buyer does not take the offer: a curator decides. Refuses NOT_FOUND, WRONG_STATUS. */
export function passOnDispute(ctx: Context, disputeId: string): Promise<Dispute> {
  return asBuyer(ctx, disputeId, (tx, about) => moveDispute(tx, about, 'passOn', 'BUYER'));
}

/** The buyer takes the complaint back. Refuses NOT_FOUND, WRONG_STATUS. */
export function withdrawDispute(ctx: Context, disputeId: string): Promise<Dispute> {
  return asBuyer(ctx, disputeId, (tx, about) => moveDispute(tx, about, 'withdraw', 'BUYER'));
}

/** Refuses INVALID for no amount, TOO_MUCH {left} for more than is left of the claim. */
export async function readAmount(tx: Tx, about: LockedDispute, amount: Rupiah | null): Promise<Rupiah> {
  if (amount === null || !Number.isSafeInteger(amount) || amount < 1) refuse('INVALID', ['amount'], { limit: '> 0' });
  const { amount: left } = await claimLeftOf(tx, about, await linesToRefund(tx, about.parcel));
  if (amount > left) refuse('TOO_MUCH', ['amount'], { left: formatRupiah(left) });
  return amount;
}

function asBuyer(
  ctx: Context,
  disputeId: string,
  act: (tx: Tx, about: LockedDispute) => Promise<void>,
): Promise<Dispute> {
  return inTransaction(ctx, async (tx) => {
    const about = await lockDispute(tx, disputeId, 'BUYER');
    await act(tx, about);
    return about.dispute;
  });
}

function agreed(amount: Rupiah, { parcel }: LockedDispute): Settlement {
  return { amount, borneBy: 'SELLER', reason: `Keluhan tentang paket ${parcel.code}: disepakati dengan penjual` };
}
