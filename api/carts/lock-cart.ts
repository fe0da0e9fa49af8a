import { LockMode } from '@mikro-orm/postgresql';
import type { Actor } from '../platform/context.ts';
import type { Step } from '../platform/database/steps.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { keyOf } from '../platform/keys.ts';
import { refuse } from '../platform/refusal.ts';
import { Cart, holdsCart } from './cart.ts';
import type { Quote } from './quote.ts';

/** Locks the cart with this public id. Refuses NOT_FOUND for one that is not there or not the caller's, on field `cartId`. */
export function lockCart(tx: Tx, actor: Actor, cartId: string): Promise<Cart> {
  return lockCartByKey(tx, actor, keyOf('Cart', cartId), 'cartId');
}

/**
 * Locks the account's own cart for an order. Refuses NOT_FOUND for any other, also for a guest's whose secret the caller brings: an account
 * has one cart, so its orders come one after another, and each sees what those before it leave of the buyer's limits.
 */
export async function lockCartOfAccount(tx: Tx, { key: accountKey }: Actor, cartId: string): Promise<Cart> {
  const key = keyOf('Cart', cartId);
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
  const cart = key && accountKey ? await tx.findOne(Cart, { key, accountKey }, lock) : null;
  return cart ?? refuse('NOT_FOUND', ['cartId']);
}

/** Locks the cart of this key; refuses NOT_FOUND on the field for one that is not there or not the caller's. */
export async function lockCartByKey(tx: Tx, actor: Actor, key: string | null, field: string): Promise<Cart> {
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
  const cart = key === null ? null : await tx.findOne(Cart, { key }, lock);
  if (!cart || !holdsCart(cart, actor)) refuse('NOT_FOUND', [field]);
  return cart;
}

const TAKE_OUT = `
  with taken as (delete from cart_line where cart_id = $1 and id = any($2::uuid[]))
  update cart set updated_at = $3, stored_notices = '[]', voucher_id = case when $4::boolean then null else voucher_id end where id = $1`;

/** Takes these lines out of a locked cart, as they are bought, and its voucher, when it is used; other lines stay. Its entity is stale then. */
export function takingOutBought(tx: Tx, cart: Cart, { lines, discountTotal }: Quote): Step {
  const lineKeys = lines.map(({ lineKey }) => lineKey);
  return { text: TAKE_OUT, values: [cart.key, lineKeys, tx.context.clock.now(), discountTotal > 0] };
}
