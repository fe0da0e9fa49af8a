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
import { bringToPoint, handOver, pay, reverse, sweep } from '../orders/journeys.ts';
import { parcelsOf } from '../orders/read-back.ts';
import { aCurator, type Person } from '../support/makers/accounts.ts';
import { aMarket, anOrder, type Market, orderOf } from '../support/makers/orders.ts';
import { enterAccount } from '../support/makers/payouts.ts';
import { aBuyerWith, aVoucher } from '../support/makers/vouchers.ts';
import { type MarketWorld, openMarketWorld } from '../support/market-world.ts';
import type { INVARIANTS } from './check/check.ts';
import type { Evidence, ReceivedMessage } from './check/evidence.ts';
import { findings, type Seen } from './findings.ts';

const PIECES = 10;

let world: MarketWorld;
let client: pg.Client;
let market: Market;
let parcelKey: string;
let buyer: Person;
let curator: Person;
let lines: { lineId: string; quantity: number }[];
let takenBack: { code: string };
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
  takenBack = await takeBack();
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

/** A third is paid, and the payer's bank takes the money back. */
async function takeBack(): Promise<{ code: string }> {
  const { order } = await anOrder(world, market);
  await pay(world, order);
  await reverse(world, order, 'chargeback');
  return order;
}
afterAll(async () => {
  await client?.end();
  await world?.close();
});

/** What the checks find, after a change that no guard saw, which is undone. */
function foundBy(id: keyof typeof INVARIANTS, change: string | null, seen: Seen = {}): Promise<string[]> {
  const variant = { variantKey: market.stalls[0]!.goods.variantKey, variantId: '', initial: PIECES };
  return findings({ client, good: variant, midtransUrl: world.midtrans.url }, id, change, seen);
}

/** A task about the money of all payments. */
const task = (kind: string, amount = 'p.amount'): string =>
  `insert into task (id, kind, title, detail, amount, subject, once, created_at)
   select gen_random_uuid(), '${kind}', '', '', ${amount}, jsonb_build_object('paymentKey', p.id, 'orderKey', p.reference), p.id, now() from payment p`;
const UNPAID = `update orders set payment_status = 'EXPIRED'`;

describe('what the fault runs are held against knows refunds, complaints and payouts', () => {
  test.each(['I1', 'I2', 'I3', 'I4', 'I5', 'I6', 'I10'])('%s finds nothing where nothing is wrong', async (id) => {
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
  ])('%s finds that %s', async (id, _, change) => {
    expect((await foundBy(id, change)).length).toBeGreaterThan(0);
  });

  test.each([
    [
      'a charge that was taken back is not booked',
      `update ledger_transaction set effect = 'x' where effect like 'reversed%'`,
      [/: \d+ were taken back, 0 are booked as reversed/, /the provider lost \d+ to banks, the ledger says 0/],
    ],
    [
      'a charge is booked as taken back and stands',
      `update payment_attempt set status = 'SETTLED' where status = 'REVERSED'`,
      [/: 0 were taken back, \d+ are booked as reversed/],
    ],
  ])('I5 finds that %s', async (_, change, sentences) => {
    const found = await foundBy('I5', change);
    expect(found).toEqual(expect.arrayContaining(sentences.map((each) => expect.stringMatching(each))));
  });
});

describe('what the fault runs are held against knows money that comes, and what is told', () => {
  test.each([
    ['an order is not paid here', UNPAID],
    ['a charge is not settled here', 'update payment_attempt set settled_amount = 0'],
    ['a charge is nobody\u2019s', `update payment_attempt set provider_order_id = 'x' || provider_order_id`],
    ['only another matter has a task', `${UNPAID}; ${task('LOST_PARCEL')}`],
    ['only less money has a task', `${UNPAID}; ${task('REFUND_BY_TRANSFER', 'p.amount - 1')}`],
    [
      'only money of other payments has a task',
      `${UNPAID}; ${task('RECONCILIATION').replaceAll('p.id', 'p.reference')}`,
    ],
    ['its task is done', `${UNPAID}; ${task('PAYMENT_MISMATCH')}; update task set done_at = now()`],
    [
      'money that came twice does not go back',
      `update refund set effect = 'overpaid:' || (select id from payment_attempt a where a.payment_id = refund.payment_id limit 1), status = 'FAILED' where effect like 'parcel:%:1'`,
    ],
  ])('I1 finds that %s', async (_, change) => {
    expect((await foundBy('I1', change)).length).toBeGreaterThan(0);
  });

  test.each(['PAYMENT_MISMATCH', 'RECONCILIATION', 'REFUND_BY_TRANSFER'])(
    'I1 leaves money to a person who has a task of kind %s about it',
    async (kind) => {
      expect(await foundBy('I1', `${UNPAID}; ${task(kind)}`)).toEqual([]);
    },
  );

  test('I2 finds an order that nothing, another sum, or money twice has paid', async () => {
    expect(await foundBy('I2', 'update payment_attempt set settled_amount = 0')).not.toEqual([]);
    expect(await foundBy('I2', 'update orders set total = total + 1')).not.toEqual([]);
    const again = `insert into payment_attempt select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'number', 2,
        'provider_order_id', 'again-' || a.provider_order_id, 'provider_transaction_id', null))).* from payment_attempt a`;
    expect(await foundBy('I2', again)).not.toEqual([]);
    expect(await foundBy('I2', null, { books: (all) => all.map((each) => ({ ...each, grossAmount: 1 })) })).not.toEqual(
      [],
    );
  });

  test('I3 finds a charge that can be paid still, one paid twice, and one of nobody', async () => {
    const more = (change: object) => (all: Evidence['charges']) =>
      all.concat(
        all.filter(({ orderId }) => orderId !== `${takenBack.code}-a1`).map((each) => ({ ...each, ...change })),
      );
    expect(await foundBy('I3', null, { books: more({ status: 'pending' }) })).not.toEqual([]);
    expect(await foundBy('I3', null, { books: more({ status: 'settlement' }) })).not.toEqual([]);
    expect(await foundBy('I3', null, { books: more({ status: 'expire', settledAt: undefined }) })).toEqual([]);
    expect(await foundBy('I3', null, { books: more({ orderId: 'BJ-NOBODY-a1', status: 'expire' }) })).not.toEqual([]);
  });

  /** Sentences that are not there without the change: on this stage no messages are sent. */
  async function newIn(change: string, seen: Seen = {}): Promise<string[]> {
    const before = new Set(await foundBy('I9', null, {}));
    return (await foundBy('I9', change, seen)).filter((sentence) => !before.has(sentence));
  }

  const MESSAGE = `insert into message select (jsonb_populate_record(null::message, jsonb_build_object(
    'id', '00000000-0000-4000-8000-000000000001', 'event_id', gen_random_uuid(), 'account_id', (select id from account limit 1), 'language', 'id',
    'template', 'x', 'values', '{}'::jsonb, 'once', 'x', 'parcel_ids', '[]'::jsonb, 'status', 'SENT', 'attempts', 1, 'created_at', now(), 'next_attempt_at', now(), 'provider_id', 'w'))).*`;
  const arrived = (times: number): readonly ReceivedMessage[] =>
    Array.from(
      { length: times },
      () =>
        ({
          ...{ from: 'business', number: '62811', callbackData: '00000000-0000-4000-8000-000000000001' },
        }) as const,
    );

  test.each([
    [
      'a job was given up',
      `select graphile_worker.add_job('left', '{}'); update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'broken'`,
      /job left/,
    ],
    [
      'a job is held for ever',
      `select graphile_worker.add_job('held', '{}'); update graphile_worker._private_jobs set locked_at = now() - interval '2 minutes', locked_by = 'dead'`,
      /job held/,
    ],
    ['a refund was not sent', `update refund set id = gen_random_uuid(), status = 'DUE'`, /^refund .* is DUE/],
    [
      'an event was told to nobody',
      `update event set id = gen_random_uuid() where name = 'ParcelStarted'; delete from message`,
      /told to nobody/,
    ],
  ])('I9 finds that %s', async (_, change, sentence) => {
    expect(await newIn(change)).toContainEqual(expect.stringMatching(sentence));
  });

  test('I9 finds a message that waits, that came more often than it was tried, or never', async () => {
    expect(await newIn(MESSAGE, { messages: arrived(1) })).toEqual([]);
    expect(await newIn(MESSAGE, { messages: arrived(2) })).toEqual([expect.stringMatching(/arrived 2 times in 1/)]);
    const other = [{ from: 'business', number: '62811', callbackData: 'another' }] as const;
    expect(await newIn(MESSAGE, { messages: other })).toEqual([expect.stringMatching(/never arrived/)]);
    expect(await newIn(`${MESSAGE}; update message set status = 'QUEUED'`)).toContainEqual(
      expect.stringMatching(/is QUEUED/),
    );
  });
});
