import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { placeOrder } from '../../api/orders/place-order.ts';
import { DomainError } from '../../api/platform/refusal.ts';
import { countOf, LONG, reached } from '../payments/bars/bar.ts';
import { refusalOf } from '../support/expect-refusal.ts';
import { aBuyer, aMarket, type Buyer, type Market, orderOf } from '../support/makers/orders.ts';
import { type MarketWorld, openMarketWorld } from '../support/market-world.ts';
import { statementsOf } from '../support/sent-statements.ts';
import { stockOf } from './read-back.ts';

const ROUNDS = countOf('S1', 10);
/** As many as the bar says when it is asked for; fewer show the same in the usual run. */
const BUYERS = process.env.BAR === 'S1' ? 500 : 60;

describe('a rush for the last piece', () => {
  let world: MarketWorld;
  beforeAll(async () => {
    world = await openMarketWorld();
  });
  afterAll(() => world.close());

  const sql = (text: string, values: unknown[]) => world.context().read.rows(text, values);

  /** The market as it was before the round: one piece, and one in each cart. */
  async function setBack({ stalls }: Market, buyers: readonly Buyer[]): Promise<void> {
    const { variantKey, price } = stalls[0]!.goods;
    await sql('update stock set on_hand = reserved + 1 where variant_id = $1', [variantKey]);
    await sql(
      `insert into cart_line (id, cart_id, variant_id, quantity, selected, price_when_added)
       select gen_random_uuid(), id, $2, 1, true, $3 from cart where account_id = any($1::uuid[])
          and not exists (select from cart_line l where l.cart_id = cart.id)`,
      [buyers.map(({ account }) => account.key), variantKey, price],
    );
  }

  test(
    `S1: rule 1, ${ROUNDS} times ${BUYERS} buyers at once are one order each time, the rest are told OUT_OF_STOCK`,
    async () => {
      const market = await aMarket(world, { shops: 1, stock: 0, room: 1000 });
      const buyers: Buyer[] = [];
      for (let at = 0; at < BUYERS; at += 1) buyers.push(await aBuyer(world, market));
      for (let round = 1; round <= ROUNDS; round += 1) {
        await setBack(market, buyers);
        const settled = await Promise.allSettled(
          buyers.map((buyer) => placeOrder(generous(buyer), orderOf(buyer, 'CASH'))),
        );
        const codes = settled.flatMap((each) => (each.status === 'rejected' ? [codeOf(each.reason)] : []));
        expect(codes).toEqual(Array.from({ length: BUYERS - 1 }, () => 'OUT_OF_STOCK'));
        expect(await stockOf(world, market)).toEqual([{ onHand: round, reserved: round }]);
      }
      reached('S1', { rounds: ROUNDS, buyers: BUYERS, soldTwice: 0 });
    },
    LONG,
  );

  test('who comes too late is refused by one read, who was in time gets the order again', async () => {
    const market = await aMarket(world, { shops: 1, stock: 1 });
    const [first, second, third] = [
      await aBuyer(world, market),
      await aBuyer(world, market),
      await aBuyer(world, market),
    ];
    const input = orderOf(first);
    const { code } = await placeOrder(world.context(first.actor), input);
    expect((await refusalOf(placeOrder(world.context(second.actor), orderOf(second)))).code).toBe('OUT_OF_STOCK');
    const statements = await statementsOf(async () => {
      const refusal = await refusalOf(placeOrder(world.context(third.actor), orderOf(third)));
      expect(refusal).toMatchObject({ code: 'OUT_OF_STOCK', values: { left: 0 } });
    });
    expect(statements).toBe(1);
    expect((await placeOrder(world.context(first.actor), input)).code).toBe(code);
  });

  test('of a hundred at once few hold the database; the others are refused together, but not who came for something else', async () => {
    const market = await aMarket(world, { shops: 2, stock: 1 });
    const [wanted, other] = market.stalls.map(({ goods }) => goods);
    const buyers: Buyer[] = [];
    for (let at = 0; at < 100; at += 1)
      buyers.push(await aBuyer(world, market, { goods: [at === 90 ? other! : wanted!] }));
    await world.advance(60); // long after the last refusal: nobody expects a rush
    let settled: PromiseSettledResult<unknown>[] = [];
    const statements = await statementsOf(async () => {
      settled = await Promise.allSettled(buyers.map((buyer) => placeOrder(world.context(buyer.actor), orderOf(buyer))));
    });
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    expect(settled[90]?.status).toBe('fulfilled');
    const codes = settled.flatMap((each) => (each.status === 'rejected' ? [codeOf(each.reason)] : []));
    expect(new Set(codes)).toEqual(new Set(['OUT_OF_STOCK']));
    expect(await stockOf(world, market)).toEqual([1, 1].map((reserved) => ({ onHand: 1, reserved })));
    // Each order that comes to its locks takes a dozen and a half; a look for each who waits would be 95 more.
    expect(statements).toBeLessThan(150);
  });

  /** One person may win several rounds. */
  function generous({ actor }: Buyer) {
    const ctx = world.context(actor);
    return {
      ...ctx,
      em: ctx.em,
      orderSettings: { ...ctx.orderSettings, unpaidOrders: 1000, piecesOfOneVariant: 1000 },
    };
  }
});

function codeOf(error: unknown): string {
  if (error instanceof DomainError) return error.code;
  throw error;
}
