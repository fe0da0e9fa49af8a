import { ask } from '../../elements/client.ts';
import { LeaveOutDocument } from '../../operations/generated/graphql.ts';
import { isBuyable, nameOf } from '../cart/cart-line.ts';
import { allLines } from '../cart/cart-parts.ts';
import type { CheckoutCart } from './checkout-parts.ts';
import type { Position } from './device-position.ts';

/** Unticks what cannot be bought any more, so that the rest can; names it. */
export async function leaveOutSoldOut(
  cart: CheckoutCart,
  near: Position | null,
): Promise<{ cart: CheckoutCart; leftOut: string }> {
  const gone = allLines(cart).filter((line) => line.selected && !isBuyable(line));
  if (gone.length === 0) return { cart, leftOut: '' };
  const input = { lineIds: gone.map(({ id }) => id), selected: false };
  const { setCartSelection } = await ask(LeaveOutDocument, { input, near });
  return { cart: setCartSelection.cart ?? cart, leftOut: gone.map(nameOf).join('; ') };
}
