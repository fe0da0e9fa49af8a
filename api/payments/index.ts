import type { Domain } from '../platform/domain.ts';
import { Payment } from './payment.ts';
import { PaymentAttempt } from './payment-attempt.ts';
import { PaymentNotification } from './payment-notification.ts';
import { Refund } from './refund.ts';

export { cancelPayment, expirePayment, lockPayment, refreshPayment } from './move-payment.ts';
export { type NewPayment, openPayment, payBy, switchMethod } from './open-payment.ts';
export { Payment, type PaymentItem, payer } from './payment.ts';
export { METHOD_LIMITS, type MethodOffer, PaymentMethod } from './payment-method.ts';
export type { PaymentReferences } from './payment-references.ts';
export { PaymentStatus } from './payment-status.ts';
export { Refund, RefundStatus } from './refund.ts';
export { type RefundWanted, requestRefund } from './request-refund.ts';
export { type CashTaken, settleByCash } from './settle-by-cash.ts';

/**
 * What payments brings to the program. Events, each with subject { paymentKey, reference }: PaymentOpened, PaymentPending,
 * PaymentSettled (facts amount), PaymentExpired, PaymentCancelled, PaymentDenied, PaymentReversed (facts amount); and with
 * subject { paymentKey, reference, refundKey }: RefundSent, RefundImpossible (facts amount).
 */
export const paymentsDomain: Domain = {
  name: 'payments',
  entities: [Payment, PaymentAttempt, PaymentNotification, Refund],
  resolvers: [],
  listeners: [],
  jobs: [],
  nodes: {},
};
