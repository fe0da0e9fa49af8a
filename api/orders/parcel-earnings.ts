import { type SoldParcel, takenFromSellers } from '../ledger/index.ts';
import type { Context } from '../platform/context.ts';
import { defineLoader, inOrder } from '../platform/graphql/loader.ts';
import type { Rupiah } from '../platform/money.ts';
import type { Parcel } from './parcel.ts';
import { ENDED, type ParcelStatus } from './statuses.ts';

/** Statuses in which a sale stands as long as nothing of it was refunded. */
const STANDS: ReadonlySet<ParcelStatus> = new Set<ParcelStatus>([
  'WAITING',
  'ACCEPTED',
  'PACKED',
  'AT_POINT',
  'COLLECTED',
]);

/**
 * What the seller gets for a parcel, in rupiah: goods less commission and less what it gives away, and less what refunds and the bank took of
 * that. Of one that came to nothing unpaid it is nothing, unless its point lost it and makes up for it; below nothing where the seller gave back more than it had got.
 */
export async function earningsOf(ctx: Context, parcel: Parcel): Promise<Rupiah> {
  const { key, status, isSettled, refundCount, goodsTotal, sellerDiscount, commission } = parcel;
  if (!isSettled && status !== 'LOST' && ENDED.has(status)) return 0;
  const whole = goodsTotal - sellerDiscount - commission;
  return !isSettled || (refundCount === 0 && STANDS.has(status)) ? whole : whole - (await takenFromSeller(ctx, key));
}

/** What was taken from the seller of a settled parcel, in rupiah; by the parcel's key. */
const takenFromSeller = defineLoader<string, Rupiah>(async (ctx, keys) => {
  const sold = await ctx.read.rows<SoldParcel>(
    `select p.id as key, p.seller_id as "sellerKey", p.refund_count as refunds, pay.id as "paymentKey"
       from parcel p join payment pay on pay.reference = p.order_id where p.id = any($1::uuid[])`,
    [[...keys]],
    'orders-sold-parcels',
  );
  const taken = await takenFromSellers(ctx.read, sold);
  const found = sold.map(({ key }, at) => ({ key, taken: taken[at]! }));
  return inOrder(keys, found, ({ key }) => key).map((each) => each?.taken ?? 0);
});
