import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { globalId, newKey } from '../api/platform/keys.ts';

/** A cart that is ready to be ordered from, and who may. */
export interface ReadyCart {
  /** Public id of the cart. */
  readonly cartId: string;
  /** Bearer token of its buyer. */
  readonly token: string;
  /** Its sum with the fees of the point, in rupiah. */
  readonly total: number;
}

/** Three lines of three shops for each cart, variants taken in turn, so that orders meet at a variant as rarely as in a market. */
const LINES = `
  with offer as (
    select v.id, v.price, v.seller_id, row_number() over (partition by v.seller_id order by v.id) as nth,
           dense_rank() over (order by v.seller_id) as shop
      from variant v join stock st on st.variant_id = v.id join product p on p.id = v.product_id join seller s on s.id = v.seller_id
     where not v.is_archived and p.status = 'ACTIVE' and s.status = 'VERIFIED' and s.holiday_until is null
       and v.price <= 300000 and st.on_hand > 0
       and not exists (select from seller_pickup_point sp where sp.seller_id = s.id)
  ), shops as (select count(distinct shop)::int as n from offer),
  goods as (select shop, count(*)::int as n from offer group by shop)
  insert into cart_line (id, cart_id, variant_id, quantity, selected, price_when_added)
  select gen_random_uuid(), c.id, o.id, 1, true, o.price
    from unnest($1::uuid[]) with ordinality as c(id, n) cross join shops cross join generate_series(0, 2) as line
    join goods g on g.shop = 1 + (c.n * 3 + line) % shops.n
    join offer o on o.shop = g.shop and o.nth = 1 + ((c.n * 3 + line) / shops.n + $2::int) % g.n`;

const TOTALS = `
  select l.cart_id, sum(l.price_when_added)::int as goods,
         sum(case when v.weight_grams <= 2000 then 2000 when v.weight_grams <= 7000 then 3000 else 5000 end)::int as fees
    from cart_line l join variant v on v.id = l.variant_id where l.cart_id = any($1::uuid[]) group by l.cart_id`;

/** Makes so many carts, each of a buyer of its own who is signed in, spread over the pickup points. */
export async function makeCarts(admin: pg.Client, count: number): Promise<ReadyCart[]> {
  const carts = Array.from({ length: count }, () => ({
    account: newKey(),
    device: newKey(),
    cart: newKey(),
    token: randomBytes(32).toString('base64url'),
  }));
  const keys = (name: 'account' | 'device' | 'cart'): string[] => carts.map((cart) => cart[name]);
  const before = await admin.query<{ n: number }>('select count(*)::int as n from account');
  const turn = before.rows[0]?.n ?? 0;
  await admin.query('begin');
  // Shelves and stocks that never run out: refusals are not what is measured.
  await admin.query('update stock set on_hand = 100000 where on_hand between 1 and 99999');
  await admin.query('update pickup_point set room_capacity = 100000000');
  await admin.query(
    `insert into account (id, phone, name, locale, is_demo, created_at)
     select id, '+62899' || lpad((n + $2::int)::text, 9, '0'), 'Pembeli', 'ID', true, now()
       from unnest($1::uuid[]) with ordinality as a(id, n)`,
    [keys('account'), turn],
  );
  await admin.query(
    `insert into device (id, account_id, token_hash, label, created_at, last_seen_at, expires_at)
     select id, account_id, hash, 'bench', now(), now(), now() + interval '30 days'
       from unnest($1::uuid[], $2::uuid[], $3::text[]) as d(id, account_id, hash)`,
    [keys('device'), keys('account'), carts.map(({ token }) => createHash('sha256').update(token).digest('hex'))],
  );
  await admin.query(
    `with point as (select id, row_number() over (order by id) as n, count(*) over () as points from pickup_point where is_active)
     insert into cart (id, account_id, pickup_point_id, stored_notices, created_at, updated_at)
     select c.id, c.account_id, point.id, '[]', now(), now()
       from unnest($1::uuid[], $2::uuid[]) with ordinality as c(id, account_id, n) join point on point.n = 1 + c.n % point.points`,
    [keys('cart'), keys('account')],
  );
  await admin.query(LINES, [keys('cart'), turn]);
  await admin.query('commit');
  await admin.query('analyze account, device, cart, cart_line');
  const totals = await admin.query<{ cart_id: string; goods: number; fees: number }>(TOTALS, [keys('cart')]);
  const byCart = new Map(totals.rows.map(({ cart_id, goods, fees }) => [cart_id, goods + fees]));
  return carts.map(({ cart, token }) => ({ cartId: globalId('Cart', cart), token, total: byCart.get(cart) ?? 0 }));
}
