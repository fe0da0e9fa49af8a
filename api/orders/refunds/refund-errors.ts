import { COMMON, errorFamily, payloadType, type Sentences } from '../../platform/graphql/user-errors.ts';
import { Order } from '../order.ts';
import { WRONG_STATUS } from '../order-errors.ts';
import { Parcel } from '../parcel.ts';

const { NOT_FOUND, INVALID, IDEMPOTENCY_KEY_REUSED } = COMMON;

/** Refusals that refunds share. */
export const REFUND_REFUSALS = {
  NOT_PAID: {
    id: 'Belum ada uang yang diterima untuk ini, jadi tidak ada yang dikembalikan.',
    en: 'No money has been received for this, so none can be sent back.',
    means: 'Nothing was paid for it, or the provider took the payment back.',
  },
  NOTHING_LEFT: {
    id: 'Semua uangnya sudah dikembalikan.',
    en: 'All of the money has been refunded already.',
    means: 'What was paid has been promised back.',
  },
  TOO_MUCH: {
    id: 'Paling banyak {left} yang masih bisa dikembalikan.',
    en: 'At most {left} can still be refunded.',
    means: 'More than was paid and not refunded; the message names what is left.',
  },
} satisfies Sentences;

/** Refusal of more pieces than there are. */
export const TOO_MANY_PIECES = {
  id: 'Dari baris ini tersisa {left} buah.',
  en: 'There are {left} pieces left of this line.',
  means: 'More pieces than the line has left.',
};

const parcel = { type: () => Parcel, description: 'The parcel as it now is.' };

/** Refusals of refundLines. */
export const REFUND_LINES = errorFamily('RefundLines', {
  NOT_FOUND,
  INVALID,
  IDEMPOTENCY_KEY_REUSED,
  ...WRONG_STATUS,
  NOT_PAID: REFUND_REFUSALS.NOT_PAID,
  NOTHING_LEFT: REFUND_REFUSALS.NOTHING_LEFT,
  TOO_MANY_PIECES,
  NOTHING_REMAINS: {
    id: 'Kalau tidak ada yang tersisa, tolak saja paketnya.',
    en: 'If nothing remains, reject the parcel instead.',
    means: 'All pieces of a parcel that is still to be packed.',
  },
});
export const RefundLinesPayload = payloadType(REFUND_LINES, { parcel });

/** Refusals of refundParcel. */
export const REFUND_PARCEL = errorFamily('RefundParcel', {
  NOT_FOUND,
  INVALID,
  ...WRONG_STATUS,
  NOT_PAID: REFUND_REFUSALS.NOT_PAID,
});
export const RefundParcelPayload = payloadType(REFUND_PARCEL, { parcel });

/** Refusals of refundOrder. */
export const REFUND_ORDER = errorFamily('RefundOrder', {
  NOT_FOUND,
  INVALID,
  ...WRONG_STATUS,
  NOT_PAID: REFUND_REFUSALS.NOT_PAID,
});
export const RefundOrderPayload = payloadType(REFUND_ORDER, {
  parcels: { type: () => [Parcel], description: 'Its parcels as they now are.' },
});

/** Refusals of giveGoodwill. */
export const GIVE_GOODWILL = errorFamily('GiveGoodwill', {
  NOT_FOUND,
  INVALID,
  IDEMPOTENCY_KEY_REUSED,
  ...WRONG_STATUS,
  NOT_PAID: REFUND_REFUSALS.NOT_PAID,
  TOO_MUCH: REFUND_REFUSALS.TOO_MUCH,
});
export const GiveGoodwillPayload = payloadType(GIVE_GOODWILL, { parcel });

/** Refusals of saveRefundAccount. */
export const SAVE_REFUND_ACCOUNT = errorFamily('SaveRefundAccount', {
  NOT_FOUND,
  INVALID,
  NO_REFUND: {
    id: 'Tidak ada uang dari pesanan ini yang kembali.',
    en: 'No money of this order goes back.',
    means: 'Nothing of the order is refunded.',
  },
});
export const SaveRefundAccountPayload = payloadType(SAVE_REFUND_ACCOUNT, {
  order: { type: () => Order, description: 'The order as it now is.' },
});
