import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Cart, giveVoucherBack, redeemVoucher } from '../../api/carts/index.ts';
import { applyVoucher } from '../../api/carts/vouchers/apply-voucher.ts';
import type { Voucher } from '../../api/carts/vouchers/voucher.ts';
import { rejectParcel } from '../../api/orders/answer-parcel.ts';
import { cancelOrder } from '../../api/orders/cancel-order.ts';
import type { Order } from '../../api/orders/index.ts';
import { lockOrder } from '../../api/orders/lock-order.ts';
import { endUnpaid } from '../../api/orders/payment-listeners.ts';
import { placeOrder } from '../../api/orders/place-order.ts';
import { expirePayment } from '../../api/payments/index.ts';
import { brokenConstraint, inTransaction } from '../../api/platform/database/transaction.ts';
import { globalId, newKey } from '../../api/platform/keys.ts';
import { DomainError } from '../../api/platform/refusal.ts';
import { countOf, LONG, reached } from '../payments/bars/bar.ts';
import { expectRefusal } from '../support/expect-refusal.ts';
import { aPerson } from '../support/makers/accounts.ts';
import { aFullCart, aMarket, type Buyer, type Market, orderOf } from '../support/makers/orders.ts';
import { aBuyerWith, aVoucher } from '../support/makers/vouchers.ts';
import { type MarketWorld, openMarketWorld } from '../support/market-world.ts';
import { askProvider, bringToPoint, handOver, orderNow, pay, provider, sweep } from './journeys.ts';
import { parcelsOf } from './read-back.ts';

let world: MarketWorld;
beforeAll(async () => {
  world = await openMarketWorld();
});
afterAll(() => world.close());

/** Rounds of the race for the last use: 5 with every run of the tests, 50 before a release. */
const ROUNDS = countOf('M12', 5);

async function place(buyer: Buyer, paymentMethod: 'QRIS' | 'CASH' = 'QRIS'): Promise<Order> {
  return placeOrder(world.context(buyer.actor), orderOf(buyer, paymentMethod));
}

/** What became of each: the code of its refusal, or PLACED. A fault fails the test. */
function outcomes(buyers: readonly Buyer[]): Promise<string[]> {
  return Promise.all(
    buyers.map((buyer) =>
      place(buyer).then(
        () => 'PLACED',
        (error: unknown) => {
          if (error instanceof DomainError) return error.code;
          throw error;
        },
      ),
    ),
  );
}

const times = (codes: readonly string[], code: string): number => codes.filter((each) => each === code).length;

/** Uses as the voucher counts them, the redemptions that count, and those given back. */
async function usesOf({ key }: Voucher): Promise<{ uses: number; live: number; back: number }> {
  const [row] = await world.context().read.rows<{ uses: number; live: number; back: number }>(
    `select v.uses, count(r.id) filter (where r.given_back_at is null)::int as live,
            count(r.id) filter (where r.given_back_at is not null)::int as back
       from voucher v left join voucher_redemption r on r.voucher_id = v.id where v.id = $1 group by v.id`,
    [key],
  );
  return row!;
}

async function anOrderWith(market: Market, voucher: Voucher): Promise<{ order: Order; buyer: Buyer }> {
  const buyer = await aBuyerWith(world, market, voucher);
  return { order: await place(buyer), buyer };
}

/** The same person with a full cart and the voucher on it once more. */
async function again(buyer: Buyer, market: Market, { code }: Voucher): Promise<Buyer> {
  const cart = await aFullCart(world, market, buyer);
  await applyVoucher(world.context(buyer.actor), cart.cartId, code);
  return { ...buyer, ...cart, total: cart.total - 1_000 };
}

describe('M12: a voucher for one order', () => {
  test.each(Array.from({ length: ROUNDS }, (_, at) => at + 1))(
    '200 at once, round %i: one uses it, 199 are told, and an unpaid end gives it back once',
    async (round) => {
      const market = await aMarket(world, { shops: 1, stock: 500, room: 500 });
      const voucher = await aVoucher(world, { limitTotal: 1 });
      const buyers: Buyer[] = [];
      for (let at = 0; at < 200; at += 1) buyers.push(await aBuyerWith(world, market, voucher));
      const codes = await outcomes(buyers);
      expect({ placed: times(codes, 'PLACED'), refused: times(codes, 'VOUCHER_USED_UP') }).toEqual({
        placed: 1,
        refused: 199,
      });
      expect(await usesOf(voucher)).toEqual({ uses: 1, live: 1, back: 0 });
      await world.advance(16 * 60);
      await sweep(world);
      await sweep(world);
      expect(await usesOf(voucher)).toEqual({ uses: 0, live: 0, back: 1 });
      reached('M12', { round, buyers: 200, uses: 1, givenBack: 1 });
    },
    LONG,
  );

  test.each([
    ['of one buyer', { limitPerBuyer: 1 }, 'VOUCHER_USED_BY_YOU'],
    ['of one buyer a day', { period: 'DAY', limitPerPeriod: 1 }, 'VOUCHER_USED_TODAY'],
  ] as const)('%s, ten orders at once: one counts', async (_, limits, code) => {
    const voucher = await aVoucher(world, limits);
    const { account } = await aPerson(world);
    const redemption = { voucherKey: voucher.key, buyerKey: account.key, discount: 1_000 };
    const codes = await Promise.all(
      Array.from({ length: 10 }, () =>
        inTransaction(world.context(), (tx) => redeemVoucher(tx, { ...redemption, orderKey: newKey() })).then(
          () => 'COUNTED',
          (error: unknown) => {
            if (error instanceof DomainError) return error.code;
            throw error;
          },
        ),
      ),
    );
    expect({ counted: times(codes, 'COUNTED'), refused: times(codes, code) }).toEqual({ counted: 1, refused: 9 });
    expect(await usesOf(voucher)).toEqual({ uses: 1, live: 1, back: 0 });
  });

  test('of one buyer, who presses twice on two devices, is used once', async () => {
    const market = await aMarket(world, { shops: 1 });
    const voucher = await aVoucher(world, { limitPerBuyer: 1 });
    const buyer = await aBuyerWith(world, market, voucher);
    const codes = await outcomes([buyer, buyer, buyer]);
    expect(times(codes, 'PLACED')).toBe(1);
    expect(await usesOf(voucher)).toEqual({ uses: 1, live: 1, back: 0 });
  });
});

test('a used voucher leaves the cart; one that took nothing off stays for goods to come', async () => {
  const market = await aMarket(world, { shops: 1 });
  const voucherOnCart = async ({ account }: Buyer): Promise<string | null> =>
    (await world.context().em.fork().findOneOrFail(Cart, { accountKey: account.key })).voucherKey;
  const used = await aBuyerWith(world, market, await aVoucher(world));
  await place(used);
  expect(await voucherOnCart(used)).toBeNull();
  const dear = await aVoucher(world, { minimumSpend: 900_000 });
  const kept = await aBuyerWith(world, market, dear, { discount: 0 });
  expect(await place(kept)).toMatchObject({ voucherKey: null, voucherCode: null, discountTotal: 0 });
  expect(await voucherOnCart(kept)).toBe(dear.key);
});

describe('a use is given back', () => {
  test.each(['cancelled', 'expired'] as const)('once, when the order is %s unpaid', async (how) => {
    const market = await aMarket(world, { shops: 2 });
    const voucher = await aVoucher(world, { limitPerBuyer: 1, period: 'DAY', limitPerPeriod: 1 });
    const { order, buyer } = await anOrderWith(market, voucher);
    const ctx = world.context(buyer.actor);
    if (how === 'cancelled') {
      await cancelOrder(ctx, globalId('Order', order.key), null);
      await cancelOrder(ctx, globalId('Order', order.key), null);
    } else {
      await world.advance(16 * 60);
      await sweep(world);
    }
    expect(await usesOf(voucher)).toEqual({ uses: 0, live: 0, back: 1 });
    await inTransaction(world.context(), (tx) => giveVoucherBack(tx, order.key));
    expect(await usesOf(voucher)).toEqual({ uses: 0, live: 0, back: 1 });
    await place(await again(buyer, market, voucher));
    expect(await usesOf(voucher)).toEqual({ uses: 1, live: 1, back: 1 });
  });

  test('when every parcel falls away, not while one may still be collected, and never when one was', async () => {
    const market = await aMarket(world, { shops: 2 });
    const voucher = await aVoucher(world, { limitTotal: 2 });
    const reject = async (order: Order, at: number): Promise<void> => {
      const parcel = (await parcelsOf(world, market, order))[at]!;
      const seller = world.context(market.stalls[at]!.owner.actor);
      await rejectParcel(seller, globalId('Parcel', parcel.key), 'Habis di rak');
    };
    const { order: fallen } = await anOrderWith(market, voucher);
    await pay(world, fallen);
    await reject(fallen, 0);
    expect(await usesOf(voucher)).toEqual({ uses: 1, live: 1, back: 0 });
    await reject(fallen, 1);
    expect(await usesOf(voucher)).toEqual({ uses: 0, live: 0, back: 1 });

    const { order: had } = await anOrderWith(market, voucher);
    await pay(world, had);
    await reject(had, 0);
    await bringToPoint(world, { ...market, stalls: market.stalls.slice(1) }, had);
    await handOver(world, market, had);
    expect((await orderNow(world, had)).fulfilment).toBe('COMPLETED');
    expect(await usesOf(voucher)).toEqual({ uses: 1, live: 1, back: 1 });
  });

  test('when a cash order is called off; the cash asked for was the discounted sum', async () => {
    const market = await aMarket(world, { shops: 1, price: 10_000 });
    const voucher = await aVoucher(world);
    const one = await aBuyerWith(world, market, voucher);
    const called = await place(one, 'CASH');
    await cancelOrder(world.context(one.actor), globalId('Order', called.key), null);
    expect(await usesOf(voucher)).toEqual({ uses: 0, live: 0, back: 1 });
    const order = await place(await aBuyerWith(world, market, voucher), 'CASH');
    await bringToPoint(world, market, order);
    await expectRefusal(handOver(world, market, order, { cashTaken: 12_000 }), 'CASH_DIFFERS');
    await handOver(world, market, order, { cashTaken: 11_000 });
    expect(await usesOf(voucher)).toEqual({ uses: 1, live: 1, back: 1 });
  });
});

describe('late money for an order with a voucher', () => {
  /** Paid at the provider, and ended on our side before we heard. */
  async function anEndedOrder(market: Market, voucher: Voucher): Promise<{ order: Order; buyer: Buyer }> {
    const { order, buyer } = await anOrderWith(market, voucher);
    await askProvider(world, order);
    await provider(world, 'pay', order);
    await inTransaction(world.context(), async (tx) => {
      const locked = (await lockOrder(tx, order.key))!;
      await endUnpaid(tx, locked, 'expire');
      await expirePayment(tx, locked.payment);
    });
    return { order, buyer };
  }

  test('takes the use again', async () => {
    const market = await aMarket(world, { shops: 1 });
    const voucher = await aVoucher(world, { limitTotal: 1, limitPerBuyer: 1, period: 'WEEK', limitPerPeriod: 1 });
    const { order } = await anEndedOrder(market, voucher);
    expect(await usesOf(voucher)).toEqual({ uses: 0, live: 0, back: 1 });
    await askProvider(world, order);
    expect(await orderNow(world, order)).toMatchObject({ paymentStatus: 'PAID', discountTotal: 1_000 });
    expect(await usesOf(voucher)).toEqual({ uses: 1, live: 1, back: 0 });
    const [slots] = await world
      .context()
      .read.rows('select buyer_slot, period_slot, period_start from voucher_redemption where order_id = $1', [
        order.key,
      ]);
    expect(slots).toEqual({ buyer_slot: 1, period_slot: 1, period_start: '2026-11-23' });
  });

  test('honours the price that was paid when the use is gone, without counting it', async () => {
    const market = await aMarket(world, { shops: 1 });
    const voucher = await aVoucher(world, { limitTotal: 1 });
    const { order } = await anEndedOrder(market, voucher);
    await anOrderWith(market, voucher);
    await askProvider(world, order);
    expect(await orderNow(world, order)).toMatchObject({
      paymentStatus: 'PAID',
      fulfilment: 'OPEN',
      discountTotal: 1_000,
    });
    expect(await usesOf(voucher)).toEqual({ uses: 1, live: 1, back: 1 });
    const honoured = await world
      .context()
      .read.rows('select honoured_at is not null as is from voucher_redemption where order_id = $1', [order.key]);
    expect(honoured).toEqual([{ is: true }]);
  });

  test("honours it as well when the buyer's own limit was reached meanwhile", async () => {
    const market = await aMarket(world, { shops: 1 });
    const voucher = await aVoucher(world, { limitPerBuyer: 1 });
    const { order, buyer } = await anEndedOrder(market, voucher);
    await place(await again(buyer, market, voucher));
    await askProvider(world, order);
    expect(await orderNow(world, order)).toMatchObject({ paymentStatus: 'PAID', discountTotal: 1_000 });
    expect(await usesOf(voucher)).toEqual({ uses: 1, live: 1, back: 1 });
  });

  test('gives nothing back twice when goods cannot be had', async () => {
    const market = await aMarket(world, { shops: 1, stock: 1 });
    const voucher = await aVoucher(world, { limitTotal: 2 });
    const { order } = await anEndedOrder(market, voucher);
    await place(await aBuyerWith(world, market, await aVoucher(world)));
    await askProvider(world, order);
    expect(await orderNow(world, order)).toMatchObject({ paymentStatus: 'REFUND_DUE' });
    expect(await usesOf(voucher)).toEqual({ uses: 0, live: 0, back: 1 });
  });
});

describe('the database refuses', () => {
  const broken = (sql: string, values: unknown[]): Promise<unknown> =>
    world
      .context()
      .read.rows(sql, values)
      .then(() => 'nothing', brokenConstraint);

  test('more uses than the limit, fewer than none, and a second redemption of an order or of a slot', async () => {
    const market = await aMarket(world, { shops: 1 });
    const voucher = await aVoucher(world, { limitTotal: 1, limitPerBuyer: 1, period: 'DAY', limitPerPeriod: 1 });
    const { order } = await anOrderWith(market, voucher);
    const bound = 'voucher_uses_within_limit';
    expect(await broken('update voucher set uses = 2 where id = $1', [voucher.key])).toBe(bound);
    expect(await broken('update voucher set uses = -1 where id = $1', [voucher.key])).toBe(bound);
    const copy = (change: object): Promise<unknown> =>
      broken(
        `insert into voucher_redemption select (jsonb_populate_record(r, $2::jsonb)).* from voucher_redemption r where order_id = $1`,
        [order.key, JSON.stringify({ id: newKey(), ...change })],
      );
    const slots = { buyer_slot: 2, period_slot: 2 };
    expect(await copy(slots)).toBe('voucher_redemption_once_per_order');
    const other = { order_id: newKey() };
    expect(await copy({ ...other, period_slot: 2 })).toBe('voucher_redemption_buyer_slot_once');
    expect(await copy({ ...other, buyer_slot: 2 })).toBe('voucher_redemption_period_slot_once');
    const given = { ...other, ...slots, given_back_at: new Date().toISOString() };
    expect(await copy(given)).toBe('voucher_redemption_given_back_holds_none');
  });

  test('a use beyond the limits of its voucher: a slot above them, none where there is one, and one that never counted', async () => {
    const market = await aMarket(world, { shops: 1 });
    const voucher = await aVoucher(world, { limitPerBuyer: 2, period: 'DAY', limitPerPeriod: 2 });
    const { order } = await anOrderWith(market, voucher);
    const copy = (change: object): Promise<unknown> =>
      broken(
        `insert into voucher_redemption select (jsonb_populate_record(r, $2::jsonb)).* from voucher_redemption r where order_id = $1`,
        [order.key, JSON.stringify({ id: newKey(), order_id: newKey(), buyer_slot: 2, period_slot: 2, ...change })],
      );
    const beyond = 'voucher_use_within_limits';
    for (const slots of [{ buyer_slot: 3 }, { buyer_slot: null }, { period_slot: 3 }, { period_slot: null }])
      expect(await copy(slots)).toBe(beyond);
    expect(await copy({ period_start: null })).toBe(beyond);
    const never = { buyer_slot: null, period_slot: null, given_back_at: new Date() };
    expect(await copy(never)).toBe('voucher_use_begins_counted');
    expect(await copy({})).toBe('nothing');
    const { order: free } = await anOrderWith(market, await aVoucher(world));
    const taken = 'update voucher_redemption set buyer_slot = 1 where order_id = $1';
    expect(await broken(taken, [free.key])).toBe('voucher_use_is_kept');
  });

  test('a use that leaves its slot without being given back, and terms that change', async () => {
    const market = await aMarket(world, { shops: 1 });
    const voucher = await aVoucher(world, { limitPerBuyer: 1, period: 'DAY', limitPerPeriod: 1 });
    const { order } = await anOrderWith(market, voucher);
    const change = (set: string) => broken(`update voucher_redemption set ${set} where order_id = $1`, [order.key]);
    const kept = 'voucher_use_is_kept';
    for (const set of ['buyer_slot = null', 'buyer_slot = 2', `period_start = '2020-01-01'`, 'period_slot = null'])
      expect(await change(set)).toBe(kept);
    for (const set of ['order_id = id', 'buyer_id = id', 'voucher_id = id', 'discount = 1', 'taken_at = now()'])
      expect(await change(set)).toBe(kept);
    const remove = 'delete from voucher_redemption where order_id = $1';
    expect(await broken(remove, [order.key])).toBe('voucher_rows_stay');
    expect(await change('given_back_at = now(), buyer_slot = null, period_slot = null, period_start = null')).toBe(
      'nothing',
    );
    expect(await change(`given_back_at = null, buyer_slot = 2, period_slot = 1, period_start = '2026-11-23'`)).toBe(
      'voucher_use_within_limits',
    );
    const terms = (set: string) => broken(`update voucher set ${set} where id = $1`, [voucher.key]);
    for (const set of [
      'limit_per_buyer = 9',
      'limit_per_buyer = null',
      'limit_per_period = 9',
      'limit_in_period = 9',
      'limit_total = 9',
    ])
      expect(await terms(set)).toBe('voucher_terms_never_change');
    expect(await terms('ended_at = now()')).toBe('nothing');
    expect(await terms('ended_at = null')).toBe('voucher_terms_never_change');
    expect(await broken('delete from voucher where id = $1', [voucher.key])).toBe('voucher_rows_stay');
  });

  test('a change of what a placed order costs', async () => {
    const market = await aMarket(world, { shops: 1 });
    const { order } = await anOrderWith(market, await aVoucher(world));
    const change = (sql: string): Promise<unknown> => broken(sql, [order.key]);
    const frozen = 'sale_is_frozen';
    expect(await change('update orders set voucher_code = null where id = $1')).toBe(frozen);
    expect(await change('update orders set discount_total = 0, total = total + discount_total where id = $1')).toBe(
      frozen,
    );
    expect(await change('update parcel set seller_discount = 1 where order_id = $1')).toBe(frozen);
    const line = 'update order_line set discount = 0 where parcel_id in (select id from parcel where order_id = $1)';
    expect(await change(line)).toBe(frozen);
  });
});
