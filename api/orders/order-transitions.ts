import type { OrderPaymentStatus } from './statuses.ts';

/** One row of the table. */
export interface OrderTransition {
  readonly from: readonly OrderPaymentStatus[];
  readonly to: OrderPaymentStatus;
  readonly event: string;
}

/**
 * Every change of an order's payment status there is. `moveOrder` alone applies a row; the database refuses pairs that are not
 * here (order_payment_may_move).
 */
export const ORDER_TRANSITIONS = {
  pay: { from: ['AWAITING'], to: 'PAID', event: 'OrderPaid' },
  /** The last live parcel of a cash order has been paid for. */
  payAtPoint: { from: ['DUE_AT_POINT'], to: 'PAID', event: 'OrderPaidAtPoint' },
  expire: { from: ['AWAITING'], to: 'EXPIRED', event: 'OrderExpired' },
  cancel: { from: ['AWAITING', 'DUE_AT_POINT'], to: 'CANCELLED', event: 'OrderCancelled' },
  /** Late money, and goods and room could be had again. */
  revive: { from: ['EXPIRED', 'CANCELLED'], to: 'PAID', event: 'OrderPaid' },
  /** Late money, and they could not. */
  oweRefund: { from: ['EXPIRED', 'CANCELLED'], to: 'REFUND_DUE', event: 'OrderRefundDue' },
  refundPart: { from: ['PAID'], to: 'PARTLY_REFUNDED', event: 'OrderPartlyRefunded' },
  refundAll: { from: ['PAID', 'PARTLY_REFUNDED', 'REFUND_DUE'], to: 'REFUNDED', event: 'OrderRefunded' },
  /** The provider took the settlement back, also when a part had been refunded by then, or late money was about to go back. */
  reverse: { from: ['PAID', 'PARTLY_REFUNDED', 'REFUND_DUE'], to: 'REVERSED', event: 'OrderReversed' },
} as const satisfies Record<string, OrderTransition>;

/** Name of a row. */
export type OrderTransitionName = keyof typeof ORDER_TRANSITIONS;
