import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type pg from 'pg';
import { v7 as newKey } from 'uuid';

interface Input {
  readonly cartId: string;
  readonly expectedTotal: number;
  readonly paymentMethod: string;
  readonly idempotencyKey: string;
}

const BUYER = `select account_id from device where token_hash = $1 and signed_out_at is null and expires_at > now()`;

const CART = `
  select c.pickup_point_id, v.id as variant_id, v.product_id, v.seller_id, p.title, v.name, v.sku, v.price, v.weight_grams, l.quantity,
         (select ph.hash from photo ph where ph.product_id = p.id and ph.position = 0) as photo_hash
    from cart c join cart_line l on l.cart_id = c.id join variant v on v.id = l.variant_id join product p on p.id = v.product_id
   where c.id = $1 and c.account_id = $2 and l.selected order by v.seller_id for update of c`;

const ORDER = `
  insert into orders (id, code, buyer_id, cart_id, pickup_point_id, payment_method, payment_status, fulfilment, goods_total, point_fee_total,
                      total, refund_due_total, refunded_total, collect_code, pin_version, idempotency_key, idempotency_input, placed_at, pay_by)
  values ($1, $2, $3, $4, $5, $6, 'AWAITING', 'OPEN', $7, $8, $9, 0, 0, $10, 1, $11, $12, $13, $14)`;

const PARCELS = `
  insert into parcel (id, code, order_id, order_code, buyer_id, seller_id, pickup_point_id, status, size, weight_grams, goods_total, point_fee,
                      total, commission, community_share, is_settled, refund_due, placed_at, moved_at)
  select id, code, $1, $2, $3, seller_id, $4, 'HELD', size, weight_grams, goods_total, point_fee, goods_total + point_fee,
         round(goods_total * 0.03), 0, false, 0, $5, $5
    from unnest($6::uuid[], $7::text[], $8::uuid[], $9::text[], $10::int[], $11::bigint[], $12::bigint[])
      as t(id, code, seller_id, size, weight_grams, goods_total, point_fee)`;

const LINES = `
  insert into order_line (id, parcel_id, product_id, variant_id, position, title, variant_name, sku, photo_hash, unit_price, quantity, total)
  select id, parcel_id, product_id, variant_id, 0, title, variant_name, sku, photo_hash, unit_price, quantity, unit_price * quantity
    from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::bigint[], $10::int[])
      as t(id, parcel_id, product_id, variant_id, title, variant_name, sku, photo_hash, unit_price, quantity)`;

const STOCK = `
  update stock s set reserved = s.reserved + t.quantity
    from (select st.variant_id, t.quantity from stock st join unnest($1::uuid[], $2::int[]) as t(variant_id, quantity)
            on t.variant_id = st.variant_id order by st.variant_id for no key update of st) t
   where s.variant_id = t.variant_id and s.on_hand - s.reserved >= t.quantity`;

const POINT = `update pickup_point set room_taken = room_taken + $1 where id = $2 and is_active and room_taken + $1 <= room_capacity`;

const EVENT = `insert into event (id, name, subject, facts, actor_id, at) values ($1, 'OrderPlaced', $2, $3, $4, $5)`;

const JOB = `select graphile_worker.add_job('payments.charge', $1::json, max_attempts => 12)`;

interface Line extends Readonly<Record<'variant_id' | 'product_id' | 'seller_id' | 'title' | 'name' | 'sku', string>> {
  readonly pickup_point_id: string;
  /** bigint, as text. */
  readonly price: string;
  readonly weight_grams: number;
  readonly quantity: number;
  readonly photo_hash: string | null;
}

/** An order of one line for each of three shops: one transaction, one statement for each table. */
export async function placeOrder(pool: pg.Pool, { input }: { input: Input }, request: IncomingMessage) {
  const token = request.headers.authorization?.slice('Bearer '.length) ?? '';
  const hash = createHash('sha256').update(token).digest('hex');
  const client = await pool.connect();
  const run = <Row extends object = object>(name: string, text: string, values: unknown[]) =>
    client.query<Row>({ name, text, values });
  try {
    const buyers = await run<{ account_id: string }>('buyer', BUYER, [hash]);
    const buyer = buyers.rows[0]?.account_id;
    const cartKey = Buffer.from(input.cartId, 'base64url').toString().slice('Cart:'.length);
    await client.query('begin');
    const { rows: lines } = await run<Line>('cart', CART, [cartKey, buyer]);
    const now = new Date();
    const [orderKey, code] = [newKey(), `BJ-${newCode(7)}`];
    const parcels = lines.map((line) => ({ ...line, key: newKey(), goods: Number(line.price) * line.quantity }));
    const sizes = parcels.map(({ weight_grams, quantity }) => sizeOf(weight_grams * quantity));
    const goods = parcels.reduce((sum, parcel) => sum + parcel.goods, 0);
    const fees = sizes.reduce((sum, { fee }) => sum + fee, 0);
    const point = lines[0]?.pickup_point_id;
    if (goods + fees !== input.expectedTotal) throw new Error('the price changed');
    const each = <Name extends keyof (typeof parcels)[number]>(name: Name) => parcels.map((parcel) => parcel[name]);
    await run('order', ORDER, [
      ...[orderKey, code, buyer, cartKey, point, input.paymentMethod, goods, fees, goods + fees, newCode(8)],
      ...[input.idempotencyKey, JSON.stringify(input), now, new Date(now.getTime() + 900_000)],
    ]);
    await run('parcels', PARCELS, [
      ...[orderKey, code, buyer, point, now, each('key'), parcels.map(() => `PK-${newCode(8)}`), each('seller_id')],
      ...[sizes.map(({ size }) => size), each('weight_grams'), each('goods'), sizes.map(({ fee }) => fee)],
    ]);
    await run('lines', LINES, [
      ...[parcels.map(() => newKey()), each('key'), each('product_id'), each('variant_id'), each('title')],
      ...[each('name'), each('sku'), each('photo_hash'), each('price'), each('quantity')],
    ]);
    const stock = await run('stock', STOCK, [each('variant_id'), each('quantity')]);
    if (stock.rowCount !== lines.length) throw new Error('out of stock');
    const room = await run('point', POINT, [parcels.length, point]);
    if (room.rowCount !== 1) throw new Error('the point is full');
    await run('event', EVENT, [newKey(), JSON.stringify({ orderKey, buyerKey: buyer }), '{}', buyer, now]);
    await run('job', JOB, [JSON.stringify({ orderKey })]);
    await client.query('commit');
    const id = Buffer.from(`Order:${orderKey}`).toString('base64url');
    return { placeOrder: { order: { id, code }, userErrors: [] } };
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

function sizeOf(weightGrams: number): { size: string; fee: number } {
  if (weightGrams <= 2000) return { size: 'SMALL', fee: 2000 };
  return weightGrams <= 7000 ? { size: 'MEDIUM', fee: 3000 } : { size: 'LARGE', fee: 5000 };
}

function newCode(letters: number): string {
  return [...randomBytes(letters)].map((byte) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[byte & 31]).join('');
}
