import { registerEnumType } from 'type-graphql';

/** What has become of the money of an order. */
export const OrderPaymentStatus = {
  AWAITING: 'AWAITING',
  DUE_AT_POINT: 'DUE_AT_POINT',
  PAID: 'PAID',
  PARTLY_REFUNDED: 'PARTLY_REFUNDED',
  REFUNDED: 'REFUNDED',
  EXPIRED: 'EXPIRED',
  CANCELLED: 'CANCELLED',
  REFUND_DUE: 'REFUND_DUE',
  REVERSED: 'REVERSED',
} as const;
export type OrderPaymentStatus = (typeof OrderPaymentStatus)[keyof typeof OrderPaymentStatus];

registerEnumType(OrderPaymentStatus, {
  name: 'OrderPaymentStatus',
  description: 'What has become of the money of an order.',
  valuesConfig: {
    AWAITING: { description: 'To be paid before the deadline.' },
    DUE_AT_POINT: { description: 'To be paid when the parcels are collected, in cash or by QRIS.' },
    PAID: { description: 'Paid.' },
    PARTLY_REFUNDED: { description: 'Paid, and a part has been sent back.' },
    REFUNDED: { description: 'All of it has been sent back.' },
    EXPIRED: { description: 'Was not paid in time.' },
    CANCELLED: { description: 'Cancelled before it was paid.' },
    REFUND_DUE: { description: 'Paid too late; the money goes back.' },
    REVERSED: { description: 'The payment provider took the payment back.' },
  },
});

/** How far an order has come in being handed over. */
export const OrderFulfilment = { OPEN: 'OPEN', COMPLETED: 'COMPLETED', CANCELLED: 'CANCELLED' } as const;
export type OrderFulfilment = (typeof OrderFulfilment)[keyof typeof OrderFulfilment];

registerEnumType(OrderFulfilment, {
  name: 'OrderFulfilment',
  description: 'How far an order has come in being handed over.',
  valuesConfig: {
    OPEN: { description: 'At least one parcel is still on its way.' },
    COMPLETED: { description: 'Every parcel is at its end, and at least one was collected.' },
    CANCELLED: { description: 'Every parcel is at its end, and none was collected.' },
  },
});

/** The one word shown for an order, derived from payment, fulfilment and parcels. */
export const OrderStatus = {
  AWAITING_PAYMENT: 'AWAITING_PAYMENT',
  WAITING_FOR_SELLERS: 'WAITING_FOR_SELLERS',
  IN_PREPARATION: 'IN_PREPARATION',
  READY_TO_COLLECT: 'READY_TO_COLLECT',
  COMPLETED: 'COMPLETED',
  CANCELLED: 'CANCELLED',
  EXPIRED: 'EXPIRED',
  REFUND_DUE: 'REFUND_DUE',
  REFUNDED: 'REFUNDED',
  REVERSED: 'REVERSED',
} as const;
export type OrderStatus = (typeof OrderStatus)[keyof typeof OrderStatus];

registerEnumType(OrderStatus, {
  name: 'OrderStatus',
  description: 'The one word shown for an order; derived from its payment, its fulfilment and its parcels.',
  valuesConfig: {
    AWAITING_PAYMENT: { description: 'Pay before `payBy`.' },
    WAITING_FOR_SELLERS: { description: 'At least one seller has not answered yet.' },
    IN_PREPARATION: { description: 'Every seller has answered; parcels are packed and brought to the point.' },
    READY_TO_COLLECT: { description: 'Every parcel that is still coming waits at the point.' },
    COMPLETED: { description: 'Collected.' },
    CANCELLED: { description: 'Cancelled, nothing to pay and nothing to come back.' },
    EXPIRED: { description: 'Was not paid in time.' },
    REFUND_DUE: { description: 'Nothing will come; the money is on its way back.' },
    REFUNDED: { description: 'Nothing came; the money has been sent back.' },
    REVERSED: { description: 'The payment provider took the payment back; nothing more is handed over.' },
  },
});

/** Where a parcel stands. Changed only by a row of PARCEL_TRANSITIONS. */
export const ParcelStatus = {
  HELD: 'HELD',
  WAITING: 'WAITING',
  ACCEPTED: 'ACCEPTED',
  PACKED: 'PACKED',
  AT_POINT: 'AT_POINT',
  COLLECTED: 'COLLECTED',
  UNCOLLECTED: 'UNCOLLECTED',
  RETURNED: 'RETURNED',
  REJECTED: 'REJECTED',
  CANCELLED: 'CANCELLED',
  LAPSED: 'LAPSED',
  LOST: 'LOST',
} as const;
export type ParcelStatus = (typeof ParcelStatus)[keyof typeof ParcelStatus];

registerEnumType(ParcelStatus, {
  name: 'ParcelStatus',
  description: 'Where a parcel stands.',
  valuesConfig: {
    HELD: { description: 'Placed; goods and room are held until it is paid.' },
    WAITING: { description: 'Waits for the answer of the seller.' },
    ACCEPTED: { description: 'The seller prepares it.' },
    PACKED: { description: 'Packed; on its way to the point.' },
    AT_POINT: { description: 'Ready to be collected.' },
    COLLECTED: { description: 'In the hands of the buyer.' },
    UNCOLLECTED: { description: 'Its holding days are over; it goes back to the seller unless it is collected first.' },
    RETURNED: { description: 'Back with the seller.' },
    REJECTED: { description: 'The seller could not deliver it, or it came damaged to the point.' },
    CANCELLED: { description: 'Cancelled by the buyer, unpaid, or its payment was taken back.' },
    LAPSED: { description: 'The seller did not answer, or did not bring it, in time.' },
    LOST: { description: 'Lost at the point; the point owes its price.' },
  },
});

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
