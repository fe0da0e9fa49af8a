import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { returnParcel } from '../../api/orders/counter.ts';
import { fireTimer } from '../../api/orders/fire-timer.ts';
import type { Order } from '../../api/orders/index.ts';
import { sweepTimers } from '../../api/orders/sweep-timers.ts';
import { ProviderUnavailable } from '../../api/payments/index.ts';
import { aMarket, anOrder, type Market } from '../support/makers/orders.ts';
import { type MarketWorld, openMarketWorld } from '../support/market-world.ts';
import { letThemMeet } from '../support/rival.ts';
import { askProvider, bringToPoint, orderNow, pay, provider, reverse, sweep } from './journeys.ts';
import { parcelsOf, roomOf, stockOf } from './read-back.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;

let world: MarketWorld;
beforeAll(async () => {
  world = await openMarketWorld();
});
afterAll(() => world.close());

const statusOf = async (market: Market, order: Order) => (await parcelsOf(world, market, order))[0]!.status;
const eventsOf = async (order: Order, name: string): Promise<number> => {
  const rows = await world
    .context()
    .read.rows(`select 1 from event where subject->>'orderKey' = $1 and name = $2`, [order.key, name]);
  return rows.length;
};

describe('an order that is not paid', () => {
  test('ends after 15 minutes, and gives everything back', async () => {
    const market = await aMarket(world, { shops: 1 });
    const { order } = await anOrder(world, market);
    await askProvider(world, order);
    await world.advance(15 * 60 - 1);
    await sweep(world);
    expect((await orderNow(world, order)).paymentStatus).toBe('AWAITING');
    await world.advance(1);
    await sweep(world);
    expect(await orderNow(world, order)).toMatchObject({ paymentStatus: 'EXPIRED', fulfilment: 'CANCELLED' });
    expect(await statusOf(market, order)).toBe('CANCELLED');
    expect(await stockOf(world, market)).toEqual([{ onHand: 10, reserved: 0 }]);
    expect(await roomOf(world, market)).toBe(0);
    expect(await eventsOf(order, 'OrderExpired')).toBe(1);
  });

  test('ends after 24 hours when it is to be paid by transfer', async () => {
    const market = await aMarket(world, { shops: 1 });
    const { order } = await anOrder(world, market, { paymentMethod: 'VA_BNI' });
    await askProvider(world, order);
    await world.advance(DAY - 1);
    await sweep(world);
    expect((await orderNow(world, order)).paymentStatus).toBe('AWAITING');
    await world.advance(1);
    await sweep(world);
    expect((await orderNow(world, order)).paymentStatus).toBe('EXPIRED');
  });

  test('is not ended when the provider, asked first, says that it is paid', async () => {
    const market = await aMarket(world, { shops: 1 });
    const { order } = await anOrder(world, market);
    await askProvider(world, order);
    await provider(world, 'pay', order); // and nobody tells us
    await world.advance(20 * 60);
    await sweep(world);
    expect((await orderNow(world, order)).paymentStatus).toBe('PAID');
    expect(await statusOf(market, order)).toBe('WAITING');
  });

  test('is not ended while the provider cannot be asked, but by the first sweep that can', async () => {
    const market = await aMarket(world, { shops: 1 });
    const { order } = await anOrder(world, market);
    await askProvider(world, order);
    await world.advance(20 * 60);
    const out = async (): Promise<never> => {
      throw new ProviderUnavailable('status', 'no route');
    };
    const paymentProvider = { ...world.context().paymentProvider, status: out, charge: out };
    await sweepTimers.run({} as never, { ...world.context(), paymentProvider } as never);
    expect((await orderNow(world, order)).paymentStatus).toBe('AWAITING');
    await sweep(world);
    expect((await orderNow(world, order)).paymentStatus).toBe('EXPIRED');
  });
});

describe('a seller who does not act', () => {
  test('loses the parcel after 24 hours without an answer', async () => {
    const market = await aMarket(world, { shops: 1 });
    const { order } = await anOrder(world, market, { paymentMethod: 'CASH' });
    await world.advance(DAY - 1);
    await sweep(world);
    expect(await statusOf(market, order)).toBe('WAITING');
    await world.advance(1);
    await sweep(world);
    expect(await statusOf(market, order)).toBe('LAPSED');
  });
});

describe('holding days', () => {
  test('last until the end of the last one by the clock of Depok, with a reminder the day before', async () => {
    const market = await aMarket(world, { shops: 1, holdingDays: 3 });
    const { order } = await anOrder(world, market, { paymentMethod: 'CASH' });
    const [parcel] = await bringToPoint(world, market, order);
    const arrivedAt = world.clock.now();
    const wibDay = (at: Date): number => Math.floor((at.getTime() + 7 * HOUR * 1000) / (DAY * 1000));
    expect(parcel!.holdUntil!.getTime()).toBe((wibDay(arrivedAt) + 4) * DAY * 1000 - 7 * HOUR * 1000);
    const remindAt = parcel!.holdUntil!.getTime() - 39 * HOUR * 1000;
    await world.advance((remindAt - arrivedAt.getTime()) / 1000 - 1);
    await sweep(world);
    expect(await eventsOf(order, 'ParcelReturningSoon')).toBe(0);
    await world.advance(1);
    await sweep(world);
    await sweep(world);
    expect(await eventsOf(order, 'ParcelReturningSoon')).toBe(1);
    await world.advance(39 * HOUR - 1);
    await sweep(world);
    expect(await statusOf(market, order)).toBe('AT_POINT');
    await world.advance(1);
    await sweep(world);
    expect(await statusOf(market, order)).toBe('UNCOLLECTED');
  });
});

describe('a parcel that nobody fetches', () => {
  const tasksAbout = async (parcelKey: string): Promise<number> =>
    (
      await world
        .context()
        .read.rows(`select 1 from task where kind = 'LOST_PARCEL' and subject->>'parcelKey' = $1`, [parcelKey])
    ).length;

  test('is looked after by a curator when it is still at the point 14 days after its holding days, once', async () => {
    const market = await aMarket(world, { shops: 2, holdingDays: 1 });
    const { order } = await anOrder(world, market);
    await pay(world, order);
    const [left, returned] = await bringToPoint(world, market, order);
    await world.advance(2 * DAY);
    await sweep(world);
    const at = { pointId: market.pointId, parcelCode: returned!.code };
    await returnParcel(world.context(market.operator.actor), at);
    await world.advance(14 * DAY - 1);
    await sweep(world);
    expect(await tasksAbout(left!.key)).toBe(0);
    await world.advance(1);
    await Promise.all([sweep(world), sweep(world)]);
    expect([await tasksAbout(left!.key), await tasksAbout(returned!.key)]).toEqual([1, 0]);
  });

  test('is looked after just so when its payment was taken back while it lay at the point', async () => {
    const market = await aMarket(world, { shops: 1, holdingDays: 1 });
    const { order } = await anOrder(world, market, { paymentMethod: 'VA_PERMATA' });
    await pay(world, order);
    const [lying] = await bringToPoint(world, market, order);
    await reverse(world, order);
    expect(await statusOf(market, order)).toBe('UNCOLLECTED');
    await world.advance(14 * DAY - 1);
    await sweep(world);
    expect(await tasksAbout(lying!.key)).toBe(0);
    await world.advance(1);
    await sweep(world);
    expect(await tasksAbout(lying!.key)).toBe(1);
    await world.advance(46 * DAY);
    await sweep(world);
    expect(await tasksAbout(lying!.key)).toBe(1);
  });
});

describe('timers', () => {
  test('fire once, however many workers sweep at once, also after a long silence', async () => {
    const market = await aMarket(world, { shops: 1, stock: 100 });
    const orders: Order[] = [];
    for (let at = 0; at < 10; at += 1) orders.push((await anOrder(world, market, { paymentMethod: 'CASH' })).order);
    await world.advance(30 * DAY);
    await Promise.all(Array.from({ length: 6 }, () => sweep(world)));
    for (const order of orders) {
      expect(await statusOf(market, order)).toBe('LAPSED');
      expect(await eventsOf(order, 'ParcelLapsed')).toBe(1);
    }
    const [open] = await world
      .context()
      .read.rows<{ open: number }>('select count(*)::int as open from timer where fired_at is null and due_at <= $1', [
        world.clock.now(),
      ]);
    expect(open?.open).toBe(0);
  });

  test('fire once also when what they do could be done again: one reminder, by four workers at once and later', async () => {
    const market = await aMarket(world, { shops: 1, holdingDays: 3 });
    const { order } = await anOrder(world, market, { paymentMethod: 'CASH' });
    await bringToPoint(world, market, order);
    await world.advance(3 * DAY);
    const [reminder] = await world
      .context()
      .read.rows<{ id: string }>(`select id from timer where order_id = $1 and kind = 'RETURN_NEAR'`, [order.key]);
    const fire = () => fireTimer(world.context(), reminder!.id);
    const fired = await letThemMeet(world, 'event', [fire, fire, fire, fire], 1_500); // those who are too late do not wait
    expect(fired.filter((each) => each.status === 'fulfilled' && each.value)).toHaveLength(1);
    expect(await fire()).toBe(false);
    expect(await eventsOf(order, 'ParcelReturningSoon')).toBe(1);
  });

  test('that fail are tried again, and hold up no other', async () => {
    const market = await aMarket(world, { shops: 1 });
    const [broken, sound] = [
      await anOrder(world, market, { paymentMethod: 'CASH' }),
      await anOrder(world, market, { paymentMethod: 'CASH' }),
    ];
    await world
      .context()
      .read.rows('update stock set reserved = 1 where variant_id = $1', [market.stalls[0]!.goods.variantKey]);
    await world.advance(DAY);
    await sweep(world);
    const ended = [await statusOf(market, broken.order), await statusOf(market, sound.order)];
    expect(ended.sort()).toEqual(['LAPSED', 'WAITING']); // one reservation is there to be given back, not two
    await world
      .context()
      .read.rows('update stock set reserved = 1 where variant_id = $1', [market.stalls[0]!.goods.variantKey]);
    await sweep(world);
    expect([await statusOf(market, broken.order), await statusOf(market, sound.order)]).toEqual(['LAPSED', 'LAPSED']);
  });

  test('before their time do not fire, whoever calls', async () => {
    const market = await aMarket(world, { shops: 1 });
    const { order } = await anOrder(world, market);
    await pay(world, order);
    const timers = await world
      .context()
      .read.rows<{ id: string }>('select id from timer where order_id = $1', [order.key]);
    for (const { id } of timers) expect(await fireTimer(world.context(), id)).toBe(false);
    expect(await statusOf(market, order)).toBe('WAITING');
  });
});
