import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Locale } from '../../api/accounts/index.ts';
import { NOTICES } from '../../api/messaging/notices.ts';
import { dayInWords, parameterOf, timeInWords } from '../../api/messaging/words.ts';
import { acceptParcel, markParcelPacked, rejectParcel } from '../../api/orders/answer-parcel.ts';
import { cancelOrder } from '../../api/orders/cancel-order.ts';
import { collectParcel } from '../../api/orders/collect-parcel.ts';
import { receiveParcel } from '../../api/orders/counter.ts';
import { Order, Parcel, pinOf } from '../../api/orders/index.ts';
import { parcelSubject } from '../../api/orders/move-parcels.ts';
import { inTransaction } from '../../api/platform/database/transaction.ts';
import { appendEvent } from '../../api/platform/jobs/events.ts';
import { formatRupiah } from '../../api/platform/money.ts';
import { TEMPLATES } from '../../simulators/whatsapp/templates.ts';
import { aPerson } from '../support/makers/accounts.ts';
import { aMarket, anOrder, type Market } from '../support/makers/orders.ts';
import { openWorld, type World } from '../support/world.ts';
import { later, noticesAt } from './outbox-bench.ts';

describe('notices about orders', () => {
  let world: World;
  let market: Market;
  beforeAll(async () => {
    world = await openWorld();
    market = await aMarket(world);
  });
  afterAll(() => world.close());

  const parcelsOf = (order: Order) =>
    world.context().em.find(Parcel, { orderKey: order.key }, { orderBy: { key: 'asc' } });
  const ownerOf = (parcel: Parcel) => market.stalls.find(({ seller }) => seller.key === parcel.sellerKey)!.owner;
  const shopOf = (parcel: Parcel) => market.stalls.find(({ seller }) => seller.key === parcel.sellerKey)!.seller.name;

  async function bring(parcels: readonly Parcel[]): Promise<void> {
    for (const parcel of parcels) {
      const seller = world.context(ownerOf(parcel).actor);
      await acceptParcel(seller, parcel.id);
      await markParcelPacked(world.context(ownerOf(parcel).actor), parcel.id);
      await receiveParcel(world.context(market.operator.actor), {
        pointId: market.pointId,
        parcelCode: parcel.code,
        shelf: null,
      });
      world.clock.advance(1);
    }
  }

  test.each(NOTICES.map(({ on, template, parameters }) => ({ on, template, parameters })))(
    '$on to $template: the provider knows the template, and the words are as many as it takes',
    ({ template, parameters }) => {
      const facts = { order: { total: 1 }, parcels: [], shops: [], event: {}, language: 'id' } as never;
      expect(parameters(facts)).toHaveLength(TEMPLATES[template]?.parameters.length ?? -1);
    },
  );

  test('a cash order is told to its buyer once and to each shop', async () => {
    const { order, buyer } = await anOrder(world, market, { paymentMethod: 'CASH', quantity: 2 });
    await world.runJobs();
    const day = dayInWords(order.expectedPickupAt, 'id');
    const link = `http://localhost:4000/pesanan/${order.code}`;
    expect(noticesAt(world, buyer.account.phone)).toEqual([
      ['order_placed_cash', order.code, formatRupiah(order.total), market.point.name, day, link],
    ]);
    for (const parcel of await parcelsOf(order)) {
      const last = noticesAt(world, ownerOf(parcel).account.phone).at(-1);
      const answerBy = timeInWords(parcel.respondBy, 'id');
      const queue = 'http://localhost:4000/jual';
      expect(last).toEqual(['seller_new_order', shopOf(parcel), parcel.code, '2', 'Rp25.000', answerBy, queue]);
    }
  });

  test('everyone who works for the shop hears of a new order, in their own language', async () => {
    const [stall] = market.stalls;
    const staff = await aPerson(world, { locale: Locale.EN, roles: [['SELLER_STAFF', stall?.seller.key ?? '']] });
    await anOrder(world, market, { paymentMethod: 'CASH', goods: [stall!.goods] });
    await world.runJobs();
    const [message] = world.whatsapp.mailbox.of((staff.account.phone ?? '').slice(1));
    expect(message?.content.template).toMatchObject({ name: 'seller_new_order', language: 'en' });
  });

  test('ready comes with collect code and PIN, parcel by parcel; collecting three at once is one message', async () => {
    const { order, buyer } = await anOrder(world, market, { paymentMethod: 'CASH' });
    const parcels = await parcelsOf(order);
    await bring(parcels);
    await world.runJobs();
    const fresh = await world.context().em.findOneOrFail(Order, { key: order.key });
    const ready = noticesAt(world, buyer.account.phone).filter(([template]) => template === 'parcel_ready');
    const pin = pinOf(world.context(), fresh);
    expect(ready.map(([, shop, , , code, shown]) => [shop, code, shown]).sort()).toEqual(
      parcels.map((parcel) => [shopOf(parcel), fresh.collectCode, pin]).sort(),
    );
    await collectParcel(world.context(market.operator.actor), {
      pointId: market.pointId,
      collectCode: fresh.collectCode,
      pin,
      cashTaken: fresh.total,
    } as never);
    await world.runJobs();
    const collected = noticesAt(world, buyer.account.phone).filter(([template]) => template === 'parcel_collected');
    expect(collected).toHaveLength(1);
    for (const parcel of parcels) {
      expect(collected[0]?.[1]).toContain(shopOf(parcel));
      expect(noticesAt(world, ownerOf(parcel).account.phone).at(-1)?.slice(0, 3)).toEqual([
        'seller_parcel_collected',
        shopOf(parcel),
        parcel.code,
      ]);
    }
    expect(world.logged()).not.toContain(pin);
    expect(world.logged()).not.toContain(fresh.collectCode);
  });

  test('a rejection tells the reason without its full stop; cancelling tells the shops', async () => {
    const { order, buyer } = await anOrder(world, market, { paymentMethod: 'CASH' });
    const [first] = await parcelsOf(order);
    await rejectParcel(world.context(ownerOf(first!).actor), first!.id, 'Singkongnya habis.');
    await world.runJobs();
    expect(noticesAt(world, buyer.account.phone).at(-1)).toEqual([
      'parcel_rejected',
      shopOf(first!),
      order.code,
      'Singkongnya habis',
      `http://localhost:4000/pesanan/${order.code}`,
    ]);
    await cancelOrder(world.context(buyer.actor), order.id, null);
    await world.runJobs();
    const [, second] = await parcelsOf(order);
    expect(noticesAt(world, ownerOf(second!).account.phone).at(-1)?.[0]).toBe('seller_parcel_cancelled');
  });

  test('missing pieces that a voucher had paid for are told without a sum, to the shop as well when a curator took them out', async () => {
    const { order, buyer } = await anOrder(world, market, { paymentMethod: 'CASH' });
    const [parcel] = await parcelsOf(order);
    await inTransaction(world.context(), (tx) =>
      appendEvent(tx, 'ParcelPiecesMissing', parcelSubject(parcel!), { reason: 'Habis.', tell: ['BUYER', 'SELLER'] }),
    );
    await world.runJobs();
    const link = 'http://localhost:4000';
    const toBuyer = ['parcel_pieces_missing', shopOf(parcel!), order.code, 'Habis', `${link}/pesanan/${order.code}`];
    const toShop = ['seller_pieces_missing', shopOf(parcel!), parcel!.code, 'Habis', `${link}/jual`];
    expect(noticesAt(world, buyer.account.phone)).toContainEqual(toBuyer);
    expect(noticesAt(world, ownerOf(parcel!).account.phone)).toContainEqual(toShop);
  });

  test('the buyer hears that a parcel goes back soon, and that it was not collected', async () => {
    const goods = [market.stalls[0]!.goods];
    const { order, buyer } = await anOrder(world, market, { paymentMethod: 'CASH', goods });
    const parcels = await parcelsOf(order);
    await bring(parcels);
    for (let day = 1; day <= 4; day += 1) await later(world, 24 * 3600);
    const templates = noticesAt(world, buyer.account.phone).map(([template]) => template);
    expect(templates).toEqual([
      'order_placed_cash',
      'parcel_accepted',
      'parcel_ready',
      'parcel_returning_soon',
      'parcel_uncollected',
    ]);
  });

  test('a parcel that was collected before the message left is not called ready', async () => {
    const goods = [market.stalls[1]!.goods];
    const { order, buyer } = await anOrder(world, market, { paymentMethod: 'CASH', goods });
    await bring(await parcelsOf(order));
    const { collectCode, ...rest } = await world.context().em.findOneOrFail(Order, { key: order.key });
    const pin = pinOf(world.context(), { key: order.key, pinVersion: rest.pinVersion });
    const input = { pointId: market.pointId, collectCode, pin, cashTaken: order.total };
    await collectParcel(world.context(market.operator.actor), input as never);
    await world.runJobs();
    const templates = noticesAt(world, buyer.account.phone).map(([template]) => template);
    expect(templates).not.toContain('parcel_ready');
    expect(templates).toContain('parcel_collected');
  });
});

describe('words of notices', () => {
  test('days and times are those of Depok', () => {
    const lateEvening = new Date('2026-11-25T17:05:00Z');
    expect(dayInWords(lateEvening, 'id')).toBe('Kamis, 26 Nov');
    expect(timeInWords(lateEvening, 'id')).toBe('Kamis, 26 Nov 00.05');
    expect(timeInWords(lateEvening, 'en')).toBe('Thursday, 26 Nov 00:05');
  });

  test('a parameter is one line of at most 200 characters, cut between letters', () => {
    expect(parameterOf('satu\n\tdua      tiga ')).toBe('satu dua tiga');
    expect(parameterOf('  ')).toBe('-');
    const long = parameterOf('👩‍🍳'.repeat(60));
    expect(long.length).toBeLessThanOrEqual(200);
    expect(long.endsWith('👩‍🍳…')).toBe(true);
  });
});
