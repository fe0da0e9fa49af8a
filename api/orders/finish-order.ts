import { cancelPayment, settleByCash } from '../payments/index.ts';
import type { Tx } from '../platform/database/transaction.ts';
import type { LockedOrder } from './lock-order.ts';
import { moveOrder } from './move-order.ts';
import { followRefunds } from './refunds/follow-refunds.ts';
import { ENDED, type OrderFulfilment, type ParcelStatus } from './statuses.ts';

/** What follows for an order from where its parcels stand now: its fulfilment, and the payment of a cash order. */
export async function finishOrder(tx: Tx, locked: LockedOrder): Promise<void> {
  const { order, payment, parcels } = locked;
  const live = parcels.filter(({ status }) => !ENDED.has(status));
  order.fulfilment = fulfilmentOf(parcels.map(({ status }) => status));
  if (order.paymentStatus !== 'DUE_AT_POINT' || live.some(({ isSettled }) => !isSettled)) return;
  if (!parcels.some(({ isSettled }) => isSettled)) {
    await moveOrder(tx, order, 'cancel');
    await cancelPayment(tx, payment);
    return;
  }
  // The last parcel that was still due may have fallen away, or been paid by QRIS, instead of being paid for in cash.
  if (payment.status === 'PENDING') await settleByCash(tx, { payment, amount: 0, stillDue: 0 });
  await moveOrder(tx, order, 'payAtPoint');
  // Of what was collected earlier, money may have gone back by now.
  return followRefunds(tx, locked, order.refundedTotal);
}

/** OPEN while a parcel is under way; then COMPLETED when one was collected, CANCELLED when none was. */
export function fulfilmentOf(statuses: readonly ParcelStatus[]): OrderFulfilment {
  if (statuses.some((status) => !ENDED.has(status))) return 'OPEN';
  return statuses.includes('COLLECTED') ? 'COMPLETED' : 'CANCELLED';
}
