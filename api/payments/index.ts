import type { Domain } from '../platform/domain.ts';
import { askAboutUnknown } from './ask-about-unknown.ts';
import { askProvider } from './ask-provider.ts';
import { callOffCharge } from './call-off-charge.ts';
import { chargePayment } from './charge-payment.ts';
import { Payment } from './payment.ts';
import { PaymentAttempt } from './payment-attempt.ts';
import { PaymentNotification } from './payment-notification.ts';
import { ownPayments, ownRefunds } from './payment-queries.ts';
import { PaymentResolver } from './payment-resolver.ts';
import { pollProvider } from './poll-provider.ts';
import { ProviderFeeResolver } from './provider-fee-resolver.ts';
import { reconcileBooks } from './reconciliation/reconcile-books.ts';
import { reconcileDaily } from './reconciliation/reconcile-daily.ts';
import { Reconciliation } from './reconciliation/reconciliation.ts';
import { curatedReconciliations } from './reconciliation/reconciliation-queries.ts';
import { ReconciliationResolver } from './reconciliation/reconciliation-resolver.ts';
import { Refund } from './refund.ts';
import { finishRefundByTransfer, sendRefund } from './send-refund.ts';
import { takeUpAgain } from './take-up-again.ts';

export { cancelPayment, expirePayment } from './call-off-payment.ts';
export { chargePart } from './charge-part.ts';
export { CounterPayment, counterPaymentOf } from './counter-payment.ts';
export { lockPayment } from './lock-payment.ts';
export { PAYMENT_REFUSALS } from './method-offers.ts';
export type { MidtransOptions } from './midtrans/midtrans-call.ts';
export { MidtransProvider } from './midtrans/midtrans-provider.ts';
export { midtransNotifications } from './notification-endpoint.ts';
export { type NewPayment, openPayment, payBy, switchMethod } from './open-payment.ts';
export { Payment, type PaymentItem } from './payment.ts';
export { METHOD_LIMITS, type MethodOffer, PaymentMethod } from './payment-method.ts';
export { offersAtCounter, offersFor, PaymentMethodOffer } from './payment-method-offer.ts';
export { type PaymentProvider, ProviderUnavailable } from './payment-provider.ts';
export { paymentOfReference, refundsOf } from './payment-queries.ts';
export type { PaymentReferences } from './payment-references.ts';
export { type OnlineMethod, PAYMENT_DEFAULTS } from './payment-settings.ts';
export { PaymentStatus } from './payment-status.ts';
export { refreshAtCounter } from './refresh-at-counter.ts';
export { refreshPayment } from './refresh-payment.ts';
export { Refund, RefundStatus } from './refund.ts';
export { type RefundWanted, requestRefund } from './request-refund.ts';
export { sendBack } from './settle-attempt.ts';
export { type CashTaken, settleByCash } from './settle-by-cash.ts';

/**
 * What payments brings to the program. Events, each with subject { paymentKey, reference } and facts { amount, method }:
 * PaymentOpened, PaymentPending, PaymentSettled, PaymentExpired, PaymentCancelled, PaymentDenied, PaymentReversed (with
 * refundsCalledOff); and with subject { paymentKey, reference, refundKey } and facts { amount }: RefundRequested, RefundSent,
 * RefundImpossible; and PaymentPartSettled, with subject { paymentKey, reference, attemptKey } and facts { amount, items: ids of what was
 * charged at a counter }. PaymentSettled also comes for a payment that was EXPIRED or CANCELLED before: late money.
 */
export const paymentsDomain: Domain = {
  name: 'payments',
  entities: [Payment, PaymentAttempt, PaymentNotification, Refund, Reconciliation],
  resolvers: [PaymentResolver, ReconciliationResolver, ProviderFeeResolver],
  listeners: [{ on: ['TaskCompleted'], listen: finishRefundByTransfer }],
  jobs: [
    chargePayment,
    askProvider,
    askAboutUnknown,
    callOffCharge,
    pollProvider,
    sendRefund,
    takeUpAgain,
    reconcileDaily,
    reconcileBooks,
  ],
  nodes: { Payment: ownPayments, Refund: ownRefunds, Reconciliation: curatedReconciliations },
};
