import type { Context } from '../../platform/context.ts';
import { defineLoader } from '../../platform/graphql/loader.ts';
import type { Rupiah } from '../../platform/money.ts';
import { orderByKey } from '../order-queries.ts';
import type { Parcel } from '../parcel.ts';
import { refundableOf } from './owe-refund.ts';
import { ParcelRefund } from './parcel-refund.ts';

/** The refunds of a parcel, the oldest first, by the parcel's key. */
export const refundsOfParcel = defineLoader<string, ParcelRefund[]>(async (ctx, parcelKeys) => {
  const parcelKey = { $in: [...parcelKeys] };
  const refunds = await ctx.em.fork().find(ParcelRefund, { parcelKey }, { orderBy: { number: 'asc' } });
  const byParcel = Map.groupBy(refunds, (refund) => refund.parcelKey);
  return parcelKeys.map((key) => byParcel.get(key) ?? []);
});

/** What can still be refunded of a parcel, in rupiah; nothing once the bank has taken the payment back. */
export async function refundableNow(ctx: Context, parcel: Parcel): Promise<Rupiah> {
  const left = refundableOf(parcel);
  if (left === 0) return 0;
  const order = await orderByKey(ctx, parcel.orderKey);
  return order?.paymentStatus === 'REVERSED' ? 0 : left;
}
