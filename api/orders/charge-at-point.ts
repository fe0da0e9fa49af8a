import { chargePart, type PaymentItem, refreshAtCounter } from '../payments/index.ts';
import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { refuse } from '../platform/refusal.ts';
import type { Collectable } from './collectable.ts';
import { lockAtCounter, type OrderAtCounter, orderAtCounter } from './counter-order.ts';
import type { Parcel } from './parcel.ts';
import { isDue } from './parcel-effects.ts';
import { orderToCollect } from './parcel-queries.ts';

/**
 * Has the buyer of a cash order pay by QRIS at the counter what lies there: the operator shows the code. While it can be paid, calling
 * again is the same code, and asks the provider whether the money is there; once it is paid nothing more is charged. Hand-over is an act
 * of its own. Refuses NOT_FOUND, NOTHING_HERE, METHOD_UNAVAILABLE.
 */
export async function chargeAtPoint(ctx: Context, at: OrderAtCounter): Promise<Collectable> {
  const orderKey = await orderAtCounter(ctx, at);
  await refreshAtCounter(ctx, orderKey);
  await inTransaction(ctx, async (tx) => {
    const { order, payment, here } = await lockAtCounter(tx, orderKey);
    if (here.length === 0) refuse('NOTHING_HERE', ['collectCode']);
    const due = here.filter(isDue);
    if (order.paymentStatus !== 'DUE_AT_POINT' || due.length === 0) return;
    await chargePart(tx, payment, itemsOf(due));
  });
  return (await orderToCollect(ctx, at.pointId, at.collectCode)) ?? refuse('NOT_FOUND', ['collectCode']);
}

/** What a code at the counter charges: parcels, each with all that the buyer pays for it. */
export function itemsOf(due: readonly Pick<Parcel, 'key' | 'code' | 'total'>[]): PaymentItem[] {
  return due.map(({ key, code, total }) => ({ id: key, name: `Paket ${code}`, price: total, quantity: 1 }));
}
