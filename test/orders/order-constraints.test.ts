import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Order, Parcel } from '../../api/orders/index.ts';
import { brokenConstraint } from '../../api/platform/database/transaction.ts';
import { newKey } from '../../api/platform/keys.ts';
import { aMarket, anOrder } from '../support/makers/orders.ts';
import { aSeller } from '../support/makers/sellers.ts';
import { type MarketWorld, openMarketWorld } from '../support/market-world.ts';
import { parcelsOf } from './read-back.ts';

let world: MarketWorld;
let order: Order;
let parcel: Parcel;
beforeAll(async () => {
  world = await openMarketWorld();
  const market = await aMarket(world, { shops: 2 });
  ({ order } = await anOrder(world, market));
  parcel = (await parcelsOf(world, market, order))[0]!;
});
afterAll(() => world.close());

/** The constraint that a statement breaks. */
const broken = (sql: string, values: unknown[]): Promise<unknown> =>
  world
    .context()
    .read.rows(sql, values)
    .then(() => 'nothing', brokenConstraint);

/** The constraint that a copy of a row breaks, with some columns changed. */
const brokenByCopy = (table: string, key: string, change: Record<string, unknown>): Promise<unknown> =>
  broken(`insert into ${table} select (jsonb_populate_record(t, $2::jsonb)).* from ${table} t where id = $1`, [
    key,
    JSON.stringify({ id: newKey(), ...change }),
  ]);

describe('the database refuses an order', () => {
  test.each([
    [{ total: 1 }, 'orders_total_is_the_sum'],
    [{ goods_total: 0, total: 4_000 }, 'orders_goods_positive'],
    [{ point_fee_total: -1, total: 24_999 }, 'orders_point_fee_not_negative'],
    [{ goods_total: '9000000000000001', point_fee_total: 0, total: '9000000000000001' }, 'orders_total_limit'],
    [{ discount_total: -1, total: 29_001 }, 'orders_discount_not_negative'],
    [{ discount_total: 1_000, total: 28_000 }, 'orders_discount_by_voucher'],
    [{ refunded_total: 1 }, 'orders_refunded_within_due'],
    [{ refund_due_total: 29_001 }, 'orders_refunded_within_due'],
    [{ payment_status: 'DUE_AT_POINT' }, 'orders_cash_is_due_at_point'],
    [{ pay_by: null }, 'orders_pay_by_unless_cash'],
    [{ payment_method: 'BARTER' }, 'orders_payment_method_check'],
    [{ fulfilment: 'LOST' }, 'orders_fulfilment_check'],
    [{ code: 'BJ-OTHER', collect_code: 'OTHER' }, 'orders_idempotency_once'],
    [{ collect_code: 'OTHER', idempotency_key: 'other' }, 'orders_code_once'],
    [{ code: 'BJ-OTHER', idempotency_key: 'other' }, 'orders_collect_code_once'],
    [{ idempotency_key: 'k'.repeat(201) }, 'orders_idempotency_key_length'],
    [{ payment_status: 'PAID' }, 'orders_payment_status_moves_by_table'],
  ] as const)('with %j', async (change, constraint) => {
    const fresh = constraint.endsWith('_once')
      ? {}
      : { code: `BJ-${newKey()}`, collect_code: newKey(), idempotency_key: newKey() };
    expect(await brokenByCopy('orders', order.key, { ...fresh, ...change })).toBe(constraint);
  });

  test('of a buyer who is not there', async () => {
    const change = { code: 'BJ-X', collect_code: 'X', idempotency_key: 'x', buyer_id: newKey() };
    expect(await brokenByCopy('orders', order.key, change)).toMatch(/buyer_id/);
  });
});

describe('the database refuses a parcel', () => {
  test.each([
    [{ total: 1 }, 'parcel_total_is_the_sum'],
    [{ goods_total: 0, total: 2_000 }, 'parcel_goods_positive'],
    [{ point_fee: -1, total: 12_499 }, 'parcel_point_fee_not_negative'],
    [{ goods_discount: 12_501, total: 1_999 }, 'parcel_discounts_within_goods'],
    [{ fee_discount: 2_001, total: 12_499 }, 'parcel_fee_discount_within_fee'],
    [{ goods_discount: 500, seller_discount: 501, total: 14_000 }, 'parcel_seller_bears_a_part'],
    [{ commission: 99_999 }, 'parcel_shares_within_goods'],
    [{ community_share: 376 }, 'parcel_shares_within_goods'],
    [{ refund_due: 14_501 }, 'parcel_refund_within_total'],
    [{ size: 'HUGE' }, 'parcel_size_check'],
    [{ code: 'PK-OTHER' }, 'parcel_once_per_order_and_seller'],
  ] as const)('with %j', async (change, constraint) => {
    expect(await brokenByCopy('parcel', parcel.key, { code: `PK-${newKey()}`, ...change })).toBe(constraint);
  });

  test('whose code is taken', async () => {
    const { seller } = await aSeller(world);
    expect(await brokenByCopy('parcel', parcel.key, { seller_id: seller.key })).toBe('parcel_code_once');
  });

  test('that is rejected without a reason', async () => {
    await world.context().read.rows(`update parcel set status = 'WAITING' where id = $1`, [parcel.key]);
    expect(await broken(`update parcel set status = 'REJECTED' where id = $1`, [parcel.key])).toBe(
      'parcel_reject_has_reason',
    );
  });
});

describe('rule 6: what was sold is never changed', () => {
  test.each(['goods_total = goods_total + 1, total = total + 1', 'commission = 0', 'seller_id = buyer_id'])(
    'a parcel, with %s',
    async (set) => {
      expect(await broken(`update parcel set ${set} where id = $1`, [parcel.key])).toBe('sale_is_frozen');
    },
  );

  test('nor a line of it', async () => {
    expect(await broken('update order_line set quantity = 2 where parcel_id = $1', [parcel.key])).toBe(
      'sale_is_frozen',
    );
    expect(await broken('delete from order_line where parcel_id = $1', [parcel.key])).toBe('sale_is_frozen');
  });

  test('a line sums up, and has at least one piece at a price', async () => {
    const [line] = await world
      .context()
      .read.rows<{ id: string }>('select id from order_line where parcel_id = $1', [parcel.key]);
    expect(await brokenByCopy('order_line', line!.id, { total: 1 })).toBe('order_line_total_is_the_product');
    expect(await brokenByCopy('order_line', line!.id, { quantity: 0, total: 0 })).toBe('order_line_quantity');
    expect(await brokenByCopy('order_line', line!.id, { unit_price: 0, total: 0 })).toBe('order_line_price_positive');
  });

  test('a timer does not fire before its time', async () => {
    const early = `update timer set fired_at = due_at - interval '1 second' where order_id = $1`;
    expect(await broken(early, [order.key])).toBe('timer_fires_when_due');
  });
});
