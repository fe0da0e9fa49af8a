import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { payableOf } from '../../../api/ledger/owner.ts';
import { BankAccount } from '../../../api/ledger/payouts/bank-account.ts';
import { createPayoutBatch } from '../../../api/ledger/payouts/make-batch.ts';
import { movePayout } from '../../../api/ledger/payouts/move-payout.ts';
import { Payout } from '../../../api/ledger/payouts/payout.ts';
import { PayoutBatch } from '../../../api/ledger/payouts/payout-batch.ts';
import { setAside } from '../../../api/ledger/payouts/request-payout.ts';
import { lockOwner, setBankAccount } from '../../../api/ledger/payouts/set-bank-account.ts';
import { post } from '../../../api/ledger/post.ts';
import type { Tx } from '../../../api/platform/database/transaction.ts';
import { wibDay } from '../../../api/platform/wib.ts';
import type { Person } from '../../support/makers/accounts.ts';
import { aCurator, anEarner, ask, type Earner, earn } from '../../support/makers/payouts.ts';
import { type MarketWorld, openMarketWorld } from '../../support/market-world.ts';
import { letRivalRunFirst } from '../../support/rival.ts';
import { books } from './books.ts';

/** M14: whoever checks and then acts on a payout stops after its rival did, and must see what the rival left. */
let world: MarketWorld;
let curator: Person;
beforeAll(async () => {
  world = await openMarketWorld();
  curator = await aCurator(world);
});
afterAll(() => world.close());

/** Puts a payout into a batch of its own, as another curator does at this moment. */
const putInBatch = (key: string) => async (tx: Tx) => {
  await tx.execute('select from payout where id = ? for update', [key]);
  const payout = await tx.findOneOrFail(Payout, { key });
  const createdAt = world.clock.now();
  const made = { madeByKey: curator.account.key, idempotencyKey: randomUUID(), createdAt };
  const figures = { number: 900, size: 1, total: payout.amount, checksum: 'a'.repeat(64) };
  const batch = Object.assign(new PayoutBatch(), { day: wibDay(createdAt), ...made, ...figures });
  await tx.persist(batch).flush();
  Object.assign(payout, { batchKey: batch.key, lineNumber: 1 });
  await movePayout(tx, payout, 'putInBatch');
};

/** Another number becomes the account of a shop, as its owner enters it at this moment. */
const replaceAccount =
  ({ money, owner }: Earner) =>
  async (tx: Tx) => {
    await lockOwner(tx, money);
    const now = world.clock.now();
    const inUse = await tx.findOneOrFail(BankAccount, { ownerKey: money.ownerKey, replacedAt: null });
    inUse.replacedAt = now;
    await tx.flush();
    const said = {
      bankCode: 'BCA',
      number: '4999999999',
      holderName: 'TINI RAHMAWATI',
      enteredByKey: owner.account.key,
    };
    const usableFrom = new Date(now.getTime() + 72 * 3_600_000);
    tx.persist(Object.assign(new BankAccount(), { ...money, ...said, createdAt: now, usableFrom }));
  };

/** A refund takes from what is payable, and is done when the payout has been reckoned but is not written. */
const refundMeanwhile =
  ({ money }: Earner, amount: number) =>
  async (tx: Tx) => {
    const lines = [
      { account: payableOf(money), amount },
      { account: { kind: 'REFUND_DUE', ownerKey: null } as const, amount: -amount },
    ];
    await post(tx, { effect: randomUUID(), memo: 'test', lines });
    await tx.execute('lock table payout in share mode');
  };

describe('what happens at the same moment', () => {
  test('a payout of an owner who owes by now goes into the file for the bank: it is not set against the debt as well', async () => {
    const shop = await anEarner(world, 60_000);
    const { key } = await ask(world, shop);
    await earn(world, shop.money, -15_000);
    const outcome = await letRivalRunFirst(world, putInBatch(key), () =>
      createPayoutBatch(world.context(curator.actor), randomUUID()),
    );
    expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'NOTHING_WAITS' } });
    expect(await world.context().em.fork().findOneOrFail(Payout, { key })).toMatchObject({ status: 'IN_BATCH' });
    expect(await books(world, shop.money)).toMatchObject({ payable: -15_000, onItsWay: 60_000 });
  });

  test('a debt that arises once debts were set off keeps the payout out of the file; the next batch sets it off', async () => {
    const shop = await anEarner(world, 60_000);
    const { key } = await ask(world, shop);
    const batch = () => createPayoutBatch(world.context(curator.actor), randomUUID());
    const outcome = await letRivalRunFirst(
      world,
      (tx) => tx.execute(`select pg_advisory_xact_lock(hashtextextended('payout_batch', 0))`),
      batch,
      () => earn(world, shop.money, -15_000),
    );
    expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'NOTHING_WAITS' } });
    expect(await world.context().em.fork().findOneOrFail(Payout, { key })).toMatchObject({ status: 'REQUESTED' });
    await expect(batch()).rejects.toMatchObject({ code: 'NOTHING_WAITS' });
    expect(await books(world, shop.money)).toMatchObject({ payable: 45_000, onItsWay: 0 });
  });

  test('another account is entered while a payout is asked for: it waits for the pause of the new one', async () => {
    const shop = await anEarner(world, 60_000);
    const outcome = await letRivalRunFirst(world, replaceAccount(shop), () => ask(world, shop));
    expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'BANK_ACCOUNT_PAUSED' } });
  });

  test('a payout is asked for while the weekly round makes one: there is one', async () => {
    const shop = await anEarner(world, 60_000);
    const round = (tx: Tx) => setAside(tx, shop.money, 'round:of-this-test');
    const outcome = await letRivalRunFirst(world, round, () => ask(world, shop));
    expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'PAYOUT_OPEN' } });
    expect(await books(world, shop.money)).toMatchObject({ payable: 0, onItsWay: 60_000 });
  });

  test('the same account is entered from two phones: it is one, and its pause begins once', async () => {
    const shop = await anEarner(world, 0);
    const enter = () =>
      setBankAccount(world.context(shop.owner.actor), {
        ...{ ownerId: shop.id, bankCode: 'BCA', accountNumber: '4999999999', holderName: 'TINI RAHMAWATI' },
      });
    const outcome = await letRivalRunFirst(world, replaceAccount(shop), enter);
    expect(outcome.status).toBe('fulfilled');
    const rows = await world.context().em.fork().find(BankAccount, { ownerKey: shop.seller.key });
    expect(rows.filter(({ replacedAt }) => replacedAt === null)).toMatchObject([{ number: '4999999999' }]);
    expect(rows).toHaveLength(2);
  });
});

describe('money that is taken while a payout is reckoned', () => {
  test('a payout is reckoned again when a refund took of the money meanwhile', async () => {
    const shop = await anEarner(world, 60_000);
    const outcome = await letRivalRunFirst(world, refundMeanwhile(shop, 5_000), () => ask(world, shop));
    expect(outcome).toMatchObject({ status: 'fulfilled', value: { amount: 55_000 } });
    expect(await books(world, shop.money)).toMatchObject({ payable: 0, onItsWay: 55_000 });
  });

  test('a payout is refused, not a fault, when a refund left less than the minimum meanwhile', async () => {
    const shop = await anEarner(world, 60_000);
    const outcome = await letRivalRunFirst(world, refundMeanwhile(shop, 59_000), () => ask(world, shop));
    expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'BELOW_MINIMUM' } });
    expect(await books(world, shop.money)).toMatchObject({ payable: 1_000, onItsWay: 0 });
  });
});
