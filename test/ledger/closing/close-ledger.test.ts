import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeLedger } from '../../../api/ledger/closing/close-ledger.ts';
import { balanceOf, post } from '../../../api/ledger/index.ts';
import { ledgerAccountKey } from '../../../api/ledger/ledger-account.ts';
import { brokenConstraint, inTransaction } from '../../../api/platform/database/transaction.ts';
import { startOfWibDay, wibDay } from '../../../api/platform/wib.ts';
import { type MarketWorld, openMarketWorld } from '../../support/market-world.ts';

let world: MarketWorld;
beforeAll(async () => {
  world = await openMarketWorld();
});
afterAll(() => world.close());

const HOUR = 3600;
const cash = (ownerKey: string) => ({ kind: 'CASH_AT_POINT', ownerKey }) as const;

function take(ownerKey: string, amount: number, wait: Promise<unknown> = Promise.resolve()): Promise<boolean> {
  const lines = [
    { account: cash(ownerKey), amount },
    { account: { kind: 'COMMISSION', ownerKey: null } as const, amount: -amount },
  ];
  return inTransaction(world.context(), async (tx) => {
    const isNew = await post(tx, { effect: randomUUID(), memo: 'test', lines });
    await wait;
    return isNew;
  });
}

/** Inserts a movement at an instant by plain SQL; gives the name of what refused it. */
function enter(ownerKey: string, at: Date, lineAt = at): Promise<string | null> {
  return inTransaction(world.context(), async (tx) => {
    const id = randomUUID();
    await tx.execute(`insert into ledger_transaction (id, effect, memo, at, line_count) values (?, ?, '', ?, 2)`, [
      ...[id, id, at],
    ]);
    for (const amount of [5, -5])
      await tx.execute(
        `insert into ledger_line (id, transaction_id, account_id, amount, at) values (gen_random_uuid(), ?, ?, ?, ?)`,
        [id, ledgerAccountKey(cash(ownerKey)), amount, lineAt],
      );
  }).then(() => 'written', brokenConstraint);
}

const kept = (ownerKey: string) =>
  world
    .context()
    .read.rows<{ balance: number; through: Date }>(
      'select balance, through from ledger_kept_balance where account_id = $1 order by through',
      [ledgerAccountKey(cash(ownerKey))],
    );

/** Moves the clock to this hour of the next day in WIB. */
function toTomorrow(hour: number): Date {
  const tomorrow = startOfWibDay(wibDay(new Date(world.clock.now().getTime() + 24 * HOUR * 1000)));
  world.clock.advance((tomorrow.getTime() - world.clock.now().getTime()) / 1000 + hour * HOUR);
  return tomorrow;
}

describe('closing the ledger', () => {
  test('keeps the balance of what moved before midnight in WIB, two hours past it, once', async () => {
    const point = randomUUID();
    await take(point, 700);
    const midnight = toTomorrow(1);
    await closeLedger(world.context());
    expect(await kept(point)).toEqual([]);
    await take(point, 50);
    world.clock.advance(HOUR);
    await Promise.all([closeLedger(world.context()), closeLedger(world.context()), closeLedger(world.context())]);
    await closeLedger(world.context());
    expect(await kept(point)).toEqual([{ balance: 700, through: new Date(midnight.getTime() - 1) }]);
    const { read } = world.context();
    expect(await balanceOf(read, cash(point))).toBe(750);
    expect(await balanceOf(read, cash(point), new Date(midnight.getTime() - 1))).toBe(700);
    expect(await balanceOf(read, cash(point), new Date(midnight.getTime() - 30 * 24 * HOUR * 1000))).toBe(0);
  });

  test('lets nothing into a time that is closed, whoever writes it', async () => {
    const point = randomUUID();
    await take(point, 1);
    const midnight = toTomorrow(3);
    await closeLedger(world.context());
    expect(await enter(point, new Date(midnight.getTime() - 1))).toBe('ledger_is_closed');
    expect(await enter(point, midnight)).toBe('written');
  });

  test('keeps no balance but what the lines of a closed time sum to, whoever writes it', async () => {
    const point = randomUUID();
    await take(point, 900);
    const midnight = toTomorrow(3);
    await closeLedger(world.context());
    const keep = (through: Date, balance: number) =>
      inTransaction(world.context(), (tx) =>
        tx.execute('insert into ledger_kept_balance (account_id, through, balance) values (?, ?, ?)', [
          ...[ledgerAccountKey(cash(point)), through, balance],
        ]),
      ).then(() => 'written', brokenConstraint);
    const closed = (seconds: number) => new Date(midnight.getTime() - seconds * 1000);
    expect(await keep(closed(1), 901)).toBe('ledger_kept_balance_is_true');
    expect(await keep(closed(48 * HOUR), 900)).toBe('ledger_kept_balance_is_true');
    expect(await keep(midnight, 900)).toBe('ledger_kept_balance_is_true'); // more can come in yet
    expect(await keep(closed(1), 900)).toBe('written');
  });

  test('lets no line stand at another time than its transaction', async () => {
    const point = randomUUID();
    await take(point, 1);
    const now = world.clock.now();
    expect(await enter(point, now, new Date(now.getTime() - 1))).toBe('ledger_line_at_of_transaction');
  });

  test('waits for a posting that is under way, and has it in the balance', async () => {
    const point = randomUUID();
    let commit = (): void => {};
    const posted = take(
      point,
      300,
      new Promise<void>((resolve) => {
        commit = resolve;
      }),
    );
    const { read } = world.context();
    const waiting = (granted: boolean) =>
      read.rows(
        `select from pg_locks l join pg_database d on d.oid = l.database
          where l.locktype = 'advisory' and l.granted = $1 and d.datname = current_database()`,
        [granted],
      );
    while ((await waiting(true)).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    toTomorrow(3);
    const closed = closeLedger(world.context());
    while ((await waiting(false)).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await kept(point)).toEqual([]);
    commit();
    await Promise.all([posted, closed]);
    expect(await kept(point)).toMatchObject([{ balance: 300 }]);
  });

  test('makes a balance of an account with 30,000 lines as quick as one with few, now and for past instants', async () => {
    const point = randomUUID();
    await take(point, 1);
    const from = new Date(world.clock.now().getTime() + 1000);
    await many(point, from);
    const unkept = await pagesRead(point, from);
    toTomorrow(3);
    await closeLedger(world.context());
    await take(point, 10);
    expect(await balanceOf(world.context().read, cash(point))).toBe(1 + 30_000 + 10);
    const read = await pagesRead(point, world.clock.now());
    expect(read).toBeLessThan(60);
    expect(unkept).toBeGreaterThan(10 * read);
  });
});

/** 30,000 lines of one rupiah, a millisecond apart, written past the rules that look at every line. */
async function many(ownerKey: string, from: Date): Promise<void> {
  const client = new Client({ connectionString: world.database.superuserUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`set local session_replication_role = 'replica'`);
    await client.query(
      `with t as (
         insert into ledger_transaction (id, effect, memo, at, line_count)
         select gen_random_uuid(), 'many:' || n, '', $1::timestamptz + n * interval '1 millisecond', 2 from generate_series(1, 30000) n
         returning id, at)
       insert into ledger_line (id, transaction_id, account_id, amount, at)
       select gen_random_uuid(), t.id, a.account, a.amount, t.at
         from t, (values ($2::uuid, 1), ($3::uuid, -1)) as a (account, amount)`,
      [from, ledgerAccountKey(cash(ownerKey)), ledgerAccountKey({ kind: 'COMMISSION', ownerKey: null })],
    );
    await client.query('commit');
    await client.query('vacuum analyze ledger_line');
  } finally {
    await client.end();
  }
}

/** Pages of 8 kB that one balance reads. */
async function pagesRead(ownerKey: string, at: Date): Promise<number> {
  const [row] = await world
    .context()
    .read.rows<{ 'QUERY PLAN': [{ Plan: Record<string, number> }] }>(
      `explain (analyze, buffers, format json) select ledger_balance('${ledgerAccountKey(cash(ownerKey))}', '${new Date(at.getTime() + 3_600_000).toISOString()}')`,
    );
  const plan = row!['QUERY PLAN'][0].Plan;
  return plan['Shared Hit Blocks']! + plan['Shared Read Blocks']!;
}
