import { isAcceptingOrders, StoredPickupPoint } from '../pickup/index.ts';
import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { keyOf } from '../platform/keys.ts';
import { refuse } from '../platform/refusal.ts';
import { type HeldCart, lockOrMakeCart } from './own-cart.ts';
import { touch } from './touch-cart.ts';

/** Which point the buyer wants to collect at. */
export interface PointWanted {
  readonly cartId: string | null;
  readonly pickupPointId: string;
}

/**
 * Chooses the pickup point of the caller's cart, which is made when there is none. A point that is full, or that a seller does
 * not serve, can be chosen (that may change): the cart shows it, and placing the order refuses it. Refuses NOT_FOUND, POINT_CLOSED.
 */
export function setCartPickupPoint(ctx: Context, { cartId, pickupPointId }: PointWanted): Promise<HeldCart> {
  const key = keyOf('PickupPoint', pickupPointId);
  return inTransaction(ctx, async (tx) => {
    const point = key === null ? null : await tx.findOne(StoredPickupPoint, { key });
    if (!point) refuse('NOT_FOUND', ['pickupPointId']);
    if (!isAcceptingOrders(point, ctx.clock.now())) refuse('POINT_CLOSED', ['pickupPointId']);
    const held = await lockOrMakeCart(tx, cartId);
    touch(tx, held.cart);
    held.cart.pickupPointKey = point.key;
    return held;
  });
}
