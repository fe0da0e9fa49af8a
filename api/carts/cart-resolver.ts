import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { Community, communityOfWidget } from '../communities/index.ts';
import { GeoPointInput, isPlace } from '../geography/index.ts';
import { expectedPickupAt, PickupPoint, pickupPointByKey } from '../pickup/index.ts';
import type { Context } from '../platform/context.ts';
import { Access, everyone } from '../platform/graphql/access.ts';
import { badArgument } from '../platform/graphql/connection.ts';
import { DateTimeScalar } from '../platform/graphql/scalars.ts';
import { type Rupiah, RupiahScalar } from '../platform/money.ts';
import { sellerByKey } from '../sellers/index.ts';
import { Cart } from './cart.ts';
import { CartLine } from './cart-line.ts';
import { CartGroup, CartNotice, CartPickupPoint } from './cart-parts.ts';
import { pointsFor } from './cart-points.ts';
import { noticesOf, shown } from './cart-queries.ts';
import { groupsOf, viewOf } from './cart-view.ts';
import { findCart } from './own-cart.ts';

@Resolver(() => Cart)
export class CartResolver {
  @Access(everyone)
  @Query(() => Cart, {
    nullable: true,
    description: "A cart of the caller by id, or without one the caller's own; null when there is none, or not theirs.",
  })
  cart(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { nullable: true, description: 'The cart.' }) id?: string | null,
  ): Promise<Cart | null> {
    return findCart(ctx, id ?? null);
  }

  @FieldResolver(() => [CartLine], { description: 'Its lines, oldest first.' })
  async lines(@Ctx() ctx: Context, @Root() cart: Cart): Promise<CartLine[]> {
    return shown(cart, (await viewOf(ctx, cart)).lines);
  }

  @FieldResolver(() => [CartGroup], { description: 'Its lines by seller: each will pack one parcel.' })
  async groups(@Ctx() ctx: Context, @Root() cart: Cart): Promise<CartGroup[]> {
    const groups = groupsOf(await viewOf(ctx, cart));
    return Promise.all(
      groups.map(async ({ sellerKey, lines, ...sums }) => {
        const seller = await sellerByKey(ctx, sellerKey);
        if (!seller) throw new Error(`seller ${sellerKey} is gone`);
        return { seller, lines: shown(cart, lines), ...sums };
      }),
    );
  }

  @FieldResolver(() => PickupPoint, { nullable: true, description: 'Where to collect; null while none is chosen.' })
  async pickupPoint(@Ctx() ctx: Context, @Root() cart: Cart): Promise<PickupPoint | null> {
    return cart.pickupPointKey === null ? null : pickupPointByKey(ctx, cart.pickupPointKey);
  }

  @FieldResolver(() => [CartPickupPoint], {
    description: 'Every active point as the ticked lines see it, nearest first.',
  })
  availablePickupPoints(
    @Ctx() ctx: Context,
    @Root() cart: Cart,
    @Arg('near', () => GeoPointInput, { nullable: true, description: 'Place to measure from.' })
    near?: GeoPointInput | null,
  ): Promise<CartPickupPoint[]> {
    if (near && !isPlace(near)) throw badArgument('near', 'near is latitude -90 to 90 and longitude -180 to 180');
    return pointsFor(ctx, cart, near ?? null);
  }

  @FieldResolver(() => RupiahScalar, { description: 'What the ticked, buyable lines cost, in whole rupiah.' })
  async goodsTotal(@Ctx() ctx: Context, @Root() cart: Cart): Promise<Rupiah> {
    return (await viewOf(ctx, cart)).goodsTotal;
  }

  @FieldResolver(() => RupiahScalar, { description: "The pickup point's fees, one for each parcel, in whole rupiah." })
  async pointFeeTotal(@Ctx() ctx: Context, @Root() cart: Cart): Promise<Rupiah> {
    return (await viewOf(ctx, cart)).pointFeeTotal;
  }

  @FieldResolver(() => RupiahScalar, { description: 'What the buyer would pay now; send it as `expectedTotal`.' })
  async total(@Ctx() ctx: Context, @Root() cart: Cart): Promise<Rupiah> {
    return (await viewOf(ctx, cart)).total;
  }

  @FieldResolver(() => Int, { description: 'Pieces that are ticked and buyable.' })
  async selectedCount(@Ctx() ctx: Context, @Root() cart: Cart): Promise<number> {
    const { lines } = await viewOf(ctx, cart);
    return lines.reduce((sum, { counts, quantity }) => sum + (counts ? quantity : 0), 0);
  }

  @FieldResolver(() => Int, { description: 'Pieces in all, ticked or not.' })
  async itemCount(@Ctx() ctx: Context, @Root() cart: Cart): Promise<number> {
    const { lines } = await viewOf(ctx, cart);
    return lines.reduce((sum, { quantity }) => sum + quantity, 0);
  }

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description: 'When the parcels are likely to be at the chosen point, if ordered now; null without a point.',
  })
  async expectedPickupAt(@Ctx() ctx: Context, @Root() cart: Cart): Promise<Date | null> {
    const point = cart.pickupPointKey === null ? null : await pickupPointByKey(ctx, cart.pickupPointKey);
    return point && expectedPickupAt(point, ctx.clock.now());
  }

  @FieldResolver(() => [CartNotice], {
    description: 'What happened to it that the buyer did not ask for; the next change clears it.',
  })
  notices(@Ctx() ctx: Context, @Root() cart: Cart): Promise<CartNotice[]> {
    return noticesOf(ctx, cart);
  }

  @FieldResolver(() => Community, { nullable: true, description: 'Community through whose widget it was filled.' })
  async community(@Ctx() ctx: Context, @Root() cart: Cart): Promise<Community | null> {
    return cart.widgetKey === null ? null : communityOfWidget(ctx, cart.widgetKey);
  }
}
