import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTransaction, pauseAfter, type Tx } from '../../../api/platform/database/transaction.ts';
import { type MarketWorld, openMarketWorld } from '../../support/market-world.ts';

let world: MarketWorld;
beforeAll(async () => {
  world = await openMarketWorld();
});
afterAll(() => world.close());

/** Makes PostgreSQL refuse the statement with this state. */
const refuse = (tx: Tx, state: string) =>
  tx.execute(`do $$ begin raise exception 'in the way' using errcode = '${state}'; end $$`);

describe('a transaction that stood in the way of another', () => {
  test.each(['40P01', '40001'])('with %s is run again on a fresh unit of work, at most thrice', async (state) => {
    const units = new Set<unknown>();
    const done = await inTransaction(world.context(), async (tx) => {
      units.add(tx);
      if (units.size < 4) await refuse(tx, state);
      return 'done';
    });
    expect([done, units.size]).toEqual(['done', 4]);
    let times = 0;
    const never = inTransaction(world.context(), async (tx) => {
      times += 1;
      await refuse(tx, state);
    });
    await expect(never).rejects.toThrow(/in the way/);
    expect(times).toBe(4);
  });

  test('is not run again for any other fault', async () => {
    let times = 0;
    const fault = inTransaction(world.context(), async (tx) => {
      times += 1;
      await refuse(tx, '23514');
    });
    await expect(fault).rejects.toThrow(/in the way/);
    expect(times).toBe(1);
  });

  test('waits before each further attempt', async () => {
    const { random } = Math;
    Math.random = () => 0.999_999;
    const began = performance.now();
    let times = 0;
    await inTransaction(world.context(), async (tx) => {
      times += 1;
      if (times < 4) await refuse(tx, '40P01');
    }).finally(() => {
      Math.random = random;
    });
    expect(performance.now() - began).toBeGreaterThanOrEqual(9 + 39 + 159);
  });

  test('waits any time up to a limit that grows fourfold', () => {
    expect([1, 2, 3].map((attempt) => pauseAfter(attempt, 0.999_999))).toEqual([9, 39, 159]);
    expect(pauseAfter(3, 0)).toBe(0);
    const drawn = new Set(Array.from({ length: 100 }, () => pauseAfter(3)));
    expect(drawn.size).toBeGreaterThan(10);
  });
});
