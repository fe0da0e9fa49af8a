import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { placeOrder } from '../../api/orders/place-order.ts';
import { aMarket, type Market, orderOf } from '../support/makers/orders.ts';
import { aBuyerWith, aVoucher } from '../support/makers/vouchers.ts';
import { type MarketWorld, openMarketWorld } from '../support/market-world.ts';
import { findings } from './findings.ts';

const PIECES = 10;

let world: MarketWorld;
let client: pg.Client;
let market: Market;
beforeAll(async () => {
  world = await openMarketWorld();
  client = new pg.Client({ connectionString: world.database.superuserUrl });
  await client.connect();
  market = await aMarket(world, { shops: 1, price: 100_000, stock: PIECES });
  const buyer = await aBuyerWith(world, market, await aVoucher(world, { limitTotal: 1 }), { quantity: 3 });
  await placeOrder(world.context(buyer.actor), orderOf(buyer));
});
afterAll(async () => {
  await client?.end();
  await world?.close();
});

/** What I7 finds after a change that no guard saw, which is undone. */
function found(change: string | null): Promise<string[]> {
  const good = { variantKey: market.stalls[0]!.goods.variantKey, variantId: '', initial: PIECES };
  return findings({ client, good, midtransUrl: world.midtrans.url }, 'I7', change);
}

describe('I7: what the fault runs are held against knows the uses of vouchers', () => {
  test('finds nothing where nothing is wrong', async () => {
    expect(await found(null)).toEqual([]);
  });

  test.each([
    ['a use is counted twice', 'update voucher set uses = 2'],
    ['a use is not counted', 'update voucher set uses = 0'],
    ['an order has a discount of no voucher', 'delete from voucher_redemption'],
    [
      'the count of a period is not its uses',
      `insert into voucher_period_count select id, '2026-11-01', 1 from voucher`,
    ],
    [
      'a use of a period is not counted in it',
      `update voucher set limit_in_period = 5; update voucher_redemption set period_start = '2026-11-01'`,
    ],
  ])('finds that %s', async (_, change) => {
    expect((await found(change)).length).toBeGreaterThan(0);
  });

  test.each([
    ['by all', 'update voucher set limit_total = 0', / 1 uses of 0/],
    ['by one buyer', 'update voucher set limit_per_buyer = 0', /of one buyer: 1 uses of 0/],
    [
      'in one period',
      `update voucher set limit_per_period = 0; update voucher_redemption set period_start = '2026-11-23'`,
      /of one buyer in 2026-11-23: 1 uses of 0/,
    ],
    [
      'by all in one period',
      `update voucher set limit_in_period = 0; update voucher_redemption set period_start = '2026-11-01';
       insert into voucher_period_count select voucher_id, period_start, 1 from voucher_redemption`,
      /X\w+ in 2026-11-01: 1 uses of 0/,
    ],
  ])('finds that a voucher is used too often %s', async (_, change, sentence) => {
    expect(await found(change)).toEqual([expect.stringMatching(sentence)]);
  });
});
