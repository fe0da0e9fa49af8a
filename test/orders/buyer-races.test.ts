import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { otpCodeOf, useOtp } from '../../api/accounts/index.ts';
import { requestOtp } from '../../api/accounts/request-otp.ts';
import { requestRefund } from '../../api/orders/disputes/request-refund.ts';
import { lockOwnOrder } from '../../api/orders/find-and-lock.ts';
import { lockOrder } from '../../api/orders/lock-order.ts';
import { saleOf } from '../../api/orders/parcel-effects.ts';
import type { ParcelTransitionName } from '../../api/orders/parcel-transitions.ts';
import { BOOKS, linesToRefund, oweRefundOf } from '../../api/orders/refunds/owe-refund.ts';
import { RefundAccount } from '../../api/orders/refunds/refund-account.ts';
import { saveRefundAccount } from '../../api/orders/refunds/save-refund-account.ts';
import { unlockCollection } from '../../api/orders/unlock-collection.ts';
import type { Tx } from '../../api/platform/database/transaction.ts';
import { globalId } from '../../api/platform/keys.ts';
import { type MarketWorld, openMarketWorld } from '../support/market-world.ts';
import { letRivalRunFirst } from '../support/rival.ts';
import { orderNow } from './journeys.ts';
import { acting, leftOf, moveOn, moving, said } from './race-stage.ts';
import { aPaidOrder, type RefundStage, refundsOf } from './refunds/refund-stage.ts';

/** M14: what a buyer asks for besides: the act looks, a rival changes the order and commits, and the act goes on: it must see what the rival left. */
let world: MarketWorld;
beforeAll(async () => {
  world = await openMarketWorld();
});
afterAll(() => world.close());

const AT_POINT = ['accept', 'pack', 'receive'] as const;
const asBuyer = ({ buyer }: RefundStage) => world.context(buyer.actor);
async function aStage(after: readonly ParcelTransitionName[] = []): Promise<RefundStage> {
  const staged = await aPaidOrder(world);
  await moveOn(world, staged, after);
  return staged;
}

describe('the buyer wants the money back', () => {
  const wanting = ({ parcelId }: RefundStage) => ({ parcelId, reason: 'Tidak jadi', idempotencyKey: 'key' });
  const wanted = (staged: RefundStage) => requestRefund(asBuyer(staged), wanting(staged));

  test('twice at the same moment, from a shop that has not answered: it is called off once, and both hear so', async () => {
    const staged = await aStage();
    const outcome = await letRivalRunFirst(world, moving(world, staged, 'cancel'), () => wanted(staged));
    expect(outcome).toMatchObject({ status: 'fulfilled', value: { parcel: { status: 'CANCELLED' }, dispute: null } });
    expect(await leftOf(world, staged)).toMatchObject({
      refunds: [32_000],
      stock: [{ onHand: 10, reserved: 0 }],
      room: 0,
    });
  });

  test('when the seller accepts: NOT_YET, and nothing goes back', async () => {
    const staged = await aStage();
    const outcome = await letRivalRunFirst(world, moving(world, staged, 'accept'), () => wanted(staged));
    expect(said(outcome)).toBe('NOT_YET');
    expect(await leftOf(world, staged)).toMatchObject({ parcel: { status: 'ACCEPTED' }, refunds: [] });
  });

  test('when the operator hands it over: it is complained about', async () => {
    const staged = await aStage(AT_POINT);
    const outcome = await letRivalRunFirst(world, moving(world, staged, 'collect'), () => wanted(staged));
    expect(outcome).toMatchObject({ status: 'fulfilled', value: { dispute: { status: 'OPEN', claimTotal: 32_000 } } });
  });

  test('of a collected parcel when the seller refunds a piece: the complaint is about the rest', async () => {
    const staged = await aStage([...AT_POINT, 'collect']);
    const refunding = async (tx: Tx) => {
      const locked = (await lockOrder(tx, staged.order.key))!;
      const parcel = locked.parcels[0]!;
      const [line] = await linesToRefund(tx, parcel);
      const lines = [{ lineKey: line!.key, pieces: 1, goods: 10_000, discount: 0 }];
      const some = { kind: 'LINES', bearer: 'SALE', lines, reason: 'x', book: BOOKS.sale(10_666) } as const;
      await oweRefundOf(tx, locked, parcel, saleOf(locked.order, parcel), some);
    };
    const outcome = await letRivalRunFirst(world, refunding, () => wanted(staged));
    expect(outcome).toMatchObject({ status: 'fulfilled', value: { dispute: { claimTotal: 21_334 } } });
  });
});

describe('the buyer says where a transfer is to go', () => {
  const saving = (staged: RefundStage) =>
    saveRefundAccount(asBuyer(staged), {
      ...{ orderId: staged.order.id, bank: 'BCA', accountNumber: '1234567890', holderName: 'Sari Wulandari' },
    });
  const accountsOf = ({ order }: RefundStage) => world.context().em.fork().find(RefundAccount, { orderKey: order.key });

  test('on two devices at the same moment: what was said last holds', async () => {
    const staged = await aStage(['cancel']);
    const onAnother = async (tx: Tx) => {
      const { order } = await lockOwnOrder(acting(world, tx, staged.buyer.actor), staged.order.id);
      const other = { bank: 'BRI', accountNumber: '999999', holderName: 'Sari', updatedAt: world.clock.now() };
      tx.persist(Object.assign(new RefundAccount(), { orderKey: order.key, buyerKey: order.buyerKey, ...other }));
    };
    expect(said(await letRivalRunFirst(world, onAnother, () => saving(staged)))).toBe('DONE');
    expect(await accountsOf(staged)).toMatchObject([{ bank: 'BCA', accountNumber: '1234567890' }]);
  });

  test('when the seller rejects the parcel: there is a refund now, and it is noted', async () => {
    const staged = await aStage();
    expect(said(await letRivalRunFirst(world, moving(world, staged, 'reject'), () => saving(staged)))).toBe('DONE');
    expect(await accountsOf(staged)).toHaveLength(1);
    expect(await refundsOf(world, staged)).toEqual([32_000]);
  });
});

describe('the buyer unlocks the collection', () => {
  /** The key of the one-time code that was sent to the buyer, and what unlocks with it. */
  async function aCode(staged: RefundStage) {
    const ctx = asBuyer(staged);
    const phone = staged.buyer.account.phone!;
    await requestOtp(ctx, { phone, purpose: 'UNLOCK_COLLECTION' } as never);
    const sql = 'select id from otp_challenge where phone = $1 and ended_at is null';
    const [challenge] = await ctx.read.rows<{ id: string }>(sql, [phone]);
    const unlock = () => unlockCollection(ctx, globalId('Order', staged.order.key), otpCodeOf(ctx, challenge!.id));
    return { challengeKey: challenge!.id, unlock };
  }

  test('when the operator hands over: there is nothing to collect, and the code is not used up', async () => {
    const staged = await aStage(AT_POINT);
    const { challengeKey, unlock } = await aCode(staged);
    expect(said(await letRivalRunFirst(world, moving(world, staged, 'collect'), unlock))).toBe('NOTHING_TO_COLLECT');
    expect((await orderNow(world, staged.order)).pinVersion).toBe(1);
    const sql = 'select 1 from otp_challenge where id = $1 and ended_at is null';
    expect(await world.context().read.rows(sql, [challengeKey])).toHaveLength(1);
  });

  test('twice with one code: there is one new PIN', async () => {
    const staged = await aStage(AT_POINT);
    const { challengeKey, unlock } = await aCode(staged);
    const looking = (tx: Tx) => lockOwnOrder(acting(world, tx, staged.buyer.actor), staged.order.id);
    // The act has found its code good by then, and waits for the order.
    const unlocking = async (tx: Tx) => {
      const { order } = await looking(tx);
      await useOtp(tx, challengeKey, ['otp']);
      order.pinVersion += 1;
    };
    expect(said(await letRivalRunFirst(world, looking, unlock, unlocking))).toBe('CODE_EXPIRED');
    expect((await orderNow(world, staged.order)).pinVersion).toBe(2);
  });
});
