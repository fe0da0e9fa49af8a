import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { otpCodeOf } from '../../api/accounts/index.ts';
import { requestOtp } from '../../api/accounts/request-otp.ts';
import { collectParcel } from '../../api/orders/collect-parcel.ts';
import { codesOf, pinOf } from '../../api/orders/collection.ts';
import type { Order } from '../../api/orders/index.ts';
import { orderToCollect } from '../../api/orders/parcel-queries.ts';
import { unlockCollection } from '../../api/orders/unlock-collection.ts';
import { globalId } from '../../api/platform/keys.ts';
import type { DomainError } from '../../api/platform/refusal.ts';
import { countRows } from '../support/count-rows.ts';
import { expectRefusal, refusalOf } from '../support/expect-refusal.ts';
import { aMarket, anOrder, type Buyer, type Market } from '../support/makers/orders.ts';
import { type MarketWorld, openMarketWorld } from '../support/market-world.ts';
import { bringToPoint, handOver, orderNow, pay } from './journeys.ts';
import { parcelsOf } from './read-back.ts';

let world: MarketWorld;
beforeAll(async () => {
  world = await openMarketWorld();
});
afterAll(() => world.close());

/** A PIN that is not the order's. */
const wrongPin = (order: Order): string => (Number(pinOf(world.context(), order)) === 0 ? '000001' : '000000');

describe('handing over', () => {
  test('takes collect code and PIN, and gives every parcel of the order at the point in one act', async () => {
    const market = await aMarket(world, { shops: 2 });
    const { order } = await anOrder(world, market);
    await pay(world, order);
    await bringToPoint(world, market, order);
    const { parcels, orderCode } = await handOver(world, market, order, {
      collectCode: ` ${order.collectCode.toLowerCase()} `,
    });
    expect(orderCode).toBe(order.code);
    expect(parcels.map(({ status }) => status)).toEqual(['COLLECTED', 'COLLECTED']);
    await expectRefusal(handOver(world, market, order), 'NOTHING_HERE');
  });

  test('asks a cash order for exactly what lies there', async () => {
    const market = await aMarket(world, { shops: 2, price: 10_000 });
    const { order } = await anOrder(world, market, { paymentMethod: 'CASH' });
    await bringToPoint(world, market, order);
    const offered = await orderToCollect(world.context(market.operator.actor), market.pointId, order.collectCode);
    expect(offered).toMatchObject({ orderCode: order.code, cashDue: 24_000 });
    for (const cashTaken of [null, 0, 23_999, 24_001]) {
      const before = await countRows(world.context());
      expect(await refusalOf(handOver(world, market, order, { cashTaken }))).toMatchObject({
        code: 'CASH_DIFFERS',
        values: { due: 'Rp24.000' },
      });
      expect(await countRows(world.context())).toEqual(before);
    }
    expect((await handOver(world, market, order, { cashTaken: 24_000 })).parcels).toHaveLength(2);
  });

  test('takes no cash for what is paid, and gives nothing that is not', async () => {
    const market = await aMarket(world, { shops: 1 });
    const { order } = await anOrder(world, market);
    await expectRefusal(handOver(world, market, order), 'NOT_PAID');
    await pay(world, order);
    await expectRefusal(handOver(world, market, order), 'NOTHING_HERE');
    await bringToPoint(world, market, order);
    await expectRefusal(handOver(world, market, order, { cashTaken: 1 }), 'CASH_DIFFERS');
  });

  test('is for operators of this very point', async () => {
    const market = await aMarket(world, { shops: 1 });
    const elsewhere = await aMarket(world, { shops: 1 });
    const { order } = await anOrder(world, market);
    await pay(world, order);
    await bringToPoint(world, market, order);
    const input = {
      pointId: market.pointId,
      collectCode: order.collectCode,
      pin: pinOf(world.context(), order),
      cashTaken: null,
    };
    await expectRefusal(collectParcel(world.context(elsewhere.operator.actor), input), 'NOT_FOUND');
    const theirs = { ...input, pointId: elsewhere.pointId };
    await expectRefusal(collectParcel(world.context(elsewhere.operator.actor), theirs), 'NOT_FOUND');
    expect(await orderToCollect(world.context(elsewhere.operator.actor), market.pointId, order.collectCode)).toBeNull();
    expect(
      await orderToCollect(world.context(elsewhere.operator.actor), elsewhere.pointId, order.collectCode),
    ).toBeNull();
  });

  test.each(['VA_PERMATA', 'VA_MANDIRI', 'INDOMARET'] as const)(
    'waits five minutes after a settlement by %s, which the bank can reverse',
    async (paymentMethod) => {
      const market = await aMarket(world, { shops: 1 });
      const { order } = await anOrder(world, market, { paymentMethod });
      await pay(world, order);
      await bringToPoint(world, market, order);
      expect(await refusalOf(handOver(world, market, order))).toMatchObject({
        code: 'JUST_PAID',
        values: { minutes: 5 },
      });
      await world.advance(299);
      expect(await refusalOf(handOver(world, market, order))).toMatchObject({
        code: 'JUST_PAID',
        values: { minutes: 1 },
      });
      await world.advance(1);
      expect((await handOver(world, market, order)).parcels).toHaveLength(1);
    },
  );

  test('of two operators at once gives it once', async () => {
    const market = await aMarket(world, { shops: 1 });
    const { order } = await anOrder(world, market, { paymentMethod: 'CASH' });
    await bringToPoint(world, market, order);
    const cashTaken = order.total;
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () =>
        handOver(world, market, order, { cashTaken }).then(
          () => 'GIVEN',
          (error: DomainError) => error.code,
        ),
      ),
    );
    expect(outcomes.sort()).toEqual(['GIVEN', ...Array(7).fill('NOTHING_HERE')].sort());
  });
});

describe('rule 8: five wrong PINs lock an order', () => {
  let market: Market;
  let order: Order;
  let buyer: Buyer;
  beforeEach(async () => {
    market = await aMarket(world, { shops: 1 });
    ({ order, buyer } = await anOrder(world, market));
    await pay(world, order);
    await bringToPoint(world, market, order);
  });
  const attempts = async (): Promise<number> => {
    const [row] = await world
      .context()
      .read.rows<{ n: number }>('select count(*)::int as n from pin_attempt where order_id = $1', [order.key]);
    return row!.n;
  };

  test('each is remembered although it is refused, and then the right one does not help', async () => {
    const pin = wrongPin(order);
    for (const left of [4, 3, 2, 1])
      expect(await refusalOf(handOver(world, market, order, { pin }))).toMatchObject({
        code: 'PIN_WRONG',
        values: { left },
      });
    await expectRefusal(handOver(world, market, order, { pin }), 'PIN_LOCKED');
    expect(await attempts()).toBe(5);
    await expectRefusal(handOver(world, market, order), 'PIN_LOCKED');
    expect((await parcelsOf(world, market, order))[0]?.status).toBe('AT_POINT');
    const codes = await codesOf(world.context(buyer.actor), await orderNow(world, order));
    expect(codes).toMatchObject({ code: order.collectCode, pin: null, isLocked: true });
  });

  test('a hundred guesses at once are still five', async () => {
    const pin = wrongPin(order);
    const codes = await Promise.all(
      Array.from({ length: 100 }, () =>
        handOver(world, market, order, { pin }).catch((error: DomainError) => error.code),
      ),
    );
    expect(await attempts()).toBe(5);
    expect(codes.filter((code) => code === 'PIN_WRONG')).toHaveLength(4);
    expect(codes.filter((code) => code === 'PIN_LOCKED')).toHaveLength(96);
  });

  test('a one-time code unlocks it with a new PIN, and the old one is worth nothing', async () => {
    const old = pinOf(world.context(), order);
    for (let at = 0; at < 5; at += 1) await refusalOf(handOver(world, market, order, { pin: wrongPin(order) }));
    const ctx = world.context(buyer.actor);
    const id = globalId('Order', order.key);
    await expectRefusal(unlockCollection(ctx, id, '000000'), 'CODE_EXPIRED');
    await requestOtp(ctx, { phone: buyer.account.phone!, purpose: 'UNLOCK_COLLECTION' } as never);
    const [challenge] = await ctx.read.rows<{ id: string }>(
      'select id from otp_challenge where phone = $1 and ended_at is null',
      [buyer.account.phone],
    );
    const stranger = (await anOrder(world, market)).buyer;
    await expectRefusal(unlockCollection(world.context(stranger.actor), id, '000000'), 'CODE_EXPIRED');
    const unlocked = await unlockCollection(ctx, id, otpCodeOf(ctx, challenge!.id));
    expect(unlocked.pinVersion).toBe(2);
    expect(pinOf(ctx, unlocked)).not.toBe(old);
    await expectRefusal(handOver(world, market, order, { pin: old }), 'PIN_WRONG');
    expect((await handOver(world, market, order)).parcels).toHaveLength(1);
  });

  test('the PIN is nowhere in the database', async () => {
    const pin = pinOf(world.context(), order);
    const tables = await world
      .context()
      .read.rows<{ name: string }>(
        `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
      );
    for (const { name } of tables) {
      const held = await world
        .context()
        .read.rows(`select 1 from "${name}" t where t::text ~ ('(^|[^0-9])' || $1 || '([^0-9]|$)')`, [pin]);
      expect({ name, held: held.length }).toEqual({ name, held: 0 });
    }
  });
});

describe('the buyer sees the codes', () => {
  test('from payment until nothing is left to collect; with cash from placing', async () => {
    const market = await aMarket(world, { shops: 1 });
    const seen = async (order: Order) => codesOf(world.context(), await orderNow(world, order));
    const { order } = await anOrder(world, market);
    expect(await seen(order)).toBeNull();
    await pay(world, order);
    const codes = await seen(order);
    expect(codes).toMatchObject({ code: order.collectCode, isLocked: false });
    expect(codes?.pin).toMatch(/^\d{6}$/);
    expect(Buffer.from(codes!.codeQr.replace('data:image/svg+xml;base64,', ''), 'base64').toString()).toMatch(/^<svg/);
    await bringToPoint(world, market, order);
    await handOver(world, market, order);
    expect(await seen(order)).toBeNull();
    expect(await seen((await anOrder(world, market, { paymentMethod: 'CASH' })).order)).not.toBeNull();
  });
});
