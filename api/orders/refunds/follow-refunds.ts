import type { Tx } from '../../platform/database/transaction.ts';
import type { Rupiah } from '../../platform/money.ts';
import type { LockedOrder } from '../lock-order.ts';
import { moveOrder } from '../move-order.ts';
import type { OrderPaymentStatus } from '../statuses.ts';

/** Statuses that money which has gone back can change. */
const CHANGED: ReadonlySet<OrderPaymentStatus> = new Set<OrderPaymentStatus>(['PAID', 'PARTLY_REFUNDED', 'REFUND_DUE']);

/**
 * Moves a paid order to where the money that has gone back puts it: a part of what came in, or all of it. `amount` is what just went back, in
 * rupiah. An order that is still to be paid in part, or was taken back by the bank, stays where it is.
 */
export async function followRefunds(tx: Tx, locked: LockedOrder, amount: Rupiah): Promise<void> {
  const { order } = locked;
  if (order.refundedTotal === 0 || !CHANGED.has(order.paymentStatus)) return;
  if (order.refundedTotal >= paidFor(locked)) await moveOrder(tx, order, 'refundAll', { amount });
  else if (order.paymentStatus === 'PAID') await moveOrder(tx, order, 'refundPart', { amount });
}

/** What came in for an order, in rupiah: of one that is paid at the point, what its parcels brought; of late money, its total. */
function paidFor({ order, parcels }: LockedOrder): Rupiah {
  const paid = parcels.filter(({ isSettled }) => isSettled).reduce((sum, { total }) => sum + total, 0);
  return paid === 0 ? order.total : paid;
}
