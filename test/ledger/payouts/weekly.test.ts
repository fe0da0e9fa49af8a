import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lastRound, payWeekly } from '../../../api/ledger/payouts/pay-weekly.ts';
import { Payout } from '../../../api/ledger/payouts/payout.ts';
import { PAYOUT_DEFAULTS } from '../../../api/ledger/payouts/payout-settings.ts';
import { setAside } from '../../../api/ledger/payouts/request-payout.ts';
import type { Tx } from '../../../api/platform/database/transaction.ts';
import { anEarner, ask, earn, enterAccount } from '../../support/makers/payouts.ts';
import { type MarketWorld, openMarketWorld } from '../../support/market-world.ts';
import { letRivalRunFirst } from '../../support/rival.ts';

let world: MarketWorld;
beforeAll(async () => {
  world = await openMarketWorld();
});
afterAll(() => world.close());

const MONDAY = { ...PAYOUT_DEFAULTS };
const DAY = 86_400;
const payoutsOf = (ownerKey: string): Promise<Payout[]> =>
  world
    .context()
    .em.fork()
    .find(Payout, { ownerKey }, { orderBy: { key: 'asc' } });

/** Moves the clock to the next round and so many seconds past it. */
function toRound(seconds: number): void {
  const next = lastRound(world.clock.now(), MONDAY).getTime() + 7 * DAY * 1000;
  world.clock.advance((next - world.clock.now().getTime()) / 1000 + seconds);
}

describe('the instant of the round', () => {
  test.each([
    // 09:00 WIB is 02:00 UTC; 23 November 2026 is a Monday.
    ['2026-11-23T02:00:00.000Z', MONDAY, '2026-11-23T02:00:00.000Z'],
    ['2026-11-23T01:59:59.999Z', MONDAY, '2026-11-16T02:00:00.000Z'],
    ['2026-11-30T01:59:59.999Z', MONDAY, '2026-11-23T02:00:00.000Z'],
    // Sunday 23:59 WIB and Monday 00:00 WIB, which is Sunday 17:00 UTC.
    ['2026-11-22T16:59:59.999Z', { ...MONDAY, roundHour: 0 }, '2026-11-15T17:00:00.000Z'],
    ['2026-11-22T17:00:00.000Z', { ...MONDAY, roundHour: 0 }, '2026-11-22T17:00:00.000Z'],
    ['2026-11-22T20:00:00.000Z', { ...MONDAY, roundHour: 3 }, '2026-11-22T20:00:00.000Z'],
    // Sundays are the last day of the week.
    ['2026-11-23T02:00:00.000Z', { ...MONDAY, roundWeekday: 7 }, '2026-11-22T02:00:00.000Z'],
  ])('at %s with %j is %s', (now, settings, round) => {
    expect(lastRound(new Date(now), settings).toISOString()).toBe(round);
  });
});

describe('the weekly round', () => {
  test('pays everybody with the minimum, once, also by several workers at once', async () => {
    const [rich, poor, owing] = [await anEarner(world, 0), await anEarner(world, 0), await anEarner(world, 0)];
    toRound(-1);
    for (const [shop, amount] of [
      [rich, 90_000],
      [poor, 10_000],
      [owing, -1],
    ] as const)
      await earn(world, shop.money, amount);
    await payWeekly(world.context());
    expect(await payoutsOf(rich.seller.key)).toHaveLength(0);
    world.clock.advance(1);
    await Promise.all(Array.from({ length: 4 }, () => payWeekly(world.context())));
    await payWeekly(world.context());
    expect(await payoutsOf(rich.seller.key)).toMatchObject([{ amount: 90_000, requestedByKey: null }]);
    expect(await payoutsOf(poor.seller.key)).toHaveLength(0);
    expect(await payoutsOf(owing.seller.key)).toHaveLength(0);
  });

  test('is made up for when nobody was there, with what was payable at its time', async () => {
    const shop = await anEarner(world, 60_000);
    const late = await anEarner(world, 0);
    toRound(0);
    world.clock.advance(2 * DAY);
    await earn(world, shop.money, 500_000);
    await earn(world, late.money, 500_000);
    await payWeekly(world.context());
    expect(await payoutsOf(shop.seller.key)).toMatchObject([{ amount: 60_000 }]);
    expect(await payoutsOf(late.seller.key)).toHaveLength(0);
  });

  test('never pays more than is still there', async () => {
    const shop = await anEarner(world, 200_000);
    toRound(60);
    await earn(world, shop.money, -120_000);
    await payWeekly(world.context());
    expect(await payoutsOf(shop.seller.key)).toMatchObject([{ amount: 80_000 }]);
  });

  test('leaves out who asks for a payout at the same moment: there is one', async () => {
    const shop = await anEarner(world, 60_000);
    toRound(60);
    const asking = (tx: Tx) => setAside(tx, shop.money, 'asked-for');
    const outcome = await letRivalRunFirst(world, asking, () => payWeekly(world.context()));
    expect(outcome.status).toBe('fulfilled');
    expect(await payoutsOf(shop.seller.key)).toMatchObject([{ amount: 60_000, idempotencyKey: 'asked-for' }]);
  });

  test('that is done is done: an account that can be used since then waits for the next one', async () => {
    const shop = await anEarner(world, 60_000, 'NONE');
    toRound(-1);
    await enterAccount(world, shop);
    world.clock.advance(1);
    await payWeekly(world.context());
    world.clock.advance(3 * DAY);
    await payWeekly(world.context());
    expect(await payoutsOf(shop.seller.key)).toEqual([]);
    toRound(0);
    await payWeekly(world.context());
    expect(await payoutsOf(shop.seller.key)).toMatchObject([{ amount: 60_000 }]);
  });

  test('goes on where a killed one stopped', async () => {
    const shop = await anEarner(world, 60_000);
    toRound(0);
    // As after a kill: the round has begun and is not done.
    await world.context().read.rows('insert into payout_round (due_at) values ($1)', [world.clock.now()]);
    await payWeekly(world.context());
    expect(await payoutsOf(shop.seller.key)).toHaveLength(1);
  });

  test('pays the others when one owner meets a fault, and that one in the next run', async () => {
    const shops = [await anEarner(world, 60_000), await anEarner(world, 60_000), await anEarner(world, 60_000)];
    const [first] = shops.map(({ seller }) => seller.key).sort();
    const owner = new Client({ connectionString: world.database.ownerUrl });
    await owner.connect();
    await owner.query(
      `create function broken() returns trigger language plpgsql as $$ begin raise exception 'broken'; end $$;
       create trigger broken before insert on payout for each row when (new.owner_id = '${first}') execute function broken()`,
    );
    toRound(0);
    await expect(payWeekly(world.context())).rejects.toThrow(/broken/);
    const paid = async () => (await Promise.all(shops.map(({ seller }) => payoutsOf(seller.key)))).flat().length;
    expect(await paid()).toBe(2);
    await owner.query('drop trigger broken on payout');
    await owner.end();
    await payWeekly(world.context());
    expect(await paid()).toBe(3);
  });

  test('leaves out who has a payout on its way', async () => {
    const shop = await anEarner(world, 60_000);
    await ask(world, shop);
    await earn(world, shop.money, 70_000);
    toRound(0);
    await payWeekly(world.context());
    expect(await payoutsOf(shop.seller.key)).toHaveLength(1);
  });
});
