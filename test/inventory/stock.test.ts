import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { adjustStock } from '../../api/inventory/adjust-stock.ts';
import {
  holdStock,
  putBackStock,
  releaseStock,
  reserveStock,
  settleStock,
  stockLeftOf,
  writeOffStock,
} from '../../api/inventory/index.ts';
import { brokenConstraint, inTransaction, sqlState, type Tx } from '../../api/platform/database/transaction.ts';
import { globalId } from '../../api/platform/keys.ts';
import { stockOf } from '../orders/read-back.ts';
import { countRows } from '../support/count-rows.ts';
import { expectRefusal, refusalOf } from '../support/expect-refusal.ts';
import { aMarket, type Market } from '../support/makers/orders.ts';
import { type MarketWorld, openMarketWorld } from '../support/market-world.ts';
import { letRivalRunFirst, letThemMeet } from '../support/rival.ts';

let world: MarketWorld;
beforeAll(async () => {
  world = await openMarketWorld();
});
afterAll(() => world.close());

const within = <Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> => inTransaction(world.context(), work);
const linesOf = ({ stalls }: Market, quantity: number) =>
  stalls.map(({ goods }) => ({ variantKey: goods.variantKey, quantity }));
const eventsAbout = async (variantKey: string): Promise<number> =>
  (
    await world
      .context()
      .read.rows(`select 1 from event where name = 'StockChanged' and subject->>'variantKey' = $1`, [variantKey])
  ).length;

describe('stock that a seller counts', () => {
  test('by two hands at the same moment is counted twice, none of it overwritten', async () => {
    const market = await aMarket(world, { shops: 1, stock: 10 });
    const [{ goods, owner }] = market.stalls as [(typeof market.stalls)[0]];
    const variantId = globalId('Variant', goods.variantKey);
    const count = (delta: number) => () =>
      adjustStock(world.context(owner.actor), { variantId, delta, reason: 'Hitung', idempotencyKey: randomUUID() });
    const counted = await letThemMeet(world, 'stock_movement', [count(-1), count(-2), count(5)]);
    expect(counted.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
    expect(await stockOf(world, market)).toEqual([{ onHand: 12, reserved: 0 }]);
  });

  test('by an import waits for a buyer who is just taking some, and sees what is reserved', async () => {
    const market = await aMarket(world, { shops: 1, stock: 10 });
    const { variantKey } = linesOf(market, 1)[0]!;
    const outcome = await letRivalRunFirst(
      world,
      (tx) => reserveStock(tx, [{ variantKey, quantity: 4 }], 'rival'),
      () => within((tx) => holdStock(tx, [variantKey])),
    );
    expect(outcome).toMatchObject({ status: 'fulfilled', value: new Map([[variantKey, 4]]) });
  });
});

describe('stock', () => {
  test('is reserved, released, settled, put back and written off, and every change is noted', async () => {
    const market = await aMarket(world, { shops: 1 });
    const lines = linesOf(market, 3);
    const steps: readonly (readonly [move: typeof reserveStock, onHand: number, reserved: number])[] = [
      [reserveStock, 10, 3],
      [releaseStock, 10, 0],
      [reserveStock, 10, 3],
      [settleStock, 7, 0],
      [putBackStock, 10, 0],
      [writeOffStock, 7, 0],
    ];
    for (const [move, onHand, reserved] of steps) {
      await within((tx) => move(tx, lines, 'test:1'));
      expect(await stockOf(world, market)).toEqual([{ onHand, reserved }]);
    }
    const variantKey = lines[0]!.variantKey;
    expect(await stockLeftOf(world.context(), variantKey)).toBe(7);
    const [noted] = await world
      .context()
      .read.rows(
        'select sum(on_hand_delta)::int as "onHand", sum(reserved_delta)::int as reserved, count(*)::int as moves from stock_movement where variant_id = $1',
        [variantKey],
      );
    expect(noted).toEqual({ onHand: -3, reserved: 0, moves: 6 });
  });

  test('moves for all lines or for none', async () => {
    const market = await aMarket(world, { shops: 3 });
    const [first, second, third] = linesOf(market, 4);
    const before = await countRows(world.context());
    const refused = within((tx) => reserveStock(tx, [first!, { ...second!, quantity: 11 }, third!], 'test:2'));
    expect(await refusalOf(refused)).toMatchObject({ code: 'OUT_OF_STOCK', values: { left: 10 } });
    expect(await countRows(world.context())).toEqual(before);
    expect(await stockOf(world, market)).toEqual(market.stalls.map(() => ({ onHand: 10, reserved: 0 })));
  });

  test('comes back to a shop that has entered all it may meanwhile, which can count it out again', async () => {
    const market = await aMarket(world, { shops: 1, stock: 1_000_000 });
    const lines = linesOf(market, 3);
    const variantId = globalId('Variant', lines[0]!.variantKey);
    const count = (delta: number) =>
      adjustStock(world.context(market.stalls[0]!.owner.actor), {
        variantId,
        delta,
        reason: 'Hitung',
        idempotencyKey: randomUUID(),
      });
    await within((tx) => reserveStock(tx, lines, 'test:10'));
    await within((tx) => settleStock(tx, lines, 'test:10'));
    await count(3);
    await within((tx) => putBackStock(tx, lines, 'test:10'));
    expect(await stockOf(world, market)).toEqual([{ onHand: 1_000_003, reserved: 0 }]);
    await expectRefusal(count(1), 'INVALID');
    await count(-2);
    expect(await stockOf(world, market)).toEqual([{ onHand: 1_000_001, reserved: 0 }]);
  });

  test('of lines of one variant is counted together', async () => {
    const market = await aMarket(world, { shops: 1 });
    const [line] = linesOf(market, 6);
    await expectRefusal(
      within((tx) => reserveStock(tx, [line!, line!], 'test:3')),
      'OUT_OF_STOCK',
    );
  });

  test("given back while a buyer waits for it is that buyer's", async () => {
    const market = await aMarket(world, { shops: 1 });
    const [line] = linesOf(market, 1);
    await within((tx) => reserveStock(tx, linesOf(market, 10), 'test:4'));
    const outcome = await letRivalRunFirst(
      world,
      (tx) => releaseStock(tx, linesOf(market, 4), 'test:4'),
      () => within((tx) => reserveStock(tx, [line!], 'test:5')),
    );
    expect(outcome.status).toBe('fulfilled');
    expect(await stockOf(world, market)).toEqual([{ onHand: 10, reserved: 7 }]);
  });

  test('that nobody keeps is out of stock; to give back what was not taken is a fault, not a refusal', async () => {
    const market = await aMarket(world, { shops: 1 });
    await expectRefusal(
      within((tx) => reserveStock(tx, [{ variantKey: randomUUID(), quantity: 1 }], 'test:4')),
      'OUT_OF_STOCK',
    );
    await expect(within((tx) => releaseStock(tx, linesOf(market, 1), 'test:5'))).rejects.toThrow(/cannot RELEASE/);
    expect(await stockOf(world, market)).toEqual([{ onHand: 10, reserved: 0 }]);
  });

  test('is told of at once when few are left, so that lists stay true where it matters', async () => {
    const market = await aMarket(world, { shops: 1, stock: 22 });
    const [line] = linesOf(market, 1);
    await within((tx) => reserveStock(tx, [line!], 'test:6'));
    expect(await eventsAbout(line!.variantKey)).toBe(0);
    await within((tx) => reserveStock(tx, [line!], 'test:7'));
    expect(await eventsAbout(line!.variantKey)).toBe(1);
  });

  test('rule 1: 60 who take and give back at once leave it as it was', async () => {
    const market = await aMarket(world, { shops: 4, stock: 5 });
    const lines = linesOf(market, 1);
    await Promise.all(
      Array.from({ length: 60 }, async (_, at) => {
        const turned = [...lines.slice(at % 4), ...lines.slice(0, at % 4)];
        const taken = await within((tx) => reserveStock(tx, turned, 'test:8')).then(
          () => true,
          () => false,
        );
        if (taken) await within((tx) => releaseStock(tx, turned, 'test:8'));
      }),
    );
    expect(await stockOf(world, market)).toEqual(lines.map(() => ({ onHand: 5, reserved: 0 })));
  });
});

describe('the database guards stock', () => {
  test.each([
    ['reserved = on_hand + 1', 'stock_reserved_within_on_hand'],
    ['reserved = -1', 'stock_reserved_not_negative'],
    ['on_hand = 2000000001', 'stock_on_hand_limit'],
  ])('against %s', async (set, constraint) => {
    const market = await aMarket(world, { shops: 1 });
    const key = market.stalls[0]!.goods.variantKey;
    const changed = world.context().read.rows(`update stock set ${set} where variant_id = $1`, [key]);
    expect(await changed.then(() => 'done', brokenConstraint)).toBe(constraint);
  });

  test('and its notes against change', async () => {
    for (const change of [
      'update stock_movement set cause = cause',
      'delete from stock_movement',
      'truncate stock_movement',
    ])
      expect(
        await world
          .context()
          .read.rows(change)
          .then(() => 'done', sqlState),
      ).toBe('42501');
  });
});

describe('a seller counts the stock', () => {
  const adjust = (
    market: Market,
    change: Partial<Parameters<typeof adjustStock>[1]> = {},
    as = market.stalls[0]!.owner,
  ) =>
    adjustStock(world.context(as.actor), {
      variantId: globalId('Variant', market.stalls[0]!.goods.variantKey),
      delta: 5,
      reason: 'Produksi pagi',
      idempotencyKey: randomUUID(),
      ...change,
    });

  test('in and out, with a reason; the same key counts once, also 20 times at once', async () => {
    const market = await aMarket(world, { shops: 1 });
    const idempotencyKey = randomUUID();
    await Promise.all(Array.from({ length: 20 }, () => adjust(market, { idempotencyKey })));
    expect(await stockOf(world, market)).toEqual([{ onHand: 15, reserved: 0 }]);
    await adjust(market, { delta: -15, reason: 'Basi' });
    expect(await stockOf(world, market)).toEqual([{ onHand: 0, reserved: 0 }]);
    expect(await eventsAbout(market.stalls[0]!.goods.variantKey)).toBe(2);
    await expectRefusal(adjust(market, { idempotencyKey, delta: 6 }), 'IDEMPOTENCY_KEY_REUSED');
  });

  test('never below what buyers have reserved', async () => {
    const market = await aMarket(world, { shops: 1 });
    await within((tx) => reserveStock(tx, linesOf(market, 4), 'test:9'));
    const before = await countRows(world.context());
    expect(await refusalOf(adjust(market, { delta: -7 }))).toMatchObject({
      code: 'BELOW_RESERVED',
      values: { reserved: 4 },
    });
    expect(await countRows(world.context())).toEqual(before);
    await adjust(market, { delta: -6 });
    expect(await stockOf(world, market)).toEqual([{ onHand: 4, reserved: 4 }]);
  });

  test('of their own shop only, and with sense', async () => {
    const market = await aMarket(world, { shops: 2 });
    await expectRefusal(adjust(market, {}, market.stalls[1]!.owner), 'NOT_FOUND');
    await expectRefusal(adjust(market, { variantId: 'nonsense' }), 'NOT_FOUND');
    for (const wrong of [
      { delta: 0 },
      { delta: 1_000_001 },
      { delta: 1_000_000 },
      { reason: '  ' },
      { idempotencyKey: '' },
    ])
      await expectRefusal(adjust(market, wrong), 'INVALID');
  });
});
