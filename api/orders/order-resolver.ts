import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Payment, paymentOfReference } from '../payments/index.ts';
import { PickupPoint, pickupPointByKey } from '../pickup/index.ts';
import type { Context } from '../platform/context.ts';
import { Access, signedIn } from '../platform/graphql/access.ts';
import { type Page, PageArgs } from '../platform/graphql/connection.ts';
import { type Payload, payload } from '../platform/graphql/user-errors.ts';
import { canCancel, cancelOrder } from './cancel-order.ts';
import { cancelParcel } from './cancel-parcel.ts';
import { changePaymentMethod } from './change-payment-method.ts';
import { codesOf } from './collection.ts';
import { CollectionCodes } from './collection-codes.ts';
import { Order } from './order.ts';
import { type OrderedAgain, orderAgain } from './order-again.ts';
import {
  CANCEL_ORDER,
  CANCEL_PARCEL,
  CancelOrderPayload,
  CancelParcelPayload,
  CHANGE_PAYMENT_METHOD,
  ChangePaymentMethodPayload,
  ORDER_AGAIN,
  OrderAgainPayload,
  PLACE_ORDER,
  PlaceOrderPayload,
  UNLOCK_COLLECTION,
  UnlockCollectionPayload,
} from './order-errors.ts';
import { OrderEvent } from './order-event.ts';
import {
  CancelOrderInput,
  CancelParcelInput,
  ChangePaymentMethodInput,
  OrderAgainInput,
  PlaceOrderInput,
  UnlockCollectionInput,
} from './order-inputs.ts';
import { ownOrderByCode, ownOrders, parcelsOfOrder } from './order-queries.ts';
import { Parcel } from './parcel.ts';
import { OrderConnection } from './parcel-list-args.ts';
import { parcelByKey } from './parcel-queries.ts';
import { placeOrder } from './place-order.ts';
import { ENDED, OrderStatus, orderStatusOf } from './statuses.ts';
import { eventsOfOrder, messageOf } from './timeline.ts';
import { unlockCollection } from './unlock-collection.ts';

@Resolver(() => Order)
export class OrderResolver {
  @Access(signedIn)
  @Query(() => Order, { nullable: true, description: 'One of your orders; null when it is not there or not yours.' })
  order(
    @Ctx() ctx: Context,
    @Arg('code', () => String, { description: 'Its code, e.g. BJ-7K2QM4X.' }) code: string,
  ): Promise<Order | null> {
    return ownOrderByCode(ctx, code);
  }

  @Access(signedIn)
  @Query(() => OrderConnection, { description: 'Your orders, the latest first.' })
  orders(@Ctx() ctx: Context, @Args(() => PageArgs) { first, after }: PageArgs): Promise<Page<Order>> {
    return ownOrders(ctx, first, after);
  }

  @Access(signedIn)
  @Mutation(() => PlaceOrderPayload, {
    description: 'Turns the ticked lines of a cart into an order; the same idempotencyKey, the same order.',
  })
  placeOrder(
    @Ctx() ctx: Context,
    @Arg('input', () => PlaceOrderInput, { description: 'The cart, and how it will be paid.' }) input: PlaceOrderInput,
  ): Promise<Payload<{ order: Order }>> {
    return payload(ctx, PLACE_ORDER, async () => ({ order: await placeOrder(ctx, input) }));
  }

  @Access(signedIn)
  @Mutation(() => CancelOrderPayload, {
    description: 'Calls an order off: unpaid ones, and others until the first seller has accepted.',
  })
  cancelOrder(
    @Ctx() ctx: Context,
    @Arg('input', () => CancelOrderInput, { description: 'The order.' }) { orderId, reason }: CancelOrderInput,
  ): Promise<Payload<{ order: Order }>> {
    return payload(ctx, CANCEL_ORDER, async () => ({ order: await cancelOrder(ctx, orderId, reason ?? null) }));
  }

  @Access(signedIn)
  @Mutation(() => CancelParcelPayload, {
    description: 'Calls one parcel off before its seller has accepted it; what was paid for it goes back.',
  })
  cancelParcel(
    @Ctx() ctx: Context,
    @Arg('input', () => CancelParcelInput, { description: 'The parcel.' }) { parcelId }: CancelParcelInput,
  ): Promise<Payload<{ parcel: Parcel }>> {
    return payload(ctx, CANCEL_PARCEL, async () => ({ parcel: await cancelParcel(ctx, parcelId) }));
  }

  @Access(signedIn)
  @Mutation(() => OrderAgainPayload, {
    description:
      'Puts the goods of an order of yours into your cart again, and says what is gone. Again, it changes nothing.',
  })
  orderAgain(
    @Ctx() ctx: Context,
    @Arg('input', () => OrderAgainInput, { description: 'The order.' }) { orderCode }: OrderAgainInput,
  ): Promise<Payload<OrderedAgain>> {
    return payload(ctx, ORDER_AGAIN, () => orderAgain(ctx, orderCode));
  }

  @Access(signedIn)
  @Mutation(() => ChangePaymentMethodPayload, { description: 'Has an unpaid order paid in another way.' })
  changePaymentMethod(
    @Ctx() ctx: Context,
    @Arg('input', () => ChangePaymentMethodInput, { description: 'The order and the way.' })
    input: ChangePaymentMethodInput,
  ): Promise<Payload<{ order: Order }>> {
    return payload(ctx, CHANGE_PAYMENT_METHOD, async () => ({ order: await changePaymentMethod(ctx, input) }));
  }

  @Access(signedIn)
  @Mutation(() => UnlockCollectionPayload, { description: 'Gives an order a new PIN after five wrong ones.' })
  unlockCollection(
    @Ctx() ctx: Context,
    @Arg('input', () => UnlockCollectionInput, { description: 'The order and the code.' })
    { orderId, otp }: UnlockCollectionInput,
  ): Promise<Payload<{ order: Order }>> {
    return payload(ctx, UNLOCK_COLLECTION, async () => ({ order: await unlockCollection(ctx, orderId, otp) }));
  }

  @FieldResolver(() => OrderStatus, { description: 'The one word shown for it.' })
  async status(@Root() order: Order, @Ctx() ctx: Context): Promise<OrderStatus> {
    return orderStatusOf(order, await parcelsOfOrder(ctx, order.key), order.refundedTotal < order.refundDueTotal);
  }

  @FieldResolver(() => [Parcel], { description: 'One parcel for each seller.' })
  parcels(@Root() order: Order, @Ctx() ctx: Context): Promise<Parcel[]> {
    return parcelsOfOrder(ctx, order.key);
  }

  @FieldResolver(() => PickupPoint, { description: 'Where it is collected.' })
  async pickupPoint(@Root() order: Order, @Ctx() ctx: Context): Promise<PickupPoint> {
    return (await pickupPointByKey(ctx, order.pickupPointKey))!;
  }

  @FieldResolver(() => Payment, { nullable: true, description: 'How and how far it is paid, with instructions.' })
  payment(@Root() order: Order, @Ctx() ctx: Context): Promise<Payment | null> {
    return paymentOfReference(ctx, order.key);
  }

  @FieldResolver(() => [OrderEvent], { description: 'What has happened, the oldest first.' })
  timeline(@Root() order: Order, @Ctx() ctx: Context): Promise<OrderEvent[]> {
    return eventsOfOrder(ctx, order.key);
  }

  @FieldResolver(() => CollectionCodes, {
    nullable: true,
    description: 'Collect code and PIN, from payment (cash: from placing) until nothing is left to collect; else null.',
  })
  collection(@Root() order: Order, @Ctx() ctx: Context): Promise<CollectionCodes | null> {
    return codesOf(ctx, order);
  }

  @FieldResolver(() => Boolean, { description: 'Whether cancelOrder would do it now.' })
  async canCancel(@Root() order: Order, @Ctx() ctx: Context): Promise<boolean> {
    const statuses = (await parcelsOfOrder(ctx, order.key)).map(({ status }) => status);
    return canCancel(
      order.paymentStatus,
      statuses.filter((status) => !ENDED.has(status)),
    );
  }
}

@Resolver(() => OrderEvent)
export class OrderEventResolver {
  @FieldResolver(() => Parcel, { nullable: true, description: 'The parcel it concerns; null for the whole order.' })
  async parcel(@Root() event: OrderEvent, @Ctx() ctx: Context): Promise<Parcel | null> {
    return event.parcelKey ? parcelByKey(ctx, event.parcelKey) : null;
  }

  @FieldResolver(() => String, { description: 'What happened, in a sentence for the buyer.' })
  message(@Root() event: OrderEvent, @Ctx() ctx: Context): Promise<string> {
    return messageOf(ctx, event);
  }
}
