import { formatRupiah, type Rupiah } from '../platform/money.ts';
import type { NoticeFacts } from './notice-facts.ts';
import { dayInWords, inARow, timeInWords, withoutStop } from './words.ts';

/** A message that an event causes. */
export interface Notice {
  readonly on: string;
  /** The provider's template. */
  readonly template: string;
  readonly to: 'BUYER' | 'SELLER';
  /** Whether it is (still) worth saying; true when left out. */
  readonly holds?: (facts: NoticeFacts) => boolean;
  /** Said once for an order, however often its event comes; once for an event when left out. */
  readonly oncePerOrder?: true;
  /** {{1}} and on. */
  readonly parameters: (facts: NoticeFacts) => readonly string[];
}

type Words = (facts: NoticeFacts) => string;

const orderCode: Words = ({ order }) => order.code;
const orderLink: Words = (facts) => facts.orderLink;
const queueLink: Words = (facts) => facts.queueLink;
const shops: Words = (facts) => inARow(facts.shops, facts.language);
const parcelCode: Words = ({ parcels }) => parcels.map(({ code }) => code).join(', ');
const point: Words = (facts) => facts.pickupPoint;
const total: Words = ({ order }) => formatRupiah(order.total);
const pickupDay: Words = ({ order, language }) => dayInWords(order.expectedPickupAt, language);
const lastDay: Words = ({ parcels, language }) => dayInWords(parcels[0]?.holdUntil ?? null, language);
const answerBy: Words = ({ parcels, language }) => timeInWords(parcels[0]?.respondBy ?? null, language);
const goodsTotal: Words = ({ parcels }) => formatRupiah(parcels.reduce((sum, parcel) => sum + parcel.goodsTotal, 0));
const pieces: Words = (facts) => String(facts.pieces);
const reason: Words = ({ parcels }) => withoutStop(parcels[0]?.rejectReason ?? '');
const amount: Words = ({ event }) => formatRupiah(Number(event.amount) as Rupiah);
const unnamedTransfers: Words = (facts) => formatRupiah(facts.unnamedTransfers);
const eventReason: Words = ({ event }) => withoutStop(String(event.reason ?? ''));
const dueBy: Words = ({ event, language }) => timeInWords(event.dueBy ? new Date(String(event.dueBy)) : null, language);
const collectCode: Words = ({ order }) => order.collectCode;
const pin: Words = (facts) => facts.pin;

const say =
  (...words: Words[]): Notice['parameters'] =>
  (facts) =>
    words.map((word) => word(facts));

const stands =
  (...statuses: string[]) =>
  ({ parcels }: NoticeFacts): boolean =>
    parcels.length > 0 && parcels.every(({ status }) => statuses.includes(status));

/**
 * Which event is told to whom, in which words. Events whose facts carry `tell` are told to those alone. What several parcels
 * went through in one act is one message.
 */
export const NOTICES: readonly Notice[] = [
  {
    on: 'OrderPaid',
    template: 'order_paid',
    to: 'BUYER',
    parameters: say(orderCode, total, point, pickupDay, orderLink),
  },
  {
    on: 'OrderPlaced',
    template: 'order_placed_cash',
    to: 'BUYER',
    holds: ({ order }) => order.paymentMethod === 'CASH' && order.fulfilment === 'OPEN',
    parameters: say(orderCode, total, point, pickupDay, orderLink),
  },
  {
    on: 'OrderExpired',
    template: 'payment_expired',
    to: 'BUYER',
    holds: ({ order }) => order.paymentStatus === 'EXPIRED',
    parameters: say(orderCode, orderLink),
  },
  {
    // Cash, bank transfers and shops give no way back: the buyer has to say where the money goes.
    on: 'RefundImpossible',
    template: 'refund_account_wanted',
    to: 'BUYER',
    holds: (facts) => facts.unnamedTransfers > 0,
    oncePerOrder: true,
    parameters: say(unnamedTransfers, orderCode, orderLink),
  },
  { on: 'RefundSent', template: 'refund_sent', to: 'BUYER', parameters: say(amount, orderCode, orderLink) },

  { on: 'ParcelAccepted', template: 'parcel_accepted', to: 'BUYER', parameters: say(shops, orderCode, orderLink) },
  {
    on: 'ParcelReceived',
    template: 'parcel_ready',
    to: 'BUYER',
    holds: stands('AT_POINT'),
    parameters: say(shops, point, lastDay, collectCode, pin, orderLink),
  },
  {
    on: 'ParcelReturningSoon',
    template: 'parcel_returning_soon',
    to: 'BUYER',
    holds: stands('AT_POINT'),
    parameters: say(shops, point, lastDay, orderLink),
  },
  {
    on: 'ParcelRejected',
    template: 'parcel_rejected',
    to: 'BUYER',
    parameters: say(shops, orderCode, reason, orderLink),
  },
  {
    on: 'ParcelRefused',
    template: 'parcel_rejected',
    to: 'BUYER',
    parameters: say(shops, orderCode, reason, orderLink),
  },
  {
    on: 'ParcelCancelled',
    template: 'parcel_cancelled',
    to: 'BUYER',
    // That the time to pay is over is said once, for the order.
    holds: ({ order }) => order.paymentStatus !== 'EXPIRED',
    parameters: say(shops, orderCode, orderLink),
  },
  { on: 'ParcelReversed', template: 'parcel_cancelled', to: 'BUYER', parameters: say(shops, orderCode, orderLink) },
  { on: 'ParcelLapsed', template: 'parcel_lapsed', to: 'BUYER', parameters: say(shops, orderCode, orderLink) },
  { on: 'ParcelCollected', template: 'parcel_collected', to: 'BUYER', parameters: say(shops, orderCode, orderLink) },
  {
    on: 'ParcelUncollected',
    template: 'parcel_uncollected',
    to: 'BUYER',
    holds: stands('UNCOLLECTED'),
    parameters: say(shops, point, orderLink),
  },
  { on: 'ParcelReturned', template: 'parcel_returned', to: 'BUYER', parameters: say(shops, orderCode, orderLink) },
  { on: 'ParcelLost', template: 'parcel_lost', to: 'BUYER', parameters: say(shops, orderCode, orderLink) },

  {
    on: 'ParcelPartlyRefunded',
    template: 'parcel_partly_refunded',
    to: 'BUYER',
    parameters: say(shops, orderCode, amount, eventReason, orderLink),
  },
  {
    on: 'ParcelPiecesMissing',
    template: 'parcel_pieces_missing',
    to: 'BUYER',
    parameters: say(shops, orderCode, eventReason, orderLink),
  },
  {
    on: 'DisputeOffered',
    template: 'dispute_offered',
    to: 'BUYER',
    parameters: say(shops, orderCode, amount, dueBy, orderLink),
  },
  { on: 'DisputeEscalated', template: 'dispute_escalated', to: 'BUYER', parameters: say(shops, orderCode, orderLink) },
  {
    on: 'DisputeSettled',
    template: 'dispute_settled',
    to: 'BUYER',
    parameters: say(shops, orderCode, amount, orderLink),
  },
  {
    on: 'DisputeDecided',
    template: 'dispute_decided',
    to: 'BUYER',
    parameters: say(shops, orderCode, amount, orderLink),
  },
  {
    on: 'ParcelPartlyRefunded',
    template: 'seller_parcel_refunded',
    to: 'SELLER',
    parameters: say(shops, parcelCode, amount, eventReason, queueLink),
  },
  {
    on: 'ParcelPiecesMissing',
    template: 'seller_pieces_missing',
    to: 'SELLER',
    parameters: say(shops, parcelCode, eventReason, queueLink),
  },
  {
    on: 'DisputeOpened',
    template: 'seller_dispute_opened',
    to: 'SELLER',
    parameters: say(shops, parcelCode, amount, dueBy, queueLink),
  },
  {
    on: 'DisputeEscalated',
    template: 'seller_dispute_escalated',
    to: 'SELLER',
    parameters: say(shops, parcelCode, queueLink),
  },
  {
    on: 'DisputeSettled',
    template: 'seller_dispute_settled',
    to: 'SELLER',
    parameters: say(shops, parcelCode, amount, queueLink),
  },
  {
    on: 'DisputeDecided',
    template: 'seller_dispute_decided',
    to: 'SELLER',
    parameters: say(shops, parcelCode, amount, queueLink),
  },
  {
    on: 'DisputeWithdrawn',
    template: 'seller_dispute_withdrawn',
    to: 'SELLER',
    parameters: say(shops, parcelCode, queueLink),
  },

  ...['ParcelStarted', 'ParcelRevived'].map(
    (on): Notice => ({
      on,
      template: 'seller_new_order',
      to: 'SELLER',
      holds: stands('WAITING'),
      parameters: say(shops, parcelCode, pieces, goodsTotal, answerBy, queueLink),
    }),
  ),
  ...['ParcelCancelled', 'ParcelReversed'].map(
    (on): Notice => ({
      on,
      template: 'seller_parcel_cancelled',
      to: 'SELLER',
      parameters: say(shops, parcelCode, queueLink),
    }),
  ),
  { on: 'ParcelLapsed', template: 'seller_parcel_lapsed', to: 'SELLER', parameters: say(shops, parcelCode, queueLink) },
  {
    on: 'ParcelRefused',
    template: 'seller_parcel_refused',
    to: 'SELLER',
    parameters: say(shops, parcelCode, reason, queueLink),
  },
  {
    on: 'ParcelCollected',
    template: 'seller_parcel_collected',
    to: 'SELLER',
    parameters: say(shops, parcelCode, queueLink),
  },
  {
    on: 'ParcelUncollected',
    template: 'seller_parcel_uncollected',
    to: 'SELLER',
    parameters: say(shops, parcelCode, point, queueLink),
  },
  {
    on: 'ParcelReturned',
    template: 'seller_parcel_returned',
    to: 'SELLER',
    parameters: say(shops, parcelCode, queueLink),
  },
  { on: 'ParcelLost', template: 'seller_parcel_lost', to: 'SELLER', parameters: say(shops, parcelCode, queueLink) },
];

/** What an event causes; `tell` narrows it where the event carries it. */
export function noticesOf(event: string, tell: readonly string[] | null): readonly Notice[] {
  return NOTICES.filter(({ on, to }) => on === event && (tell === null || tell.includes(to)));
}

/** The notice that a message of this template about this event stands for. */
export function noticeOf(template: string): Notice | null {
  return NOTICES.find((notice) => notice.template === template) ?? null;
}
