import { afterAll, beforeAll, expect, test } from 'vitest';
import { redeemCheckoutToken } from '../../../api/carts/checkout-tokens.ts';
import { cancelOrder } from '../../../api/orders/cancel-order.ts';
import { Order } from '../../../api/orders/index.ts';
import { sweepTimers } from '../../../api/orders/sweep-timers.ts';
import { refreshAttempt } from '../../../api/payments/refresh-payment.ts';
import { globalId } from '../../../api/platform/keys.ts';
import { settled } from '../../payments/a-paid-payment.ts';
import { stageAt } from '../../payments/a-provider.ts';
import { chanceFor, countOf, LONG, reached, seedFor, shuffled } from '../../payments/bars/bar.ts';
import type { Person } from '../../support/makers/accounts.ts';
import { aMarket, type Market } from '../../support/makers/orders.ts';
import { openWorld, type World } from '../../support/world.ts';
import { aShelf, type Shelf, watched, wrongOn } from './shelf.ts';
import { aPlan, aShopper, checkout, refusalOf, type Shopper } from './shoppers.ts';

let world: World;
let market: Market;
beforeAll(async () => {
  world = await openWorld();
  market = await aMarket(world, { shops: 2, room: 100_000 });
}, 60_000);
afterAll(() => world.close());

/** Carts that want the goods of a shelf at the same time, and how often others come for what was given back. */
const CARTS = 8;
const WAVES = 4;
/** Seconds that a QRIS order waits for its money, and a little. */
const PAST_PAYING_S = 15 * 60 + 61;

interface Placed {
  readonly order: Order;
  readonly buyer: Person;
}

/** What is done at the same time, in random order. */
type Act = () => Promise<unknown>;

const figures = { placed: 0, refused: 0, revived: 0, tooLate: 0, merged: 0, looks: 0 };

test(
  'S3: carts of several buyers, two of one buyer, and orders that late money revives, never have more than there was',
  async () => {
    const count = countOf('S3', 40);
    const seed = seedFor('S3');
    const random = chanceFor('S3');
    let carts = 0;
    while (carts < count) {
      const shelf = await aShelf(world, market, random);
      const placed: Placed[] = [];
      for (let wave = 1; wave <= WAVES && carts < count; wave += 1) {
        await endSome(placed, random);
        const plans = Array.from({ length: Math.min(CARTS, count - carts) }, () => aPlan(shelf, random));
        const shoppers = await Promise.all(plans.map((plan) => aShopper(world, market, plan)));
        carts += shoppers.reduce((sum, each) => sum + each.carts, 0);
        await allAtOnce(shelf, placed, shoppers, random);
        expect(await wrongOn(world, shelf), `seed ${seed}, ${carts} carts`).toEqual([]);
      }
    }
    expect(Math.min(figures.placed, figures.refused, figures.revived + figures.tooLate)).toBeGreaterThan(0);
    expect(await world.context().read.rows('select sum(amount)::text as sum from ledger_line')).toEqual([{ sum: '0' }]);
    reached('S3', { seed, carts, ...figures, oversold: 0 });
  },
  LONG,
);

/** Half of the orders that wait for their money end before it comes: some are called off, sometimes the time of all runs out. */
async function endSome(placed: readonly Placed[], random: () => number): Promise<void> {
  for (const each of placed) if (random() < 0.5) await callOff(each);
  if (random() < 0.4) {
    await world.advance(PAST_PAYING_S);
    await sweep();
  }
  await settled(world);
}

/** Checkouts, carts that come in late, money that comes too late or in time, orders called off and the end of a deadline. */
async function allAtOnce(
  shelf: Shelf,
  placed: Placed[],
  shoppers: readonly Shopper[],
  random: () => number,
): Promise<void> {
  const paying = await payersAmong(placed, random);
  const leaving = placed.filter(() => random() < 0.15);
  const acts: Act[] = [
    ...shoppers.flatMap(({ person, checkouts }) => checkouts.map((wanted) => () => buy(person, wanted, placed))),
    ...shoppers.flatMap(({ person, lateMerge }) => (lateMerge ? [() => merge(person, lateMerge)] : [])),
    ...paying.map(
      ({ attemptKey }) =>
        () =>
          refreshAttempt(world.context(), attemptKey),
    ),
    ...leaving.map((each) => () => callOff(each)),
    ...(random() < 0.3 ? [sweep] : []),
  ];
  const mixed = shuffled(acts, random);
  const { looks, wrong } = await watched(world, shelf, () => Promise.all(mixed.map((act) => act())));
  figures.looks += looks;
  expect(wrong).toBe(0);
  await settled(world);
  for (const { key, isLate } of paying) {
    const { paymentStatus } = await world.context().em.fork().findOneOrFail(Order, { key });
    expect(paymentStatus).not.toMatch(/AWAITING|CANCELLED|EXPIRED/);
    if (isLate) figures[paymentStatus === 'PAID' ? 'revived' : 'tooLate'] += 1;
  }
}

interface Paying {
  readonly key: string;
  readonly attemptKey: string;
  readonly isLate: boolean;
}

/** Some whose money is at the bank from now on, without our having heard: most whose order has ended, a few who are in time. */
async function payersAmong(placed: readonly Placed[], random: () => number): Promise<Paying[]> {
  const rows = await world.context().read.rows<Paying & { code: string }>(
    `select o.id as key, a.id as "attemptKey", o.code, o.payment_status <> 'AWAITING' as "isLate"
       from orders o join payment p on p.reference = o.id join payment_attempt a on a.payment_id = p.id
      where o.id = any($1::uuid[]) and o.payment_status in ('AWAITING', 'CANCELLED', 'EXPIRED') order by o.id`,
    [placed.map(({ order }) => order.key)],
  );
  const paying = rows.filter(({ isLate }) => random() < (isLate ? 0.7 : 0.1));
  for (const { code } of paying) {
    // The payer's bank says yes, even when the provider had just given the code up.
    Object.assign(world.midtrans.books.find(`${code}-a1`)!, { status: 'pending' });
    await stageAt(world.midtrans.url).control('pay', { id: `${code}-a1` });
  }
  return paying;
}

async function buy(person: Person, wanted: Shopper['checkouts'][number], placed: Placed[]): Promise<void> {
  const order = await checkout(world, person, wanted);
  if (typeof order === 'string') figures.refused += 1;
  else if (placed.every((each) => each.order.key !== order.key)) {
    figures.placed += 1;
    placed.push({ order, buyer: person });
  }
}

async function merge({ actor }: Person, token: string): Promise<void> {
  await redeemCheckoutToken(world.context(actor), token);
  figures.merged += 1;
}

/** The buyer calls an order off, where that is still possible. */
async function callOff({ order, buyer }: Placed): Promise<void> {
  try {
    await cancelOrder(world.context(buyer.actor), globalId('Order', order.key), null);
  } catch (error) {
    expect(refusalOf(error)).toEqual({ code: 'TOO_LATE', field: ['orderId'] });
  }
}

const sweep = (): Promise<unknown> => sweepTimers.run({} as never, world.context());
