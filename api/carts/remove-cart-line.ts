import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { keyOf } from '../platform/keys.ts';
import { refuse } from '../platform/refusal.ts';
import type { Cart } from './cart.ts';
import { lockCartByKey } from './lock-cart.ts';
import { StoredCartLine } from './stored-cart-line.ts';
import { touch } from './touch-cart.ts';

/** Takes a line out of the caller's cart. Refuses NOT_FOUND: not there and not yours look the same. */
export function removeCartLine(ctx: Context, lineId: string): Promise<Cart> {
  const key = keyOf('CartLine', lineId);
  return inTransaction(ctx, async (tx) => {
    const line = key === null ? null : await tx.findOne(StoredCartLine, { key });
    if (!line) refuse('NOT_FOUND', ['lineId']);
    const cart = await lockCartByKey(tx, ctx.actor, line.cartKey, 'lineId');
    touch(tx, cart);
    await tx.nativeDelete(StoredCartLine, { key: line.key });
    return cart;
  });
}
