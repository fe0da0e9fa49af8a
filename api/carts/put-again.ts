import { variantsForSale } from '../catalog/index.ts';
import type { Tx } from '../platform/database/transaction.ts';
import type { Rupiah } from '../platform/money.ts';
import type { Cart } from './cart.ts';
import { leftOf } from './left-of.ts';
import { lockOrMakeCart } from './own-cart.ts';
import { MOST_LINES, StoredCartLine } from './stored-cart-line.ts';
import { touch } from './touch-cart.ts';

/** Pieces that were bought before, at what one cost then, in rupiah. */
export interface PiecesBefore {
  readonly variantKey: string;
  readonly quantity: number;
  readonly unitPrice: Rupiah;
}

/** Why pieces do not stand in the cart again. */
export type WhyMissing = 'GONE' | 'SOLD_OUT' | 'FEWER' | 'CART_FULL';

/** Pieces of a variant that could not be put into the cart again. */
export interface PiecesMissing {
  readonly variantKey: string;
  readonly quantity: number;
  readonly why: WhyMissing;
}

/** What stands in the way of a line; null when nothing does. */
interface Found {
  readonly left: number;
  readonly why: WhyMissing | null;
}

/**
 * Puts what was bought before into the caller's own cart again, ticked, as far as it is sold and left; gives what is missing. Of a variant
 * that is there already the larger quantity counts, so that doing it again changes nothing. A new line keeps what it cost before, and so
 * the cart tells what has become dearer or cheaper.
 */
export async function putAgain(
  tx: Tx,
  pickupPointKey: string,
  pieces: readonly PiecesBefore[],
): Promise<{ cart: Cart; missing: PiecesMissing[] }> {
  const { cart } = await lockOrMakeCart(tx, null);
  touch(tx, cart);
  cart.pickupPointKey ??= pickupPointKey;
  const stored = await tx.find(StoredCartLine, { cartKey: cart.key });
  const lines = new Map(stored.map((line) => [line.variantKey, line]));
  const found = await findAgain(tx, pieces);
  const missing = pieces.flatMap(({ variantKey, quantity, unitPrice }): PiecesMissing[] => {
    const { left, why } = found.get(variantKey)!;
    if (why) return [{ variantKey, quantity, why }];
    const there = lines.get(variantKey);
    if (!there && lines.size >= MOST_LINES) return [{ variantKey, quantity, why: 'CART_FULL' }];
    const line =
      there ??
      Object.assign(new StoredCartLine(), { cartKey: cart.key, variantKey, quantity: 0, priceWhenAdded: unitPrice });
    const put = Math.min(quantity, left);
    line.quantity = Math.max(line.quantity, put);
    line.selected = true;
    lines.set(variantKey, line);
    tx.persist(line);
    return put < quantity ? [{ variantKey, quantity: quantity - put, why: 'FEWER' }] : [];
  });
  return { cart, missing };
}

async function findAgain(tx: Tx, pieces: readonly PiecesBefore[]): Promise<Map<string, Found>> {
  const keys = pieces.map(({ variantKey }) => variantKey);
  const sold = new Set((await variantsForSale(tx, keys)).flatMap((each) => (each.isForSale ? each.variantKey : [])));
  const stock = await leftOf(tx, keys);
  const look = (key: string): Found => {
    const left = stock.get(key) ?? 0;
    if (!sold.has(key)) return { left: 0, why: 'GONE' };
    return { left, why: left === 0 ? 'SOLD_OUT' : null };
  };
  return new Map(keys.map((key) => [key, look(key)]));
}
