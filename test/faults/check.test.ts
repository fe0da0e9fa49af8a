import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPayoutBatch } from '../../api/ledger/payouts/make-batch.ts';
import { requestPayout } from '../../api/ledger/payouts/request-payout.ts';
import { answerDispute, type DisputeAnswered } from '../../api/orders/disputes/answer-dispute.ts';
import { openDispute } from '../../api/orders/disputes/open-dispute.ts';
import { OrderLine } from '../../api/orders/index.ts';
import { placeOrder } from '../../api/orders/place-order.ts';
import { giveGoodwill } from '../../api/orders/refunds/give-goodwill.ts';
import { refundLines } from '../../api/orders/refunds/refund-lines.ts';
import { globalId } from '../../api/platform/keys.ts';
import { bringToPoint, handOver, pay, sweep } from '../orders/journeys.ts';
import { parcelsOf } from '../orders/read-back.ts';
import { aCurator, type Person } from '../support/makers/accounts.ts';
import { aMarket, anOrder, type Market, orderOf } from '../support/makers/orders.ts';
import { enterAccount } from '../support/makers/payouts.ts';
import { aBuyerWith, aVoucher } from '../support/makers/vouchers.ts';
import { type MarketWorld, openMarketWorld } from '../support/market-world.ts';
import { INVARIANTS } from './check/check.ts';
import type { Evidence } from './check/evidence.ts';

const PIECES = 10;

let world: MarketWorld;
let client: pg.Client;
let market: Market;
let parcelKey: string;
let buyer: Person;
let curator: Person;
let lines: { lineId: string; quantity: number }[];
beforeAll(async () => {
  world = await openMarketWorld();
  client = new pg.Client({ connectionString: world.database.superuserUrl });
  await client.connect();
  market = await aMarket(world, { shops: 1, price: 100_000, stock: PIECES });
  const withCart = await aBuyerWith(world, market, await aVoucher(world, { limitTotal: 1 }), { quantity: 3 });
  buyer = withCart;
  const order = await placeOrder(world.context(buyer.actor), orderOf(withCart));
  await pay(world, order);
  const [parcel] = await parcelsOf(world, market, order);
  parcelKey = parcel!.key;
  const parcelId = globalId('Parcel', parcelKey);
  const seller = world.context(market.stalls[0]!.owner.actor);
  const line = await world.context().em.fork().findOneOrFail(OrderLine, { parcelKey });
  lines = [{ lineId: globalId('OrderLine', line.key), quantity: 1 }];
  const piece = () => refundLines(seller, { parcelId, lines, reason: 'Kurang', idempotencyKey: randomUUID() });
  await piece(); // one that the shop did not have
  await bringToPoint(world, market, order);
  await handOver(world, market, order);
  await piece(); // one that was collected
  curator = await aCurator(world);
  const gift = { parcelId, amount: 500, borneBy: 'MARKET', reason: 'Maaf', idempotencyKey: randomUUID() } as const;
  await giveGoodwill(world.context(curator.actor), gift);
});
beforeAll(async () => {
  await complain();
  await payOut();
});

/** The buyer complains about a piece that is left, and the shop gives in. */
async function complain(): Promise<void> {
  const about = { parcelId: globalId('Parcel', parcelKey), lines };
  const said = { text: 'Sobek', photoUploadIds: [], reason: 'DAMAGED', wish: 'ALL_BACK' } as const;
  const { key } = await openDispute(world.context(buyer.actor), { ...about, ...said, idempotencyKey: randomUUID() });
  const answer = { disputeId: globalId('Dispute', key), answer: 'ACCEPT', amount: null, text: '', photoUploadIds: [] };
  await answerDispute(world.context(market.stalls[0]!.owner.actor), answer as DisputeAnswered);
}

/** Another order is collected; what it brought is past complaint and on its way to the shop. */
async function payOut(): Promise<void> {
  const { order } = await anOrder(world, market);
  await pay(world, order);
  await bringToPoint(world, market, order);
  await handOver(world, market, order);
  const { seller, owner } = market.stalls[0]!;
  await enterAccount(world, { id: globalId('Seller', seller.key), owner });
  world.clock.advance(73 * 3600);
  await sweep(world);
  const wanted = { ownerId: globalId('Seller', seller.key), idempotencyKey: randomUUID() };
  await requestPayout(world.context(owner.actor), wanted);
  await createPayoutBatch(world.context(curator.actor), randomUUID());
}
afterAll(async () => {
  await client?.end();
  await world?.close();
});

/** What the checks find, after a change that no guard saw, which is undone. */
async function foundBy(id: keyof typeof INVARIANTS, change: string | null): Promise<string[]> {
  await client.query('begin');
  try {
    await client.query(`set local session_replication_role = replica`);
    for (const constraint of change === null ? [] : CONSTRAINTS) await client.query(constraint);
    if (change !== null) await client.query(change);
    const good = { variantKey: market.stalls[0]!.goods.variantKey, variantId: '', initial: PIECES };
    const evidence = {
      rows: async (text: string, values: unknown[] = []) => (await client.query(text, values)).rows,
      attempt: async () => 'refused',
      market: { shops: [{ good }] },
      charges: [...(await charges())],
      messages: [],
      log: [],
    } as unknown as Evidence;
    return await INVARIANTS[id]!(evidence);
  } finally {
    await client.query('rollback');
  }
}

/** The provider's own books. */
async function charges(): Promise<Evidence['charges']> {
  const state = (await (await fetch(`${world.midtrans.url}/__sim/state`)).json()) as {
    transactions: Evidence['charges'];
  };
  return state.transactions;
}

/** Checks of the database that would refuse what the checker is to find. */
const CONSTRAINTS = [
  'alter table order_line drop constraint order_line_refunded_within_total',
  'alter table order_line drop constraint order_line_refunded_within_quantity',
  'alter table parcel drop constraint parcel_refund_within_total',
  'alter table orders drop constraint orders_refunded_within_due',
  'alter table voucher drop constraint voucher_uses_within_limit',
];

describe('what the fault runs are held against knows refunds, complaints, payouts and vouchers', () => {
  test.each(['I4', 'I5', 'I6', 'I7', 'I10'])('%s finds nothing where nothing is wrong', async (id) => {
    expect(await foundBy(id, null)).toEqual([]);
  });

  test.each([
    ['I4', 'a missing piece is on sale again', `update stock set on_hand = on_hand + 1`],
    ['I4', 'it was not counted off', `delete from stock_movement where kind = 'WRITE_OFF'`],
    ['I5', 'a refund is not booked', `update ledger_transaction set effect = 'x' where effect like 'refund:%:2'`],
    ['I5', 'a refund is booked and was never promised', `delete from parcel_refund where number = 3`],
    ['I5', 'what is owed to buyers is not what waits', `delete from refund where effect like 'parcel:%:1'`],
    [
      'I5',
      'money of a shop is held for ever',
      `update ledger_transaction set effect = 'x' where effect like 'released:%'`,
    ],
    [
      'I5',
      'the fee of a point is held for ever',
      `delete from ledger_line l using ledger_transaction t, ledger_account a
        where t.id = l.transaction_id and t.effect like 'released:%' and a.id = l.account_id and a.kind like 'POINT_%'`,
    ],
    [
      'I5',
      'it was let go under a complaint',
      `update dispute set status = 'OPEN', due_by = now(), ended_at = null, refunded = null,
         parcel_id = (select p.id from parcel p join ledger_transaction t on t.effect = 'released:' || p.id limit 1)`,
    ],
    ['I5', 'a complaint came to something else', 'update dispute set refunded = refunded - 1'],
    ['I5', 'a payout was not set aside', `update ledger_transaction set effect = 'x' where effect like 'payout:%'`],
    ['I5', 'a payout is paid and the money is here', `update payout set status = 'PAID', ended_at = now()`],
    ['I5', 'a payout is over another sum', 'update payout set amount = amount + 1'],
    [
      'I10',
      'nobody is waited for',
      `update dispute set status = 'OFFERED', offer = 1, due_by = now(), ended_at = null`,
    ],
    [
      'I10',
      'a parcel lies at its point and nobody looks after it',
      `with lying as (update parcel set status = 'UNCOLLECTED'
         where id = (select id from parcel where status = 'COLLECTED' limit 1) returning pickup_point_id)
       update pickup_point set room_taken = room_taken + 1 where id in (select pickup_point_id from lying)`,
    ],
    ['I6', 'a line is refunded beyond its price', 'update order_line set refunded_total = total + 1'],
    ['I6', 'more pieces are refunded than there were', 'update order_line set refunded_quantity = quantity + 1'],
    ['I6', 'a line forgets a refund', 'update order_line set refunded_total = refunded_total - 1'],
    ['I6', 'a parcel forgets a refund', 'update parcel set refund_due = refund_due - 1'],
    ['I6', 'an order forgets a refund', 'update orders set refund_due_total = refund_due_total - 1'],
    ['I6', 'an order says that more went back', 'update orders set refunded_total = refunded_total + 1'],
    ['I6', 'a payment refunds another sum', `update refund set amount = amount + 1 where effect like 'parcel:%:2'`],
    ['I7', 'a use is counted twice', 'update voucher set uses = 2'],
    ['I7', 'a use is not counted', 'update voucher set uses = 0'],
    ['I7', 'an order has a discount of no voucher', 'delete from voucher_redemption'],
  ])('%s finds that %s', async (id, _, change) => {
    expect((await foundBy(id, change)).length).toBeGreaterThan(0);
  });
});
