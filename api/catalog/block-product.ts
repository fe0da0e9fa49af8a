import { recordAudit } from '../accounts/index.ts';
import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { curatorsReason } from './listing-particulars.ts';
import { lockProduct, tellProduct } from './own-product.ts';
import { ProductStatus } from './product-status.ts';

/** A curator's judgement of a listing. */
export interface ProductJudgement {
  readonly productId: string;
  /** In the curator's words; the seller reads it, and the audit log keeps it. */
  readonly reason: string;
}

/** Takes a listing down; its seller cannot put it back. Gives its key. Refuses NOT_FOUND, REASON_INVALID. */
export function blockProduct(ctx: Context, { productId, reason }: ProductJudgement): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    const product = await lockProduct(tx, productId);
    const why = curatorsReason(reason);
    if (product.status === ProductStatus.BLOCKED) return product.key;
    product.status = ProductStatus.BLOCKED;
    product.blockedReason = why;
    recordAudit(tx, 'blockProduct', { productKey: product.key, sellerKey: product.sellerKey }, why);
    return tellProduct(tx, 'ProductBlocked', product);
  });
}

/** Lifts a block: the listing is archived, and its seller may publish it again. Gives its key. Refuses NOT_FOUND, REASON_INVALID. */
export function unblockProduct(ctx: Context, { productId, reason }: ProductJudgement): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    const product = await lockProduct(tx, productId);
    const why = curatorsReason(reason);
    if (product.status !== ProductStatus.BLOCKED) return product.key;
    product.status = ProductStatus.ARCHIVED;
    product.blockedReason = null;
    recordAudit(tx, 'unblockProduct', { productKey: product.key, sellerKey: product.sellerKey }, why);
    return tellProduct(tx, 'ProductArchived', product);
  });
}
