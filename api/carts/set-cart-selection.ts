import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { keyOf } from '../platform/keys.ts';
import { refuse } from '../platform/refusal.ts';
import type { Cart } from './cart.ts';
import { lockOwnCart } from './own-cart.ts';
import { StoredCartLine } from './stored-cart-line.ts';
import { touch } from './touch-cart.ts';

/** Which lines to tick or untick. */
export interface Selection {
  readonly cartId: string | null;
  readonly lineIds: readonly string[];
  readonly selected: boolean;
}

/** Ticks or unticks lines of the caller's cart: all of them, or none. Refuses NOT_FOUND on the first line that is not in it. */
export function setCartSelection(ctx: Context, { cartId, lineIds, selected }: Selection): Promise<Cart> {
  return inTransaction(ctx, async (tx) => {
    const cart = await lockOwnCart(tx, cartId);
    if (!cart) refuse('NOT_FOUND', ['cartId']);
    const lines = await tx.find(StoredCartLine, { cartKey: cart.key });
    const byKey = new Map(lines.map((line) => [line.key, line]));
    touch(tx, cart);
    lineIds.forEach((id, at) => {
      const line = byKey.get(keyOf('CartLine', id) ?? '');
      if (!line) refuse('NOT_FOUND', ['lineIds', String(at)]);
      line.selected = selected;
    });
    return cart;
  });
}
