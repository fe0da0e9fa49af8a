import { Field, Int, ObjectType } from 'type-graphql';
import type { Product } from '../catalog/index.ts';
import { distanceMetres, type Place } from '../geography/index.ts';
import { expectedPickupAt, isAcceptingOrders, PickupPoint, pointsOfSeller } from '../pickup/index.ts';
import type { Context } from '../platform/context.ts';
import { Access, everyone } from '../platform/graphql/access.ts';
import { DateTimeScalar } from '../platform/graphql/scalars.ts';
import { keyOf } from '../platform/keys.ts';
import { sellerByKey } from '../sellers/index.ts';

@ObjectType({ description: 'A pickup point for a product, as seen from a place.', simpleResolvers: true })
@Access(everyone)
export class NearbyPickupPoint {
  @Field(() => PickupPoint, { description: 'The point.' })
  pickupPoint!: PickupPoint;

  @Field(() => Int, { nullable: true, description: 'Metres from the place asked for; null when none was named.' })
  distanceMetres!: number | null;

  @Field(() => DateTimeScalar, { description: 'When an order placed now can be expected there.' })
  expectedPickupAt!: Date;
}

/**
 * Points that take orders and that the shop of a product serves, nearest to the buyer first; nearest to the shop when the buyer names
 * no place. Shops and points are loaded batched.
 */
export async function nearestPoints(
  ctx: Context,
  product: Product,
  { near, first }: { near: Place | null; first: number },
): Promise<NearbyPickupPoint[]> {
  const sellerKey = keyOf('Seller', product.seller.id) ?? '';
  const now = ctx.clock.now();
  const points = (await pointsOfSeller(ctx, sellerKey)).filter((point) => isAcceptingOrders(point, now));
  const centre = near ?? product.seller.location ?? (await sellerByKey(ctx, sellerKey))?.location;
  const measured = points.map((pickupPoint) => ({
    pickupPoint,
    metres: centre ? distanceMetres(centre, pickupPoint.location) : 0,
  }));
  measured.sort((a, b) => a.metres - b.metres || a.pickupPoint.name.localeCompare(b.pickupPoint.name));
  return measured.slice(0, first).map(({ pickupPoint, metres }) => ({
    pickupPoint: near ? ({ ...pickupPoint, distanceMetres: metres } as PickupPoint) : pickupPoint,
    distanceMetres: near ? metres : null,
    expectedPickupAt: expectedPickupAt(pickupPoint, now) ?? now,
  }));
}
