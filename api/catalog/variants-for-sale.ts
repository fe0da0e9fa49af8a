import { preparedRows } from '../platform/database/prepared.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { appendEvents } from '../platform/jobs/events.ts';
import type { Rupiah } from '../platform/money.ts';

/** What a cart or an order must know of a variant, as it stands in this transaction. */
export interface VariantForSale {
  readonly variantKey: string;
  readonly productKey: string;
  readonly sellerKey: string;
  readonly title: string;
  readonly variantName: string;
  readonly sku: string;
  readonly price: Rupiah;
  readonly weightGrams: number;
  /** Content hash of the cover, null when the product has no photo. */
  readonly photoHash: string | null;
  /** Whether product, variant and shop are all on sale at this instant. Stock is another question. */
  readonly isForSale: boolean;
}

/** A variant for sale as the database gives it. */
export type VariantForSaleRow = Omit<VariantForSale, 'price'> & { readonly price: string | number };

/**
 * SQL: the columns of a VariantForSaleRow of the variants `v`, with the tables and the condition that they need, at the instant `now`. What
 * was never on show is left out.
 */
export function forSaleSql(now: string): { readonly columns: string; readonly joins: string; readonly where: string } {
  return {
    columns: `v.id as "variantKey", p.id as "productKey", p.seller_id as "sellerKey", p.title, v.name as "variantName",
            v.sku, v.price, v.weight_grams as "weightGrams",
            (select ph.hash from photo ph where ph.product_id = p.id order by ph.position limit 1) as "photoHash",
            (p.status = 'ACTIVE' and not v.is_archived and s.status = 'VERIFIED'
              and coalesce(s.holiday_until <= ${now}::timestamptz, true)) as "isForSale"`,
    joins: 'join product p on p.id = v.product_id join seller s on s.id = p.seller_id',
    where: `p.published_at is not null and s.status <> 'APPLIED'`,
  };
}

const { columns, joins, where } = forSaleSql('$1');

/** The variants of these keys, in no order; what does not exist, or was never on show, is left out. */
export async function variantsForSale(tx: Tx, keys: readonly string[]): Promise<VariantForSale[]> {
  if (keys.length === 0) return [];
  const rows = await preparedRows<VariantForSaleRow>(
    tx,
    `select ${columns} from variant v ${joins} where v.id = any($2::uuid[]) and ${where}`,
    [tx.context.clock.now(), keys],
  );
  return rows.map((row) => ({ ...row, price: Number(row.price) }));
}

/**
 * Counts pieces as sold, when a sale is settled; a negative figure takes them back. Locks products by key, and tells ProductSold. The lock lets
 * new order lines name the product: their orders wait for the stock that the caller holds.
 */
export async function addSold(tx: Tx, sold: readonly { productKey: string; pieces: number }[]): Promise<void> {
  if (sold.length === 0) return;
  await tx.execute(
    `with sold as (select product_id, sum(pieces)::integer as pieces
                     from jsonb_to_recordset(?::jsonb) as s(product_id uuid, pieces integer) group by product_id),
          held as (select p.id from product p join sold on sold.product_id = p.id order by p.id for no key update of p)
     update product p set sold_count = greatest(p.sold_count + sold.pieces, 0)
       from sold, held where p.id = sold.product_id and held.id = p.id`,
    [JSON.stringify(sold.map(({ productKey, pieces }) => ({ product_id: productKey, pieces })))],
  );
  const productKeys = new Set(sold.map(({ productKey }) => productKey));
  await appendEvents(
    tx,
    [...productKeys].map((productKey) => ({ name: 'ProductSold', subject: { productKey } })),
  );
}
