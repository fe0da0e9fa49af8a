import { afterAll, beforeAll, expect, test } from 'vitest';
import { placeOrder } from '../../../api/orders/place-order.ts';
import { sweepTimers } from '../../../api/orders/sweep-timers.ts';
import { DomainError } from '../../../api/platform/refusal.ts';
import { settled } from '../../payments/a-paid-payment.ts';
import { stageAt } from '../../payments/a-provider.ts';
import { atOnce, countOf, LONG, randomness, reached } from '../../payments/bars/bar.ts';
import { aBuyer, aMarket, type Market, orderOf } from '../../support/makers/orders.ts';
import { openWorld, type World } from '../../support/world.ts';
import { stockOf } from '../read-back.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.close());

/** Seconds that a QRIS order waits for its money. */
const TO_PAY_S = 15 * 60;

/** An order as it stands in the end: its code, its state, and how often its pieces were taken and given up. */
interface Ended {
  readonly code: string;
  readonly paymentStatus: string;
  readonly reserved: number;
  readonly released: number;
}

const endsOf = (buyers: readonly string[]): Promise<Ended[]> =>
  world.context().read.rows<Ended>(
    `select o.code, o.payment_status as "paymentStatus",
            count(*) filter (where m.kind = 'RESERVE')::int as reserved, count(*) filter (where m.kind = 'RELEASE')::int as released
       from orders o join parcel p on p.order_id = o.id
       join stock_movement m on m.cause in ('order:' || o.id, 'parcel:' || p.id)
      where o.buyer_id = any($1::uuid[]) group by o.id`,
    [buyers],
  );

/** So many orders that wait for their money, each of one piece. */
async function ordersThatWait(market: Market, count: number): Promise<{ code: string; buyerKey: string }[]> {
  const placed: { code: string; buyerKey: string }[] = [];
  await atOnce(Array.from({ length: count }), 8, async () => {
    const buyer = await aBuyer(world, market);
    const { code } = await placeOrder(world.context(buyer.actor), orderOf(buyer));
    placed.push({ code, buyerKey: buyer.account.key });
  });
  await settled(world);
  expect(placed).toHaveLength(count);
  return placed;
}

/** Several workers sweep at the same moment. */
const sweep = (): Promise<unknown> => Promise.all([1, 2, 3].map(() => sweepTimers.run({} as never, world.context())));

test(
  'S4: what nobody pays is back on sale within a minute of its end, once, however many workers sweep',
  async () => {
    const count = countOf('S4', 30);
    const market = await aMarket(world, { shops: 1, stock: count, room: count });
    const placed = await ordersThatWait(market, count);
    await world.advance(TO_PAY_S - 1);
    await sweep();
    expect(await stockOf(world, market)).toEqual([{ onHand: count, reserved: count }]);
    await world.advance(61);
    await sweep();
    await settled(world);
    expect(await stockOf(world, market)).toEqual([{ onHand: count, reserved: 0 }]);
    for (const ended of await endsOf(placed.map(({ buyerKey }) => buyerKey))) {
      expect(ended).toMatchObject({ paymentStatus: 'EXPIRED', reserved: 1, released: 1 });
    }
    reached('S4', { abandoned: count, givenBackTwice: 0 });
  },
  LONG,
);

test(
  'S4: money within a second of the end: an order has its pieces or its money back, and nothing is sold twice',
  async () => {
    const count = countOf('S4', 8);
    const batch = 20;
    const random = randomness(4);
    const ends: Record<string, number> = {};
    let rivals = 0;
    for (let done = 0; done < count; done += batch) {
      const pieces = Math.min(batch, count - done);
      const market = await aMarket(world, { shops: 1, stock: pieces, room: 10 * pieces });
      const placed = await ordersThatWait(market, pieces);
      await world.advance(TO_PAY_S - 1.2);
      const due = placed.map(({ code }) => ({ code, at: Math.floor(random() * 11) }));
      // Ten steps of a fifth of a second: money comes, workers sweep, and others wait for a piece, all at once.
      for (let step = 0; step <= 10; step += 1) {
        await world.advance(0.2);
        const pay = due.filter(({ at }) => at === step).map(({ code }) => payAnyway(`${code}-a1`));
        const [, , ...bought] = await Promise.all([Promise.all(pay), sweep(), buyOne(market), buyOne(market)]);
        rivals += bought.filter(Boolean).length;
      }
      await settled(world);
      await world.advance(61);
      await sweep();
      await settled(world);
      const own = await endsOf(placed.map(({ buyerKey }) => buyerKey));
      for (const { paymentStatus } of own) ends[paymentStatus] = (ends[paymentStatus] ?? 0) + 1;
      const held = own.filter(({ reserved, released }) => reserved - released === 1);
      expect(held.map(({ paymentStatus }) => paymentStatus)).toEqual(held.map(() => 'PAID'));
      expect(own.filter(({ paymentStatus }) => paymentStatus === 'PAID')).toHaveLength(held.length);
      // All of them had their money taken: who has no piece has it back.
      expect(own.filter((each) => !held.includes(each)).map(({ paymentStatus }) => paymentStatus)).toEqual(
        own.filter((each) => !held.includes(each)).map(() => 'REFUNDED'),
      );
      const [stock] = await stockOf(world, market);
      expect(stock!.reserved).toBeLessThanOrEqual(stock!.onHand);
    }
    expect(await world.context().read.rows('select sum(amount)::text as sum from ledger_line')).toEqual([{ sum: '0' }]);
    reached('S4', { paidWithinASecond: count, rivals, ...ends });
  },
  LONG,
);

/** The payer's bank says yes, even when the provider had just given the code up. */
async function payAnyway(id: string): Promise<void> {
  Object.assign(world.midtrans.books.find(id)!, { status: 'pending' });
  await stageAt(world.midtrans.url).control('pay', { id });
  await settled(world);
}

/** Another buyer takes a piece if one is free; whether there was one. */
async function buyOne(market: Market): Promise<boolean> {
  const buyer = await aBuyer(world, market);
  try {
    await placeOrder(world.context(buyer.actor), orderOf(buyer, 'CASH'));
    return true;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'OUT_OF_STOCK') return false;
    throw error;
  }
}
