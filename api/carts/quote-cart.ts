import { communityKeyOf } from '../communities/index.ts';
import { StoredPickupPoint, sellersNotServing } from '../pickup/index.ts';
import type { Tx } from '../platform/database/transaction.ts';
import type { Sentences } from '../platform/graphql/user-errors.ts';
import { refuse } from '../platform/refusal.ts';
import { StoredSeller } from '../sellers/index.ts';
import type { Cart } from './cart.ts';
import type { PricedLine } from './price-lines.ts';
import { priceParcels } from './price-parcels.ts';
import type { Quote, QuoteParcel } from './quote.ts';

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
  POINT_CLOSED: {
    id: 'Titik ambil ini sedang tidak menerima pesanan.',
    en: 'This pickup point takes no orders now.',
    means: 'The pickup point is not active, or has no open day within its holding window.',
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
 * What the ticked of all lines of a locked cart, priced under the same lock (`priceLines`), cost at this instant. Refuses CART_EMPTY, POINT_REQUIRED, POINT_NOT_SERVED {seller},
 * UNAVAILABLE {title}, and OUT_OF_STOCK {title, left} for a line of which none is left. A line of which some are left counts
 * with what is left, as the buyer's cart shows it. A voucher that does not hold takes nothing off and says why. Prices are not
 * compared: the caller compares `total` with what the buyer saw.
 */
export async function quoteCart(tx: Tx, cart: Cart, all: readonly PricedLine[]): Promise<Quote> {
  const ticked = all.filter(({ selected }) => selected);
  if (ticked.length === 0) refuse('CART_EMPTY', ['cartId']);
  for (const { title, issue } of ticked) {
    if (issue === 'UNAVAILABLE') refuse('UNAVAILABLE', ['cartId'], { title });
    if (issue === 'OUT_OF_STOCK') refuse('OUT_OF_STOCK', ['cartId'], { title, left: 0 });
  }
  const { key: cartKey, pickupPointKey, widgetKey } = cart;
  if (pickupPointKey === null) refuse('POINT_REQUIRED', ['cartId']);
  const communityKey = widgetKey && (await communityKeyOf(tx, widgetKey));
  const priced = await priceParcels(tx, cart, ticked, communityKey !== null);
  await refuseUnservedPoint(tx, pickupPointKey, priced.parcels);
  const lines = priced.parcels.flatMap((parcel) => parcel.lines);
  return { cartKey, pickupPointKey, communityKey, widgetKey, lines, ...priced };
}

async function refuseUnservedPoint(tx: Tx, pointKey: string, parcels: readonly QuoteParcel[]): Promise<void> {
  const sellerKeys = parcels.map(({ sellerKey }) => sellerKey);
  const [missing] = await sellersNotServing(tx, pointKey, sellerKeys);
  if (missing === undefined) return;
  const { name, isActive } = await nameAgainst(tx, pointKey, missing);
  // A point that left the network is served by nobody: that is no seller's doing.
  if (!isActive) refuse('POINT_CLOSED', ['cartId']);
  refuse('POINT_NOT_SERVED', ['cartId'], { seller: name });
}

async function nameAgainst(tx: Tx, pointKey: string, sellerKey: string): Promise<{ name: string; isActive: boolean }> {
  const { name } = await tx.findOneOrFail(StoredSeller, { key: sellerKey });
  const { isActive } = await tx.findOneOrFail(StoredPickupPoint, { key: pointKey });
  return { name, isActive };
}
