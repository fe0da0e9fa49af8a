/** What makes commits and calls: the web processes, or the worker. */
export type Maker = 'web' | 'worker';

/** Commits of checkout, payment, refund, dispute, payout and timer: by the file of api/ that opens them, and by the events that they tell. */
export const COMMITS: Readonly<Record<Maker, readonly string[]>> = {
  web: [
    ...['orders/place-order', 'OrderPlaced', 'PaymentOpened', 'StockChanged', 'inventory/adjust-stock'],
    ...['orders/cancel-order', 'OrderCancelled', 'ParcelCancelled', 'PaymentCancelled', 'orders/cancel-parcel'],
    ...['orders/change-payment-method', 'PaymentMethodChanged', 'ChargeDisowned'],
    'payments/take-notification',
    ...['orders/answer-parcel', 'ParcelAccepted', 'ParcelRejected', 'ParcelPacked', 'ParcelDropped'],
    ...['orders/counter', 'ParcelReceived', 'ParcelRefused', 'ParcelReturned', 'ParcelLost'],
    ...['orders/charge-at-point', 'orders/collect-parcel', 'ParcelCollected', 'OrderPaidAtPoint', 'CollectionLocked'],
    ...['payments/apply-state', 'PaymentPartSettled', 'ParcelPaidAtPoint'], // QRIS at the counter: it is asked about there
    ...['orders/refunds/refund-lines', 'ParcelPartlyRefunded', 'RefundRequested', 'RefundImpossible'],
    ...['orders/refunds/refund-order', 'orders/refunds/give-goodwill', 'orders/refunds/save-refund-account'],
    ...[
      'orders/disputes/request-refund',
      'orders/disputes/open-dispute',
      'DisputeOpened',
      'orders/disputes/answer-dispute',
      'DisputeOffered',
    ],
    ...['DisputeSettled', 'DisputeEscalated', 'DisputeWithdrawn', 'orders/disputes/decide-dispute', 'DisputeDecided'],
    ...['city/take-task', 'city/complete-task', 'TaskCompleted', 'RefundSent', 'OrderRefunded', 'OrderPartlyRefunded'],
    ...['ledger/payouts/request-payout', 'PayoutRequested', 'ledger/payouts/make-batch', 'PayoutBatched'],
    ...['ledger/payouts/record-results', 'PayoutPaid', 'PayoutFailed', 'PayoutReturned', 'ledger/file-routes'],
    ...['ledger/payouts/set-bank-account', 'ledger/settlements/record-settlement', 'ledger/settlements/record-cash'],
    ...['ledger/settlements/set-provider-fee', 'payments/reconciliation/reconcile-daily'],
    'messaging/delivery-reports',
  ],
  worker: [
    ...['payments/charge-attempt', 'payments/apply-state', 'PaymentPending', 'PaymentSettled', 'PaymentPartSettled'],
    ...['PaymentExpired', 'PaymentCancelled', 'PaymentDenied', 'PaymentReversed', 'ChargeDisowned'],
    ...['OrderPaid', 'OrderExpired', 'OrderCancelled', 'OrderRefundDue', 'OrderReversed', 'ParcelPaidAtPoint'],
    ...['ParcelStarted', 'ParcelRevived', 'ParcelReversed', 'ParcelCancelled'],
    ...[
      'payments/poll-provider',
      'payments/take-up-again',
      'payments/ask-about-unknown',
      'payments/ask-provider',
      'payments/call-off-charge',
    ],
    ...['payments/send-refund', 'RefundRequested', 'RefundImpossible', 'RefundSent', 'OrderRefunded'],
    'OrderPartlyRefunded',
    ...['payments/reconciliation/reconcile-daily', 'payments/reconciliation/reconcile-books'],
    ...['orders/fire-timer', 'ParcelLapsed', 'ParcelReturningSoon', 'ParcelUncollected', 'DisputeEscalated'],
    ...['ledger/payouts/pay-weekly', 'PayoutRequested', 'ledger/closing/close-ledger'],
    ...['messaging/announce', 'messaging/announce-payout', 'messaging/send-message'],
  ],
};

/** Calls to the outside by which money or messages move. */
export const CALLS: Readonly<Record<Maker, readonly string[]>> = {
  web: ['midtrans status'], // at the counter
  worker: [
    ...['midtrans charge', 'midtrans status', 'midtrans cancel', 'midtrans expire', 'midtrans refund'],
    'whatsapp send',
  ],
};

/** A place just before or after a commit or an outside call. */
export interface MarkedPoint {
  readonly maker: Maker;
  readonly point: string;
}

/** Every marked point at which a process has to die. */
export const POINTS: readonly MarkedPoint[] = (['web', 'worker'] as const).flatMap((maker) => [
  ...bothSides(maker, 'commit of', COMMITS[maker]),
  ...bothSides(maker, 'call of', CALLS[maker]),
]);

/** How a point is noted: who dies where. */
export function pointKey({ maker, point }: MarkedPoint): string {
  return `${maker}: ${point}`;
}

function bothSides(maker: Maker, what: string, names: readonly string[]): MarkedPoint[] {
  return names.flatMap((name) => [
    { maker, point: `before ${what} ${name}` },
    { maker, point: `after ${what} ${name}` },
  ]);
}
