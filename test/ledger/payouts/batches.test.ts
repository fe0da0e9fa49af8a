import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { csvLine } from '../../../api/ledger/csv-line.ts';
import { post } from '../../../api/ledger/index.ts';
import { createPayoutBatch } from '../../../api/ledger/payouts/make-batch.ts';
import { movePayout } from '../../../api/ledger/payouts/move-payout.ts';
import { Payout } from '../../../api/ledger/payouts/payout.ts';
import {
  PAYOUT_TRANSITIONS,
  PayoutStatus,
  type PayoutTransitionName,
} from '../../../api/ledger/payouts/payout-transitions.ts';
import { readPayoutResults } from '../../../api/ledger/payouts/read-results.ts';
import { PayoutResult, recordPayoutResults } from '../../../api/ledger/payouts/record-results.ts';
import { requestPayout } from '../../../api/ledger/payouts/request-payout.ts';
import { setBankAccount } from '../../../api/ledger/payouts/set-bank-account.ts';
import { inTransaction } from '../../../api/platform/database/transaction.ts';
import { globalId } from '../../../api/platform/keys.ts';
import { suspendSeller, verifySeller } from '../../../api/sellers/judge-seller.ts';
import { expectRefusal } from '../../support/expect-refusal.ts';
import type { Person } from '../../support/makers/accounts.ts';
import { aPickupPoint } from '../../support/makers/orders.ts';
import { aBatch, aCurator, anEarner, ask, type Earner, earn } from '../../support/makers/payouts.ts';
import { type MarketWorld, openMarketWorld } from '../../support/market-world.ts';
import { letThemMeet } from '../../support/rival.ts';
import { books } from './books.ts';

let world: MarketWorld;
let curator: Person;
beforeAll(async () => {
  world = await openMarketWorld();
  curator = await aCurator(world);
});
afterAll(() => world.close());

const read = (key: string): Promise<Payout> => world.context().em.fork().findOneOrFail(Payout, { key });
const say = (batchId: string, payoutId: string, result: keyof typeof PayoutResult, reason = 'Rekening tutup') =>
  recordPayoutResults(world.context(curator.actor), batchId, [{ payoutId, result: PayoutResult[result], reason }]);

/** A payout in a batch of its own. */
async function batched(amount = 60_000): Promise<{ shop: Earner; payout: Payout; batchId: string; bank: number }> {
  const shop = await anEarner(world, amount);
  const payout = await ask(world, shop);
  const { id } = await aBatch(world, curator);
  return { shop, payout, batchId: id, bank: (await books(world, shop.money)).bank };
}

describe('a batch', () => {
  test('takes what waits, once, in the order in which it was asked for', async () => {
    const shops = [await anEarner(world, 60_000), await anEarner(world, 70_000)];
    for (const shop of shops) {
      await ask(world, shop);
      world.clock.advance(1);
    }
    const made = await Promise.all(
      Array.from({ length: 8 }, () => createPayoutBatch(world.context(curator.actor), 'of-two')),
    );
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect(made[0]).toMatchObject({ size: 2, total: 130_000 });
    expect(made[0]?.code).toMatch(/^CAIR-\d{8}-1$/);
    const lines = await world
      .context()
      .em.fork()
      .find(Payout, { batchKey: made[0]!.key }, { orderBy: { lineNumber: 1 } });
    expect(lines.map(({ ownerKey, lineNumber, status }) => [ownerKey, lineNumber, status])).toEqual(
      shops.map(({ seller }, at) => [seller.key, at + 1, 'IN_BATCH']),
    );
    await expectRefusal(createPayoutBatch(world.context(curator.actor), randomUUID()), 'NOTHING_WAITS');
  });

  test('of one key is one, also when four have looked for it before the first is written', async () => {
    await ask(world, await anEarner(world, 60_000));
    const make = () => createPayoutBatch(world.context(curator.actor), 'of-four');
    const made = await letThemMeet(world, 'payout_batch', [make, make, make, make]);
    expect(new Set(made.map((each) => (each.status === 'fulfilled' ? each.value.id : each.reason))).size).toBe(1);
  });

  test('of eight curators at once holds each payout once', async () => {
    const shops = [];
    for (let at = 0; at < 5; at += 1) shops.push(await anEarner(world, 60_000));
    for (const shop of shops) await ask(world, shop);
    const made = await Promise.allSettled(Array.from({ length: 8 }, () => aBatch(world, curator)));
    const sizes = made.flatMap((each) => (each.status === 'fulfilled' ? [each.value.size] : []));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(5);
  });

  test('leaves out suspended shops until they may sell again', async () => {
    const shop = await anEarner(world, 60_000);
    await ask(world, shop);
    await suspendSeller(world.context(curator.actor), { sellerId: shop.id, reason: 'Diperiksa' });
    await expectRefusal(aBatch(world, curator), 'NOTHING_WAITS');
    await verifySeller(world.context(curator.actor), { sellerId: shop.id, reason: null });
    expect((await aBatch(world, curator)).size).toBe(1);
  });

  test('nets a debt that came meanwhile: the payout goes against it, and nothing goes out', async () => {
    const shop = await anEarner(world, 60_000);
    const { key } = await ask(world, shop);
    await earn(world, shop.money, -15_000); // a refund after the release
    await expectRefusal(aBatch(world, curator), 'NOTHING_WAITS');
    expect(await read(key)).toMatchObject({ status: 'FAILED', reason: expect.stringContaining('kewajiban') });
    expect(await books(world, shop.money)).toMatchObject({ payable: 45_000, onItsWay: 0 });
  });
});

describe('a point whose payout waits', () => {
  test.each([
    [59_999, 'IN_BATCH'],
    [60_000, 'FAILED'],
  ])('of 60,000 and that has taken %d in cash meanwhile: %s', async (taken, status) => {
    const { key: pointKey } = await aPickupPoint(world);
    const money = { ownerKind: 'POINT', ownerKey: pointKey } as const;
    const ownerId = globalId('PickupPoint', pointKey);
    const account = { ownerId, bankCode: 'MANDIRI', accountNumber: '1570001234567', holderName: 'KOPERASI D COMART' };
    await setBankAccount(world.context(curator.actor), account);
    world.clock.advance(72 * 3600);
    await earn(world, money, 60_000);
    const { key } = await requestPayout(world.context(curator.actor), { ownerId, idempotencyKey: randomUUID() });
    const cash = { kind: 'CASH_AT_POINT', ownerKey: pointKey } as const;
    const lines = [
      { account: cash, amount: taken },
      { account: { kind: 'COMMISSION', ownerKey: null } as const, amount: -taken },
    ];
    await inTransaction(world.context(), (tx) => post(tx, { effect: randomUUID(), memo: 'test', lines }));
    await aBatch(world, curator).catch(() => null);
    expect((await read(key)).status).toBe(status);
  });
});

describe('what the bank says', () => {
  test('paid: the money leaves the bank, once', async () => {
    const { shop, payout, batchId, bank } = await batched();
    await Promise.all([1, 2, 3, 4].map(() => say(batchId, payout.id, 'PAID')));
    expect(await read(payout.key)).toMatchObject({ status: 'PAID', reason: null });
    expect(await books(world, shop.money)).toEqual({ payable: 0, onItsWay: 0, bank: bank - 60_000 });
  });

  test('paid, told four times at the same moment: one event, one entry in the audit log', async () => {
    const { payout, batchId } = await batched();
    const tell = () => say(batchId, payout.id, 'PAID');
    const told = await letThemMeet(world, 'payout', [tell, tell, tell, tell]);
    expect(told.map(({ status }) => status)).toEqual(Array(4).fill('fulfilled'));
    const count = async (sql: string) =>
      (await world.context().read.rows<{ n: number }>(`select count(*)::int as n from ${sql}`, [payout.key]))[0]?.n;
    expect(await count(`event where name = 'PayoutPaid' and subject->>'payoutKey' = $1`)).toBe(1);
    expect(await count(`audit_entry where act = 'recordPayoutResults' and subject->>'payoutKey' = $1`)).toBe(1);
  });

  test('failed: the money is payable again, and can be asked for again', async () => {
    const { shop, payout, batchId, bank } = await batched();
    await Promise.all([1, 2, 3, 4].map(() => say(batchId, payout.id, 'FAILED')));
    expect(await read(payout.key)).toMatchObject({ status: 'FAILED', reason: 'Rekening tutup' });
    expect(await books(world, shop.money)).toEqual({ payable: 60_000, onItsWay: 0, bank });
    expect((await ask(world, shop)).amount).toBe(60_000);
    await aBatch(world, curator);
  });

  test('returned before it was marked as paid', async () => {
    const { shop, payout, batchId, bank } = await batched();
    await say(batchId, payout.id, 'RETURNED');
    expect((await read(payout.key)).status).toBe('RETURNED');
    expect(await books(world, shop.money)).toEqual({ payable: 60_000, onItsWay: 0, bank });
  });

  test('returned days after it was paid: the money comes back from the bank, once', async () => {
    const { shop, payout, batchId, bank } = await batched();
    await say(batchId, payout.id, 'PAID');
    world.clock.advance(3 * 86_400);
    await Promise.all([1, 2, 3, 4].map(() => say(batchId, payout.id, 'RETURNED')));
    expect((await read(payout.key)).status).toBe('RETURNED');
    expect(await books(world, shop.money)).toEqual({ payable: 60_000, onItsWay: 0, bank });
  });

  test('a payout that comes back goes against a debt first', async () => {
    const { shop, payout, batchId } = await batched();
    await earn(world, shop.money, -20_000);
    await say(batchId, payout.id, 'FAILED');
    expect(await books(world, shop.money)).toMatchObject({ payable: 40_000, onItsWay: 0 });
    await expectRefusal(ask(world, shop), 'BELOW_MINIMUM');
  });

  const ENDS = { PAID: ['FAILED'], FAILED: ['PAID', 'RETURNED'], RETURNED: ['PAID', 'FAILED'] } as const;
  test.each(Object.entries(ENDS))('%s cannot become another end', async (first, others) => {
    const { payout, batchId } = await batched();
    await say(batchId, payout.id, first as keyof typeof ENDS);
    for (const other of others)
      await expectRefusal(say(batchId, payout.id, other), 'WRONG_STATUS', ['results', '0', 'result'], {
        status: first,
      });
    expect((await read(payout.key)).status).toBe(first);
  });

  test('every row of the table is told by a test of this file or the last one', () => {
    const moves = Object.values(PAYOUT_TRANSITIONS).flatMap(({ from, to }) => from.map((begin) => `${begin} ${to}`));
    expect(moves).toEqual([
      'REQUESTED IN_BATCH',
      'REQUESTED FAILED',
      'IN_BATCH PAID',
      'IN_BATCH FAILED',
      'IN_BATCH RETURNED',
      'PAID RETURNED',
    ]);
    expect(Object.values(PayoutStatus)).toHaveLength(5);
  });

  const ASTRAY = Object.entries(PAYOUT_TRANSITIONS).flatMap(([name, { from }]) =>
    Object.values(PayoutStatus)
      .filter((status) => !(from as readonly PayoutStatus[]).includes(status))
      .map((status) => [name as PayoutTransitionName, status] as const),
  );
  test.each(ASTRAY)('%s does not begin at %s: refused, whoever asks for it', async (name, status) => {
    const payout = Object.assign(new Payout(), { ownerKind: 'SELLER', ownerKey: randomUUID(), amount: 1, status });
    const moving = inTransaction(world.context(), (tx) => movePayout(tx, payout, name, 'x'));
    await expectRefusal(moving, 'WRONG_STATUS', [], { status });
  });

  test('a result without a reason, twice, of another batch or of none is refused, and nothing of its list is done', async () => {
    const { payout, batchId } = await batched();
    const other = await batched();
    const record = (...results: object[]) =>
      recordPayoutResults(world.context(curator.actor), batchId, results as never);
    const good = { payoutId: payout.id, result: 'PAID' };
    await expectRefusal(record({ ...good, result: 'FAILED', reason: ' ' }), 'REASON_MISSING', [
      'results',
      '0',
      'reason',
    ]);
    await expectRefusal(
      record({ ...good, result: 'FAILED', reason: 'x'.repeat(201) }),
      'TOO_LONG',
      ['results', '0', 'reason'],
      { limit: 200 },
    );
    await expectRefusal(record(good, good), 'RESULT_TWICE', ['results', '1', 'payoutId']);
    for (const payoutId of [other.payout.id, globalId('Payout', randomUUID()), ''])
      await expectRefusal(record(good, { ...good, payoutId }), 'NOT_FOUND', ['results', '1', 'payoutId']);
    await expectRefusal(say(globalId('PayoutBatch', randomUUID()), payout.id, 'PAID'), 'NOT_FOUND', ['batchId']);
    await expectRefusal(record(...Array.from({ length: 501 }, () => good)), 'TOO_MANY', ['results'], { limit: 500 });
    expect((await read(payout.key)).status).toBe('IN_BATCH');
  });
});

describe('a file of results', () => {
  test('is the file of the batch with two more columns', () => {
    const text = [
      '\uFEFFline,payout,amount,result,reason',
      '1,AAA,60000,paid,',
      '2,BBB,70000,FAILED,"Nomor salah, tutup"',
      '3,CCC,80000,,',
      'TOTAL,CAIR-1,3,,',
    ].join('\r\n');
    expect(readPayoutResults(text)).toEqual([
      { payoutId: 'AAA', result: 'PAID', reason: '', fileLine: 2 },
      { payoutId: 'BBB', result: 'FAILED', reason: 'Nomor salah, tutup', fileLine: 3 },
    ]);
  });

  test('is read with semicolons too, as spreadsheets write them here', () => {
    const text = '\uFEFFpayout;result;reason\r\nAAA;PAID;\r\n\r\nBBB;RETURNED;"Tutup; pindah, katanya"';
    expect(readPayoutResults(text)).toEqual([
      { payoutId: 'AAA', result: 'PAID', reason: '', fileLine: 2 },
      { payoutId: 'BBB', result: 'RETURNED', reason: 'Tutup; pindah, katanya', fileLine: 4 },
    ]);
  });

  test('is refused at the line that does not fit, and nothing of it is done', async () => {
    const { payout, batchId } = await batched();
    const text = `line,payout,result,reason\n1,${payout.id},PAID,\n2,${globalId('Payout', randomUUID())},PAID,`;
    const recording = recordPayoutResults(world.context(curator.actor), batchId, readPayoutResults(text), 'csv');
    await expectRefusal(recording, 'NOT_FOUND', ['csv', '3', 'payoutId']);
    expect((await read(payout.key)).status).toBe('IN_BATCH');
  });

  test.each([
    ['', 1],
    ['payout,reason\nAAA,x', 1],
    ['payout,result\nAAA,PAID\nBBB,MAYBE', 3],
    ['payout,result\n"AAA,PAID', 2],
  ])('%j is refused at its line', async (text, line) => {
    const reading = Promise.resolve().then(() => readPayoutResults(text));
    await expectRefusal(reading, 'FILE_INVALID', ['csv'], { line });
  });
});

describe('a line of CSV', () => {
  test.each([
    ['=1+1', `"'=1+1"`],
    ['+62', `"'+62"`],
    ['-x', `"'-x"`],
    ['@x', `"'@x"`],
    ['\t=x', `"'\t=x"`],
    ['a "b", c', '"a ""b"", c"'],
    ['0123456789', '"0123456789"'],
  ])('%j is no formula', (value, cell) => {
    expect(csvLine([value])).toBe(`${cell}\r\n`);
  });
});
