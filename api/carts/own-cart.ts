import { LockMode } from '@mikro-orm/postgresql';
import type { Actor, Context } from '../platform/context.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { keyOf, newKey } from '../platform/keys.ts';
import { newToken, tokenHash } from '../platform/secrets.ts';
import { Cart, holdsCart } from './cart.ts';
import { lockCart } from './lock-cart.ts';

/** What holds the caller's own cart: the account, else the secret that the request brought; null when neither is there. */
function ownCondition(actor: Actor): object | null {
  if (actor.key !== null) return { accountKey: actor.key };
  if (actor.cartTokenHash === null) return null;
  return { tokenHash: actor.cartTokenHash };
}

/** The caller's cart: the one asked for when it is theirs, else their own; null when there is none, or it is another's. */
export async function findCart(ctx: Context, cartId: string | null): Promise<Cart | null> {
  const key = cartId === null ? null : keyOf('Cart', cartId);
  const condition = cartId === null ? ownCondition(ctx.actor) : key && { key };
  const cart = condition ? await ctx.em.fork().findOne(Cart, condition) : null;
  return cart && holdsCart(cart, ctx.actor) ? cart : null;
}

/** The caller's cart, locked: the one asked for (refuses NOT_FOUND, field cartId), else their own; null when there is none. */
export async function lockOwnCart(tx: Tx, cartId: string | null): Promise<Cart | null> {
  const { actor } = tx.context;
  if (cartId !== null) return lockCart(tx, actor, cartId);
  const condition = ownCondition(actor);
  return condition && (await tx.findOne(Cart, condition, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true }));
}

/** A cart and, when it was made for a guest just now, the secret that holds it; nowhere else is it kept. */
export interface HeldCart {
  readonly cart: Cart;
  readonly cartToken: string | null;
}

/** The caller's cart, locked; made when there is none. Two calls of one account at once get the same one. */
export async function lockOrMakeCart(tx: Tx, cartId: string | null): Promise<HeldCart> {
  const held = await lockOwnCart(tx, cartId);
  if (held) return { cart: held, cartToken: null };
  const { actor, clock } = tx.context;
  const cartToken = actor.key === null ? newToken() : null;
  await tx.execute(
    `insert into cart (id, account_id, token_hash, stored_notices, created_at, updated_at) values (?, ?, ?, '[]', ?, ?)
     on conflict (account_id) do nothing`,
    [newKey(), actor.key, cartToken && tokenHash(cartToken), clock.now(), clock.now()],
  );
  const condition = actor.key !== null ? { accountKey: actor.key } : { tokenHash: tokenHash(cartToken ?? '') };
  return { cart: await tx.findOneOrFail(Cart, condition, { lockMode: LockMode.PESSIMISTIC_WRITE }), cartToken };
}
