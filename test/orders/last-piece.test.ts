import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { placeOrder } from '../../api/orders/place-order.ts';
import { DomainError } from '../../api/platform/refusal.ts';
import { aBuyer, aMarket, type Buyer, orderOf } from '../support/makers/orders.ts';
import { type MarketWorld, openMarketWorld } from '../support/market-world.ts';
import { roomOf, stockOf } from './read-back.ts';

describe('rule 1: many buyers at once', () => {
  let world: MarketWorld;
  beforeAll(async () => {
    world = await openMarketWorld();
  });
  afterAll(() => world.close());

  /** What became of each: the code of its refusal, or PLACED. A fault fails the test. */
  const outcomes = (buyers: readonly Buyer[]): Promise<string[]> =>
    Promise.all(
      buyers.map(async (buyer) => {
        try {
          await placeOrder(world.context(buyer.actor), orderOf(buyer));
          return 'PLACED';
        } catch (error) {
          if (error instanceof DomainError) return error.code;
          throw error;
        }
      }),
    );
  const times = (codes: readonly string[], code: string): number => codes.filter((each) => each === code).length;

  test('100 buyers of the last piece: one gets it, 99 are told that it is gone', async () => {
    const market = await aMarket(world, { shops: 1, stock: 1 });
    const buyers: Buyer[] = [];
    for (let at = 0; at < 100; at += 1) buyers.push(await aBuyer(world, market));
    const codes = await outcomes(buyers);
    expect({ placed: times(codes, 'PLACED'), refused: times(codes, 'OUT_OF_STOCK') }).toEqual({
      placed: 1,
      refused: 99,
    });
    expect(await stockOf(world, market)).toEqual([{ onHand: 1, reserved: 1 }]);
    expect(await roomOf(world, market)).toBe(1);
  });

  test('the last place at a point goes to one of 20', async () => {
    const market = await aMarket(world, { shops: 1, stock: 50, room: 1 });
    const buyers: Buyer[] = [];
    for (let at = 0; at < 20; at += 1) buyers.push(await aBuyer(world, market));
    const codes = await outcomes(buyers);
    expect({ placed: times(codes, 'PLACED'), refused: times(codes, 'POINT_FULL') }).toEqual({ placed: 1, refused: 19 });
    expect(await stockOf(world, market)).toEqual([{ onHand: 50, reserved: 1 }]);
  });

  test('carts of the same goods in any order never block each other for good', async () => {
    const market = await aMarket(world, { shops: 5, stock: 40 });
    const goods = market.stalls.map((stall) => stall.goods);
    const buyers: Buyer[] = [];
    for (let at = 0; at < 40; at += 1) {
      buyers.push(await aBuyer(world, market, { goods: [...goods.slice(at % 5), ...goods.slice(0, at % 5)] }));
    }
    expect(times(await outcomes(buyers), 'PLACED')).toBe(20); // room for 100 parcels, five an order
    expect(await roomOf(world, market)).toBe(100);
    expect(await stockOf(world, market)).toEqual(goods.map(() => ({ onHand: 40, reserved: 20 })));
  });
});
