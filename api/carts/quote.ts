import type { ParcelSize } from '../pickup/index.ts';
import type { Rupiah } from '../platform/money.ts';
import type { CartLineIssue } from './cart-line-issue.ts';
import type { VoucherProblem } from './vouchers/voucher-problem.ts';

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
  /** What the voucher takes off this line, in rupiah; 0 without one. */
  readonly discount: Rupiah;
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
  /** What the point earns for this parcel, in rupiah. */
  readonly pointFee: Rupiah;
  readonly size: ParcelSize;
  readonly weightGrams: number;
  /** What the voucher takes off the goods, in rupiah: the sum over the lines. */
  readonly goodsDiscount: Rupiah;
  /** What the voucher takes off the point's fee, in rupiah; the point earns it all the same. */
  readonly feeDiscount: Rupiah;
  /** The part of both discounts that the seller bears, in rupiah; the market bears the rest. */
  readonly sellerDiscount: Rupiah;
  /** What the buyer pays for it: goods and fee, less both discounts, in rupiah. */
  readonly total: Rupiah;
  /** The marketplace's part: 3 % of the goods after what the seller gives away, rounded half up, in rupiah; taken from the seller's part. */
  readonly commission: Rupiah;
  /** The community's part: 1 % of the same, rounded half up, taken out of the commission; 0 without a community. */
  readonly communityShare: Rupiah;
}

/** The voucher of a cart: what it takes off, or why it takes nothing off. */
export interface QuoteVoucher {
  readonly key: string;
  readonly code: string;
  readonly name: string;
  /** In rupiah; 0 with a problem, and when rounding leaves nothing. */
  readonly discount: Rupiah;
  readonly problem: VoucherProblem | null;
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
  /** What the voucher takes off in all, in rupiah. */
  readonly discountTotal: Rupiah;
  /** Goods and fees less the discount, in rupiah. */
  readonly total: Rupiah;
  /** The voucher on the cart, null without one. */
  readonly voucher: QuoteVoucher | null;
  /** Community whose widget the cart was filled through, null otherwise. */
  readonly communityKey: string | null;
  readonly widgetKey: string | null;
}
