import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { keyOf } from '../platform/keys.ts';
import { refuse } from '../platform/refusal.ts';
import { COLLECT_CODE_LETTERS, readCode } from './codes.ts';
import { type LockedOrder, lockOrder } from './lock-order.ts';
import { isOperator } from './order-access.ts';
import type { Parcel } from './parcel.ts';

/** How an operator names an order at the counter. */
export interface OrderAtCounter {
  /** Public id of the point at which the operator stands. */
  readonly pointId: string;
  /** As scanned or typed. */
  readonly collectCode: string;
}

/** Key of the order for this point with this collect code, for an operator of the point. Refuses NOT_FOUND to others and for a wrong code. */
export async function orderAtCounter(ctx: Context, { pointId, collectCode }: OrderAtCounter): Promise<string> {
  const pointKey = keyOf('PickupPoint', pointId);
  if (!pointKey || !isOperator(ctx, { pickupPointKey: pointKey })) refuse('NOT_FOUND', ['pointId']);
  const code = readCode(collectCode, COLLECT_CODE_LETTERS);
  const [found] = code
    ? await ctx.read.rows<{ id: string }>('select id from orders where collect_code = $1 and pickup_point_id = $2', [
        code,
        pointKey,
      ])
    : [];
  return found?.id ?? refuse('NOT_FOUND', ['collectCode']);
}

/** An order locked at a counter, and its parcels that lie there, which may be none. */
export async function lockAtCounter(
  tx: Tx,
  orderKey: string,
): Promise<LockedOrder & { readonly here: readonly Parcel[] }> {
  const locked = (await lockOrder(tx, orderKey))!;
  const here = locked.parcels.filter(({ status }) => status === 'AT_POINT' || status === 'UNCOLLECTED');
  return { ...locked, here };
}
