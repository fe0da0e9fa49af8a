import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cancelOrder } from '../../../api/orders/cancel-order.ts';
import { placeOrder } from '../../../api/orders/place-order.ts';
import { globalId } from '../../../api/platform/keys.ts';
import { atOnce, countOf, LONG, randomness, reached, shuffled } from '../../payments/bars/bar.ts';
import { aBuyer, aFullCart, aMarket, type Buyer, orderOf } from '../../support/makers/orders.ts';
import { type MarketWorld, openMarketWorld } from '../../support/market-world.ts';
import { roomOf, stockOf } from '../read-back.ts';

let world: MarketWorld;
beforeAll(async () => {
  world = await openMarketWorld();
}, 60_000);
afterAll(() => world.close());

const SHOPS = 12;
const BUYERS = 32;
const STOCK = 1_000_000;

test(
  'S5: carts of several things in any order, bought and called off at the same time, never block each other for good',
  async () => {
    const count = countOf('S5', 100);
    const random = randomness(5);
    const market = await aMarket(world, { shops: SHOPS, stock: STOCK, room: STOCK });
    const all = market.stalls.map(({ goods }) => goods);
    const buyers: Buyer[] = [];
    for (let at = 0; at < BUYERS; at += 1) buyers.push(await aBuyer(world, market));
    const before = await deadlocks();
    const left = all.map(() => 0);
    let parcels = 0;
    const free = [...buyers];
    // Whatever is thrown fails the test: a deadlock that was not tried again, too.
    await atOnce(Array.from({ length: count }), BUYERS, async () => {
      const buyer = free.pop()!;
      const goods = shuffled(all, random).slice(0, 2 + Math.floor(random() * 5));
      const cart = await aFullCart(world, market, buyer, { goods });
      const order = await placeOrder(generous(buyer), orderOf({ ...buyer, ...cart }, 'CASH'));
      if (random() < 0.4) await cancelOrder(world.context(buyer.actor), globalId('Order', order.key), null);
      else {
        for (const each of goods) left[all.indexOf(each)]! += 1;
        parcels += goods.length;
      }
      free.push(buyer);
    });
    expect(await stockOf(world, market)).toEqual(left.map((reserved) => ({ onHand: STOCK, reserved })));
    expect(await roomOf(world, market)).toBe(parcels);
    expect(await world.context().read.rows('select count(*)::int as orders from orders', [])).toEqual([
      { orders: count },
    ]);
    reached('S5', { carts: count, deadlocksTriedAgain: (await deadlocks()) - before, faults: 0 });
  },
  LONG,
);

/** One person may hold as many orders and pieces as the test needs. */
function generous({ actor }: Buyer) {
  const ctx = world.context(actor);
  const orderSettings = { ...ctx.orderSettings, unpaidOrders: STOCK, piecesOfOneVariant: STOCK };
  return { ...ctx, em: ctx.em, orderSettings };
}

/** Deadlocks that PostgreSQL has broken in this database so far; backends tell of them once a second. */
async function deadlocks(): Promise<number> {
  await pause(1_100);
  const [row] = await world
    .context()
    .read.rows<{ deadlocks: number }>(
      'select deadlocks::int from pg_stat_database where datname = current_database()',
      [],
    );
  return row!.deadlocks;
}
