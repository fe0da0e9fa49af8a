import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { post } from '../../../api/ledger/index.ts';
import { createPayoutBatch } from '../../../api/ledger/payouts/make-batch.ts';
import { Payout } from '../../../api/ledger/payouts/payout.ts';
import { requestPayout, setAside } from '../../../api/ledger/payouts/request-payout.ts';
import { setBankAccount } from '../../../api/ledger/payouts/set-bank-account.ts';
import { brokenConstraint, inTransaction } from '../../../api/platform/database/transaction.ts';
import { globalId } from '../../../api/platform/keys.ts';
import { suspendSeller } from '../../../api/sellers/judge-seller.ts';
import { expectRefusal } from '../../support/expect-refusal.ts';
import { aPerson } from '../../support/makers/accounts.ts';
import { aPickupPoint } from '../../support/makers/orders.ts';
import { aCurator, anEarner, ask, earn, enterAccount } from '../../support/makers/payouts.ts';
import { type MarketWorld, openMarketWorld } from '../../support/market-world.ts';
import { books } from './books.ts';

let world: MarketWorld;
beforeAll(async () => {
  world = await openMarketWorld();
});
afterAll(() => world.close());

const payoutsOf = (ownerKey: string): Promise<Payout[]> => world.context().em.fork().find(Payout, { ownerKey });

describe('a payout on request', () => {
  test('sets aside all that is payable, once for a key', async () => {
    const shop = await anEarner(world, 120_000);
    const payout = await ask(world, shop, 'first');
    expect(payout).toMatchObject({ amount: 120_000, status: 'REQUESTED' });
    expect(await books(world, shop.money)).toMatchObject({ payable: 0, onItsWay: 120_000 });
    expect((await ask(world, shop, 'first')).key).toBe(payout.key);
    await earn(world, shop.money, 90_000);
    await expectRefusal(ask(world, shop), 'PAYOUT_OPEN');
    expect(await books(world, shop.money)).toMatchObject({ payable: 90_000, onItsWay: 120_000 });
  });

  test.each([
    ['the same key', () => 'same'],
    ['a key each', () => randomUUID()],
  ])('asked for 50 times at once with %s is one payout', async (_, key) => {
    const shop = await anEarner(world, 75_000);
    const asked = await Promise.allSettled(Array.from({ length: 50 }, () => ask(world, shop, key())));
    const keys = new Set(asked.flatMap((each) => (each.status === 'fulfilled' ? [each.value.key] : [])));
    expect(keys.size).toBe(1);
    for (const each of asked)
      if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'PAYOUT_OPEN' });
    expect(await payoutsOf(shop.seller.key)).toHaveLength(1);
    expect(await books(world, shop.money)).toMatchObject({ payable: 0, onItsWay: 75_000 });
  });

  test('is of the minimum at least', async () => {
    const shop = await anEarner(world, 49_999);
    await expectRefusal(ask(world, shop), 'BELOW_MINIMUM', [], { available: 'Rp49.999', minimum: 'Rp50.000' });
    await earn(world, shop.money, 1);
    expect((await ask(world, shop)).amount).toBe(50_000);
  });

  test('waits until a debt is earned back', async () => {
    const shop = await anEarner(world, -80_000);
    await expectRefusal(ask(world, shop), 'BELOW_MINIMUM');
    await earn(world, shop.money, 100_000);
    await expectRefusal(ask(world, shop), 'BELOW_MINIMUM', [], { available: 'Rp20.000', minimum: 'Rp50.000' });
    await earn(world, shop.money, 40_000);
    expect((await ask(world, shop)).amount).toBe(60_000);
  });

  test('needs a bank account, and waits three days after it was entered', async () => {
    const shop = await anEarner(world, 60_000, 'NONE');
    await expectRefusal(ask(world, shop), 'BANK_ACCOUNT_MISSING');
    await enterAccount(world, shop);
    await expectRefusal(ask(world, shop), 'BANK_ACCOUNT_PAUSED', [], { hours: 72 });
    world.clock.advance(72 * 3600 - 1);
    await expectRefusal(ask(world, shop), 'BANK_ACCOUNT_PAUSED', [], { hours: 1 });
    world.clock.advance(1);
    expect((await ask(world, shop)).amount).toBe(60_000);
  });

  test('waits again after another account, and not after the same one', async () => {
    const shop = await anEarner(world, 60_000);
    await enterAccount(world, shop);
    await expectRefusal(ask(world, shop), 'BANK_ACCOUNT_PAUSED');
    const same = { ownerId: shop.id, bankCode: 'BNI', accountNumber: '0123456789', holderName: 'TINI RAHMAWATI' };
    await setBankAccount(world.context(shop.owner.actor), same);
    world.clock.advance(72 * 3600);
    await setBankAccount(world.context(shop.owner.actor), { ...same, accountNumber: '0123-456 789' });
    expect((await ask(world, shop)).amount).toBe(60_000);
  });

  test('keeps the account it was asked for with, whatever is entered afterwards', async () => {
    const shop = await anEarner(world, 60_000);
    const payout = await ask(world, shop);
    await enterAccount(world, shop);
    const [kept] = await payoutsOf(shop.seller.key);
    expect(kept?.bankAccountKey).toBe(payout.bankAccountKey);
  });

  test('of a suspended shop is refused', async () => {
    const shop = await anEarner(world, 60_000);
    const curator = await aCurator(world);
    await suspendSeller(world.context(curator.actor), { sellerId: shop.id, reason: 'Diperiksa' });
    await expectRefusal(ask(world, shop), 'SHOP_SUSPENDED');
  });

  test('rule 7: is for the owner of the shop alone; not there and not yours look the same', async () => {
    const shop = await anEarner(world, 60_000);
    const other = await anEarner(world, 0);
    const staff = await aPerson(world, { roles: [['SELLER_STAFF', shop.seller.key]] });
    const curator = await aCurator(world);
    for (const { actor } of [other.owner, staff, curator])
      for (const ownerId of [shop.id, globalId('Seller', randomUUID())])
        await expectRefusal(requestPayout(world.context(actor), { ownerId, idempotencyKey: 'x' }), 'NOT_FOUND', [
          'ownerId',
        ]);
    await expectRefusal(ask(world, shop, ''), 'IDEMPOTENCY_KEY_INVALID', ['idempotencyKey']);
  });

  test('of a point leaves out the cash that it has not handed in', async () => {
    const point = await aPickupPoint(world);
    const money = { ownerKind: 'POINT', ownerKey: point.key } as const;
    const curator = await aCurator(world);
    const ownerId = globalId('PickupPoint', point.key);
    const account = { ownerId, bankCode: 'MANDIRI', accountNumber: '1570001234567', holderName: 'KOPERASI D COMART' };
    await setBankAccount(world.context(curator.actor), account);
    world.clock.advance(72 * 3600);
    await earn(world, money, 100_000);
    const cash = { kind: 'CASH_AT_POINT', ownerKey: point.key } as const;
    const lines = [
      { account: cash, amount: 30_000 },
      { account: { kind: 'COMMISSION', ownerKey: null } as const, amount: -30_000 },
    ];
    await inTransaction(world.context(), (tx) => post(tx, { effect: randomUUID(), memo: 'test', lines }));
    const payout = await requestPayout(world.context(curator.actor), { ownerId, idempotencyKey: 'p' });
    expect(payout.amount).toBe(70_000);
    expect(await books(world, money)).toMatchObject({ payable: 30_000, onItsWay: 70_000 });
  });
});

describe('a bank account', () => {
  test.each([
    ['BCA', '123456789', 'NUMBER_INVALID', 'accountNumber'],
    ['BCA', '12345678901', 'NUMBER_INVALID', 'accountNumber'],
    ['BRI', '1234567890', 'NUMBER_INVALID', 'accountNumber'],
    ['BCA', '12345x7890', 'NUMBER_INVALID', 'accountNumber'],
    ['BCA', '0000000000', 'NUMBER_INVALID', 'accountNumber'],
    ['BCA', '', 'NUMBER_INVALID', 'accountNumber'],
    ['KOPERASI', '1234567890', 'BANK_UNKNOWN', 'bankCode'],
  ])('%s %s is refused', async (bankCode, accountNumber, code, field) => {
    const shop = await anEarner(world, 0, 'NONE');
    const wanted = { ownerId: shop.id, bankCode, accountNumber, holderName: 'TINI' };
    await expectRefusal(setBankAccount(world.context(shop.owner.actor), wanted), code, [field]);
  });

  test.each(['', 'Ti', '=HYPERLINK("x")', '+62', '-TINI', '@SUM(A1)', 'T1NI', 'T'.repeat(71)])(
    'of holder %j is refused',
    async (holderName) => {
      const shop = await anEarner(world, 0, 'NONE');
      const wanted = { ownerId: shop.id, bankCode: 'BCA', accountNumber: '1234567890', holderName };
      await expectRefusal(setBankAccount(world.context(shop.owner.actor), wanted), 'HOLDER_INVALID', ['holderName']);
    },
  );

  test('leaves a line in the audit log, without its number', async () => {
    const shop = await anEarner(world, 0, 'NONE');
    const number = await enterAccount(world, shop);
    const entries = await world
      .context()
      .read.rows<{ act: string; whole: string }>(
        `select act, audit_entry::text as whole from audit_entry where subject->>'ownerKey' = $1`,
        [shop.seller.key],
      );
    expect(entries.map(({ act }) => act)).toEqual(['setBankAccount']);
    expect(entries[0]?.whole).not.toContain(number);
  });

  test('is one, also when two are entered at once', async () => {
    const shop = await anEarner(world, 0, 'NONE');
    await Promise.all([enterAccount(world, shop), enterAccount(world, shop), enterAccount(world, shop)]);
    const rows = await world
      .context()
      .read.rows('select from bank_account where owner_id = $1 and replaced_at is null', [shop.seller.key]);
    expect(rows).toHaveLength(1);
  });
});

describe('the database guards payouts against everybody', () => {
  const raw = (sql: string, values: readonly unknown[]): Promise<string | null> =>
    inTransaction(world.context(), (tx) => tx.execute(sql, values as unknown[])).then(() => 'done', brokenConstraint);

  /** A second row like the payout, of another amount, by plain SQL. */
  const copy = (key: string, status: string, amount: number) =>
    raw(
      `insert into payout (id, owner_kind, owner_id, amount, bank_account_id, status, idempotency_key, requested_at, ended_at, reason)
       select gen_random_uuid(), owner_kind, owner_id, ?, bank_account_id, ?, gen_random_uuid()::text, now(), ?, ? from payout where id = ?`,
      [amount, status, status === 'FAILED' ? new Date() : null, status === 'FAILED' ? 'x' : null, key],
    );

  test('one open payout of an owner, each with its money', async () => {
    const shop = await anEarner(world, 60_000);
    const { key } = await ask(world, shop);
    expect(await copy(key, 'REQUESTED', 1)).toBe('payout_one_open');
    expect(await copy(key, 'FAILED', 1)).toBe('payout_money_moved');
    expect(await copy(key, 'FAILED', 0)).toBe('payout_amount_range');
  });

  test('one payout of a key of a person, also of the program itself, and one bank account in use', async () => {
    const shop = await anEarner(world, 60_000);
    const { key } = await ask(world, shop);
    const again = (changes: object) =>
      raw('insert into payout select (jsonb_populate_record(p, ?::jsonb)).* from payout p where id = ?', [
        JSON.stringify({ id: randomUUID(), status: 'FAILED', ended_at: new Date(), reason: 'x', ...changes }),
        key,
      ]);
    expect(await again({})).toBe('payout_once');
    const round = await anEarner(world, 60_000);
    const made = await inTransaction(world.context(), (tx) => setAside(tx, round.money, 'round:1'));
    expect(
      await raw(`insert into payout select (jsonb_populate_record(p, ?::jsonb)).* from payout p where id = ?`, [
        JSON.stringify({ id: randomUUID(), status: 'FAILED', ended_at: new Date(), reason: 'x' }),
        made.key,
      ]),
    ).toBe('payout_once');
    expect(
      await raw(
        `insert into bank_account select (jsonb_populate_record(b, ?::jsonb)).* from bank_account b where owner_id = ?`,
        [JSON.stringify({ id: randomUUID() }), shop.seller.key],
      ),
    ).toBe('bank_account_one_in_use');
  });

  test('never more than was payable', async () => {
    const shop = await anEarner(world, 60_000);
    const more = inTransaction(world.context(shop.owner.actor), async (tx) => {
      const payout = await setAside(tx, shop.money, 'x');
      // The seller's money is refunded away in the same transaction: what was set aside is then more than there was.
      const lines = [
        { account: { kind: 'SELLER_PAYABLE', ownerKey: shop.seller.key } as const, amount: 1 },
        { account: { kind: 'REFUND_DUE', ownerKey: null } as const, amount: -1 },
      ];
      await post(tx, { effect: randomUUID(), memo: 'test', lines });
      return payout;
    });
    expect(await more.then(() => 'done', brokenConstraint)).toBe('payout_within_payable');
    expect(await books(world, shop.money)).toMatchObject({ payable: 60_000, onItsWay: 0 });
  });

  test('figures that stay, moves of the table, and money with every move', async () => {
    const shop = await anEarner(world, 60_000);
    const { key } = await ask(world, shop);
    expect(await raw('update payout set amount = amount - 1 where id = ?', [key])).toBe('payout_keeps_its_figures');
    const ended = "ended_at = now(), reason = 'x'";
    expect(await raw(`update payout set status = 'RETURNED', ${ended} where id = ?`, [key])).toBe(
      'payout_moves_by_the_table',
    );
    expect(await raw(`update payout set status = 'FAILED', ${ended} where id = ?`, [key])).toBe('payout_money_moved');
    expect(await raw('delete from payout where id = ?', [key])).toBe('payout_rows_stay');
    expect(await raw('delete from bank_account where owner_id = ?', [shop.seller.key])).toBe('payout_rows_stay');
    expect(await raw(`update bank_account set number = '1234567890' where owner_id = ?`, [shop.seller.key])).toBe(
      'bank_account_is_kept',
    );
  });

  test('a batch that is never changed', async () => {
    await ask(world, await anEarner(world, 60_000));
    const batch = await createPayoutBatch(world.context((await aCurator(world)).actor), 'kept');
    const change = world.context().read.rows('update payout_batch set total = total + 1 where id = $1', [batch.key]);
    await expect(change).rejects.toThrow(/permission denied/);
  });
});
