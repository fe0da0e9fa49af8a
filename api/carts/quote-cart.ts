import type { Tx } from '../platform/database/transaction.ts';
import type { Sentences } from '../platform/graphql/user-errors.ts';
import type { Cart } from './cart.ts';
import type { Quote } from './quote.ts';

/** What `quoteCart` refuses with; a family that places orders spreads these into its own. */
export const QUOTE_REFUSALS = {
  CART_EMPTY: {
    id: 'Belum ada barang yang dipilih.',
    en: 'Nothing is ticked to be bought.',
    means: 'No line of the cart is ticked.',
  },
  POINT_REQUIRED: {
    id: 'Pilih titik ambil dulu.',
    en: 'Choose a pickup point first.',
    means: 'The cart has no pickup point.',
  },
  POINT_NOT_SERVED: {
    id: '{seller} tidak mengantar ke titik ambil ini.',
    en: '{seller} does not deliver to this pickup point.',
    means: 'A seller of a ticked line does not serve the pickup point.',
  },
  OUT_OF_STOCK: {
    id: '{title}: stok tinggal {left}.',
    en: '{title}: only {left} left.',
    means: 'Fewer are left than asked for; the message names how many.',
  },
  UNAVAILABLE: {
    id: '{title} tidak dijual lagi.',
    en: '{title} is no longer sold.',
    means: 'A ticked line is no longer for sale.',
  },
} satisfies Sentences;

/**
 * What the ticked lines of a locked cart cost at this instant. Refuses CART_EMPTY, POINT_REQUIRED, POINT_NOT_SERVED {seller},
 * UNAVAILABLE {title}, and OUT_OF_STOCK {title, left} for a line of which none is left. A line of which some are left counts
 * with what is left, as the buyer's cart shows it. Prices are not compared: the caller compares `total` with what the buyer saw.
 */
export async function quoteCart(_tx: Tx, _cart: Cart, _now: Date): Promise<Quote> {
  throw new Error('written next');
}
