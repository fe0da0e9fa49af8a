import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Task, TaskKind } from '../../../api/accounts/task.ts';
import { completeTask } from '../../../api/city/complete-task.ts';
import { rejectParcel } from '../../../api/orders/answer-parcel.ts';
import { refundParcel } from '../../../api/orders/refunds/refund-order.ts';
import { Payment } from '../../../api/payments/index.ts';
import { globalId } from '../../../api/platform/keys.ts';
import { type MarketWorld, openMarketWorld } from '../../support/market-world.ts';
import { booksOf } from '../books.ts';
import { bringToPoint, handOver, orderNow } from '../journeys.ts';
import { aPaidOrder, type RefundStage } from './refund-stage.ts';

let world: MarketWorld;
beforeAll(async () => {
  world = await openMarketWorld();
});
afterAll(() => world.close());

/** The parcel of the second shop is rejected. */
function rejectSecond({ market, parcels }: RefundStage): Promise<unknown> {
  return rejectParcel(world.context(market.stalls[1]!.owner.actor), globalId('Parcel', parcels[1]!.key), 'Habis');
}

/** The parcel of this shop is brought to the point, handed over and paid for. */
async function collect({ market, order }: RefundStage, at: 0 | 1): Promise<void> {
  await bringToPoint(world, { ...market, stalls: [market.stalls[at]!] }, order);
  await handOver(world, market, order, { cashTaken: 32_000 });
}

/** The first parcel is refunded, and the city transfers the money. */
async function refundFirst({ curator, order, parcelId }: RefundStage): Promise<void> {
  const ctx = world.context(curator.actor);
  await refundParcel(ctx, parcelId, 'Basi');
  const task = await ctx.em
    .fork()
    .findOneOrFail(Task, { kind: TaskKind.REFUND_BY_TRANSFER, subject: { orderKey: order.key } });
  await completeTask(ctx, { taskId: task.id, note: 'Sudah', reference: 'BCA 1', outcome: null });
}

async function statusesOf({ order }: RefundStage): Promise<[order: string, payment: string]> {
  const { paymentStatus } = await orderNow(world, order);
  const { status } = await world.context().em.fork().findOneOrFail(Payment, { reference: order.key });
  return [paymentStatus, status];
}

describe('an order of two shops that is paid in cash', () => {
  test('is refunded when all goes back that was paid, though the other parcel was never paid for', async () => {
    const staged = await aPaidOrder(world, 2, 'CASH');
    await rejectSecond(staged);
    await collect(staged, 0);
    expect(await statusesOf(staged)).toEqual(['PAID', 'PAID']);
    await refundFirst(staged);
    expect(await statusesOf(staged)).toEqual(['REFUNDED', 'REFUNDED']);
    expect(await booksOf(world, staged.order)).toEqual({ CASH_AT_POINT: 32_000, BANK: -32_000 });
  });

  test('is partly refunded once its last parcel is paid for, when the first was refunded before', async () => {
    const staged = await aPaidOrder(world, 2, 'CASH');
    await collect(staged, 0);
    await refundFirst(staged);
    expect(await statusesOf(staged)).toEqual(['DUE_AT_POINT', 'PENDING']);
    await collect(staged, 1);
    expect(await statusesOf(staged)).toEqual(['PARTLY_REFUNDED', 'PARTLY_REFUNDED']);
  });

  test('is refunded once its last parcel falls away, when the first was refunded before', async () => {
    const staged = await aPaidOrder(world, 2, 'CASH');
    await collect(staged, 0);
    await refundFirst(staged);
    await rejectSecond(staged);
    expect(await statusesOf(staged)).toEqual(['REFUNDED', 'REFUNDED']);
  });
});
