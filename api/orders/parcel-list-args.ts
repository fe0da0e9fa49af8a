import { ArgsType, Field } from 'type-graphql';
import { connectionTypes, PageArgs } from '../platform/graphql/connection.ts';
import { Order } from './order.ts';
import { Parcel } from './parcel.ts';
import { ParcelStatus } from './statuses.ts';

/** Arguments of a list of parcels. */
@ArgsType()
export class ParcelListArgs extends PageArgs {
  @Field(() => [ParcelStatus], {
    nullable: true,
    description: 'Only parcels in one of these; all but HELD when left out. Statuses under way list the oldest first.',
  })
  status?: ParcelStatus[] | null;
}

/** A page of parcels. */
export const { connection: ParcelConnection } = connectionTypes('Parcel', () => Parcel);

/** A page of orders. */
export const { connection: OrderConnection } = connectionTypes('Order', () => Order);
