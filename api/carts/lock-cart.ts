import { LockMode } from '@mikro-orm/postgresql';
import type { Actor } from '../platform/context.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { keyOf } from '../platform/keys.ts';
import { refuse } from '../platform/refusal.ts';
import { Cart, holdsCart } from './cart.ts';
import { StoredCartLine } from './cart-line.ts';

/** Locks the cart with this public id. Refuses NOT_FOUND for one that is not there or not the caller's, on field `cartId`. */
export async function lockCart(tx: Tx, actor: Actor, cartId: string): Promise<Cart> {
  const key = keyOf('Cart', cartId);
  const cart = key && (await tx.findOne(Cart, { key }, { lockMode: LockMode.PESSIMISTIC_WRITE }));
  if (!cart || !holdsCart(cart, actor)) refuse('NOT_FOUND', ['cartId']);
  return cart;
}

/** Takes these lines out of a locked cart, as they were bought; the others stay. */
export async function takeOutBought(tx: Tx, cart: Cart, lineKeys: readonly string[]): Promise<void> {
  await tx.nativeDelete(StoredCartLine, { cartKey: cart.key, key: { $in: [...lineKeys] } });
  cart.storedNotices = [];
  cart.updatedAt = tx.context.clock.now();
}
