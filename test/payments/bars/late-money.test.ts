import { afterAll, beforeAll, expect, test } from 'vitest';
import { cancelOrder } from '../../../api/orders/cancel-order.ts';
import { collectParcel } from '../../../api/orders/collect-parcel.ts';
import { pinOf } from '../../../api/orders/collection.ts';
import { returnParcel } from '../../../api/orders/counter.ts';
import { type Order, Order as StoredOrder } from '../../../api/orders/index.ts';
import type { PaymentMethod } from '../../../api/payments/index.ts';
import { globalId } from '../../../api/platform/keys.ts';
import { DomainError } from '../../../api/platform/refusal.ts';
import { bringToPoint } from '../../orders/journeys.ts';
import { aMarket, anOrder, type Market } from '../../support/makers/orders.ts';
import { openWorld, type World } from '../../support/world.ts';
import { settled } from '../a-paid-payment.ts';
import { type Stage, stageAt } from '../a-provider.ts';
import { chanceFor, countOf, LONG, reached } from './bar.ts';

let world: World;
let stage: Stage;
let market: Market;
beforeAll(async () => {
  world = await openWorld();
  stage = stageAt(world.midtrans.url);
  market = await aMarket(world, { shops: 1, stock: 100_000, room: 100_000, price: 10_000 });
}, 60_000);
afterAll(() => world.close());

const rows = <Row extends object>(sql: string, values: unknown[] = []) => world.context().read.rows<Row>(sql, values);
const orderNow = ({ key }: Order) => world.context().em.fork().findOneOrFail(StoredOrder, { key });
const stock = async () =>
  (
    await rows<{ on_hand: number; reserved: number }>('select on_hand, reserved from stock where variant_id = $1', [
      market.stalls[0]!.goods.variantKey,
    ])
  )[0]!;
const setStock = (onHand: number) =>
  rows('update stock set on_hand = $2 where variant_id = $1', [market.stalls[0]!.goods.variantKey, onHand]);

async function payLate(id: string): Promise<void> {
  Object.assign(world.midtrans.books.find(id)!, { status: 'pending' });
  await stage.control('pay', { id });
  await settled(world);
}

const WAYS: readonly PaymentMethod[] = [
  'QRIS',
  'GOPAY',
  'SHOPEEPAY',
  'VA_BRI',
  'VA_PERMATA',
  'VA_MANDIRI',
  'INDOMARET',
  'ALFAMART',
];
const BY_HAND = new Set<PaymentMethod>(['VA_BRI', 'VA_PERMATA', 'VA_MANDIRI', 'INDOMARET', 'ALFAMART']);

test(
  'M7: money 1 second to 6 hours after the order ended: revived where goods are there, else sent back or a task; none is kept',
  async () => {
    const count = countOf('M7', 8);
    const random = chanceFor('M7');
    const ends = { revived: 0, refunded: 0, tasks: 0 };
    for (let at = 0; at < count; at += 1) {
      const paymentMethod = WAYS[at % WAYS.length]!;
      const goodsAreGone = random() < 0.5;
      const { order, buyer } = await anOrder(world, market, { paymentMethod });
      await settled(world);
      if (random() < 0.5) await cancelOrder(world.context(buyer.actor), globalId('Order', order.key), null);
      else {
        await world.advance(BY_HAND.has(paymentMethod) ? 86_400 + 61 : 15 * 60 + 61);
        await world.runTimers();
      }
      await settled(world);
      expect(['CANCELLED', 'EXPIRED']).toContain((await orderNow(order)).paymentStatus);
      await world.advance(Math.ceil(1 + random() * 6 * 3_600));
      if (goodsAreGone) await setStock(0);
      await payLate(`${order.code}-a1`);
      const { paymentStatus, refundedTotal } = await orderNow(order);
      const tasks = await rows(
        `select 1 from task where subject->>'orderKey' = $1 and kind = 'REFUND_BY_TRANSFER' and done_at is null`,
        [order.key],
      );
      if (!goodsAreGone) {
        expect(paymentStatus).toBe('PAID');
        ends.revived += 1;
      } else if (BY_HAND.has(paymentMethod)) {
        expect([paymentStatus, tasks.length]).toEqual(['REFUND_DUE', 1]);
        ends.tasks += 1;
      } else {
        expect([paymentStatus, refundedTotal]).toEqual(['REFUNDED', order.total]);
        ends.refunded += 1;
      }
      if (goodsAreGone) await setStock(100_000);
    }
    expect(await rows('select sum(amount)::text as sum from ledger_line')).toEqual([{ sum: '0' }]);
    reached('M7', { cases: count, ...ends });
  },
  LONG,
);

test(
  'M8: a settlement taken back 1 to 5 minutes later: nothing is handed over, stock comes back once, the ledger is undone',
  async () => {
    const count = countOf('M8', 3);
    const random = chanceFor('M8');
    const ways = ['VA_PERMATA', 'VA_MANDIRI', 'INDOMARET'] as const;
    let refused = 0;
    for (let at = 0; at < count; at += 1) {
      const before = await stock();
      const { order } = await anOrder(world, market, { paymentMethod: ways[at % 3]! });
      await settled(world);
      const reverseAfterMs = Math.ceil(60_000 + random() * 240_000);
      const isTold = at % 2 === 1;
      await stage.control('settings', { settlementsToReverse: 1, reverseAfterMs });
      await stage.control('pay', { id: `${order.code}-a1` });
      await settled(world);
      const [parcel] = await bringToPoint(world as never, market, order);
      const placed = await orderNow(order);
      const handOver = () =>
        collectParcel(world.context(market.operator.actor), {
          pointId: market.pointId,
          collectCode: placed.collectCode,
          pin: pinOf(world.context(), placed),
          cashTaken: null,
        });
      if (!isTold) await stage.control('faults/notifications', { kind: 'drop', times: 9 });
      // Tried all the while: the buyer stands at the counter.
      for (let waited = 0; waited < reverseAfterMs + 1_000; waited += 60_000) {
        await expect(handOver()).rejects.toBeInstanceOf(DomainError);
        refused += 1;
        await world.advance(Math.min(60, Math.ceil((reverseAfterMs + 1_000 - waited) / 1000)));
        await settled(world);
      }
      if (!isTold) await world.advance(Math.ceil((300_000 - reverseAfterMs) / 1000));
      await expect(handOver()).rejects.toBeInstanceOf(DomainError);
      expect((await orderNow(order)).paymentStatus).toBe('REVERSED');
      await stage.control('faults', {}, 'DELETE');
      const [status] = await rows<{ status: string }>('select status from parcel where id = $1', [parcel!.key]);
      expect(status?.status).toBe('UNCOLLECTED');
      // It goes back to its seller, and so does the stock: once, however often that is said.
      const back = { pointId: market.pointId, parcelCode: parcel!.code };
      await returnParcel(world.context(market.operator.actor), back);
      await returnParcel(world.context(market.operator.actor), back).catch((error: unknown) =>
        expect(error).toBeInstanceOf(DomainError),
      );
      expect(await stock()).toEqual(before);
      const left = await rows(
        `select a.kind from ledger_line l join ledger_account a on a.id = l.account_id join ledger_transaction t on t.id = l.transaction_id
        where split_part(t.effect, ':', 2) in (select id::text from payment where reference = $1) group by a.kind having sum(l.amount) <> 0`,
        [order.key],
      );
      expect(left).toEqual([]);
    }
    reached('M8', { cases: count, handOversRefused: refused, handedOver: 0 });
  },
  LONG,
);
