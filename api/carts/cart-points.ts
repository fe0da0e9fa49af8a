import type { Place } from '../geography/index.ts';
import {
  expectedPickupAt,
  isAcceptingOrders,
  listPickupPoints,
  type PickupPoint,
  pointsServedBy,
} from '../pickup/index.ts';
import type { Context } from '../platform/context.ts';
import { LARGEST_PAGE } from '../platform/graphql/connection.ts';
import { keyOf } from '../platform/keys.ts';
import { type Seller, sellersByKeys } from '../sellers/index.ts';
import type { Cart } from './cart.ts';
import type { CartPickupPoint, PointUnavailableReason } from './cart-parts.ts';
import { viewOf } from './cart-view.ts';

/**
 * Every active point as the ticked lines of a cart see it, nearest to the place first (by name without one): whether all their
 * sellers deliver there, whether it has room for their parcels and takes orders. Three statements, however many points.
 */
export async function pointsFor(ctx: Context, cart: Cart, near: Place | null): Promise<CartPickupPoint[]> {
  const { parcels } = await viewOf(ctx, cart);
  const sellerKeys = parcels.map(({ sellerKey }) => sellerKey);
  const [page, served, sellers] = await Promise.all([
    listPickupPoints(ctx, { near, first: LARGEST_PAGE }),
    pointsServedBy(ctx, sellerKeys),
    sellersByKeys(ctx, sellerKeys),
  ]);
  return page.edges.map(({ node }) => {
    const pointKey = keyOf('PickupPoint', node.id) ?? '';
    const excludedBy = sellers.filter((seller, at): seller is Seller => {
      return seller !== null && !served.get(sellerKeys[at]!)?.has(pointKey);
    });
    const unavailableReason = reasonAgainst(ctx, node, parcels.length, excludedBy.length);
    return {
      pickupPoint: node,
      distanceMetres: node.distanceMetres ?? null,
      isAvailable: unavailableReason === null,
      unavailableReason,
      excludedBy,
      expectedPickupAt: expectedPickupAt(node, ctx.clock.now()),
    };
  });
}

function reasonAgainst(
  ctx: Context,
  point: PickupPoint,
  parcels: number,
  excluding: number,
): PointUnavailableReason | null {
  if (!isAcceptingOrders(point, ctx.clock.now())) return 'CLOSED';
  if (excluding > 0) return 'NOT_SERVED_BY_SELLER';
  const { roomCapacity, roomTaken } = point;
  const left = roomCapacity === undefined || roomTaken === undefined ? parcels : roomCapacity - roomTaken;
  // An empty cart asks whether there is room for one.
  return left < Math.max(parcels, 1) ? 'FULL' : null;
}
