import type { ParcelSize } from '../pickup/index.ts';
import type { Rupiah } from '../platform/money.ts';
import type { CartLineIssue } from './cart-line-issue.ts';

/** A ticked line at the present price, cut to the present stock. */
export interface QuoteLine {
  readonly lineKey: string;
  readonly variantKey: string;
  readonly productKey: string;
  readonly sellerKey: string;
  readonly title: string;
  readonly variantName: string;
  readonly sku: string;
  /** Content hash of the first photo, null when there is none. */
  readonly photoHash: string | null;
  readonly unitPrice: Rupiah;
  readonly quantity: number;
  /** Unit price times quantity, in rupiah. */
  readonly total: Rupiah;
  /** Weight of one, in grams. */
  readonly weightGrams: number;
  /** PRICE_CHANGED or QUANTITY_REDUCED, null when all is as it was added. */
  readonly issue: CartLineIssue | null;
}

/** What one seller will pack into one parcel. */
export interface QuoteParcel {
  readonly sellerKey: string;
  readonly lines: readonly QuoteLine[];
  readonly goodsTotal: Rupiah;
  /** What the buyer pays the point for this parcel, in rupiah. */
  readonly pointFee: Rupiah;
  readonly size: ParcelSize;
  readonly weightGrams: number;
  /** The marketplace's part: 3 % of the goods, rounded half up, in rupiah; taken from the seller's part. */
  readonly commission: Rupiah;
  /** The community's part: 1 % of the goods, rounded half up, taken out of the commission; 0 without a community. */
  readonly communityShare: Rupiah;
}

/** What the ticked lines cost now, frozen when the order is placed. */
export interface Quote {
  readonly cartKey: string;
  readonly pickupPointKey: string;
  /** Every ticked line. */
  readonly lines: readonly QuoteLine[];
  /** One for each seller, sorted by the seller's key. */
  readonly parcels: readonly QuoteParcel[];
  readonly goodsTotal: Rupiah;
  readonly pointFeeTotal: Rupiah;
  readonly total: Rupiah;
  /** Community whose widget the cart was filled through, null otherwise. */
  readonly communityKey: string | null;
  readonly widgetKey: string | null;
}
