import { Int } from 'type-graphql';
import { CODE_SENTENCES } from '../accounts/index.ts';
import { Cart, QUOTE_REFUSALS, VOUCHER_SENTENCES } from '../carts/index.ts';
import { PAYMENT_REFUSALS } from '../payments/index.ts';
import { COMMON, errorFamily, payloadType, type Sentences } from '../platform/graphql/user-errors.ts';
import { Collectable } from './collectable.ts';
import { MissingPieces } from './missing-pieces.ts';
import { Order } from './order.ts';
import { Parcel } from './parcel.ts';

const { NOT_FOUND, INVALID, IDEMPOTENCY_KEY_REUSED } = COMMON;
const { METHOD_UNAVAILABLE, NOT_PAYABLE } = PAYMENT_REFUSALS;

/** Refusal of what cannot be done with a parcel where it stands. */
export const WRONG_STATUS = {
  WRONG_STATUS: {
    id: 'Itu tidak bisa dilakukan pada paket ini sekarang. Muat ulang untuk melihat keadaannya.',
    en: 'That cannot be done with this parcel now. Reload to see how it stands.',
    means: 'The parcel has moved on, or is not there yet.',
  },
} satisfies Sentences;

const order = { type: () => Order, description: 'The order as it now is.' };
const parcel = { type: () => Parcel, description: 'The parcel as it now is.' };

/** Refusals of placeOrder. */
export const PLACE_ORDER = errorFamily('PlaceOrder', {
  NOT_FOUND,
  INVALID,
  IDEMPOTENCY_KEY_REUSED,
  ...QUOTE_REFUSALS,
  ...VOUCHER_SENTENCES,
  METHOD_UNAVAILABLE,
  PRICE_CHANGED: {
    id: 'Harga berubah: jumlahnya sekarang {total}.',
    en: 'Prices have changed: the sum is now {total}.',
    means: 'The sum is not what the buyer saw; the message names the new one.',
  },
  POINT_FULL: {
    id: 'Titik ambil ini penuh. Pilih titik lain, atau coba lagi nanti.',
    en: 'This pickup point is full. Choose another, or try again later.',
    means: 'The point has no room for the parcels of this order.',
  },
  POINT_CLOSED: {
    id: 'Titik ambil ini tidak menerima pesanan baru. Pilih titik lain.',
    en: 'This pickup point takes no new orders. Choose another.',
    means: 'The point is inactive or not open within its holding days.',
  },
  TOO_MANY_UNPAID_ORDERS: {
    id: 'Kamu punya {limit} pesanan yang belum dibayar. Bayar atau batalkan salah satu dulu.',
    en: 'You have {limit} orders that are not paid yet. Pay or cancel one of them first.',
    means: 'The buyer has as many unpaid or cash orders as one may have at once.',
  },
  TOO_MANY_PIECES: {
    id: '{title}: paling banyak {limit} buah dalam pesanan yang belum dibayar.',
    en: '{title}: at most {limit} pieces in orders that are not paid yet.',
    means: 'More of one variant than a person may hold unpaid.',
  },
});
export const PlaceOrderPayload = payloadType(PLACE_ORDER, { order: { ...order, description: 'The order placed.' } });

/** Refusals of cancelOrder. */
export const CANCEL_ORDER = errorFamily('CancelOrder', {
  NOT_FOUND,
  INVALID,
  TOO_LATE: {
    id: 'Pesanan ini tidak bisa dibatalkan lagi: sudah ada penjual yang menyiapkannya.',
    en: 'This order cannot be cancelled any more: a seller has begun to prepare it.',
    means: 'A seller has accepted a parcel, or the order has ended.',
  },
});
export const CancelOrderPayload = payloadType(CANCEL_ORDER, { order });

/** Refusals of orderAgain. */
export const ORDER_AGAIN = errorFamily('OrderAgain', { NOT_FOUND });
export const OrderAgainPayload = payloadType(ORDER_AGAIN, {
  cart: { type: () => Cart, description: 'The cart as it now is.' },
  missing: { type: () => [MissingPieces], description: 'What could not be put into it; empty when all of it was.' },
  addedCount: { type: () => Int, description: 'How many different things of the order stand in the cart.' },
});

/** Refusals of changePaymentMethod. */
export const CHANGE_PAYMENT_METHOD = errorFamily('ChangePaymentMethod', {
  NOT_FOUND,
  INVALID,
  METHOD_UNAVAILABLE,
  NOT_PAYABLE,
  CASH_NOT_POSSIBLE: {
    id: 'Bayar tunai hanya bisa dipilih saat memesan. Batalkan pesanan ini lalu pesan lagi.',
    en: 'Cash can only be chosen when ordering. Cancel this order and order again.',
    means: 'An order that waits for a payment cannot become a cash order.',
  },
});
export const ChangePaymentMethodPayload = payloadType(CHANGE_PAYMENT_METHOD, { order });

/** Refusals of unlockCollection. */
export const UNLOCK_COLLECTION = errorFamily('UnlockCollection', {
  NOT_FOUND,
  ...CODE_SENTENCES,
  NOTHING_TO_COLLECT: {
    id: 'Tidak ada yang bisa diambil dari pesanan ini.',
    en: 'There is nothing to collect for this order.',
    means: 'The order is not paid, or is over.',
  },
});
export const UnlockCollectionPayload = payloadType(UNLOCK_COLLECTION, { order });

/** Refusals of cancelParcel. */
export const CANCEL_PARCEL = errorFamily('CancelParcel', { NOT_FOUND, ...WRONG_STATUS });
export const CancelParcelPayload = payloadType(CANCEL_PARCEL, { parcel });

/** Refusals of acceptParcel. */
export const ACCEPT_PARCEL = errorFamily('AcceptParcel', { NOT_FOUND, ...WRONG_STATUS });
export const AcceptParcelPayload = payloadType(ACCEPT_PARCEL, { parcel });

/** Refusals of rejectParcel. */
export const REJECT_PARCEL = errorFamily('RejectParcel', { NOT_FOUND, INVALID, ...WRONG_STATUS });
export const RejectParcelPayload = payloadType(REJECT_PARCEL, { parcel });

/** Refusals of markParcelPacked. */
export const MARK_PARCEL_PACKED = errorFamily('MarkParcelPacked', { NOT_FOUND, ...WRONG_STATUS });
export const MarkParcelPackedPayload = payloadType(MARK_PARCEL_PACKED, { parcel });

/** Refusals of dropParcelAtPoint. */
export const DROP_PARCEL = errorFamily('DropParcelAtPoint', { NOT_FOUND, ...WRONG_STATUS });
export const DropParcelAtPointPayload = payloadType(DROP_PARCEL, { parcel });

/** Refusals of receiveParcel. */
export const RECEIVE_PARCEL = errorFamily('ReceiveParcel', { NOT_FOUND, INVALID, ...WRONG_STATUS });
export const ReceiveParcelPayload = payloadType(RECEIVE_PARCEL, { parcel });

/** Refusals of refuseParcel. */
export const REFUSE_PARCEL = errorFamily('RefuseParcel', { NOT_FOUND, INVALID, ...WRONG_STATUS });
export const RefuseParcelPayload = payloadType(REFUSE_PARCEL, { parcel });

/** Refusals of returnParcel. */
export const RETURN_PARCEL = errorFamily('ReturnParcel', { NOT_FOUND, ...WRONG_STATUS });
export const ReturnParcelPayload = payloadType(RETURN_PARCEL, { parcel });

/** Refusals of markParcelLost. */
export const MARK_PARCEL_LOST = errorFamily('MarkParcelLost', { NOT_FOUND, INVALID, ...WRONG_STATUS });
export const MarkParcelLostPayload = payloadType(MARK_PARCEL_LOST, { parcel });

/** Refusals of everything that begins with a collect code. */
const AT_COUNTER = {
  NOT_FOUND: {
    id: 'Kode ambil ini tidak ada di titik ini.',
    en: 'There is no such collect code at this point.',
    means: 'No order for this point has this code, or the code was mistyped.',
  },
  NOTHING_HERE: {
    id: 'Belum ada paket pesanan ini di titik ini.',
    en: 'No parcel of this order is at this point.',
    means: 'Nothing of the order lies at the point.',
  },
} satisfies Sentences;

/** Refusals of chargeAtPoint. */
export const CHARGE_AT_POINT = errorFamily('ChargeAtPoint', { ...AT_COUNTER, METHOD_UNAVAILABLE, NOT_PAYABLE });
export const ChargeAtPointPayload = payloadType(CHARGE_AT_POINT, {
  collectable: { type: () => Collectable, description: 'What can be handed over, and the code that is shown for it.' },
});

/** Refusals of collectParcel. */
export const COLLECT_PARCEL = errorFamily('CollectParcel', {
  ...AT_COUNTER,
  ...WRONG_STATUS,
  PIN_WRONG: {
    id: 'PIN salah. Tersisa {left} percobaan.',
    en: 'Wrong PIN. {left} tries left.',
    means: 'The PIN is not the one that the buyer is shown; the try is counted.',
  },
  PIN_LOCKED: {
    id: 'PIN terkunci. Pembeli perlu membukanya di halaman pesanan.',
    en: 'The PIN is locked. The buyer has to unlock it on the order page.',
    means: 'Five wrong PINs; the buyer makes a new one with unlockCollection.',
  },
  NOT_PAID: {
    id: 'Pesanan ini belum dibayar atau pembayarannya ditarik kembali. Jangan diserahkan.',
    en: 'This order is not paid, or its payment was taken back. Do not hand it over.',
    means: 'The order is not in a state in which anything is handed over.',
  },
  JUST_PAID: {
    id: 'Baru saja dibayar lewat bank yang masih bisa menariknya. Tunggu {minutes} menit.',
    en: 'Paid just now through a bank that can still take it back. Wait {minutes} minutes.',
    means: 'Within minutes of a settlement that the bank can reverse.',
  },
  CASH_DIFFERS: {
    id: 'Uang yang diterima harus {due}.',
    en: 'The cash taken has to be {due}.',
    means: 'The cash differs from what is still to be paid for the parcels; nothing is due for a paid order.',
  },
});
export const CollectParcelPayload = payloadType(COLLECT_PARCEL, {
  parcels: { type: () => [Parcel], description: 'What was handed over.' },
  orderCode: { type: () => String, description: 'Code of their order.' },
});
