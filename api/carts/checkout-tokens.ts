import { LockMode } from '@mikro-orm/postgresql';
import type { Context } from '../platform/context.ts';
import { inTransaction, type Tx } from '../platform/database/transaction.ts';
import { refuse } from '../platform/refusal.ts';
import { newToken, tokenHash } from '../platform/secrets.ts';
import { Cart } from './cart.ts';
import { CheckoutToken } from './checkout-token.ts';
import { lockCart } from './lock-cart.ts';
import { mergeInto } from './merge-carts.ts';
import { type HeldCart, lockOrMakeCart } from './own-cart.ts';
import { StoredCartLine } from './stored-cart-line.ts';

/** The page that redeems checkout tokens. */
const CHECKOUT_PATH = '/bayar';
/** How long a checkout token is good, in seconds. */
export const CHECKOUT_TOKEN_SECONDS = 10 * 60;

declare module '../platform/context.ts' {
  interface Ports {
    /** Address under which people reach the pages; no slash at the end. */
    readonly publicUrl: string;
  }
}

/**
 * A one-time address of our own checkout that takes the caller's cart along, good for 10 minutes. Refuses NOT_FOUND, and
 * CART_EMPTY when nothing is in it.
 */
export async function createCheckoutToken(ctx: Context, cartId: string): Promise<string> {
  const token = newToken();
  await inTransaction(ctx, async (tx) => {
    const cart = await lockCart(tx, ctx.actor, cartId);
    if ((await tx.count(StoredCartLine, { cartKey: cart.key })) === 0) refuse('CART_EMPTY', ['cartId']);
    const expiresAt = new Date(ctx.clock.now().getTime() + CHECKOUT_TOKEN_SECONDS * 1000);
    tx.persist(Object.assign(new CheckoutToken(), { cartKey: cart.key, tokenHash: tokenHash(token), expiresAt }));
  });
  // In the fragment: it reaches no server log and no referrer.
  return `${ctx.publicUrl}${CHECKOUT_PATH}#${token}`;
}

/**
 * Takes the cart of a checkout token along: its lines move into the caller's own cart, so that the page which made the token
 * sees nothing of what happens here. Once only, also when tried many times at once: refuses TOKEN_INVALID for a token that is
 * unknown, used, too old, or of another account's cart.
 */
export function redeemCheckoutToken(ctx: Context, token: string): Promise<HeldCart> {
  return inTransaction(ctx, async (tx) => {
    const source = await useToken(tx, token);
    if (source.accountKey !== null) return { cart: source, cartToken: null };
    const { cart, cartToken } = await lockOrMakeCart(tx, null);
    return { cart: await mergeInto(tx, cart.key, source.key), cartToken };
  });
}

/** Marks the token as used and answers its cart. The token's row is locked first: of two at once the second finds it used. */
async function useToken(tx: Tx, token: string): Promise<Cart> {
  const { actor, clock } = tx.context;
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE } as const;
  const found = await tx.findOne(CheckoutToken, { tokenHash: tokenHash(token) }, lock);
  if (!found || found.redeemedAt !== null || found.expiresAt <= clock.now()) refuse('TOKEN_INVALID', ['token']);
  const cart = await tx.findOneOrFail(Cart, { key: found.cartKey });
  if (cart.accountKey !== null && cart.accountKey !== actor.key) refuse('TOKEN_INVALID', ['token']);
  found.redeemedAt = clock.now();
  return cart;
}
