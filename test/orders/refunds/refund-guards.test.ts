import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rejectParcel } from '../../../api/orders/answer-parcel.ts';
import { lockOrder } from '../../../api/orders/lock-order.ts';
import { moveParcels } from '../../../api/orders/move-parcels.ts';
import { saleOf } from '../../../api/orders/parcel-effects.ts';
import { giveGoodwill } from '../../../api/orders/refunds/give-goodwill.ts';
import { BOOKS, linesToRefund, oweRefundOf } from '../../../api/orders/refunds/owe-refund.ts';
import { refundLines } from '../../../api/orders/refunds/refund-lines.ts';
import { refundOrder } from '../../../api/orders/refunds/refund-order.ts';
import { refundOfRest } from '../../../api/orders/refunds/refund-shares.ts';
import { brokenConstraint, inTransaction, sqlState, type Tx } from '../../../api/platform/database/transaction.ts';
import type { DomainError } from '../../../api/platform/refusal.ts';
import { type MarketWorld, openMarketWorld } from '../../support/market-world.ts';
import { letRivalRunFirst } from '../../support/rival.ts';
import { aCollectedOrder, aPaidOrder, type RefundStage, refundsOf } from './refund-stage.ts';

let world: MarketWorld;
let staged: RefundStage;
beforeAll(async () => {
  world = await openMarketWorld();
  staged = await aCollectedOrder(world);
  await refundLines(world.context(staged.seller.actor), some(staged, 1));
});
afterAll(() => world.close());

const some = ({ parcelId, lineId }: RefundStage, quantity: number) => ({
  parcelId,
  lines: [{ lineId, quantity }],
  reason: 'Basi',
  idempotencyKey: randomUUID(),
});
const broken = (sql: string, values: unknown[]): Promise<unknown> =>
  world
    .context()
    .read.rows(sql, values)
    .then(() => 'written', brokenConstraint);
const parcelKey = () => staged.parcels[0]!.key;

describe('the database holds the sums of refunds, whoever writes them', () => {
  test.each([
    [
      'more of a parcel than was paid',
      'update parcel set refund_due = total + 1 where id = $1',
      'parcel_refund_within_total',
    ],
    [
      'a sum of a parcel that no refund stands for',
      'update parcel set refund_due = refund_due + 1 where id = $1',
      'refunds_add_up',
    ],
    ['another number of refunds', 'update parcel set refund_count = 7 where id = $1', 'refunds_add_up'],
    [
      'more of a line than it cost',
      'update order_line set refunded_total = total + 1 where parcel_id = $1',
      'order_line_refunded_within_total',
    ],
    [
      'more of a discount than a line had',
      'update order_line set refunded_discount = discount + 1 where parcel_id = $1',
      'order_line_refunded_within_discount',
    ],
    [
      'more pieces than a line had',
      'update order_line set refunded_quantity = 4 where parcel_id = $1',
      'order_line_refunded_within_quantity',
    ],
    [
      'a line that no refund stands for',
      'update order_line set refunded_total = refunded_total + 1 where parcel_id = $1',
      'refunds_add_up',
    ],
    [
      'less of a line',
      'update order_line set refunded_total = -1 where parcel_id = $1',
      'order_line_refunded_within_total',
    ],
    [
      'more of an order than was paid',
      'update orders set refund_due_total = total + 1 where id = (select order_id from parcel where id = $1)',
      'orders_refunded_within_due',
    ],
    [
      'less of an order than before',
      'update orders set refund_due_total = 0 where id = (select order_id from parcel where id = $1)',
      'refunds_never_fall',
    ],
  ])('%s', async (_, sql, constraint) => {
    expect(await broken(sql, [parcelKey()])).toBe(constraint);
  });

  test('a refund beside the parcel', async () => {
    const insert = `insert into parcel_refund (id, parcel_id, number, kind, bearer, amount, goods_total, reason, at)
      values (gen_random_uuid(), $1, $2, 'GOODWILL', 'MARKET', 1, 0, 'x', now())`;
    expect(await broken(insert, [parcelKey(), 2])).toBe('refunds_add_up');
    expect(await broken(insert, [parcelKey(), 1])).toBe('parcel_refund_number_once');
  });

  test('a refund that the order does not know of', async () => {
    const beside = `with more as (insert into parcel_refund (id, parcel_id, number, kind, bearer, amount, goods_total, reason, at)
        values (gen_random_uuid(), $1, 2, 'GOODWILL', 'MARKET', 1, 0, 'x', now()))
      update parcel set refund_due = refund_due + 1, refund_count = 2 where id = $1`;
    expect(await broken(beside, [parcelKey()])).toBe('refunds_add_up');
  });

  test('a refund that is changed or taken away', async () => {
    for (const change of ['update parcel_refund set amount = 1', 'delete from parcel_refund'])
      expect(
        await world
          .context()
          .read.rows(change)
          .then(() => 'done', sqlState),
      ).toBe('42501');
  });
});

test('a refund beyond what is left is our fault, and throws before anything is written', async () => {
  const made = await aCollectedOrder(world);
  const owed = inTransaction(world.context(), async (tx) => {
    const locked = (await lockOrder(tx, made.order.key))!;
    const parcel = locked.parcels[0]!;
    const lines = refundOfRest(0, await linesToRefund(tx, parcel)).lines;
    const book = async () => parcel.total + 1;
    const wanted = { kind: 'PARCEL', bearer: 'SALE', lines, reason: 'x', book } as const;
    await oweRefundOf(tx, locked, parcel, saleOf(locked.order, parcel), wanted);
  });
  await expect(owed).rejects.toThrow(/^Refund 1 of .*: 32001 of 32000$/);
  expect(await refundsOf(world, made)).toEqual([]);
});

describe('between looking and acting a rival may come: what counts is what stands under the lock', () => {
  const codeOf = (outcome: PromiseSettledResult<unknown>): string =>
    outcome.status === 'fulfilled' ? 'done' : (outcome.reason as DomainError).code;

  /** A rival refunds all that is left of the first parcel. */
  const refundRest = (made: RefundStage) => async (tx: Tx) => {
    const locked = (await lockOrder(tx, made.order.key))!;
    const parcel = locked.parcels[0]!;
    const { amount, lines } = refundOfRest(parcel.total, await linesToRefund(tx, parcel));
    const wanted = { kind: 'PARCEL', bearer: 'SALE', lines, reason: 'x', book: BOOKS.sale(amount) } as const;
    await oweRefundOf(tx, locked, parcel, saleOf(locked.order, parcel), wanted);
  };

  test('pieces that were just refunded are not refunded again', async () => {
    const made = await aCollectedOrder(world);
    const act = () => refundLines(world.context(made.seller.actor), some(made, 1));
    expect(codeOf(await letRivalRunFirst(world, refundRest(made), act))).toBe('TOO_MANY_PIECES');
    expect(await refundsOf(world, made)).toEqual([32_000]);
  });

  test('a kindness is not given out of what was just refunded', async () => {
    const made = await aCollectedOrder(world);
    const { parcelId } = made;
    const gift = { parcelId, amount: 1_000, borneBy: 'MARKET', reason: 'Maaf', idempotencyKey: randomUUID() } as const;
    const act = () => giveGoodwill(world.context(made.curator.actor), gift);
    expect(codeOf(await letRivalRunFirst(world, refundRest(made), act))).toBe('TOO_MUCH');
  });

  test('a key that the same person uses for another order at this moment is used up', async () => {
    const [made, other] = [await aCollectedOrder(world), await aCollectedOrder(world)];
    const curator = world.context(made.curator.actor);
    const wanted = some(other, 1);
    const gifted = async (tx: Tx) => {
      const locked = (await lockOrder(tx, made.order.key))!;
      const parcel = locked.parcels[0]!;
      const asked = { idempotencyKey: wanted.idempotencyKey, input: 'another' };
      const gift = { kind: 'GOODWILL', bearer: 'MARKET', lines: [], reason: 'x', asked } as const;
      await oweRefundOf(tx, locked, parcel, saleOf(locked.order, parcel), {
        ...gift,
        book: BOOKS.borneBy('MARKET', 1),
      });
    };
    const byCurator = { ...world, context: () => curator };
    const outcome = await letRivalRunFirst(byCurator, gifted, () => refundLines(curator, wanted));
    expect(codeOf(outcome)).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(await refundsOf(world, other)).toEqual([]);
  });

  test('an order that was just refunded is refunded once', async () => {
    const made = await aCollectedOrder(world);
    const act = () => refundOrder(world.context(made.curator.actor), made.order.code, 'Basi');
    expect(codeOf(await letRivalRunFirst(world, refundRest(made), act))).toBe('done');
    expect(await refundsOf(world, made)).toEqual([32_000]);
  });

  test('a parcel that has just lapsed is not refunded once more', async () => {
    const made = await aPaidOrder(world);
    const act = () => refundLines(world.context(made.seller.actor), some(made, 1));
    const lapse = async (tx: Tx) => {
      const locked = (await lockOrder(tx, made.order.key))!;
      await moveParcels(tx, locked, 'lapseUnanswered', locked.parcels, 'SYSTEM');
    };
    expect(codeOf(await letRivalRunFirst(world, lapse, act))).toBe('WRONG_STATUS');
    expect(await refundsOf(world, made)).toEqual([32_000]);
  });

  test('a parcel of which pieces were just refunded is rejected for the rest', async () => {
    const made = await aPaidOrder(world);
    const act = () => rejectParcel(world.context(made.seller.actor), made.parcelId, 'Habis');
    const someFirst = async (tx: Tx) => {
      const locked = (await lockOrder(tx, made.order.key))!;
      const parcel = locked.parcels[0]!;
      const [line] = await linesToRefund(tx, parcel);
      const lines = [{ lineKey: line!.key, pieces: 1, goods: 10_000, discount: 0 }];
      const wanted = { kind: 'LINES', bearer: 'SALE', lines, reason: 'x', book: BOOKS.sale(10_666) } as const;
      await oweRefundOf(tx, locked, parcel, saleOf(locked.order, parcel), wanted);
    };
    expect(codeOf(await letRivalRunFirst(world, someFirst, act))).toBe('done');
    expect(await refundsOf(world, made)).toEqual([10_666, 21_334]);
  });
});
