import { LockMode } from '@mikro-orm/core';
import { isCurator, recordAudit } from '../../accounts/index.ts';
import type { Context } from '../../platform/context.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { keyOf } from '../../platform/keys.ts';
import { refuse } from '../../platform/refusal.ts';
import { isMemberOfSeller } from '../../sellers/index.ts';
import { Voucher } from './voucher.ts';

/**
 * Ends a voucher before its time: no order can use it from then on, those placed keep what it gave. Ending it twice is ending it
 * once. Refuses NOT_FOUND: members end those of their shop, curators any, which goes into the audit log.
 */
export function endVoucher(ctx: Context, voucherId: string): Promise<Voucher> {
  const key = keyOf('Voucher', voucherId);
  return inTransaction(ctx, async (tx) => {
    const lock = { lockMode: LockMode.PESSIMISTIC_WRITE } as const;
    const voucher = key === null ? null : await tx.findOne(Voucher, { key }, lock);
    const isOfOwnShop = voucher?.sellerKey ? isMemberOfSeller(ctx, voucher.sellerKey) : false;
    if (!voucher || !(isOfOwnShop || isCurator(ctx))) refuse('NOT_FOUND', ['voucherId']);
    if (voucher.endedAt !== null) return voucher;
    voucher.endedAt = ctx.clock.now();
    if (!isOfOwnShop) recordAudit(tx, 'endVoucher', { voucherKey: voucher.key }, null);
    return voucher;
  });
}
