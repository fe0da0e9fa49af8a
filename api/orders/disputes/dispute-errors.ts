import { COMMON, errorFamily, payloadType, type Sentences } from '../../platform/graphql/user-errors.ts';
import { WRONG_STATUS } from '../order-errors.ts';
import { Parcel } from '../parcel.ts';
import { REFUND_REFUSALS, TOO_MANY_PIECES } from '../refunds/refund-errors.ts';
import { Dispute } from './dispute.ts';

const { NOT_FOUND, INVALID, IDEMPOTENCY_KEY_REUSED } = COMMON;
const { NOT_PAID, NOTHING_LEFT, TOO_MUCH } = REFUND_REFUSALS;

/** Refusals of a complaint. */
const OPENING = {
  NOT_FOUND,
  INVALID,
  IDEMPOTENCY_KEY_REUSED,
  ...WRONG_STATUS,
  NOT_PAID,
  NOTHING_LEFT,
  TOO_MANY_PIECES,
  TOO_LATE: {
    id: 'Keluhan hanya bisa dibuat dalam {hours} jam setelah paket diambil.',
    en: 'A complaint can be made within {hours} hours after collecting.',
    means: 'The time for complaints is over; the message names it.',
  },
  ALREADY_OPENED: {
    id: 'Untuk paket ini sudah ada keluhan.',
    en: 'There is a complaint about this parcel already.',
    means: 'A parcel can be complained about once.',
  },
} satisfies Sentences;

const OVER = {
  WRONG_STATUS: {
    id: 'Keluhan ini sudah berlanjut. Muat ulang untuk melihat keadaannya.',
    en: 'This complaint has moved on. Reload to see how it stands.',
    means: 'The dispute is not where this can be done.',
  },
} satisfies Sentences;

const dispute = { type: () => Dispute, description: 'The dispute as it now is.' };

/** Refusals of openDispute. */
export const OPEN_DISPUTE = errorFamily('OpenDispute', OPENING);
export const OpenDisputePayload = payloadType(OPEN_DISPUTE, { dispute });

/** Refusals of requestRefund. */
export const REQUEST_REFUND = errorFamily('RequestRefund', {
  ...OPENING,
  NOT_YET: {
    id: 'Penjual sudah menyiapkannya. Ambil dulu, lalu sampaikan keluhan; kalau tidak diambil, harga barang kembali.',
    en: 'The seller has begun to prepare it. Collect it and complain then; if it is not collected, the goods are refunded.',
    means: 'Between the answer of the seller and the hand-over nothing can be called off.',
  },
});
export const RequestRefundPayload = payloadType(REQUEST_REFUND, {
  parcel: { type: () => Parcel, description: 'The parcel as it now is: called off, where it had not been accepted.' },
  dispute: { type: () => Dispute, description: 'The dispute that was opened about a collected parcel.' },
});

/** Refusals of answerDispute. */
export const ANSWER_DISPUTE = errorFamily('AnswerDispute', { NOT_FOUND, INVALID, TOO_MUCH, ...OVER });
export const AnswerDisputePayload = payloadType(ANSWER_DISPUTE, { dispute });

/** Refusals of acceptDisputeOffer. */
export const ACCEPT_OFFER = errorFamily('AcceptDisputeOffer', { NOT_FOUND, ...OVER });
export const AcceptDisputeOfferPayload = payloadType(ACCEPT_OFFER, { dispute });

/** Refusals of passOnDispute. */
export const PASS_ON_DISPUTE = errorFamily('PassOnDispute', { NOT_FOUND, ...OVER });
export const PassOnDisputePayload = payloadType(PASS_ON_DISPUTE, { dispute });

/** Refusals of withdrawDispute. */
export const WITHDRAW_DISPUTE = errorFamily('WithdrawDispute', { NOT_FOUND, ...OVER });
export const WithdrawDisputePayload = payloadType(WITHDRAW_DISPUTE, { dispute });

/** Refusals of decideDispute. */
export const DECIDE_DISPUTE = errorFamily('DecideDispute', { NOT_FOUND, INVALID, TOO_MUCH, NOT_PAID, ...OVER });
export const DecideDisputePayload = payloadType(DECIDE_DISPUTE, { dispute });
