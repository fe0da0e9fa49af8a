import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { CounterPayment, counterPaymentOf, offersAtCounter, PaymentMethodOffer } from '../payments/index.ts';
import type { Context } from '../platform/context.ts';
import { Access, holderOf } from '../platform/graphql/access.ts';
import { type Payload, payload } from '../platform/graphql/user-errors.ts';
import { firstNameOf } from './buyer-name.ts';
import { chargeAtPoint } from './charge-at-point.ts';
import { type Collected, collectParcel } from './collect-parcel.ts';
import { Collectable } from './collectable.ts';
import { markParcelLost, receiveParcel, refuseParcel, returnParcel } from './counter.ts';
import {
  CHARGE_AT_POINT,
  ChargeAtPointPayload,
  COLLECT_PARCEL,
  CollectParcelPayload,
  MARK_PARCEL_LOST,
  MarkParcelLostPayload,
  RECEIVE_PARCEL,
  REFUSE_PARCEL,
  RETURN_PARCEL,
  ReceiveParcelPayload,
  RefuseParcelPayload,
  ReturnParcelPayload,
} from './order-errors.ts';
import type { Parcel } from './parcel.ts';
import {
  ChargeAtPointInput,
  CollectParcelInput,
  MarkParcelLostInput,
  ReceiveParcelInput,
  RefuseParcelInput,
  ReturnParcelInput,
} from './parcel-inputs.ts';
import { orderToCollect } from './parcel-queries.ts';

const operator = holderOf('POINT_OPERATOR');

@Resolver(() => Collectable)
export class CounterResolver {
  @Access(operator)
  @Query(() => Collectable, {
    nullable: true,
    description:
      'What a collect code opens at a point of yours, before the PIN is asked for; null for an unknown code.',
  })
  orderToCollect(
    @Ctx() ctx: Context,
    @Arg('pointId', () => ID, { description: 'The point.' }) pointId: string,
    @Arg('code', () => String, { description: 'The collect code, as scanned or typed.' }) code: string,
  ): Promise<Collectable | null> {
    return orderToCollect(ctx, pointId, code);
  }

  @Access(operator)
  @Mutation(() => ReceiveParcelPayload, { description: 'The point takes a packed parcel in; its holding days begin.' })
  receiveParcel(
    @Ctx() ctx: Context,
    @Arg('input', () => ReceiveParcelInput, { description: 'The parcel.' })
    { pointId, parcelCode, shelf }: ReceiveParcelInput,
  ): Promise<Payload<{ parcel: Parcel }>> {
    const at = { pointId, parcelCode, shelf: shelf ?? null };
    return payload(ctx, RECEIVE_PARCEL, async () => ({ parcel: await receiveParcel(ctx, at) }));
  }

  @Access(operator)
  @Mutation(() => RefuseParcelPayload, {
    description: 'The point does not take a damaged parcel in; what was paid for it goes back.',
  })
  refuseParcel(
    @Ctx() ctx: Context,
    @Arg('input', () => RefuseParcelInput, { description: 'The parcel and its damage.' }) input: RefuseParcelInput,
  ): Promise<Payload<{ parcel: Parcel }>> {
    return payload(ctx, REFUSE_PARCEL, async () => ({ parcel: await refuseParcel(ctx, input) }));
  }

  @Access(operator)
  @Mutation(() => ChargeAtPointPayload, {
    description:
      'Makes a QRIS code over what is due for the parcels of an order at the point. Called again while the code can be paid, it is the same code, and the provider is asked whether the money is there.',
  })
  chargeAtPoint(
    @Ctx() ctx: Context,
    @Arg('input', () => ChargeAtPointInput, { description: 'The order.' }) input: ChargeAtPointInput,
  ): Promise<Payload<{ collectable: Collectable }>> {
    return payload(ctx, CHARGE_AT_POINT, async () => ({ collectable: await chargeAtPoint(ctx, input) }));
  }

  @Access(operator)
  @Mutation(() => CollectParcelPayload, {
    description:
      'Hands over every parcel of an order at the point, against collect code and PIN, for cash where it is due and QRIS has not paid it.',
  })
  collectParcel(
    @Ctx() ctx: Context,
    @Arg('input', () => CollectParcelInput, { description: 'The codes.' })
    { pointId, collectCode, pin, cashTaken }: CollectParcelInput,
  ): Promise<Payload<Collected>> {
    const input = { pointId, collectCode, pin, cashTaken: cashTaken ?? null };
    return payload(ctx, COLLECT_PARCEL, () => collectParcel(ctx, input));
  }

  @Access(operator)
  @Mutation(() => ReturnParcelPayload, {
    description: 'The point gives an uncollected parcel back to its seller; the goods are refunded, the fee is kept.',
  })
  returnParcel(
    @Ctx() ctx: Context,
    @Arg('input', () => ReturnParcelInput, { description: 'The parcel.' }) input: ReturnParcelInput,
  ): Promise<Payload<{ parcel: Parcel }>> {
    return payload(ctx, RETURN_PARCEL, async () => ({ parcel: await returnParcel(ctx, input) }));
  }

  @Access(holderOf('POINT_OPERATOR', 'CURATOR'))
  @Mutation(() => MarkParcelLostPayload, {
    description:
      'A parcel cannot be found at its point: opens a case; the buyer gets the money back and the point owes it.',
  })
  markParcelLost(
    @Ctx() ctx: Context,
    @Arg('input', () => MarkParcelLostInput, { description: 'The parcel and what is known.' })
    { parcelId, note }: MarkParcelLostInput,
  ): Promise<Payload<{ parcel: Parcel }>> {
    return payload(ctx, MARK_PARCEL_LOST, async () => ({ parcel: await markParcelLost(ctx, parcelId, note) }));
  }

  @FieldResolver(() => String, { nullable: true, description: 'First name of the buyer; null when not told.' })
  buyerName(@Root() collectable: Collectable, @Ctx() ctx: Context): Promise<string | null> {
    return firstNameOf(ctx, collectable.buyerKey);
  }

  @FieldResolver(() => [PaymentMethodOffer], {
    description:
      'The ways to pay here what is due, QRIS and cash, and whether each is available; empty when nothing is.',
  })
  paymentMethods(@Root() { cashDue }: Collectable, @Ctx() ctx: Context): PaymentMethodOffer[] {
    return offersAtCounter(ctx, cashDue);
  }

  @FieldResolver(() => CounterPayment, {
    nullable: true,
    description: 'The newest QRIS code that was made here for the order; null when there was none.',
  })
  qris(@Root() { orderKey }: Collectable, @Ctx() ctx: Context): Promise<CounterPayment | null> {
    return counterPaymentOf(ctx, orderKey);
  }
}
