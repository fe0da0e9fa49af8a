import type { Sentence, Sentences } from '../platform/graphql/user-errors.ts';
import type { CartNoticeCode } from './cart-notice.ts';
import { LARGEST_QUANTITY, MOST_LINES } from './stored-cart-line.ts';

/** What notices say. */
export const NOTICE_SENTENCES: Readonly<Record<CartNoticeCode, Sentence>> = {
  QUANTITY_CUT: {
    id: '{title}: stok tinggal {left}, jumlah disesuaikan.',
    en: '{title}: only {left} left, the quantity was adjusted.',
    means: 'More was asked for than there is.',
  },
  MERGED: {
    id: '{lines} barang dari keranjang sebelum masuk sudah ditambahkan.',
    en: '{lines} items of the cart before you signed in were added.',
    means: 'The cart before signing in was merged into the account’s.',
  },
};

/** Refusals of changes to lines. */
export const LINE_SENTENCES = {
  NOT_FOUND: {
    id: 'Barang atau keranjang ini tidak ditemukan.',
    en: 'This item or cart was not found.',
    means: 'No such cart, line or variant, or it is not yours.',
  },
  UNAVAILABLE: {
    id: '{title} tidak dijual lagi.',
    en: '{title} is no longer sold.',
    means: 'The variant is not for sale.',
  },
  OUT_OF_STOCK: { id: '{title} habis.', en: '{title} is sold out.', means: 'None of the variant is left.' },
  QUANTITY_OUT_OF_RANGE: {
    id: `Jumlah 0 sampai ${LARGEST_QUANTITY}.`,
    en: `The quantity is 0 to ${LARGEST_QUANTITY}.`,
    means: `The quantity is negative or above ${LARGEST_QUANTITY}.`,
  },
  CART_FULL: {
    id: `Keranjang memuat paling banyak ${MOST_LINES} macam barang.`,
    en: `A cart holds at most ${MOST_LINES} different items.`,
    means: `The cart has ${MOST_LINES} lines already.`,
  },
} satisfies Sentences;
