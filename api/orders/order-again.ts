import { type Cart, putAgain } from '../carts/index.ts';
import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { refuse } from '../platform/refusal.ts';
import { MissingPieces } from './missing-pieces.ts';
import { linesOfParcel, ownOrderByCode, parcelsOfOrder } from './order-queries.ts';

/** The cart after an order was put into it again, and what could not be. */
export interface OrderedAgain {
  readonly cart: Cart;
  readonly missing: readonly MissingPieces[];
  /** How many different things of the order stand in the cart. */
  readonly addedCount: number;
}

/**
 * Puts the goods of an order of the caller into their cart again, as far as they are sold and left. Nothing is ordered yet, and doing it
 * again changes nothing. Refuses NOT_FOUND.
 */
export async function orderAgain(ctx: Context, orderCode: string): Promise<OrderedAgain> {
  const order = (await ownOrderByCode(ctx, orderCode)) ?? refuse('NOT_FOUND', ['orderCode']);
  const parcels = await parcelsOfOrder(ctx, order.key);
  const lines = (await Promise.all(parcels.map(({ key }) => linesOfParcel(ctx, key)))).flat();
  const byVariant = new Map(lines.map((line) => [line.variantKey, line]));
  return inTransaction(ctx, async (tx) => {
    const { cart, missing } = await putAgain(tx, order.pickupPointKey, lines);
    const named = missing.map(({ variantKey, quantity, why }) => {
      const { title, variantName } = byVariant.get(variantKey)!;
      return Object.assign(new MissingPieces(), { title, variantName, quantity, why });
    });
    const lacking = missing.filter(({ why }) => why !== 'FEWER');
    return { cart, missing: named, addedCount: lines.length - lacking.length };
  });
}
