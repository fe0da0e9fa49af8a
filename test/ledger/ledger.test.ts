import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { balanceOf, post } from '../../api/ledger/index.ts';
import { brokenConstraint, inTransaction, sqlState } from '../../api/platform/database/transaction.ts';
import { type MarketWorld, openMarketWorld } from '../support/market-world.ts';

let world: MarketWorld;
beforeAll(async () => {
  world = await openMarketWorld();
});
afterAll(() => world.close());

const cash = (ownerKey: string) => ({ kind: 'CASH_AT_POINT', ownerKey }) as const;
const COMMISSION = { kind: 'COMMISSION', ownerKey: null } as const;

/** Posts so much cash against commission; whether it was new. */
function take(ownerKey: string, amount: number, effect: string = randomUUID()): Promise<boolean> {
  const lines = [
    { account: cash(ownerKey), amount },
    { account: COMMISSION, amount: -amount },
  ];
  return inTransaction(world.context(), (tx) => post(tx, { effect, memo: 'test', lines }));
}

async function asOwner<Result>(work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: world.database.ownerUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Inserts a transaction with lines of these amounts by plain SQL, as the application's role. */
function insertRaw(amounts: readonly (number | string)[], lineCount = Math.max(2, amounts.length)): Promise<string> {
  return inTransaction(world.context(), async (tx) => {
    const [account] = await tx.execute<{ id: string }[]>('select id from ledger_account limit 1');
    const id = randomUUID();
    await tx.execute(
      `insert into ledger_transaction (id, effect, memo, at, line_count) values (?, ?, 'raw', now(), ?)`,
      [id, id, lineCount],
    );
    for (const amount of amounts)
      await tx.execute(
        'insert into ledger_line (id, transaction_id, account_id, amount, at) values (?, ?, ?, ?, now())',
        [randomUUID(), id, account!.id, amount],
      );
    return id;
  });
}

/** Adds a pair of lines to a transaction that is there already, as the application's role; before them, in the same transaction, `first`. */
function addPair(transactionKey: string, first = 'select 1'): Promise<string | null> {
  return inTransaction(world.context(), async (tx) => {
    await tx.execute(first);
    await tx.execute(
      `insert into ledger_line (id, transaction_id, account_id, amount, at)
       select gen_random_uuid(), t.id, a.id, n, t.at
         from ledger_transaction t, (select id from ledger_account limit 1) a, (values (7), (-7)) pair (n) where t.id = ?`,
      [transactionKey],
    );
  }).then(() => 'written', brokenConstraint);
}

describe('rule 2: the ledger', () => {
  test('adds up: a balance is the sum of its lines, with the sign that is natural for the account', async () => {
    const point = randomUUID();
    const before = await balanceOf(world.context().read, COMMISSION);
    await take(point, 12_000);
    await take(point, 500);
    expect(await balanceOf(world.context().read, cash(point))).toBe(12_500);
    expect(await balanceOf(world.context().read, COMMISSION)).toBe(before + 12_500);
    expect(await inTransaction(world.context(), (tx) => balanceOf(tx, cash(point)))).toBe(12_500);
    expect(await balanceOf(world.context().read, cash(randomUUID()))).toBe(0);
  });

  test('knows what an account held at a past instant', async () => {
    const point = randomUUID();
    await take(point, 1_000);
    const then = world.clock.now();
    world.clock.advance(60);
    await take(point, 500);
    expect(await balanceOf(world.context().read, cash(point), then)).toBe(1_000);
    expect(await balanceOf(world.context().read, cash(point), new Date(then.getTime() - 1))).toBe(0);
    expect(await balanceOf(world.context().read, cash(point))).toBe(1_500);
  });

  test('books an effect once, also when 20 do it at once', async () => {
    const point = randomUUID();
    const effect = `test:${randomUUID()}`;
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => take(point, 700, effect)));
    expect(outcomes.filter(Boolean)).toHaveLength(1);
    expect(await balanceOf(world.context().read, cash(point))).toBe(700);
  });

  test('holds sums up to 9 x 10^15 exactly', async () => {
    const point = randomUUID();
    await take(point, 9_000_000_000_000_000);
    expect(await balanceOf(world.context().read, cash(point))).toBe(9_000_000_000_000_000);
    await take(point, -9_000_000_000_000_000);
  });

  test('is not posted to when the lines do not sum to zero', async () => {
    const lines = [
      { account: COMMISSION, amount: 5 },
      { account: cash(randomUUID()), amount: -4 },
    ];
    const posted = inTransaction(world.context(), (tx) => post(tx, { effect: randomUUID(), memo: 'off', lines }));
    await expect(posted).rejects.toThrow(/is off by 1/);
  });
});

describe('the database guards the ledger against everybody', () => {
  beforeAll(() => take(randomUUID(), 1_000));

  test.each([
    ['lines that sum to something', [5, -4], 'ledger_transaction_sums_to_zero'],
    ['one line', [5], 'ledger_transaction_sums_to_zero'],
    ['no lines', [], 'ledger_transaction_sums_to_zero'],
    ['a line of nothing', [0, 0], 'ledger_line_amount'],
    ['a line beyond what a number holds', ['9000000000000001', '-9000000000000001'], 'ledger_line_amount'],
  ] as const)('refuses %s', async (_, amounts, constraint) => {
    expect(await insertRaw(amounts).then(() => 'written', brokenConstraint)).toBe(constraint);
  });

  test('takes what sums to zero', async () => {
    await insertRaw([5, -4, -1]);
  });

  test('takes no more lines for a transaction that is committed, also when they sum to zero', async () => {
    const old = await insertRaw([5, -5]);
    expect(await addPair(old)).toBe('ledger_transaction_is_whole');
    expect(await addPair(old, 'set constraints all immediate')).toBe('ledger_transaction_is_whole');
    expect(await addPair(old, 'savepoint inside')).toBe('ledger_transaction_is_whole');
    expect(await Promise.all([addPair(old), addPair(old)])).not.toContain('written');
  });

  test('takes no transaction that leaves room for lines to come', async () => {
    const insert = (lineCount: number) => insertRaw([5, -5], lineCount).then(() => 'written', brokenConstraint);
    expect(await insert(4)).toBe('ledger_transaction_is_whole');
    expect(await insert(1)).toBe('ledger_transaction_line_count');
  });

  test.each(['ledger_account', 'ledger_transaction', 'ledger_line'])(
    '%s is only appended to, also by its owner',
    async (table) => {
      const changes = [`update ${table} set id = id`, `delete from ${table}`, `truncate ${table} cascade`];
      for (const change of changes) {
        const asApp = world.context().read.rows(change);
        expect(await asApp.then(() => 'done', sqlState)).toBe('42501'); // no right to
        const constraint = await asOwner((client) => client.query(change).then(() => 'done', brokenConstraint));
        expect(constraint).toBe('ledger_is_kept');
      }
    },
  );

  test('refuses a second transaction of one effect', async () => {
    const effect: string = randomUUID();
    await take(randomUUID(), 5, effect);
    const again = world
      .context()
      .read.rows(`insert into ledger_transaction (id, effect, memo, at, line_count) values ($1, $2, '', now(), 2)`, [
        randomUUID(),
        effect,
      ]);
    expect(await again.then(() => 'written', brokenConstraint)).toBe('ledger_transaction_effect_once');
  });

  test('refuses accounts without the owner that their kind has', async () => {
    const insert = (kind: string, owner: string | null) =>
      world
        .context()
        .read.rows('insert into ledger_account (id, kind, owner_id) values ($1, $2, $3)', [randomUUID(), kind, owner])
        .then(() => 'written', brokenConstraint);
    expect(await insert('SELLER_HELD', null)).toBe('ledger_account_owner');
    expect(await insert('BANK', randomUUID())).toBe('ledger_account_owner');
  });
});
