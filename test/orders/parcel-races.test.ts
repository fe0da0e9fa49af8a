import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acceptParcel, dropParcelAtPoint, markParcelPacked, rejectParcel } from '../../api/orders/answer-parcel.ts';
import { cancelOrder } from '../../api/orders/cancel-order.ts';
import { cancelParcel } from '../../api/orders/cancel-parcel.ts';
import { collectParcel } from '../../api/orders/collect-parcel.ts';
import { pinOf } from '../../api/orders/collection.ts';
import { markParcelLost, receiveParcel, refuseParcel, returnParcel } from '../../api/orders/counter.ts';
import type { ParcelStatus } from '../../api/orders/index.ts';
import type { ParcelTransitionName } from '../../api/orders/parcel-transitions.ts';
import { refundOrder, refundParcel } from '../../api/orders/refunds/refund-order.ts';
import { inTransaction } from '../../api/platform/database/transaction.ts';
import { globalId } from '../../api/platform/keys.ts';
import { aReadyUpload } from '../support/makers/uploads.ts';
import { type MarketWorld, openMarketWorld } from '../support/market-world.ts';
import { letRivalRunFirst } from '../support/rival.ts';
import { fireLate, leftOf, moveOn, moving, said } from './race-stage.ts';
import { aPaidOrder, type RefundStage } from './refunds/refund-stage.ts';

/** M14: each act on a parcel looks, its rival moves the parcel and commits, and the act goes on: it must see what the rival left. */
let world: MarketWorld;
beforeAll(async () => {
  world = await openMarketWorld();
});
afterAll(() => world.close());

type Act = (staged: RefundStage) => Promise<unknown>;
/** What was done with the parcel before, what the rival does, what the act comes to, and where the parcel stands then. */
type Race = readonly [
  act: string,
  rival: ParcelTransitionName,
  after: readonly ParcelTransitionName[],
  ends: string,
  status: ParcelStatus,
];

const PACKED = ['accept', 'pack'] as const;
const AT_POINT = [...PACKED, 'receive'] as const;
const UNCOLLECTED = [...AT_POINT, 'endHolding'] as const;

const asSeller = ({ seller }: RefundStage) => world.context(seller.actor);
const asBuyer = ({ buyer }: RefundStage) => world.context(buyer.actor);
const asCurator = ({ curator }: RefundStage) => world.context(curator.actor);
const asOperator = ({ market }: RefundStage) => world.context(market.operator.actor);
const slipOf = ({ market, parcels }: RefundStage) => ({ pointId: market.pointId, parcelCode: parcels[0]!.code });

const ACTS: Readonly<Record<string, Act>> = {
  'the seller accepts': (staged) => acceptParcel(asSeller(staged), staged.parcelId),
  'the seller rejects': (staged) => rejectParcel(asSeller(staged), staged.parcelId, 'Habis'),
  'the seller packs': (staged) => markParcelPacked(asSeller(staged), staged.parcelId),
  'the seller drops it': (staged) => dropParcelAtPoint(asSeller(staged), staged.parcelId),
  'the buyer cancels it': (staged) => cancelParcel(asBuyer(staged), staged.parcelId),
  'the buyer cancels all': (staged) => cancelOrder(asBuyer(staged), globalId('Order', staged.order.key), null),
  'the operator receives': (staged) => receiveParcel(asOperator(staged), { ...slipOf(staged), shelf: 'A3' }),
  'the operator refuses': async (staged) => {
    const photoUploadId = await aReadyUpload(world, staged.market.operator);
    return refuseParcel(asOperator(staged), { ...slipOf(staged), reason: 'Basah', photoUploadId });
  },
  'the operator returns it': (staged) => returnParcel(asOperator(staged), slipOf(staged)),
  'the operator misses it': (staged) => markParcelLost(asOperator(staged), staged.parcelId, 'Tidak di rak'),
  'the operator hands over': (staged) => {
    const { market, order } = staged;
    const pin = pinOf(world.context(), order);
    const at = { pointId: market.pointId, collectCode: order.collectCode, pin, cashTaken: null };
    return collectParcel(asOperator(staged), at);
  },
  'the curator refunds it': (staged) => refundParcel(asCurator(staged), staged.parcelId, 'Maaf'),
  'the curator refunds all': (staged) => refundOrder(asCurator(staged), staged.order.code, 'Maaf'),
  'the time to answer is over': (staged) => fireLate(world, staged, 'ANSWER_DUE'),
  'the time to deliver is over': (staged) => fireLate(world, staged, 'DELIVERY_DUE'),
  'the holding days are over': (staged) => fireLate(world, staged, 'HOLD_OVER'),
};

const RACES: readonly Race[] = [
  ['the seller accepts', 'cancel', [], 'WRONG_STATUS', 'CANCELLED'],
  ['the seller accepts', 'lapseUnanswered', [], 'WRONG_STATUS', 'LAPSED'],
  ['the seller rejects', 'cancel', [], 'WRONG_STATUS', 'CANCELLED'],
  ['the seller rejects', 'lapseUndelivered', ['accept'], 'WRONG_STATUS', 'LAPSED'],
  ['the seller packs', 'callOff', ['accept'], 'WRONG_STATUS', 'CANCELLED'],
  ['the seller packs', 'reject', ['accept'], 'WRONG_STATUS', 'REJECTED'],
  ['the seller drops it', 'receive', PACKED, 'WRONG_STATUS', 'AT_POINT'],
  ['the seller drops it', 'lapseUndelivered', PACKED, 'WRONG_STATUS', 'LAPSED'],
  ['the buyer cancels it', 'accept', [], 'WRONG_STATUS', 'ACCEPTED'],
  ['the buyer cancels it', 'reject', [], 'WRONG_STATUS', 'REJECTED'],
  ['the buyer cancels all', 'accept', [], 'TOO_LATE', 'ACCEPTED'],
  ['the operator receives', 'lapseUndelivered', PACKED, 'WRONG_STATUS', 'LAPSED'],
  ['the operator receives', 'callOff', PACKED, 'WRONG_STATUS', 'CANCELLED'],
  ['the operator refuses', 'receive', PACKED, 'WRONG_STATUS', 'AT_POINT'],
  ['the operator refuses', 'lapseUndelivered', PACKED, 'WRONG_STATUS', 'LAPSED'],
  ['the operator returns it', 'collect', UNCOLLECTED, 'WRONG_STATUS', 'COLLECTED'],
  ['the operator returns it', 'lose', UNCOLLECTED, 'WRONG_STATUS', 'LOST'],
  ['the operator misses it', 'collect', AT_POINT, 'WRONG_STATUS', 'COLLECTED'],
  ['the operator misses it', 'return', UNCOLLECTED, 'WRONG_STATUS', 'RETURNED'],
  ['the operator hands over', 'return', UNCOLLECTED, 'NOTHING_HERE', 'RETURNED'],
  ['the operator hands over', 'lose', AT_POINT, 'NOTHING_HERE', 'LOST'],
  ['the curator refunds it', 'receive', PACKED, 'WRONG_STATUS', 'AT_POINT'],
  ['the curator refunds it', 'cancel', [], 'DONE', 'CANCELLED'],
  ['the curator refunds all', 'receive', PACKED, 'WRONG_STATUS', 'AT_POINT'],
  ['the curator refunds all', 'reject', [], 'DONE', 'REJECTED'],
  ['the time to answer is over', 'accept', [], 'DONE', 'ACCEPTED'],
  ['the time to answer is over', 'cancel', [], 'DONE', 'CANCELLED'],
  ['the time to deliver is over', 'receive', PACKED, 'DONE', 'AT_POINT'],
  ['the holding days are over', 'collect', AT_POINT, 'DONE', 'COLLECTED'],
];

test('each act meets a rival', () => {
  expect(new Set(RACES.map(([act]) => act))).toEqual(new Set(Object.keys(ACTS)));
});

describe('whoever comes second leaves what the first alone would have left', () => {
  test.each(RACES)('%s, and the rival comes first: %s', async (act, rival, after, ends, status) => {
    const [staged, twin] = [await aPaidOrder(world), await aPaidOrder(world)];
    for (const each of [staged, twin]) await moveOn(world, each, after);
    await inTransaction(world.context(), moving(world, twin, rival));
    const outcome = await letRivalRunFirst(world, moving(world, staged, rival), () => ACTS[act]!(staged));
    expect(said(outcome)).toBe(ends);
    const left = await leftOf(world, staged);
    expect(left.parcel.status).toBe(status);
    expect(left).toEqual(await leftOf(world, twin));
  });
});
