import type pg from 'pg';
import { makeCarts, type ReadyCart } from '../carts.ts';

/** A thing of which there are few, and carts that each want one piece of it. */
export interface FlashSale {
  readonly variantKey: string;
  readonly carts: readonly ReadyCart[];
}

/** Picks a thing, leaves so many pieces of it, and makes so many buyers with a cart that holds one of it and nothing else. */
export async function makeFlashCarts(admin: pg.Client, buyers: number, pieces: number): Promise<FlashSale> {
  const carts = await makeCarts(admin, buyers);
  const { rows } = await admin.query<{ id: string; price: string; weight_grams: number }>(
    `select v.id, v.price, v.weight_grams from variant v join stock st on st.variant_id = v.id join product p on p.id = v.product_id
       join seller s on s.id = v.seller_id
      where not v.is_archived and p.status = 'ACTIVE' and s.status = 'VERIFIED' and s.holiday_until is null and v.weight_grams <= 2000
        and v.price between 10000 and 300000 and not exists (select from seller_pickup_point sp where sp.seller_id = s.id)
        and not exists (select from order_line l where l.variant_id = v.id) limit 1`,
  );
  const [chosen] = rows;
  if (!chosen) throw new Error('no thing to sell: name another data folder');
  const keys = carts.map(({ cartId }) => Buffer.from(cartId, 'base64url').toString().slice('Cart:'.length));
  await admin.query('begin');
  await admin.query('update stock set on_hand = $2, reserved = 0 where variant_id = $1', [chosen.id, pieces]);
  await admin.query('delete from cart_line where cart_id = any($1::uuid[])', [keys]);
  await admin.query(
    `insert into cart_line (id, cart_id, variant_id, quantity, selected, price_when_added)
     select gen_random_uuid(), c, $2, 1, true, $3 from unnest($1::uuid[]) as c`,
    [keys, chosen.id, chosen.price],
  );
  await admin.query('commit');
  await admin.query('analyze cart_line');
  const SMALL_FEE = 2000;
  return { variantKey: chosen.id, carts: carts.map((cart) => ({ ...cart, total: Number(chosen.price) + SMALL_FEE })) };
}
