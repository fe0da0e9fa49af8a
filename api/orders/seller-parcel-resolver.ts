import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../platform/context.ts';
import { Access, holderOf } from '../platform/graphql/access.ts';
import { type Payload, payload } from '../platform/graphql/user-errors.ts';
import { acceptParcel, dropParcelAtPoint, markParcelPacked, rejectParcel } from './answer-parcel.ts';
import { SELLER_ROLES } from './order-access.ts';
import {
  ACCEPT_PARCEL,
  AcceptParcelPayload,
  DROP_PARCEL,
  DropParcelAtPointPayload,
  MARK_PARCEL_PACKED,
  MarkParcelPackedPayload,
  REJECT_PARCEL,
  RejectParcelPayload,
} from './order-errors.ts';
import type { Parcel } from './parcel.ts';
import {
  AcceptParcelInput,
  DropParcelAtPointInput,
  MarkParcelPackedInput,
  RejectParcelInput,
} from './parcel-inputs.ts';

const seller = holderOf(...SELLER_ROLES);

@Resolver()
export class SellerParcelMutations {
  @Access(seller)
  @Mutation(() => AcceptParcelPayload, { description: 'The seller will prepare the parcel.' })
  acceptParcel(
    @Ctx() ctx: Context,
    @Arg('input', () => AcceptParcelInput, { description: 'The parcel.' }) { parcelId }: AcceptParcelInput,
  ): Promise<Payload<{ parcel: Parcel }>> {
    return payload(ctx, ACCEPT_PARCEL, async () => ({ parcel: await acceptParcel(ctx, parcelId) }));
  }

  @Access(seller)
  @Mutation(() => RejectParcelPayload, {
    description: 'The seller cannot deliver the parcel; what was paid for it goes back.',
  })
  rejectParcel(
    @Ctx() ctx: Context,
    @Arg('input', () => RejectParcelInput, { description: 'The parcel and why.' })
    { parcelId, reason }: RejectParcelInput,
  ): Promise<Payload<{ parcel: Parcel }>> {
    return payload(ctx, REJECT_PARCEL, async () => ({ parcel: await rejectParcel(ctx, parcelId, reason) }));
  }

  @Access(seller)
  @Mutation(() => MarkParcelPackedPayload, { description: 'The parcel is packed.' })
  markParcelPacked(
    @Ctx() ctx: Context,
    @Arg('input', () => MarkParcelPackedInput, { description: 'The parcel.' }) { parcelId }: MarkParcelPackedInput,
  ): Promise<Payload<{ parcel: Parcel }>> {
    return payload(ctx, MARK_PARCEL_PACKED, async () => ({ parcel: await markParcelPacked(ctx, parcelId) }));
  }

  @Access(seller)
  @Mutation(() => DropParcelAtPointPayload, {
    description: 'Notes that the seller left the packed parcel at its point, which still has to receive it.',
  })
  dropParcelAtPoint(
    @Ctx() ctx: Context,
    @Arg('input', () => DropParcelAtPointInput, { description: 'The parcel.' }) { parcelId }: DropParcelAtPointInput,
  ): Promise<Payload<{ parcel: Parcel }>> {
    return payload(ctx, DROP_PARCEL, async () => ({ parcel: await dropParcelAtPoint(ctx, parcelId) }));
  }
}
