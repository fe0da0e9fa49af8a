import type { Context } from '../platform/context.ts';
import { say } from '../platform/graphql/user-errors.ts';
import { Cart, holdsCart } from './cart.ts';
import { CartLine } from './cart-line.ts';
import type { CartNotice } from './cart-parts.ts';
import { NOTICE_SENTENCES } from './cart-sentences.ts';
import { viewOf } from './cart-view.ts';
import type { PricedLine } from './price-lines.ts';

/** Lines as the world sees them. */
export function shown(cart: Cart, lines: readonly PricedLine[]): CartLine[] {
  return lines.map((line) => new CartLine(cart, line));
}

/** What happened to a cart, in the caller's language. A notice about a line that is gone since tells nothing any more. */
export async function noticesOf(ctx: Context, cart: Cart): Promise<CartNotice[]> {
  if (cart.storedNotices.length === 0) return [];
  const { lines } = await viewOf(ctx, cart);
  return cart.storedNotices.flatMap(({ code, lineKey, values }) => {
    const line = lines.find((each) => each.lineKey === lineKey);
    if (lineKey !== null && !line) return [];
    const message = say(NOTICE_SENTENCES[code], ctx.language, { title: line?.title ?? '', ...values });
    return [{ code, message, line: line ? new CartLine(cart, line) : null }];
  });
}

/** Carts as `node` shows them: the caller's own. */
export async function ownCarts(ctx: Context, keys: readonly string[]): Promise<(Cart | null)[]> {
  const carts = await ctx.em.fork().find(Cart, { key: { $in: [...keys] } });
  const byKey = new Map(carts.filter((cart) => holdsCart(cart, ctx.actor)).map((cart) => [cart.key, cart]));
  return keys.map((key) => byKey.get(key) ?? null);
}

/** Lines as `node` shows them: those of the caller's own carts. */
export async function ownLines(ctx: Context, keys: readonly string[]): Promise<(CartLine | null)[]> {
  const rows = await ctx.read.rows<{ key: string; cartKey: string }>(
    'select id as key, cart_id as "cartKey" from cart_line where id = any($1::uuid[])',
    [keys],
    'carts-of-lines',
  );
  const carts = (await ownCarts(ctx, [...new Set(rows.map(({ cartKey }) => cartKey))])).filter((cart) => cart !== null);
  const lines = await Promise.all(carts.map(async (cart) => shown(cart, (await viewOf(ctx, cart)).lines)));
  const byKey = new Map(lines.flat().map((line) => [line.key, line]));
  return keys.map((key) => byKey.get(key) ?? null);
}
