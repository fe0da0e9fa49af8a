import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acceptParcel, rejectParcel } from '../../../api/orders/answer-parcel.ts';
import {
  acceptDisputeOffer,
  answerDispute,
  passOnDispute,
  withdrawDispute,
} from '../../../api/orders/disputes/answer-dispute.ts';
import { type Decision, decideDispute } from '../../../api/orders/disputes/decide-dispute.ts';
import { statementsOf } from '../../../api/orders/disputes/dispute-queries.ts';
import { openDispute } from '../../../api/orders/disputes/open-dispute.ts';
import { requestRefund } from '../../../api/orders/disputes/request-refund.ts';
import { OrderLine } from '../../../api/orders/index.ts';
import { placeOrder } from '../../../api/orders/place-order.ts';
import { giveGoodwill } from '../../../api/orders/refunds/give-goodwill.ts';
import { refundLines } from '../../../api/orders/refunds/refund-lines.ts';
import { globalId } from '../../../api/platform/keys.ts';
import { expectRefusal, refusalOf } from '../../support/expect-refusal.ts';
import { aBuyer, aMarket, orderOf, someGoods } from '../../support/makers/orders.ts';
import { type MarketWorld, openMarketWorld } from '../../support/market-world.ts';
import { booksOf } from '../books.ts';
import { bringToPoint, handOver, pay, sweep } from '../journeys.ts';
import { parcelsOf } from '../read-back.ts';
import { aCollectedOrder, aPaidOrder, bookedBy, type RefundStage, refundsOf } from '../refunds/refund-stage.ts';
import { aComplaint, aDispute, aPicture, disputeEventsOf, disputeNow } from './dispute-stage.ts';

const HOUR = 3600;

let world: MarketWorld;
beforeAll(async () => {
  world = await openMarketWorld();
});
afterAll(() => world.close());

const as = ({ actor }: { actor: RefundStage['seller']['actor'] }) => world.context(actor);
const answered = (disputeId: string, answer: 'ACCEPT' | 'OFFER' | 'REFUSE', amount: number | null = null) => ({
  disputeId,
  answer,
  amount,
  text: answer === 'REFUSE' ? 'Waktu diambil masih baik.' : '',
  photoUploadIds: [],
});
const decided = (disputeId: string, change: Partial<Decision> = {}): Decision => ({
  disputeId,
  outcome: 'WHOLE',
  amount: null,
  borneBy: null,
  reason: 'Fotonya jelas.',
  ...change,
});

describe('a dispute about a collected parcel', () => {
  test('holds the money as long as it lives, however long that is', async () => {
    const staged = await aCollectedOrder(world);
    await world.advance(47 * HOUR);
    await aDispute(world, staged);
    expect(await disputeNow(world, staged)).toMatchObject({ status: 'OPEN', claimTotal: 21_333, refunded: null });
    await world.advance(40 * HOUR);
    expect(await bookedBy(world, staged, () => sweep(world))).toEqual({});
    await world.advance(30 * 24 * HOUR);
    expect(await bookedBy(world, staged, () => sweep(world))).toEqual({});
    expect(await booksOf(world, staged.order)).toMatchObject({ SELLER_HELD: 29_100 });
  });

  test('that the seller accepts pays the buyer what is claimed, and releases the rest when its time has come', async () => {
    const staged = await aCollectedOrder(world);
    const id = await aDispute(world, staged);
    const settled = await bookedBy(world, staged, () => answerDispute(as(staged.seller), answered(id, 'ACCEPT')));
    expect(settled).toEqual({ SELLER_HELD: -19_400, COMMISSION: -600, POINT_HELD: -1_333, REFUND_DUE: 21_333 });
    expect(await disputeNow(world, staged)).toMatchObject({ status: 'SETTLED', refunded: 21_333, borneBy: 'SELLER' });
    await world.advance(48 * HOUR - 1);
    expect(await bookedBy(world, staged, () => sweep(world))).toEqual({});
    await world.advance(1);
    expect(await bookedBy(world, staged, () => sweep(world))).toEqual({
      SELLER_HELD: -9_700,
      SELLER_PAYABLE: 9_700,
      POINT_HELD: -667,
      POINT_PAYABLE: 667,
    });
    expect(await disputeEventsOf(world, staged)).toEqual(['DisputeOpened', 'DisputeSettled']);
  });

  test('with an offer that the buyer takes after the money would have been released, releases it there and then', async () => {
    const staged = await aCollectedOrder(world);
    const id = await aDispute(world, staged);
    await expectRefusal(answerDispute(as(staged.seller), answered(id, 'OFFER', 0)), 'INVALID');
    await expectRefusal(answerDispute(as(staged.seller), answered(id, 'OFFER')), 'INVALID');
    await expectRefusal(answerDispute(as(staged.seller), answered(id, 'OFFER', 21_334)), 'TOO_MUCH');
    await world.advance(47 * HOUR);
    await answerDispute(as(staged.seller), answered(id, 'OFFER', 5_000));
    await world.advance(2 * HOUR);
    expect(await bookedBy(world, staged, () => sweep(world))).toEqual({});
    const taken = await bookedBy(world, staged, () => acceptDisputeOffer(as(staged.buyer), id));
    expect(taken).toEqual({
      SELLER_HELD: -29_100,
      SELLER_PAYABLE: 24_553,
      COMMISSION: -141,
      POINT_HELD: -2_000,
      POINT_PAYABLE: 1_688,
      REFUND_DUE: 5_000,
    });
    expect(await bookedBy(world, staged, () => sweep(world))).toEqual({});
    expect(await refundsOf(world, staged)).toEqual([5_000]);
  });

  test('that is passed on is decided by a curator: the money follows, the act stands in the audit log', async () => {
    const staged = await aCollectedOrder(world);
    const id = await aDispute(world, staged);
    await answerDispute(as(staged.seller), answered(id, 'OFFER', 1_000));
    await expectRefusal(decideDispute(as(staged.curator), decided(id)), 'WRONG_STATUS');
    await passOnDispute(as(staged.buyer), id);
    for (const amount of [null, 0, -1])
      await expectRefusal(decideDispute(as(staged.curator), decided(id, { outcome: 'PART', amount })), 'INVALID');
    await expectRefusal(
      decideDispute(as(staged.curator), decided(id, { outcome: 'PART', amount: 21_334 })),
      'TOO_MUCH',
    );
    const part = decided(id, { outcome: 'PART', amount: 10_000, borneBy: 'MARKET' });
    expect(await bookedBy(world, staged, () => decideDispute(as(staged.curator), part))).toEqual({
      COMMISSION: -10_000,
      REFUND_DUE: 10_000,
    });
    expect(await disputeNow(world, staged)).toMatchObject({ status: 'DECIDED', refunded: 10_000, borneBy: 'MARKET' });
    const acts = await world
      .context()
      .read.rows(
        `select actor_id as actor, reason from audit_entry where act = 'decideDispute' and subject->>'orderKey' = $1`,
        [staged.order.key],
      );
    expect(acts).toEqual([{ actor: staged.curator.account.key, reason: 'PART 10000 MARKET: Fotonya jelas.' }]);
    const said = await statementsOf(world.context(), (await disputeNow(world, staged)).key);
    expect(said.map(({ by, text }) => [by, text])).toEqual([
      ['BUYER', 'Dua bungkus sudah tengik.'],
      ['CURATOR', 'Fotonya jelas.'],
    ]);
  });

  test('that a curator decides for the seller, or for the buyer, lets the rest go', async () => {
    for (const [outcome, refunded] of [
      ['NOTHING', []],
      ['WHOLE', [21_333]],
    ] as const) {
      const staged = await aCollectedOrder(world);
      const id = await aDispute(world, staged);
      await answerDispute(as(staged.seller), answered(id, 'REFUSE'));
      await world.advance(50 * HOUR);
      await sweep(world);
      await decideDispute(as(staged.curator), decided(id, { outcome }));
      expect(await refundsOf(world, staged)).toEqual(refunded);
      const books = await booksOf(world, staged.order);
      expect(books).not.toHaveProperty('SELLER_HELD');
      expect(books.SELLER_PAYABLE).toBe(outcome === 'NOTHING' ? 29_100 : 9_700);
    }
  });

  test('that is taken back lets the money go', async () => {
    const staged = await aCollectedOrder(world);
    const id = await aDispute(world, staged);
    await world.advance(49 * HOUR);
    await sweep(world);
    expect((await disputeNow(world, staged)).status).toBe('ESCALATED');
    const withdrawn = await bookedBy(world, staged, () => withdrawDispute(as(staged.buyer), id));
    expect(withdrawn).toEqual({
      SELLER_HELD: -29_100,
      SELLER_PAYABLE: 29_100,
      POINT_HELD: -2_000,
      POINT_PAYABLE: 2_000,
    });
    await expectRefusal(withdrawDispute(as(staged.buyer), id), 'WRONG_STATUS');
    await expectRefusal(openDispute(as(staged.buyer), aComplaint(staged)), 'ALREADY_OPENED');
  });

  test('never gives back more than is left, whatever was refunded meanwhile', async () => {
    const staged = await aCollectedOrder(world);
    const id = await aDispute(world, staged);
    const { parcelId, lineId } = staged;
    await refundLines(as(staged.seller), {
      parcelId,
      lines: [{ lineId, quantity: 3 }],
      reason: 'Maaf',
      idempotencyKey: 'x',
    });
    await answerDispute(as(staged.seller), answered(id, 'ACCEPT'));
    expect(await refundsOf(world, staged)).toEqual([32_000]);
    expect(await disputeNow(world, staged)).toMatchObject({ status: 'SETTLED', refunded: 0, borneBy: null });
  });
});

describe('pieces that were refunded without the dispute about them', () => {
  /** Of three pieces two are claimed; of those so many go back before anybody answers. */
  const refunded = async (quantity: number) => {
    const staged = await aCollectedOrder(world);
    const id = await aDispute(world, staged);
    const { parcelId, lineId } = staged;
    const pieces = { parcelId, lines: [{ lineId, quantity }], reason: 'Maaf', idempotencyKey: randomUUID() };
    await refundLines(as(staged.seller), pieces);
    return { staged, id };
  };

  test('are not paid back again: the seller agrees, offers, or a curator decides, for the one piece that is left', async () => {
    const agreed = await refunded(2);
    await answerDispute(as(agreed.staged.seller), answered(agreed.id, 'ACCEPT'));
    expect(await refundsOf(world, agreed.staged)).toEqual([21_333, 10_667]);

    const offered = await refunded(2);
    const offer = (amount: number) => answerDispute(as(offered.staged.seller), answered(offered.id, 'OFFER', amount));
    expect(await refusalOf(offer(10_668))).toMatchObject({ code: 'TOO_MUCH' });
    await offer(10_667);

    const judged = await refunded(3);
    await answerDispute(as(judged.staged.seller), answered(judged.id, 'REFUSE'));
    const { curator } = judged.staged;
    const part = decideDispute(as(curator), decided(judged.id, { outcome: 'PART', amount: 1 }));
    expect(await refusalOf(part)).toMatchObject({ code: 'TOO_MUCH' });
    await decideDispute(as(curator), decided(judged.id));
    expect(await refundsOf(world, judged.staged)).toEqual([32_000]);
  });

  test('of one of two kinds leave nothing to claim for them, whatever is left of the other', async () => {
    const market = await aMarket(world, { shops: 1, price: 10_000, weightGrams: 100 });
    const [{ seller, owner, goods }] = market.stalls as [(typeof market.stalls)[0]];
    const others = await someGoods(world, { seller }, { stock: 10, price: 10_000, weightGrams: 100 });
    const buyer = await aBuyer(world, market, { quantity: 3, goods: [goods, others] });
    const order = await placeOrder(as(buyer), { ...orderOf(buyer), expectedTotal: 62_000 }); // one parcel, one fee
    await pay(world, order);
    const [parcel] = await bringToPoint(world, market, order);
    await handOver(world, market, order);
    const line = await world
      .context()
      .em.fork()
      .findOneOrFail(OrderLine, { parcelKey: parcel!.key, variantKey: goods.variantKey });
    const lines = (quantity: number) => [{ lineId: globalId('OrderLine', line.key), quantity }];
    const about = { parcelId: globalId('Parcel', parcel!.key), reason: 'Basi', text: 'Basi' } as const;
    const complaint = { ...about, reason: 'SPOILED', wish: 'ALL_BACK', photoUploadIds: [] } as const;
    const { id } = await openDispute(as(buyer), { ...complaint, lines: lines(2), idempotencyKey: randomUUID() });
    await refundLines(as(owner), { ...about, lines: lines(3), idempotencyKey: randomUUID() });
    await answerDispute(as(owner), answered(id, 'ACCEPT'));
    expect(await refundsOf(world, { order })).toEqual([31_000]);
  });

  test('do not lessen what a kindness, which is of no piece, leaves of the claim', async () => {
    const staged = await aCollectedOrder(world);
    const id = await aDispute(world, staged);
    const gift = { parcelId: staged.parcelId, amount: 5_000, borneBy: 'MARKET', reason: 'Maaf' } as const;
    await giveGoodwill(as(staged.curator), { ...gift, idempotencyKey: randomUUID() });
    await answerDispute(as(staged.seller), answered(id, 'ACCEPT'));
    expect(await refundsOf(world, staged)).toEqual([5_000, 21_333]);
  });
});

describe('who does not answer', () => {
  test('in time loses the word to a curator: the seller after 48 hours, the buyer after an offer; each once, with many workers, after a long silence', async () => {
    const silent = await aCollectedOrder(world);
    const offered = await aCollectedOrder(world);
    await aDispute(world, silent);
    const id = await aDispute(world, offered);
    await answerDispute(as(offered.seller), answered(id, 'OFFER', 2_000));
    await world.advance(48 * HOUR - 1);
    await sweep(world);
    expect([(await disputeNow(world, silent)).status, (await disputeNow(world, offered)).status]).toEqual([
      'OPEN',
      'OFFERED',
    ]);
    await world.advance(10 * 24 * HOUR);
    await Promise.all(Array.from({ length: 6 }, () => sweep(world)));
    expect(await disputeEventsOf(world, silent)).toEqual(['DisputeOpened', 'DisputeEscalated']);
    expect(await disputeEventsOf(world, offered)).toEqual(['DisputeOpened', 'DisputeOffered', 'DisputeEscalated']);
    await expectRefusal(answerDispute(as(offered.seller), answered(id, 'ACCEPT')), 'WRONG_STATUS');
    await expectRefusal(acceptDisputeOffer(as(offered.buyer), id), 'WRONG_STATUS');
  });

  test('is left alone by the timer of an answer that was given', async () => {
    const staged = await aCollectedOrder(world);
    const id = await aDispute(world, staged);
    await world.advance(24 * HOUR);
    await answerDispute(as(staged.seller), answered(id, 'OFFER', 2_000));
    await world.advance(24 * HOUR);
    await sweep(world);
    expect((await disputeNow(world, staged)).status).toBe('OFFERED');
  });
});

describe('a complaint', () => {
  test('can be made until 48 hours after collecting, also when the timer is late', async () => {
    const staged = await aCollectedOrder(world);
    await world.advance(48 * HOUR);
    expect(await refusalOf(openDispute(as(staged.buyer), aComplaint(staged)))).toMatchObject({
      code: 'TOO_LATE',
      values: { hours: 48 },
    });
    const early = await aPaidOrder(world);
    await expectRefusal(openDispute(as(early.buyer), aComplaint(early)), 'WRONG_STATUS');
  });

  test('is made once: the same key is the same dispute', async () => {
    const staged = await aCollectedOrder(world);
    const complaint = aComplaint(staged);
    const opened = await Promise.all(Array.from({ length: 5 }, () => openDispute(as(staged.buyer), complaint)));
    expect(new Set(opened.map(({ id }) => id)).size).toBe(1);
    expect(await disputeEventsOf(world, staged)).toEqual(['DisputeOpened']);
    await expectRefusal(openDispute(as(staged.buyer), { ...complaint, text: 'Lain' }), 'IDEMPOTENCY_KEY_REUSED');
    await expectRefusal(openDispute(as(staged.buyer), aComplaint(staged)), 'ALREADY_OPENED');
  });

  test('names pieces of the parcel, in words, with at most five pictures of one’s own', async () => {
    const staged = await aCollectedOrder(world);
    const other = await aCollectedOrder(world);
    const open = (change: object) => openDispute(as(staged.buyer), aComplaint(staged, change));
    await expectRefusal(open({ lines: [] }), 'INVALID');
    await expectRefusal(open({ lines: [{ lineId: staged.lineId, quantity: 4 }] }), 'TOO_MANY_PIECES');
    await expectRefusal(open({ lines: [{ lineId: other.lineId, quantity: 1 }] }), 'NOT_FOUND');
    await expectRefusal(open({ text: ' \u200b ' }), 'INVALID');
    await expectRefusal(open({ text: 'x'.repeat(1_001) }), 'INVALID');
    const own = await aPicture(world, staged.buyer, 'a'.repeat(64));
    const strange = await aPicture(world, other.buyer, 'b'.repeat(64));
    await expectRefusal(open({ photoUploadIds: [strange] }), 'NOT_FOUND');
    await expectRefusal(open({ photoUploadIds: Array(6).fill(own) }), 'INVALID');
    const dispute = await open({ photoUploadIds: [own] });
    const [said] = await statementsOf(world.context(), dispute.key);
    expect(said?.photoHashes).toEqual(['a'.repeat(64)]);
  });

  test('about a parcel paid in cash is paid back by transfer', async () => {
    const staged = await aCollectedOrder(world, 1, 'CASH');
    const id = await aDispute(world, staged);
    await answerDispute(as(staged.seller), answered(id, 'ACCEPT'));
    const rows = await world
      .context()
      .read.rows(`select amount::int from task where kind = 'REFUND_BY_TRANSFER' and subject->>'orderKey' = $1`, [
        staged.order.key,
      ]);
    expect(rows).toEqual([{ amount: 21_333 }]);
  });

  test('is for the buyer alone, and its answers for the shop alone', async () => {
    const [staged, other] = [await aCollectedOrder(world), await aCollectedOrder(world)];
    for (const person of [other.buyer, staged.seller, staged.curator])
      await expectRefusal(openDispute(as(person), aComplaint(staged)), 'NOT_FOUND');
    const id = await aDispute(world, staged);
    for (const person of [other.seller, staged.buyer, staged.curator])
      await expectRefusal(answerDispute(as(person), answered(id, 'ACCEPT')), 'NOT_FOUND');
    for (const person of [other.buyer, staged.seller])
      await expectRefusal(withdrawDispute(as(person), id), 'NOT_FOUND');
    for (const person of [staged.buyer, staged.seller])
      await expectRefusal(decideDispute(as(person), decided(id)), 'NOT_FOUND');
  });
});

describe('a buyer who wants the money back', () => {
  const wanted = ({ parcelId }: RefundStage) => ({ parcelId, reason: 'Tidak jadi', idempotencyKey: 'key' });

  test('is asked again with the same key after pieces were refunded: it is the same dispute', async () => {
    const staged = await aCollectedOrder(world);
    const wish = { parcelId: staged.parcelId, reason: 'Basi semua', idempotencyKey: randomUUID() };
    const { dispute } = await requestRefund(as(staged.buyer), wish);
    const lines = [{ lineId: staged.lineId, quantity: 1 }];
    const some = { parcelId: staged.parcelId, lines, reason: 'Maaf', idempotencyKey: randomUUID() };
    await refundLines(as(staged.seller), some);
    expect((await requestRefund(as(staged.buyer), wish)).dispute?.id).toBe(dispute?.id);
    const other = requestRefund(as(staged.buyer), { ...wish, reason: 'Lain' });
    await expectRefusal(other, 'IDEMPOTENCY_KEY_REUSED');
  });

  test('calls the parcel off before it is accepted, waits in between, and complains once it is collected', async () => {
    const fresh = await aPaidOrder(world);
    for (let at = 0; at < 2; at += 1) expect((await requestRefund(as(fresh.buyer), wanted(fresh))).dispute).toBeNull();
    expect(await refundsOf(world, fresh)).toEqual([32_000]);
    expect((await parcelsOf(world, fresh.market, fresh.order))[0]!.status).toBe('CANCELLED');
    const begun = await aPaidOrder(world);
    await acceptParcel(as(begun.seller), begun.parcelId);
    await expectRefusal(requestRefund(as(begun.buyer), wanted(begun)), 'NOT_YET');
    await rejectParcel(as(begun.seller), begun.parcelId, 'Habis');
    await expectRefusal(requestRefund(as(begun.buyer), wanted(begun)), 'WRONG_STATUS');
    const collected = await aCollectedOrder(world);
    const { dispute } = await requestRefund(as(collected.buyer), wanted(collected));
    expect(dispute).toMatchObject({ status: 'OPEN', claimTotal: 32_000 });
    await expectRefusal(requestRefund(as(begun.buyer), wanted(collected)), 'NOT_FOUND');
  });
});
