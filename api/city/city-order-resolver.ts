import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { curator } from '../accounts/index.ts';
import { orderByCode, Parcel, parcelsOfOrder } from '../orders/index.ts';
import { paymentOfReference, refundsOf } from '../payments/index.ts';
import type { Context } from '../platform/context.ts';
import { Access } from '../platform/graphql/access.ts';
import { CityOrder, CityRefund, cityOrder, cityRefund } from './city-order.ts';

@Resolver(() => CityOrder)
export class CityOrderResolver {
  @Access(curator)
  @Query(() => CityOrder, {
    nullable: true,
    description: 'Any order by its code, for the city; null when there is none.',
  })
  async cityOrder(
    @Ctx() ctx: Context,
    @Arg('code', () => String, { description: 'As written or typed, e.g. BJ-7K2QM4X.' }) code: string,
  ): Promise<CityOrder | null> {
    const order = await orderByCode(ctx, code);
    return order && cityOrder(order);
  }

  @FieldResolver(() => [Parcel], { description: 'One parcel for each seller.' })
  parcels(@Ctx() ctx: Context, @Root() { key }: CityOrder): Promise<Parcel[]> {
    return parcelsOfOrder(ctx, key);
  }

  @FieldResolver(() => [CityRefund], { description: 'What goes back to the buyer, the oldest first.' })
  async refunds(@Ctx() ctx: Context, @Root() { key }: CityOrder): Promise<CityRefund[]> {
    const payment = await paymentOfReference(ctx, key);
    return payment ? (await refundsOf(ctx, payment.key)).map(cityRefund) : [];
  }
}
