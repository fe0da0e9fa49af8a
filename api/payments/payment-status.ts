import { registerEnumType } from 'type-graphql';

/** Where a payment stands. */
export const PaymentStatus = {
  STARTING: 'STARTING',
  PENDING: 'PENDING',
  PAID: 'PAID',
  EXPIRED: 'EXPIRED',
  CANCELLED: 'CANCELLED',
  DENIED: 'DENIED',
  REFUND_DUE: 'REFUND_DUE',
  PARTLY_REFUNDED: 'PARTLY_REFUNDED',
  REFUNDED: 'REFUNDED',
  REVERSED: 'REVERSED',
} as const;
export type PaymentStatus = keyof typeof PaymentStatus;

registerEnumType(PaymentStatus, {
  name: 'PaymentStatus',
  description: 'Where a payment stands.',
  valuesConfig: {
    STARTING: { description: 'The provider is being asked for instructions; a moment.' },
    PENDING: { description: 'Waits for the buyer: instructions are there, or cash is due at the point.' },
    PAID: { description: 'The money is there.' },
    EXPIRED: { description: 'The deadline passed unpaid.' },
    CANCELLED: { description: 'Called off before it was paid.' },
    DENIED: { description: 'The provider refused it; another method can be chosen.' },
    REFUND_DUE: { description: 'Paid, and all of it is owed back to the buyer.' },
    PARTLY_REFUNDED: { description: 'Part of it went back to the buyer.' },
    REFUNDED: { description: 'All of it went back to the buyer.' },
    REVERSED: { description: 'The provider took the settlement back.' },
  },
});

/** Moves of a payment: the table is the rule, `movePayment` alone applies it. `event` is told in the same transaction. */
export const PAYMENT_MOVES = {
  charge: { from: ['STARTING'], to: 'PENDING', event: 'PaymentPending' },
  settle: { from: ['STARTING', 'PENDING', 'EXPIRED', 'CANCELLED', 'DENIED'], to: 'PAID', event: 'PaymentSettled' },
  expire: { from: ['STARTING', 'PENDING', 'DENIED'], to: 'EXPIRED', event: 'PaymentExpired' },
  cancel: { from: ['STARTING', 'PENDING', 'DENIED'], to: 'CANCELLED', event: 'PaymentCancelled' },
  deny: { from: ['STARTING', 'PENDING'], to: 'DENIED', event: 'PaymentDenied' },
  /** The buyer chose another method, or tries again after a denial. */
  restart: { from: ['STARTING', 'PENDING', 'DENIED'], to: 'STARTING', event: null },
  oweRefund: { from: ['PAID', 'PARTLY_REFUNDED'], to: 'REFUND_DUE', event: null },
  refundPart: { from: ['PAID', 'PARTLY_REFUNDED', 'REFUND_DUE'], to: 'PARTLY_REFUNDED', event: null },
  refundAll: { from: ['PAID', 'PARTLY_REFUNDED', 'REFUND_DUE'], to: 'REFUNDED', event: null },
  reverse: { from: ['PAID', 'PARTLY_REFUNDED', 'REFUND_DUE'], to: 'REVERSED', event: 'PaymentReversed' },
} as const satisfies Record<string, PaymentMove>;

/** One row of the table. */
export interface PaymentMove {
  readonly from: readonly PaymentStatus[];
  readonly to: PaymentStatus;
  readonly event: string | null;
}
