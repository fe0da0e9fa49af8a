import { Field, Int, ObjectType } from 'type-graphql';
import type { Product } from '../catalog/index.ts';
import type { Place } from '../geography/index.ts';
import { expectedPickupAt, nearestPointsOfSeller, PickupPoint } from '../pickup/index.ts';
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
  const centre = near ?? product.seller.location ?? (await sellerByKey(ctx, sellerKey))?.location;
  if (!centre) return [];
  const now = ctx.clock.now();
  const found = await nearestPointsOfSeller(ctx, sellerKey, centre, first);
  return found.map(({ point, metres }) => ({
    pickupPoint: near ? ({ ...point, distanceMetres: metres } as PickupPoint) : point,
    distanceMetres: near ? metres : null,
    expectedPickupAt: expectedPickupAt(point, now) ?? now,
  }));
}
