import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changePaymentMethod } from '../../api/orders/change-payment-method.ts';
import type { Order } from '../../api/orders/index.ts';
import type { PaymentMethod } from '../../api/payments/index.ts';
import { globalId } from '../../api/platform/keys.ts';
import { endTrouble, settled } from '../payments/a-paid-payment.ts';
import { type Stage, stageAt } from '../payments/a-provider.ts';
import { aMarket, anOrder, type Market } from '../support/makers/orders.ts';
import { openWorld, type World } from '../support/world.ts';
import type { INVARIANTS } from './check/check.ts';
import { findings } from './findings.ts';

let world: World;
let client: pg.Client;
let stage: Stage;
let market: Market;
/** Of each two charges paid. The second was taken back; the first was; the second had gone back before the first was; neither was. */
let orders: Record<'second' | 'first' | 'all' | 'none', Order>;
beforeAll(async () => {
  world = await openWorld();
  client = new pg.Client({ connectionString: world.database.superuserUrl });
  await client.connect();
  stage = stageAt(world.midtrans.url);
  market = await aMarket(world, { shops: 1, stock: 500, room: 5_000, price: 10_000 });
});
beforeAll(async () => {
  const [second, first] = [await paidTwice('VA_BNI', 'VA_PERMATA'), await paidTwice('VA_PERMATA', 'VA_BNI')];
  orders = { second, first, all: await paidTwice('VA_PERMATA', 'QRIS'), none: await paidTwice('VA_BNI', 'QRIS') };
}, 120_000);
beforeAll(async () => {
  await takeBack(`${orders.second.code}-a2`);
  await takeBack(`${orders.first.code}-a1`);
  await takeBack(`${orders.all.code}-a1`);
});
afterAll(async () => {
  await client?.end();
  await world?.close();
});

/** The provider cannot call a charge off, so that it can be paid still. */
const UNCHANGEABLE = { status_code: '412', status_message: 'Merchant cannot modify the status of the transaction' };

async function paidTwice(first: PaymentMethod, second: PaymentMethod): Promise<Order> {
  const { order, buyer } = await anOrder(world, market, { paymentMethod: first });
  await settled(world);
  await stage.control('faults', { route: 'cancel', kind: 'answer', status: 200, body: UNCHANGEABLE, times: 0 });
  const wanted = { orderId: globalId('Order', order.key), paymentMethod: second, idempotencyKey: order.key };
  await changePaymentMethod(world.context(buyer.actor), wanted);
  await settled(world);
  for (const attempt of [1, 2]) {
    await stage.control('pay', { id: `${order.code}-a${attempt}` });
    await settled(world);
  }
  await endTrouble(world);
  return order;
}

async function takeBack(id: string): Promise<void> {
  await stage.control('reverse', { id });
  await settled(world);
}

/** What an invariant finds after a change that no guard saw, which is undone. */
function foundBy(id: keyof typeof INVARIANTS, change: string | null): Promise<string[]> {
  const good = { variantKey: market.stalls[0]!.goods.variantKey, variantId: '', initial: 500 };
  return findings({ client, good, midtransUrl: world.midtrans.url }, id, change);
}

const ofOrder = (which: keyof typeof orders) => `(select id from payment where reference = '${orders[which].key}')`;
const chargeOf = (which: keyof typeof orders, attempt: number) =>
  `(select id from payment_attempt where provider_order_id = '${orders[which].code}-a${attempt}')`;
const wayBack = (which: keyof typeof orders) => `where payment_id = ${ofOrder(which)} and effect like 'overpaid:%'`;

describe('what the fault runs are held against knows orders that were paid twice, of which a bank takes one charge back', () => {
  test.each(['I1', 'I2', 'I3', 'I4', 'I5', 'I6'])('%s finds nothing where nothing is wrong', async (id) => {
    expect(await foundBy(id, null)).toEqual([]);
  });

  test('each of the ways is there', async () => {
    const { rows } = await client.query(
      `select o.payment_status as status, p.reversed_total::int / p.amount::int as lost, r.status as way
         from orders o join payment p on p.reference = o.id join refund r on r.payment_id = p.id order by o.placed_at, o.id`,
    );
    expect(rows).toEqual([
      { status: 'PAID', lost: 1, way: 'FAILED' },
      { status: 'PAID', lost: 1, way: 'FAILED' },
      { status: 'REVERSED', lost: 1, way: 'SENT' },
      { status: 'PAID', lost: 0, way: 'SENT' },
    ]);
  });

  test.each([
    ['the charge that pays in the place of the other goes back all the same', 'first', 'TASK', ['I2', 'I5']],
    ['what a bank took back is to be sent to the buyer as well', 'second', 'TASK', ['I5', 'I6']],
    ['what a bank took back was sent to the buyer as well', 'second', 'DONE', ['I6']],
  ] as const)('it is found that %s', async (_, which, status, ids) => {
    const done =
      status === 'DONE' ? `, sent_at = now() + interval '10 years', done_at = now(), sent_by = 'TRANSFER'` : '';
    const change = `update refund set status = '${status}'${done} ${wayBack(which)}`;
    for (const id of ids) expect([id, await foundBy(id, change)]).not.toEqual([id, []]);
  });

  test('I2 finds an order whose other charge did not take the place of the one that was taken back', async () => {
    expect(
      await foundBy('I2', `update payment_attempt set settled_amount = 0 where id = ${chargeOf('first', 2)}`),
    ).toHaveLength(1);
    expect(
      await foundBy('I2', `update orders set payment_status = 'PAID' where id = '${orders.all.key}'`),
    ).toHaveLength(1);
    expect(
      await foundBy('I1', `update orders set payment_status = 'REVERSED' where id = '${orders.first.key}'`),
    ).not.toEqual([]);
  });

  test('I3 finds a third charge that was paid, of which none goes back', async () => {
    expect(await foundBy('I3', `update refund set status = 'FAILED' ${wayBack('none')}`)).toHaveLength(1);
  });

  test('I5 finds a reversal that is not booked under its charge, and a promise that it did not call off', async () => {
    const effect = `reversed:' || ${chargeOf('second', 2)}`;
    const unbooked = await foundBy('I5', `update ledger_transaction set effect = 'x' where effect = '${effect}`);
    expect(unbooked.join()).toMatch(/\d+ were taken back, 0 are booked as reversed/);
    const kept = `update ledger_line l set amount = l.amount + case a.kind when 'REFUND_DUE' then -1 else 1 end
      from ledger_transaction t, ledger_account a where t.id = l.transaction_id and a.id = l.account_id
       and a.kind in ('REFUND_DUE', 'PROVIDER_CLEARING') and t.effect = '${effect}`;
    expect((await foundBy('I5', kept)).join()).toMatch(/are owed by the ledger, refunds of 0 wait/);
  });

  test.each([
    ['none of it', 'second', 'reversed_total = 0', /banks took \d+ back, of which 0 had gone at most; 0 are said/],
    ['more than that', 'second', 'reversed_total = amount + 1', /are said to be taken back, charges say/],
    ['something that no bank took', 'none', 'reversed_total = 1', /1 are said to be taken back, charges say 0/],
    [
      'so much that refunds exceed it',
      'none',
      'reversed_total = amount + 1',
      /refunded and \d+ taken back by banks, of/,
    ],
  ] as const)('I6 finds a payment that says that %s is lost to a bank', async (_, which, said, sentence) => {
    const change = `update payment set ${said} where id = ${ofOrder(which)}`;
    expect((await foundBy('I6', change)).join('\n')).toMatch(sentence);
  });

  test('I6 finds that no person was told of one of two charges', async () => {
    const forgotten = `update task set once = 'x' || id where once = 'payment-reversed:' || ${chargeOf('first', 1)}`;
    expect(await foundBy('I6', forgotten)).toEqual([expect.stringMatching(/-a1: .*no task tells of it/)]);
  });

  test('I5 leaves a refund to a person who was told that it went out while it was called off', async () => {
    const off = `update refund set status = 'FAILED', sent_at = null, sent_by = null ${wayBack('none')}`;
    const ledger = `delete from ledger_line where transaction_id in (select t.id from ledger_transaction t join refund r on t.effect = 'refund-sent:' || r.id
       where r.payment_id = ${ofOrder('none')})`;
    const sent = (sentences: readonly string[]) => sentences.filter((each) => each.includes('the provider sent'));
    expect(sent(await foundBy('I5', `${off};${ledger}`))).toHaveLength(1);
    const told = `insert into task (id, kind, title, detail, amount, subject, once, created_at)
      select gen_random_uuid(), 'PAYMENT_MISMATCH', '', '', amount, '{}', 'refund-unknown:' || attempt_id || ':' || refund_key, now() from refund ${wayBack('none')}`;
    expect(sent(await foundBy('I5', `${off};${ledger};${told}`))).toEqual([]);
  });
});
