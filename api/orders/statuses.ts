import { describedEnum } from '../platform/graphql/described-enum.ts';

/** What has become of the money of an order. */
export const OrderPaymentStatus = describedEnum('OrderPaymentStatus', 'What has become of the money of an order.', {
  AWAITING: 'To be paid before the deadline.',
  DUE_AT_POINT: 'To be paid when the parcels are collected, in cash or by QRIS.',
  PAID: 'Paid.',
  PARTLY_REFUNDED: 'Paid, and a part has been sent back.',
  REFUNDED: 'All of it has been sent back.',
  EXPIRED: 'Was not paid in time.',
  CANCELLED: 'Cancelled before it was paid.',
  REFUND_DUE: 'Paid too late; the money goes back.',
  REVERSED: 'The payment provider took the payment back.',
});
export type OrderPaymentStatus = keyof typeof OrderPaymentStatus;

/** How far an order has come in being handed over. */
export const OrderFulfilment = describedEnum('OrderFulfilment', 'How far an order has come in being handed over.', {
  OPEN: 'At least one parcel is still on its way.',
  COMPLETED: 'Every parcel is at its end, and at least one was collected.',
  CANCELLED: 'Every parcel is at its end, and none was collected.',
});
export type OrderFulfilment = keyof typeof OrderFulfilment;

/** The one word shown for an order, derived from payment, fulfilment and parcels. */
export const OrderStatus = describedEnum(
  'OrderStatus',
  'The one word shown for an order; derived from its payment, its fulfilment and its parcels.',
  {
    AWAITING_PAYMENT: 'Pay before `payBy`.',
    WAITING_FOR_SELLERS: 'At least one seller has not answered yet.',
    IN_PREPARATION: 'Every seller has answered; parcels are packed and brought to the point.',
    READY_TO_COLLECT: 'Every parcel that is still coming waits at the point.',
    COMPLETED: 'Collected.',
    CANCELLED: 'Cancelled, nothing to pay and nothing to come back.',
    EXPIRED: 'Was not paid in time.',
    REFUND_DUE: 'Nothing will come; the money is on its way back.',
    REFUNDED: 'Nothing came; the money has been sent back.',
    REVERSED: 'The payment provider took the payment back; nothing more is handed over.',
  },
);
export type OrderStatus = keyof typeof OrderStatus;

/** Where a parcel stands. Changed only by a row of PARCEL_TRANSITIONS. */
export const ParcelStatus = describedEnum('ParcelStatus', 'Where a parcel stands.', {
  HELD: 'Placed; goods and room are held until it is paid.',
  WAITING: 'Waits for the answer of the seller.',
  ACCEPTED: 'The seller prepares it.',
  PACKED: 'Packed; on its way to the point.',
  AT_POINT: 'Ready to be collected.',
  COLLECTED: 'In the hands of the buyer.',
  UNCOLLECTED: 'Its holding days are over; it goes back to the seller unless it is collected first.',
  RETURNED: 'Back with the seller.',
  REJECTED: 'The seller could not deliver it, or it came damaged to the point.',
  CANCELLED: 'Cancelled by the buyer, unpaid, or its payment was taken back.',
  LAPSED: 'The seller did not answer, or did not bring it, in time.',
  LOST: 'Lost at the point; the point owes its price.',
});
export type ParcelStatus = keyof typeof ParcelStatus;

/** Statuses after which a parcel stands still (but for late money, which wakes a cancelled one). */
export const ENDED: ReadonlySet<ParcelStatus> = new Set<ParcelStatus>([
  'COLLECTED',
  'RETURNED',
  'REJECTED',
  'CANCELLED',
  'LAPSED',
  'LOST',
]);

/** The shown status of an order. `refundOutstanding` is whether money owed to the buyer has not been sent yet. */
export function orderStatusOf(
  order: { paymentStatus: OrderPaymentStatus; fulfilment: OrderFulfilment },
  parcels: readonly { status: ParcelStatus }[],
  refundOutstanding: boolean,
): OrderStatus {
  const { paymentStatus: paid, fulfilment } = order;
  if (paid === 'AWAITING') return 'AWAITING_PAYMENT';
  if (paid === 'EXPIRED' || paid === 'REVERSED' || paid === 'REFUND_DUE' || paid === 'CANCELLED') return paid;
  if (fulfilment === 'COMPLETED') return 'COMPLETED';
  if (fulfilment === 'CANCELLED') {
    if (refundOutstanding) return 'REFUND_DUE';
    return paid === 'REFUNDED' || paid === 'PARTLY_REFUNDED' ? 'REFUNDED' : 'CANCELLED';
  }
  const open = parcels.map(({ status }) => status).filter((status) => !ENDED.has(status));
  if (open.some((status) => status === 'HELD' || status === 'WAITING')) return 'WAITING_FOR_SELLERS';
  return open.some((status) => status === 'ACCEPTED' || status === 'PACKED') ? 'IN_PREPARATION' : 'READY_TO_COLLECT';
}
