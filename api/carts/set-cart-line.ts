import { variantsForSale } from '../catalog/index.ts';

import type { Context } from '../platform/context.ts';
import { inTransaction, type Tx } from '../platform/database/transaction.ts';
import { keyOf } from '../platform/keys.ts';
import { refuse } from '../platform/refusal.ts';
import type { Cart } from './cart.ts';
import { leftOf } from './left-of.ts';
import { type HeldCart, lockOrMakeCart } from './own-cart.ts';
import { LARGEST_QUANTITY, MOST_LINES, StoredCartLine } from './stored-cart-line.ts';
import { touch } from './touch-cart.ts';

/** What the buyer wants a line to be. */
export interface LineWanted {
  readonly cartId: string | null;
  readonly variantId: string;
  /** Pieces in all, 0 to 999; 0 takes the line out. */
  readonly quantity: number;
  /** Ticked or not; as it is when null, ticked when new. */
  readonly selected: boolean | null;
}

/**
 * Sets how many of a variant are in the caller's cart, which is made when there is none. More than the stock is cut to it, with a
 * notice. Refuses NOT_FOUND, QUANTITY_OUT_OF_RANGE, UNAVAILABLE, OUT_OF_STOCK, CART_FULL.
 */
export async function setCartLine(
  ctx: Context,
  { cartId, variantId, quantity, selected }: LineWanted,
): Promise<HeldCart> {
  if (quantity < 0 || quantity > LARGEST_QUANTITY) refuse('QUANTITY_OUT_OF_RANGE', ['quantity']);
  const variantKey = keyOf('Variant', variantId);
  if (variantKey === null) refuse('NOT_FOUND', ['variantId']);
  return inTransaction(ctx, async (tx) => {
    const held = await lockOrMakeCart(tx, cartId);
    touch(tx, held.cart);
    if (quantity === 0) await tx.nativeDelete(StoredCartLine, { cartKey: held.cart.key, variantKey });
    else await putLine(tx, held.cart, { variantKey, quantity, selected });
    return held;
  });
}

interface NewLine {
  readonly variantKey: string;
  readonly quantity: number;
  readonly selected: boolean | null;
}

async function putLine(tx: Tx, cart: Cart, { variantKey, quantity, selected }: NewLine): Promise<void> {
  const [variant] = await variantsForSale(tx, [variantKey]);
  if (!variant) refuse('NOT_FOUND', ['variantId']);
  const { title, isForSale, price } = variant;
  if (!isForSale) refuse('UNAVAILABLE', ['variantId'], { title });
  const left = (await leftOf(tx, [variantKey])).get(variantKey) ?? 0;
  if (left === 0) refuse('OUT_OF_STOCK', ['variantId'], { title });
  const line =
    (await tx.findOne(StoredCartLine, { cartKey: cart.key, variantKey })) ?? (await addLine(tx, cart, variantKey));
  line.quantity = Math.min(quantity, left);
  line.priceWhenAdded = price;
  line.selected = selected ?? line.selected;
  if (left < quantity) cart.storedNotices = [{ code: 'QUANTITY_CUT', lineKey: line.key, values: { title, left } }];
}

async function addLine(tx: Tx, cart: Cart, variantKey: string): Promise<StoredCartLine> {
  if ((await tx.count(StoredCartLine, { cartKey: cart.key })) >= MOST_LINES) refuse('CART_FULL', ['cartId']);
  const line = Object.assign(new StoredCartLine(), { cartKey: cart.key, variantKey });
  tx.persist(line);
  return line;
}
