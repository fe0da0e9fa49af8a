import type { Context } from '../../platform/context.ts';
import { keyOf } from '../../platform/keys.ts';
import type { Rupiah } from '../../platform/money.ts';
import { linesOfParcel } from '../order-queries.ts';
import type { Parcel } from '../parcel.ts';
import type { LinesToRefund } from './refund-lines.ts';
import { refundableNow } from './refund-queries.ts';
import { refundOfPieces } from './refund-shares.ts';

/**
 * What `refundLines` of these pieces would bring back to the buyer as things stand, in rupiah; null when they are not what the parcel has
 * left, and when nothing of it is paid and not refunded: a cash parcel before it is collected, a payment that the bank took back. Lines that are named
 * twice are not.
 */
export async function refundForPieces(
  ctx: Context,
  parcel: Parcel,
  wanted: LinesToRefund['lines'],
): Promise<Rupiah | null> {
  const pieces = new Map(wanted.map(({ lineId, quantity }) => [keyOf('OrderLine', lineId) ?? '', quantity]));
  const lines = await linesOfParcel(ctx, parcel.key);
  const leftOf = (key: string): number => {
    const line = lines.find((each) => each.key === key);
    return line ? line.quantity - line.refundedQuantity : 0;
  };
  const areThere = [...pieces].every(([key, count]) => count >= 1 && count <= leftOf(key));
  if (!areThere || pieces.size < wanted.length) return null;
  const left = await refundableNow(ctx, parcel);
  return left === 0 ? null : refundOfPieces(left, lines, pieces).amount;
}
