import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { curator, Task } from '../../accounts/index.ts';
import type { Context } from '../../platform/context.ts';
import { Access, holderOf, signedIn } from '../../platform/graphql/access.ts';
import { type Payload, payload } from '../../platform/graphql/user-errors.ts';
import { type Rupiah, RupiahScalar } from '../../platform/money.ts';
import { Order } from '../order.ts';
import { partyToSale, SELLER_ROLES } from '../order-access.ts';
import { parcelsOfOrder } from '../order-queries.ts';
import { Parcel } from '../parcel.ts';
import { giveGoodwill } from './give-goodwill.ts';
import { ParcelRefund } from './parcel-refund.ts';
import { RefundAccount } from './refund-account.ts';
import {
  GIVE_GOODWILL,
  GiveGoodwillPayload,
  REFUND_LINES,
  REFUND_ORDER,
  REFUND_PARCEL,
  RefundLinesPayload,
  RefundOrderPayload,
  RefundParcelPayload,
  SAVE_REFUND_ACCOUNT,
  SaveRefundAccountPayload,
} from './refund-errors.ts';
import { refundForPieces } from './refund-for-pieces.ts';
import {
  GiveGoodwillInput,
  LinePiecesInput,
  RefundLinesInput,
  RefundOrderInput,
  RefundParcelInput,
  SaveRefundAccountInput,
} from './refund-inputs.ts';
import { refundLines } from './refund-lines.ts';
import { refundOrder, refundParcel } from './refund-order.ts';
import { refundableNow, refundsOfParcel } from './refund-queries.ts';
import { refundAccountOf, saveRefundAccount } from './save-refund-account.ts';

@Resolver(() => Order)
export class RefundResolver {
  @Access(holderOf(...SELLER_ROLES, 'CURATOR'))
  @Mutation(() => RefundLinesPayload, {
    description: 'Refunds pieces of a parcel: what the shop does not have before packing, or after it was collected.',
  })
  refundLines(
    @Ctx() ctx: Context,
    @Arg('input', () => RefundLinesInput, { description: 'The pieces.' }) input: RefundLinesInput,
  ): Promise<Payload<{ parcel: Parcel }>> {
    return payload(ctx, REFUND_LINES, async () => ({ parcel: await refundLines(ctx, input) }));
  }

  @Access(curator)
  @Mutation(() => RefundParcelPayload, {
    description: 'Refunds all that is left of a parcel; one under way is called off. Doing it again changes nothing.',
  })
  refundParcel(
    @Ctx() ctx: Context,
    @Arg('input', () => RefundParcelInput, { description: 'The parcel.' }) { parcelId, reason }: RefundParcelInput,
  ): Promise<Payload<{ parcel: Parcel }>> {
    return payload(ctx, REFUND_PARCEL, async () => ({ parcel: await refundParcel(ctx, parcelId, reason) }));
  }

  @Access(curator)
  @Mutation(() => RefundOrderPayload, {
    description: 'Refunds all that is left of an order; parcels under way are called off. Again, it changes nothing.',
  })
  refundOrder(
    @Ctx() ctx: Context,
    @Arg('input', () => RefundOrderInput, { description: 'The order.' }) { orderCode, reason }: RefundOrderInput,
  ): Promise<Payload<{ parcels: Parcel[] }>> {
    return payload(ctx, REFUND_ORDER, async () => {
      const { key } = await refundOrder(ctx, orderCode, reason);
      return { parcels: await parcelsOfOrder(ctx, key) };
    });
  }

  @Access(curator)
  @Mutation(() => GiveGoodwillPayload, {
    description: 'Gives money of a parcel that has ended back although its sale stands.',
  })
  giveGoodwill(
    @Ctx() ctx: Context,
    @Arg('input', () => GiveGoodwillInput, { description: 'How much, and who bears it.' }) input: GiveGoodwillInput,
  ): Promise<Payload<{ parcel: Parcel }>> {
    return payload(ctx, GIVE_GOODWILL, async () => ({ parcel: await giveGoodwill(ctx, input) }));
  }

  @Access(signedIn)
  @Mutation(() => SaveRefundAccountPayload, {
    description: 'Says where refunds of an order that the payment provider cannot send are transferred to.',
  })
  saveRefundAccount(
    @Ctx() ctx: Context,
    @Arg('input', () => SaveRefundAccountInput, { description: 'The account.' }) input: SaveRefundAccountInput,
  ): Promise<Payload<{ order: Order }>> {
    return payload(ctx, SAVE_REFUND_ACCOUNT, async () => ({ order: await saveRefundAccount(ctx, input) }));
  }

  @FieldResolver(() => RefundAccount, {
    nullable: true,
    description: 'Where refunds that are transferred by hand go to; null until you say.',
  })
  refundAccount(@Root() order: Order, @Ctx() ctx: Context): Promise<RefundAccount | null> {
    return refundAccountOf(ctx, order.key);
  }
}

@Resolver(() => Task)
export class RefundTaskResolver {
  @Access(curator)
  @FieldResolver(() => RefundAccount, {
    nullable: true,
    description: 'Where the buyer wants a refund by transfer; null until the buyer says, and for other tasks.',
  })
  async refundAccount(@Root() { kind, subject }: Task, @Ctx() ctx: Context): Promise<RefundAccount | null> {
    return kind === 'REFUND_BY_TRANSFER' && subject.orderKey ? refundAccountOf(ctx, subject.orderKey) : null;
  }
}

@Resolver(() => Parcel)
export class ParcelRefundResolver {
  @Access(partyToSale)
  @FieldResolver(() => RupiahScalar, {
    description:
      'What was paid for it and has not been promised back, in whole rupiah; 0 when nothing can be refunded.',
  })
  refundable(@Root() parcel: Parcel, @Ctx() ctx: Context): Promise<Rupiah> {
    return refundableNow(ctx, parcel);
  }

  @Access(partyToSale)
  @FieldResolver(() => RupiahScalar, {
    nullable: true,
    description:
      'What a refund of these pieces would bring back to the buyer now, in whole rupiah; null when it does not have them, or nothing of it is paid.',
  })
  refundForPieces(
    @Root() parcel: Parcel,
    @Ctx() ctx: Context,
    @Arg('lines', () => [LinePiecesInput], { defaultValue: [], description: 'Which pieces; each line once.' })
    lines: LinePiecesInput[],
  ): Promise<Rupiah | null> {
    return refundForPieces(ctx, parcel, lines);
  }

  @Access(partyToSale)
  @FieldResolver(() => [ParcelRefund], { description: 'Its refunds, the oldest first.' })
  refunds(@Root() parcel: Parcel, @Ctx() ctx: Context): Promise<ParcelRefund[]> {
    return refundsOfParcel(ctx, parcel.key);
  }
}
