import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  acceptDisputeOffer,
  answerDispute,
  passOnDispute,
  withdrawDispute,
} from '../../../api/orders/disputes/answer-dispute.ts';
import { decideDispute } from '../../../api/orders/disputes/decide-dispute.ts';
import { DISPUTE_TRANSITIONS, type DisputeTransitionName } from '../../../api/orders/disputes/dispute-transitions.ts';
import { moveDispute, readLocked } from '../../../api/orders/disputes/move-dispute.ts';
import { openDispute, openLocked, readComplaint } from '../../../api/orders/disputes/open-dispute.ts';
import { releaseMoney } from '../../../api/orders/disputes/release-money.ts';
import { lockParcel } from '../../../api/orders/find-and-lock.ts';
import { lockOrder } from '../../../api/orders/lock-order.ts';
import type { TimerKind } from '../../../api/orders/timer.ts';
import { inTransaction, type Tx } from '../../../api/platform/database/transaction.ts';
import { type MarketWorld, openMarketWorld } from '../../support/market-world.ts';
import { letRivalRunFirst } from '../../support/rival.ts';
import { booksOf } from '../books.ts';
import { acting, actorOf, fireLate, leftOf, said } from '../race-stage.ts';
import { aCollectedOrder, type RefundStage } from '../refunds/refund-stage.ts';
import { aComplaint, aDispute, disputeEventsOf, disputeNow } from './dispute-stage.ts';

/** M14: each act on a dispute looks, its rival moves the dispute and commits, and the act goes on: it must see what the rival left. */
let world: MarketWorld;
beforeAll(async () => {
  world = await openMarketWorld();
});
afterAll(() => world.close());

const as = ({ actor }: RefundStage['seller']) => world.context(actor);
const OFFER = 5_000;
const CLAIM = 21_333;
/** What goes back by a row. */
const PAYS: Partial<Record<DisputeTransitionName, number>> = { accept: CLAIM, acceptOffer: OFFER, decide: CLAIM };

/** Moves the dispute of a stage by a row of the table, for who is the first that may, up to the commit. */
const moving = (staged: RefundStage, name: DisputeTransitionName) => async (tx: Tx) => {
  const [role] = DISPUTE_TRANSITIONS[name].by;
  acting(world, tx, actorOf(staged, role));
  const about = await readLocked(tx, (await lockOrder(tx, staged.order.key))!, staged.parcels[0]!.key);
  if (name === 'offer') about.dispute.offer = OFFER;
  const amount = PAYS[name];
  await moveDispute(tx, about, name, role, amount ? { amount, borneBy: 'SELLER', reason: 'Ya' } : null);
};

/** What stands of a dispute, its order and its parcel. */
const leftBy = async (staged: RefundStage) => {
  const { status, refunded, borneBy, offer } = await disputeNow(world, staged);
  const said = await world
    .context()
    .read.rows('select s.text from dispute_statement s join dispute d on d.id = s.dispute_id where d.order_id = $1', [
      staged.order.key,
    ]);
  return { ...(await leftOf(world, staged)), dispute: { status, refunded, borneBy, offer, said } };
};

type Act = (staged: RefundStage, disputeId: string) => Promise<unknown>;
const answering =
  (answer: 'ACCEPT' | 'OFFER' | 'REFUSE'): Act =>
  ({ seller }, disputeId) =>
    answerDispute(as(seller), {
      ...{ disputeId, answer, text: 'Maaf', photoUploadIds: [] },
      amount: answer === 'OFFER' ? OFFER : null,
    });
const ACTS: Readonly<Record<string, Act>> = {
  'the seller accepts': answering('ACCEPT'),
  'the seller offers': answering('OFFER'),
  'the seller refuses': answering('REFUSE'),
  'the buyer takes the offer': ({ buyer }, id) => acceptDisputeOffer(as(buyer), id),
  'the buyer passes it on': ({ buyer }, id) => passOnDispute(as(buyer), id),
  'the buyer takes it back': ({ buyer }, id) => withdrawDispute(as(buyer), id),
  'a curator decides': ({ curator }, disputeId) =>
    decideDispute(as(curator), { disputeId, outcome: 'WHOLE', amount: null, borneBy: 'MARKET', reason: 'Ya' }),
  'the time to answer is over': (staged) => fire(staged, 'DISPUTE_ANSWER_DUE'),
  'the time for the offer is over': (staged) => fire(staged, 'DISPUTE_OFFER_DUE'),
};
const fire = (staged: RefundStage, kind: TimerKind) => fireLate(world, staged, kind);

type Race = readonly [
  act: string,
  rival: DisputeTransitionName,
  after: readonly DisputeTransitionName[],
  ends: string,
  status: string,
];
const RACES: readonly Race[] = [
  ['the seller accepts', 'withdraw', [], 'WRONG_STATUS', 'WITHDRAWN'],
  ['the seller accepts', 'refuse', [], 'WRONG_STATUS', 'ESCALATED'],
  ['the seller offers', 'passBySilence', [], 'WRONG_STATUS', 'ESCALATED'],
  ['the seller refuses', 'accept', [], 'WRONG_STATUS', 'SETTLED'],
  ['the buyer takes the offer', 'letOfferLapse', ['offer'], 'WRONG_STATUS', 'ESCALATED'],
  ['the buyer takes the offer', 'acceptOffer', ['offer'], 'WRONG_STATUS', 'SETTLED'],
  ['the buyer passes it on', 'acceptOffer', ['offer'], 'WRONG_STATUS', 'SETTLED'],
  ['the buyer takes it back', 'accept', [], 'WRONG_STATUS', 'SETTLED'],
  ['the buyer takes it back', 'decide', ['passBySilence'], 'WRONG_STATUS', 'DECIDED'],
  ['a curator decides', 'decide', ['passBySilence'], 'WRONG_STATUS', 'DECIDED'],
  ['a curator decides', 'withdraw', ['passBySilence'], 'WRONG_STATUS', 'WITHDRAWN'],
  ['the time to answer is over', 'accept', [], 'DONE', 'SETTLED'],
  ['the time for the offer is over', 'acceptOffer', ['offer'], 'DONE', 'SETTLED'],
];

test('each act meets a rival', () => {
  expect(new Set(RACES.map(([act]) => act))).toEqual(new Set(Object.keys(ACTS)));
});

describe('whoever comes second leaves what the first alone would have left', () => {
  test.each(RACES)('%s, and the rival comes first: %s', async (act, rival, after, ends, status) => {
    const [staged, twin] = [await aCollectedOrder(world), await aCollectedOrder(world)];
    const disputeId = await aDispute(world, staged);
    await aDispute(world, twin);
    for (const name of after)
      for (const each of [staged, twin]) await inTransaction(world.context(), moving(each, name));
    await inTransaction(world.context(), moving(twin, rival));
    const outcome = await letRivalRunFirst(world, moving(staged, rival), () => ACTS[act]!(staged, disputeId));
    expect(said(outcome)).toBe(ends);
    const left = await leftBy(staged);
    expect(left.dispute.status).toBe(status);
    expect(left.refunds).toEqual([PAYS[rival]].filter(Boolean));
    expect(left).toEqual(await leftBy(twin));
  });
});

describe('a complaint', () => {
  /** The buyer complains on another device at this moment. */
  const complaining = (staged: RefundStage) => async (tx: Tx) => {
    const found = await lockParcel(acting(world, tx, staged.buyer.actor), staged.parcelId, 'BUYER');
    await openLocked(tx, found, readComplaint(aComplaint(staged)));
  };

  test('is made on another device at the same moment: there is one', async () => {
    const staged = await aCollectedOrder(world);
    const act = () => openDispute(as(staged.buyer), aComplaint(staged));
    expect(said(await letRivalRunFirst(world, complaining(staged), act))).toBe('ALREADY_OPENED');
    expect(await disputeEventsOf(world, staged)).toEqual(['DisputeOpened']);
  });

  test('of three at the same moment one is made', async () => {
    const staged = await aCollectedOrder(world);
    const act = () => openDispute(as(staged.buyer), aComplaint(staged));
    const outcomes = await Promise.allSettled([act(), act(), act()]);
    expect(outcomes.map(said).sort()).toEqual(['ALREADY_OPENED', 'ALREADY_OPENED', 'DONE']);
    expect(await disputeEventsOf(world, staged)).toEqual(['DisputeOpened']);
  });

  test('is made while the money is released: the money stays held', async () => {
    const staged = await aCollectedOrder(world);
    const late = { ...world.context(), clock: { now: () => new Date(world.clock.now().getTime() + 48 * 3_600_000) } };
    const release = () =>
      inTransaction(late, async (tx) => {
        const locked = (await lockOrder(tx, staged.order.key))!;
        await releaseMoney(tx, locked, locked.parcels[0]!);
      });
    expect(said(await letRivalRunFirst(world, complaining(staged), release))).toBe('DONE');
    expect(await booksOf(world, staged.order)).toMatchObject({ SELLER_HELD: 29_100 });
  });
});
