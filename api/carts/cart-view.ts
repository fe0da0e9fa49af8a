import { ParcelSize } from '../pickup/index.ts';
import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import type { Rupiah } from '../platform/money.ts';
import type { Cart } from './cart.ts';
import { type PricedLine, priceLines } from './price-lines.ts';
import { type PricedParcels, priceParcels } from './price-parcels.ts';

/** A cart as its buyer sees it at this instant. */
export interface CartView extends PricedParcels {
  readonly lines: readonly PricedLine[];
}

/** One view for each cart object: every mutation gives a new object, so that a view never outlives a change. */
const views = new WeakMap<Cart, Promise<CartView>>();

/** The lines, groups and sums of a cart, priced once however many of its fields are read. */
export function viewOf(ctx: Context, cart: Cart): Promise<CartView> {
  let view = views.get(cart);
  if (!view) {
    view = inTransaction(ctx, async (tx) => {
      const lines = await priceLines(tx, cart);
      return { lines, ...(await priceParcels(tx, cart, lines, false)) };
    });
    views.set(cart, view);
  }
  return view;
}

/** The lines of one seller, ticked or not, and what the ticked ones would make. */
export interface ViewGroup {
  readonly sellerKey: string;
  readonly lines: readonly PricedLine[];
  readonly goodsTotal: Rupiah;
  readonly pointFee: Rupiah;
  /** What the voucher takes off both, in rupiah. */
  readonly discount: Rupiah;
  readonly parcelSize: ParcelSize;
}

/** The lines of a cart by seller, in the order in which the sellers came into it. */
export function groupsOf({ lines, parcels }: CartView): ViewGroup[] {
  const parcelOf = new Map(parcels.map((parcel) => [parcel.sellerKey, parcel]));
  return [...Map.groupBy(lines, ({ sellerKey }) => sellerKey)].map(([sellerKey, own]) => {
    const parcel = parcelOf.get(sellerKey);
    return {
      sellerKey,
      lines: own,
      goodsTotal: parcel?.goodsTotal ?? 0,
      pointFee: parcel?.pointFee ?? 0,
      discount: parcel ? parcel.goodsDiscount + parcel.feeDiscount : 0,
      parcelSize: parcel?.size ?? ParcelSize.SMALL,
    };
  });
}
