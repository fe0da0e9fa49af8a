import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { returnParcel } from '../../api/orders/counter.ts';
import type { Order } from '../../api/orders/index.ts';
import { placeOrder } from '../../api/orders/place-order.ts';
import { giveGoodwill } from '../../api/orders/refunds/give-goodwill.ts';
import { globalId, newKey } from '../../api/platform/keys.ts';
import { bringToPoint, handOver, pay, sweep } from '../orders/journeys.ts';
import { parcelsOf } from '../orders/read-back.ts';
import { aCurator } from '../support/makers/accounts.ts';
import { aBuyer, aMarket, type Market, orderOf } from '../support/makers/orders.ts';
import { aBuyerWith, aVoucher } from '../support/makers/vouchers.ts';
import { type MarketWorld, openMarketWorld } from '../support/market-world.ts';
import { findings } from './findings.ts';

let world: MarketWorld;
let client: pg.Client;
let market: Market;
beforeAll(async () => {
  world = await openMarketWorld();
  client = new pg.Client({ connectionString: world.database.superuserUrl });
  await client.connect();
  market = await aMarket(world, { shops: 1, price: 100_000, stock: 50 });
});
afterAll(async () => {
  await client?.end();
  await world?.close();
});

const COMMUNITY = `
  with community as (
    insert into community (id, slug, name, site_url, founder_id, idempotency_key, input_hash, created_at)
    values ($1::uuid, $1::text, 'Ibu-ibu RW 5', 'https://rw5.example', $2, $1, '', now()) returning id
  ), widget as (
    insert into widget (id, community_id, title, publishable_key, allowed_origins, seller_ids, idempotency_key, input_hash, created_at)
    select id, id, 'Toko', 'pk_' || id, '{https://rw5.example}', '{}', $1, '', now() from community returning id
  )
  update cart set widget_id = widget.id from widget where account_id = $2`;

/** A paid order that came by the site of a community, at the point. */
async function ofCommunity(): Promise<Order> {
  const buyer = await aBuyer(world, market);
  await client.query(COMMUNITY, [newKey(), buyer.account.key]);
  return atPoint(await placeOrder(world.context(buyer.actor), orderOf(buyer)));
}

/** A paid order at the point of which a voucher pays all the goods. */
async function givenAway(): Promise<Order> {
  const voucher = await aVoucher(world, { kind: 'PERCENTAGE', percent: 100 });
  const buyer = await aBuyerWith(world, market, voucher, { discount: 100_000 });
  return atPoint(await placeOrder(world.context(buyer.actor), orderOf(buyer)));
}

async function atPoint(order: Order): Promise<Order> {
  await pay(world, order);
  await bringToPoint(world, market, order);
  return order;
}

/** Nobody collects them in time, and the point sends them back. */
async function sendBack(orders: readonly Order[]): Promise<void> {
  await world.advance(4 * 24 * 3600);
  await sweep(world);
  for (const order of orders)
    for (const { code: parcelCode } of await parcelsOf(world, market, order))
      await returnParcel(world.context(market.operator.actor), { pointId: market.pointId, parcelCode });
}

async function beKind(order: Order, borneBy: 'SELLER' | 'POINT' | 'MARKET'): Promise<void> {
  const [parcel] = await parcelsOf(world, market, order);
  const given = { parcelId: globalId('Parcel', parcel!.key), amount: 500, borneBy, reason: 'Maaf' } as const;
  const curator = await aCurator(world);
  await giveGoodwill(world.context(curator.actor), { ...given, idempotencyKey: randomUUID() });
}

/** What I5 finds after a change that no guard saw, which is undone. */
function found(change: string | null): Promise<string[]> {
  const good = { variantKey: market.stalls[0]!.goods.variantKey, variantId: '', initial: 50 };
  return findings({ client, good, midtransUrl: world.midtrans.url }, 'I5', change);
}

test("I5 finds nothing in parcels that went back, in what a curator gave at anybody's cost, and in the part of a community", async () => {
  await sendBack([await ofCommunity(), await givenAway()]);
  for (const borneBy of ['SELLER', 'POINT', 'MARKET'] as const) {
    const order = await ofCommunity();
    await handOver(world, market, order);
    await beKind(order, borneBy);
  }
  expect(await found(null)).toEqual([]);
  world.clock.advance(73 * 3600);
  await sweep(world);
  expect(await found(null)).toEqual([]);
  const { rows } = await client.query(
    `select count(*) filter (where effect ~ '^undone:')::int as undone, count(*) filter (where effect ~ '^released:')::int as released,
            (select count(distinct owner_id)::int from ledger_account where kind = 'COMMUNITY_PAYABLE') as communities,
            (select count(*)::int from parcel where status = 'RETURNED') as returned from ledger_transaction`,
  );
  expect(rows).toEqual([{ undone: 1, released: 5, communities: 3, returned: 2 }]);
  const kept = `update ledger_line l set amount = l.amount + case a.kind when 'COMMUNITY_HELD' then -10 else 10 end
     from ledger_transaction t, ledger_account a where t.id = l.transaction_id and a.id = l.account_id
      and a.kind in ('COMMUNITY_HELD', 'COMMUNITY_PAYABLE') and t.effect like 'released:%'`;
  expect((await found(kept)).join()).toMatch(/were left of COMMUNITY_HELD\S+, \d+ are released/);
}, 120_000);
