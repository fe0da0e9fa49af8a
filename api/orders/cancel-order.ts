import { cancelPayment } from '../payments/index.ts';
import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { refuse } from '../platform/refusal.ts';
import { lockOwnOrder } from './find-and-lock.ts';
import { moveOrder } from './move-order.ts';
import { moveParcels } from './move-parcels.ts';
import type { Order } from './order.ts';
import { readText } from './read-text.ts';
import { ENDED, type OrderPaymentStatus, type ParcelStatus } from './statuses.ts';

/**
 * Calls a whole order off for its buyer: unpaid ones until they are paid, others until the first seller has accepted; what was
 * paid goes back. Cancelling twice is cancelling once. Refuses NOT_FOUND, TOO_LATE when a seller has begun, INVALID for a long reason.
 */
export async function cancelOrder(ctx: Context, orderId: string, reason: string | null): Promise<Order> {
  const cancelReason = reason?.trim() ? readText(reason, ['reason']) : null;
  return inTransaction(ctx, async (tx) => {
    const locked = await lockOwnOrder(tx, orderId);
    const { order, payment, parcels } = locked;
    if (isCancelled(order)) return order;
    const live = parcels.filter(({ status }) => !ENDED.has(status));
    const statuses = live.map(({ status }) => status);
    if (!canCancel(order.paymentStatus, statuses)) refuse('TOO_LATE', ['orderId']);
    order.cancelReason = cancelReason;
    if (order.paymentStatus === 'AWAITING') {
      await moveOrder(tx, order, 'cancel');
      await moveParcels(tx, locked, 'cancelHeld', live, 'BUYER');
      await cancelPayment(tx, payment);
    } else {
      await moveParcels(tx, locked, 'cancel', live, 'BUYER');
    }
    return order;
  });
}

/** Whether the buyer may call the order off, with its parcels that are still under way in these statuses. */
export function canCancel(paymentStatus: OrderPaymentStatus, live: readonly ParcelStatus[]): boolean {
  if (live.length === 0) return false;
  if (paymentStatus === 'AWAITING') return true;
  const isSold = paymentStatus === 'PAID' || paymentStatus === 'PARTLY_REFUNDED' || paymentStatus === 'DUE_AT_POINT';
  return isSold && live.every((status) => status === 'WAITING');
}

function isCancelled(order: Order): boolean {
  return order.paymentStatus === 'CANCELLED' || (order.fulfilment === 'CANCELLED' && order.refundDueTotal > 0);
}
