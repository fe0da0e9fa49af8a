import { randomUUID } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { registerCommunity } from '../../../api/communities/register-community.ts';
import { closeLedger } from '../../../api/ledger/closing/close-ledger.ts';
import { balanceOf, post } from '../../../api/ledger/index.ts';
import { accountOf, OWNER_TRAITS, type Owner, ownerId } from '../../../api/ledger/owner.ts';
import { type Statement, type StatementMovement, statementOf } from '../../../api/ledger/statements/statement.ts';
import { statementFile } from '../../../api/ledger/statements/statement-file.ts';
import { allMovements, pageOfStatement } from '../../../api/ledger/statements/statement-movements.ts';
import type { Context } from '../../../api/platform/context.ts';
import { inTransaction } from '../../../api/platform/database/transaction.ts';
import { startOfWibDay, wibDay } from '../../../api/platform/wib.ts';
import { aPerson } from '../../support/makers/accounts.ts';
import { aPickupPoint } from '../../support/makers/orders.ts';
import { aCurator, anEarner, earn } from '../../support/makers/payouts.ts';
import { type MarketWorld, openMarketWorld } from '../../support/market-world.ts';

let world: MarketWorld;
let ctx: Context;
beforeAll(async () => {
  world = await openMarketWorld();
  ctx = world.context((await aCurator(world)).actor);
});
afterAll(() => world.close());

const DAY = 86_400;
const COMMISSION = { kind: 'COMMISSION', ownerKey: null } as const;
const today = (): string => wibDay(world.clock.now());

async function stated(owner: Owner, from: string, to: string, asOf: Date | null = null): Promise<Statement> {
  const statement = await statementOf(ctx, { ownerId: ownerId(owner), from, to, asOf });
  if (!statement) throw new Error('no statement');
  return statement;
}

async function movementsOf(statement: Statement): Promise<StatementMovement[]> {
  const all = [];
  for await (const some of allMovements(ctx, statement)) all.push(...some);
  return all;
}

/** The same movements, page by page. */
async function paged(statement: Statement, first: number): Promise<unknown[]> {
  const nodes: unknown[] = [];
  let after: string | null = null;
  for (;;) {
    const page: Awaited<ReturnType<typeof pageOfStatement>> = await pageOfStatement(ctx, statement, { first, after });
    nodes.push(...page.edges.map(({ node }) => node));
    if (!page.pageInfo.hasNextPage) return nodes;
    after = page.pageInfo.endCursor;
  }
}

const sum = (all: readonly { amount: number }[]): number => all.reduce((total, { amount }) => total + amount, 0);

/** What the owner has in all, by the ledger alone: what the market owes it, less what it holds. */
async function worth(owner: Owner): Promise<number> {
  const balances = await Promise.all(
    OWNER_TRAITS[owner.ownerKind].accounts.map(async (kind) => {
      const balance = await balanceOf(ctx.read, accountOf(owner, kind));
      return kind === 'CASH_AT_POINT' ? -balance : balance;
    }),
  );
  return balances.reduce((total, balance) => total + balance, 0);
}

/** Postings of an owner: which of its accounts, how much, against another of its own or the market, and how long until the next. */
const postings = fc.array(
  fc.record({
    from: fc.nat({ max: 2 }),
    to: fc.option(fc.nat({ max: 2 })),
    amount: fc.integer({ min: -9_000_000, max: 9_000_000 }),
    pause: fc.constantFrom(0, 0, 1, 3600, DAY),
  }),
  { minLength: 1, maxLength: 25 },
);

describe('a statement', () => {
  test('adds up to the balances of the ledger, over any days, in pages of any size', async () => {
    const point = (await aPickupPoint(world)).key;
    const shop = (await anEarner(world, 0, 'NONE')).money;
    const manager = world.context((await aPerson(world)).actor);
    const site = { name: 'RW 05 Beji', siteUrl: 'https://rw05.example', kecamatan: null, idempotencyKey: 'rw05' };
    const community = (await registerCommunity(manager, site)).key;
    const owners: Owner[] = [
      shop,
      { ownerKind: 'POINT', ownerKey: point },
      { ownerKind: 'COMMUNITY', ownerKey: community },
    ];
    await fc.assert(
      fc.asyncProperty(postings, fc.integer({ min: 1, max: 7 }), async (all, size) => {
        const owner = owners.shift()!;
        owners.push(owner);
        world.clock.advance(DAY);
        const first = today();
        const before = await worth(owner);
        const { accounts } = OWNER_TRAITS[owner.ownerKind];
        const own = (at: number) => accountOf(owner, accounts[at % accounts.length]!);
        for (const { from, to, amount, pause } of all) {
          const other = to === null ? COMMISSION : own(to);
          const lines = [
            { account: own(from), amount },
            { account: other, amount: -amount },
          ];
          await inTransaction(ctx, (tx) => post(tx, { effect: randomUUID(), memo: 'random', lines }));
          world.clock.advance(pause);
        }
        const last = today();
        const whole = await stated(owner, first, last);
        const movements = await movementsOf(whole);
        expect(whole.opening).toBe(before);
        expect(whole.closing).toBe(await worth(owner));
        expect(whole.opening + sum(movements)).toBe(whole.closing);
        for (const { amount, changes } of movements) expect(sum(changes)).toBe(amount);
        expect(movements.at(-1)?.balance ?? whole.opening).toBe(whole.closing);
        expect(await paged(whole, size)).toEqual(movements);

        let balance = whole.opening;
        const byDay: StatementMovement[] = [];
        for (let day = first; day <= last; day = wibDay(new Date(startOfWibDay(day).getTime() + 1000 * DAY))) {
          const one = await stated(owner, day, day);
          expect(one.opening).toBe(balance);
          balance = one.closing;
          byDay.push(...(await movementsOf(one)));
        }
        expect(balance).toBe(whole.closing);
        expect(byDay).toEqual(movements);
      }),
      { numRuns: 12 },
    );
  });

  test('shows a movement between two accounts of the owner with what it changed of each', async () => {
    const { money } = await anEarner(world, 0, 'NONE');
    const lines = [
      { account: accountOf(money, 'SELLER_HELD'), amount: 500 },
      { account: accountOf(money, 'SELLER_PAYABLE'), amount: -500 },
    ];
    await inTransaction(ctx, (tx) => post(tx, { effect: `released:${randomUUID()}`, memo: 'Past complaint', lines }));
    const [movement] = await movementsOf(await stated(money, today(), today()));
    expect(movement).toMatchObject({
      memo: 'Tidak ditahan lagi, siap dicairkan',
      code: null,
      amount: 0,
      balance: 0,
      changes: [
        { account: 'HELD', amount: -500 },
        { account: 'PAYABLE', amount: 500 },
      ],
    });
  });

  test('cuts days at midnight in WIB', async () => {
    const { money } = await anEarner(world, 0, 'NONE');
    const day = today();
    const midnight = startOfWibDay(day).getTime() + DAY * 1000;
    world.clock.advance((midnight - 1 - world.clock.now().getTime()) / 1000);
    await earn(world, money, 1_000);
    world.clock.advance(0.001);
    await earn(world, money, 200);
    expect(await stated(money, day, day)).toMatchObject({ opening: 0, closing: 1_000 });
    expect(await stated(money, today(), today())).toMatchObject({ opening: 1_000, closing: 1_200 });
  });

  test('stays the same for a past instant, whatever comes later', async () => {
    const { money } = await anEarner(world, 0, 'NONE');
    await earn(world, money, 1_000);
    const day = today();
    const before = await stated(money, day, day);
    const seen = await movementsOf(before);
    world.clock.advance(60);
    await earn(world, money, 500);
    const again = await stated(money, day, day, before.asOf);
    expect(again).toEqual(before);
    expect(await movementsOf(again)).toEqual(seen);
    expect((await stated(money, day, day)).closing).toBe(1_500);
  });

  test('is final once the ledger is closed through its end, and then gives the same bytes for ever', async () => {
    const { money } = await anEarner(world, 0, 'NONE');
    await earn(world, money, 1_000);
    const day = today();
    expect((await stated(money, day, day)).isFinal).toBe(false);
    world.clock.advance(2 * DAY);
    expect((await stated(money, day, day)).isFinal).toBe(false);
    await closeLedger(world.context());
    const final = await stated(money, day, day);
    expect(final.isFinal).toBe(true);
    const bytes = await textOf(final);
    await earn(world, money, 500);
    expect(await textOf(await stated(money, day, day))).toBe(bytes);
    expect((await stated(money, day, today())).isFinal).toBe(false);
  });

  test.each([
    ['id', ';', ['waktu_wib', 'keterangan', 'kode', 'jumlah', 'saldo'], 'Saldo awal', 'Saldo akhir'],
    ['en', ',', ['time_wib', 'memo', 'code', 'amount', 'balance'], 'Opening balance', 'Closing balance'],
  ] as const)(
    'as a file (%s) says the same as the pages, in columns that Excel in that language parts (%s), opening and closing balance first and last',
    async (language, separator, header, opening, closing) => {
      const { money } = await anEarner(world, 0, 'NONE');
      for (const amount of [700, -200]) await earn(world, money, amount);
      const text = await textOf(await stated(money, today(), today()), { ...ctx, em: ctx.em, language });
      expect(text.charCodeAt(0)).toBe(0xfeff);
      const rows: string[][] = parse(text, { bom: true, delimiter: separator, record_delimiter: '\r\n' });
      const day = today();
      expect(rows.map(([time = '', ...cells]) => [time.slice(0, 10), ...cells])).toEqual([
        [header[0].slice(0, 10), ...header.slice(1)],
        [day, opening, '', '', '0'],
        [day, 'test', '', '700', '700'],
        [day, 'test', '', '-200', '500'],
        [day, closing, '', '', '500'],
      ]);
    },
  );

  test('rule 7: is for its owner and the curator; not there and not yours look the same', async () => {
    const { money, owner, seller } = await anEarner(world, 0, 'NONE');
    const other = await anEarner(world, 0, 'NONE');
    const staff = await aPerson(world, { roles: [['SELLER_STAFF', seller.key]] });
    const asked = { ownerId: ownerId(money), from: today(), to: today() };
    expect(await statementOf(world.context(owner.actor), asked)).not.toBeNull();
    for (const { actor } of [other.owner, staff]) expect(await statementOf(world.context(actor), asked)).toBeNull();
    const nobody = { ...asked, ownerId: ownerId({ ...money, ownerKey: randomUUID() }) };
    expect(await statementOf(ctx, nobody)).toBeNull();
  });

  test.each([
    ['2026-02-30', '2026-03-01', 'from'],
    ['', '2026-03-01', 'from'],
    ['2026-03-02', '2026-03-01', 'to'],
    ['2026-03-02', 'x', 'to'],
  ])('from %j to %j is refused', async (from, to, argument) => {
    const asked = statementOf(ctx, { ownerId: 'x', from, to });
    await expect(asked).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT', argument } });
  });
});

async function textOf(statement: Statement, by = ctx): Promise<string> {
  let text = '';
  for await (const piece of statementFile(by, statement)) text += piece;
  return text;
}
