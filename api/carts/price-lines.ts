import { forSaleSql, type VariantForSale, type VariantForSaleRow } from '../catalog/index.ts';
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

interface LineRow extends VariantForSaleRow {
  readonly lineKey: string;
  readonly quantity: number;
  readonly selected: boolean;
  readonly priceWhenAdded: string;
  readonly left: number;
}

const FOR_SALE = forSaleSql('$2');
const LINES = `
  select l.id as "lineKey", l.quantity, l.selected, l.price_when_added as "priceWhenAdded",
         greatest(coalesce(st.on_hand - st.reserved, 0), 0) as "left", ${FOR_SALE.columns}
    from cart_line l join variant v on v.id = l.variant_id ${FOR_SALE.joins} left join stock st on st.variant_id = l.variant_id
   where l.cart_id = $1 and ${FOR_SALE.where} order by l.id`;

/** Every line of a cart at the present price and stock, oldest first. One statement, however many lines and sellers. */
export async function priceLines(tx: Tx, cart: Pick<Cart, 'key'>): Promise<PricedLine[]> {
  const rows = await preparedRows<LineRow>(tx, LINES, [cart.key, tx.context.clock.now()]);
  return rows.map(priced);
}

function priced({ quantity: asked, price, isForSale, ...row }: LineRow): PricedLine {
  const { selected, left } = row;
  const [unitPrice, priceWhenAdded] = [Number(price), Number(row.priceWhenAdded)];
  const quantity = left > 0 ? Math.min(asked, left) : asked;
  return {
    ...row,
    quantity,
    unitPrice,
    priceWhenAdded,
    total: unitPrice * quantity,
    issue: issueOf(isForSale, left, asked, unitPrice !== priceWhenAdded),
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
