import { LockMode } from '@mikro-orm/core';
import { closeTask, recordAudit } from '../accounts/index.ts';
import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { appendEvent } from '../platform/jobs/events.ts';
import { keyOf } from '../platform/keys.ts';
import { oneLine } from '../platform/one-line.ts';
import { refuse } from '../platform/refusal.ts';
import { verificationOf } from './apply-as-seller.ts';
import { SellerStatus, StoredSeller } from './stored-seller.ts';

const LONGEST_REASON = 500;

/** A curator's judgement of a shop. */
export interface Judgement {
  readonly sellerId: string;
  /** In the curator's words; goes into the audit log. */
  readonly reason?: string | null;
}

/** Lets a shop sell, also one that was suspended. Refuses NOT_FOUND, REASON_TOO_LONG. Doing it again changes nothing. Gives the shop's key. */
export async function verifySeller(ctx: Context, input: Judgement): Promise<string> {
  return judge(ctx, input, { act: 'verifySeller', to: SellerStatus.VERIFIED, event: 'SellerVerified' });
}

/** Takes a shop out of the market. Refuses NOT_FOUND, REASON_MISSING, REASON_TOO_LONG. Doing it again changes nothing. */
export async function suspendSeller(ctx: Context, input: Judgement): Promise<string> {
  if (oneLine(input.reason ?? '') === '') refuse('REASON_MISSING', ['reason']);
  return judge(ctx, input, { act: 'suspendSeller', to: SellerStatus.SUSPENDED, event: 'SellerSuspended' });
}

async function judge(
  ctx: Context,
  { sellerId, reason }: Judgement,
  { act, to, event }: { act: string; to: SellerStatus; event: string },
): Promise<string> {
  const why = oneLine(reason ?? '') || null;
  if ([...(why ?? '')].length > LONGEST_REASON) refuse('REASON_TOO_LONG', ['reason'], { limit: LONGEST_REASON });
  const key = keyOf('Seller', sellerId);
  if (key === null) refuse('NOT_FOUND', ['sellerId']);
  return inTransaction(ctx, async (tx) => {
    const seller = await tx.findOne(StoredSeller, { key }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!seller) refuse('NOT_FOUND', ['sellerId']);
    if (seller.status === to) return key;
    seller.status = to;
    if (to === SellerStatus.VERIFIED) seller.verifiedAt = ctx.clock.now();
    recordAudit(tx, act, { sellerKey: key }, why);
    await closeTask(tx, verificationOf(key), why);
    await appendEvent(tx, event, { sellerKey: key });
    return key;
  });
}
