import { Arg, ID, Resolver, Root, Subscription } from 'type-graphql';
import { Order, Parcel } from '../orders/index.ts';
import type { Context } from '../platform/context.ts';
import { Access, holderOf, signedIn } from '../platform/graphql/access.ts';
import { SELLER_ROLES } from '../sellers/index.ts';
import { followOrder, followPoint, followSeller } from './live-orders.ts';

/** What a subscription is opened with. */
interface Opened<Args> {
  readonly args: Args;
  readonly context: Context;
}

@Resolver()
export class LiveResolver {
  @Access(signedIn)
  @Subscription(() => Order, {
    subscribe: ({ args, context }: Opened<{ code: string }>) => followOrder(context, args.code),
    description: 'An order of the caller: as it is, then again with each change.',
  })
  orderUpdated(
    @Root() order: Order,
    @Arg('code', () => String, { description: 'Code of the order, e.g. BJ-7K2QM4X.' }) _code: string,
  ): Order {
    return order;
  }

  @Access(holderOf(...SELLER_ROLES))
  @Subscription(() => Parcel, {
    subscribe: ({ args, context }: Opened<{ sellerId: string }>) => followSeller(context, args.sellerId),
    description: 'Parcels of a shop of the caller: those under way (at most 100), then each one that changes.',
  })
  parcelQueue(
    @Root() parcel: Parcel,
    @Arg('sellerId', () => ID, { description: 'The shop.' }) _sellerId: string,
  ): Parcel {
    return parcel;
  }

  @Access(holderOf('POINT_OPERATOR'))
  @Subscription(() => Parcel, {
    subscribe: ({ args, context }: Opened<{ pointId: string }>) => followPoint(context, args.pointId),
    description: 'Parcels of a pickup point of the caller: those under way (at most 100), then each one that changes.',
  })
  pointQueue(
    @Root() parcel: Parcel,
    @Arg('pointId', () => ID, { description: 'The pickup point.' }) _pointId: string,
  ): Parcel {
    return parcel;
  }
}
