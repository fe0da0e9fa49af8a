import type { Domain } from '../platform/domain.ts';
import { CartPaymentResolver } from './cart-payment-resolver.ts';
import { CounterResolver } from './counter-resolver.ts';
import { Dispute } from './disputes/dispute.ts';
import { DisputeLine } from './disputes/dispute-line.ts';
import { DisputeMutations } from './disputes/dispute-mutations.ts';
import { knownDisputes } from './disputes/dispute-queries.ts';
import {
  DisputeLineResolver,
  DisputeResolver,
  DisputeStatementResolver,
  ParcelDisputeResolver,
  SellerDisputesResolver,
} from './disputes/dispute-resolver.ts';
import { DisputeStatement } from './disputes/dispute-statement.ts';
import { Order } from './order.ts';
import { OrderEvent } from './order-event.ts';
import { OrderLine } from './order-line.ts';
import { ownOrdersByKeys } from './order-queries.ts';
import { OrderEventResolver, OrderResolver } from './order-resolver.ts';
import { Parcel } from './parcel.ts';
import { knownLines, knownParcels } from './parcel-queries.ts';
import { OrderLineResolver, ParcelResolver, PointParcelsResolver, SellerParcelsResolver } from './parcel-resolver.ts';
import { partSettled } from './part-settled.ts';
import { paymentCancelled, paymentExpired, paymentReversed, paymentSettled, refundSent } from './payment-listeners.ts';
import { PinAttempt } from './pin-attempt.ts';
import { ParcelRefund } from './refunds/parcel-refund.ts';
import { RefundAccount } from './refunds/refund-account.ts';
import { ParcelRefundResolver, RefundResolver, RefundTaskResolver } from './refunds/refund-resolver.ts';
import { knownRefundAccounts } from './refunds/save-refund-account.ts';
import { SellerParcelMutations } from './seller-parcel-resolver.ts';
import { sweepTimers } from './sweep-timers.ts';
import { ownEvents } from './timeline.ts';
import { Timer } from './timer.ts';

export { pinOf } from './collection.ts';
export { codesOfEffects } from './effect-codes.ts';
export { lockOrderRow } from './lock-order.ts';
export { Order } from './order.ts';
export { buyerOfOrder, isOperator, isSeller } from './order-access.ts';
export { OrderLine } from './order-line.ts';
export { linesOfParcel, orderByCode, ownOrderByCode, parcelsOfOrder } from './order-queries.ts';
export { ORDER_DEFAULTS, type OrderSettings } from './order-settings.ts';
export { ordersWithMoney } from './orders-with-money.ts';
export { Parcel } from './parcel.ts';
export { listParcels, parcelByKey } from './parcel-queries.ts';
export { unnamedTransfersOf } from './refunds/unnamed-transfers.ts';
export { OrderPaymentStatus, ParcelStatus } from './statuses.ts';

/**
 * What orders brings to the program. Events about an order have subject { orderKey, buyerKey, pickupPointKey }: OrderPlaced (facts
 * total, paymentMethod, parcels), OrderPaid, OrderPaidAtPoint, OrderExpired, OrderCancelled, OrderRefundDue, OrderPartlyRefunded,
 * OrderRefunded (facts amount), OrderReversed, PaymentMethodChanged, CollectionLocked, CollectionUnlocked. Events about a parcel
 * have subject { orderKey, parcelKey, sellerKey, pickupPointKey, buyerKey }: ParcelStarted, ParcelAccepted, ParcelRejected,
 * ParcelCancelled, ParcelLapsed, ParcelPacked, ParcelReceived, ParcelRefused, ParcelCollected, ParcelUncollected, ParcelReturned,
 * ParcelLost, ParcelRevived, ParcelReversed, ParcelPartlyRefunded, ParcelPiecesMissing,
 * ParcelPaidAtPoint (facts by), and, with disputeKey, DisputeOpened, DisputeOffered, DisputeEscalated,
 * DisputeSettled, DisputeDecided, DisputeWithdrawn (facts amount, dueBy) (facts transition, from, to, tell: who is told), ParcelDropped, ParcelReturningSoon.
 */
export const ordersDomain: Domain = {
  name: 'orders',
  entities: [
    Order,
    Parcel,
    OrderLine,
    Timer,
    PinAttempt,
    ParcelRefund,
    RefundAccount,
    Dispute,
    DisputeLine,
    DisputeStatement,
  ],
  resolvers: [
    OrderResolver,
    OrderEventResolver,
    ParcelResolver,
    OrderLineResolver,
    SellerParcelsResolver,
    PointParcelsResolver,
    SellerParcelMutations,
    CounterResolver,
    CartPaymentResolver,
    RefundResolver,
    RefundTaskResolver,
    ParcelRefundResolver,
    DisputeResolver,
    DisputeLineResolver,
    DisputeStatementResolver,
    ParcelDisputeResolver,
    SellerDisputesResolver,
    DisputeMutations,
  ],
  types: [OrderEvent],
  listeners: [
    { on: ['PaymentSettled'], listen: paymentSettled },
    { on: ['PaymentPartSettled'], listen: partSettled },
    { on: ['PaymentExpired'], listen: paymentExpired },
    { on: ['PaymentCancelled'], listen: paymentCancelled },
    { on: ['PaymentReversed'], listen: paymentReversed },
    { on: ['RefundSent'], listen: refundSent },
  ],
  jobs: [sweepTimers],
  nodes: {
    Order: ownOrdersByKeys,
    Parcel: knownParcels,
    OrderLine: knownLines,
    OrderEvent: ownEvents,
    RefundAccount: knownRefundAccounts,
    Dispute: knownDisputes,
  },
};
export { PLACED_AT_ONCE } from './place-in-turn.ts';
