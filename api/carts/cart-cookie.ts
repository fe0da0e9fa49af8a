import type { Actor, Context } from '../platform/context.ts';
import { tokenHash } from '../platform/secrets.ts';
import type { Cart } from './cart.ts';
import type { HeldCart } from './own-cart.ts';

/** Cookie that carries the secret of a guest's cart; http-only. */
export const CART_COOKIE = 'berjubel_cart';
/** How long a guest's cart is kept after its last change, in seconds. */
export const CART_LIFE_SECONDS = 90 * 24 * 60 * 60;

/** What a mutation of a cart gives back. */
export interface CartAnswer {
  readonly cart: Cart;
  /** The secret of a guest's cart that was just made, for clients that keep no cookies; null otherwise. */
  readonly cartToken: string | null;
}

/**
 * Hands a new guest cart's secret to its client: as a cookie to a page, in the answer to a client that keeps none. The rest of
 * this request then acts as its holder, so that the payload shows the cart.
 */
export function answerCart(ctx: Context, { cart, cartToken }: HeldCart): CartAnswer {
  if (cartToken === null) return { cart, cartToken: null };
  (ctx as { actor: Actor }).actor = { ...ctx.actor, cartTokenHash: tokenHash(cartToken) };
  ctx.cookies?.set(CART_COOKIE, cartToken, CART_LIFE_SECONDS);
  return { cart, cartToken: ctx.cookies ? null : cartToken };
}
