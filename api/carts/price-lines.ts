import { type VariantForSale, variantsForSale } from '../catalog/index.ts';
import { preparedRows } from '../platform/database/prepared.ts';
import type { Tx } from '../platform/database/transaction.ts';
import type { Rupiah } from '../platform/money.ts';
import type { Cart } from './cart.ts';
import type { CartLineIssue } from './cart-line-issue.ts';

/** A line of a cart at this instant's price and stock, ticked or not. */
export interface PricedLine extends Omit<VariantForSale, 'price' | 'isForSale'> {
  readonly lineKey: string;
  readonly selected: boolean;
  /** What was asked for, cut to what is left; what was asked for when none is. */
  readonly quantity: number;
  /** Pieces that can be bought now. */
  readonly left: number;
  readonly unitPrice: Rupiah;
  readonly priceWhenAdded: Rupiah;
  /** Unit price times quantity, in rupiah. */
  readonly total: Rupiah;
  readonly issue: CartLineIssue | null;
  /** Whether it counts: ticked, for sale, and at least one left. */
  readonly counts: boolean;
}

interface LineRow {
  readonly lineKey: string;
  readonly variantKey: string;
  readonly quantity: number;
  readonly selected: boolean;
  readonly priceWhenAdded: string;
  readonly left: number;
}

/** Every line of a cart at the present price and stock, oldest first. Two statements, however many lines and sellers. */
export async function priceLines(tx: Tx, cart: Pick<Cart, 'key'>): Promise<PricedLine[]> {
  const rows = await preparedRows<LineRow>(
    tx,
    `select l.id as "lineKey", l.variant_id as "variantKey", l.quantity, l.selected, l.price_when_added as "priceWhenAdded",
            greatest(coalesce(st.on_hand - st.reserved, 0), 0) as "left"
       from cart_line l left join stock st on st.variant_id = l.variant_id where l.cart_id = $1 order by l.id`,
    [cart.key],
  );
  if (rows.length === 0) return [];
  const forSale = await variantsForSale(
    tx,
    rows.map(({ variantKey }) => variantKey),
  );
  const byKey = new Map(forSale.map((variant) => [variant.variantKey, variant]));
  return rows.flatMap((row) => {
    const variant = byKey.get(row.variantKey);
    return variant ? [priced(row, variant)] : [];
  });
}

function priced(row: LineRow, { price, isForSale, ...variant }: VariantForSale): PricedLine {
  const { lineKey, selected, left } = row;
  const priceWhenAdded = Number(row.priceWhenAdded);
  const quantity = left > 0 ? Math.min(row.quantity, left) : row.quantity;
  return {
    ...variant,
    lineKey,
    selected,
    quantity,
    left,
    unitPrice: price,
    priceWhenAdded,
    total: price * quantity,
    issue: issueOf(isForSale, left, row.quantity, price !== priceWhenAdded),
    counts: selected && isForSale && left > 0,
  };
}

/** The gravest thing about a line, null when all is as it was. */
function issueOf(isForSale: boolean, left: number, asked: number, hasNewPrice: boolean): CartLineIssue | null {
  if (!isForSale) return 'UNAVAILABLE';
  if (left === 0) return 'OUT_OF_STOCK';
  if (left < asked) return 'QUANTITY_REDUCED';
  return hasNewPrice ? 'PRICE_CHANGED' : null;
}
