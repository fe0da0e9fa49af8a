import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Task } from '../../api/accounts/index.ts';
import { completeTask } from '../../api/city/complete-task.ts';
import { acceptRefund } from '../../api/payments/accept-refund.ts';
import { requestRefund } from '../../api/payments/index.ts';
import { pollProvider } from '../../api/payments/poll-provider.ts';
import { refundByTransfer } from '../../api/payments/request-refund.ts';
import { inTransaction } from '../../api/platform/database/transaction.ts';
import { globalId } from '../../api/platform/keys.ts';
import { booksOf } from '../orders/books.ts';
import { said } from '../orders/race-stage.ts';
import { aPaidOrder, type RefundStage, refundsOf } from '../orders/refunds/refund-stage.ts';
import { type MarketWorld, openMarketWorld } from '../support/market-world.ts';
import { letRivalRunAtProvider, letRivalRunFirst } from '../support/rival.ts';
import {
  aDueRefund,
  ahead,
  attemptsOf,
  paymentNow,
  refundNow,
  sending,
  takeBack,
  tasksOf,
  toldOf,
  withRefund,
} from './race-stage.ts';

/** M14: money that goes back: its act looks, a rival changes the refund and commits, and the act goes on: it must see what the rival left. */
let world: MarketWorld;
beforeAll(async () => {
  world = await openMarketWorld();
});
afterAll(() => world.close());

/** A worker hands the refund to the curator. */
const handOn = (staged: RefundStage) =>
  inTransaction(
    world.context(),
    withRefund(world, staged, (tx, { payment }, refund) => refundByTransfer(tx, payment, refund, 'lama')),
  );
/** The curator has transferred it by hand. */
const finish = async (staged: RefundStage) => {
  const { key } = await world
    .context()
    .em.fork()
    .findOneOrFail(Task, { once: `refund:${(await refundNow(world, staged)).key}` });
  const done = { taskId: globalId('Task', key), note: 'Sudah', reference: 'BCA 1', outcome: null };
  return completeTask(world.context(staged.curator.actor), done);
};
const RIVALS = {
  'sent by another worker': (staged: RefundStage) => sending(world, staged)(world.context()),
  'handed to a curator': handOn,
  'transferred by a curator': async (staged: RefundStage) => {
    await handOn(staged);
    await finish(staged);
  },
  'called off with its payment': (staged: RefundStage) => takeBack(world, staged),
} as const;

describe('a refund that the provider is asked to send is meanwhile', () => {
  type Ends = readonly [rival: keyof typeof RIVALS, status: string, sentBy: string | null, tasks: readonly string[]];
  const ACCEPTED: readonly Ends[] = [
    ['sent by another worker', 'SENT', 'PROVIDER', []],
    ['handed to a curator', 'SENT', 'PROVIDER', []],
    ['transferred by a curator', 'DONE', 'TRANSFER', ['refund-unknown']],
    ['called off with its payment', 'FAILED', null, ['refund-unknown']],
  ];
  const REFUSED: readonly Ends[] = [
    ['sent by another worker', 'SENT', 'PROVIDER', []],
    ['handed to a curator', 'TASK', null, ['refund']],
    ['transferred by a curator', 'DONE', 'TRANSFER', []],
    ['called off with its payment', 'FAILED', null, []],
  ];
  const ROWS = [
    ...ACCEPTED.map((ends) => ['is taken on', null, ...ends] as const),
    ...REFUSED.map((ends) => ['is refused', { kind: 'REFUSED', code: '412' }, ...ends] as const),
  ];
  test.each(ROWS)('%s, %o, %s: it is %s', async (_, heard, rival, status, sentBy, tasks) => {
    const [staged, twin] = [await aDueRefund(world), await aDueRefund(world)];
    await RIVALS[rival](twin);
    const done = await letRivalRunAtProvider(
      world.context(),
      'refund',
      () => RIVALS[rival](staged),
      sending(world, staged),
      heard ? { heard } : {},
    );
    expect(said(done)).toBe('DONE');
    expect(await refundNow(world, staged)).toMatchObject({ status, sentBy });
    expect(await tasksOf(world, staged.order)).toEqual(tasks);
    // The ledger moves it once, whoever sent it; handed on and taken on all the same, it goes out by the provider.
    const isSentLate = rival === 'handed to a curator' && heard === null;
    const books = isSentLate ? {} : await booksOf(world, twin.order);
    expect(await booksOf(world, staged.order)).toEqual(books);
    expect(await toldOf(world, staged.order, 'RefundSent')).toBe(sentBy === null ? 0 : 1);
  });
});

describe('a refund that nobody answered for days', () => {
  test('is sent while its charge is asked about: nobody transfers it once more', async () => {
    const staged = await aDueRefund(world);
    const [charge] = await attemptsOf(world, staged.order);
    const outcome = await letRivalRunAtProvider(
      ahead(world, 4 * 24 * 3_600_000),
      'status',
      () => sending(world, staged)(world.context()),
      (ctx) => pollProvider.run({} as never, ctx),
      { isMeant: (asked) => asked === charge!.providerOrderId }, // it asks about all others as well
    );
    expect(said(outcome)).toBe('DONE');
    expect(await refundNow(world, staged)).toMatchObject({ status: 'SENT' });
    expect(await toldOf(world, staged.order, 'RefundImpossible')).toBe(0);
  });
});

describe('a refund that waits for a transfer', () => {
  test('got through at the provider while the curator says that it is done: it went out once', async () => {
    const staged = await aDueRefund(world);
    await handOn(staged);
    const accepting = withRefund(world, staged, (tx, { payment, attempts }, refund) =>
      acceptRefund(tx, payment, attempts[0]!, refund),
    );
    const outcome = await letRivalRunFirst(world, accepting, () => finish(staged));
    expect(outcome).toMatchObject({ status: 'fulfilled', value: { note: 'Sudah dikembalikan oleh Midtrans.' } });
    expect(await refundNow(world, staged)).toMatchObject({ status: 'SENT', sentBy: 'PROVIDER' });
    expect(await booksOf(world, staged.order)).toEqual({});
  });
});

describe('a refund that is asked for', () => {
  test('is asked for by another worker for the same reason: it is the same one', async () => {
    const staged = await aPaidOrder(world);
    const { key: paymentKey } = await paymentNow(world, staged.order);
    const wanted = { paymentKey, amount: 9_000, reason: 'Uji', effect: `parcel:${staged.parcels[0]!.key}:1` };
    const outcome = await letRivalRunFirst(
      world,
      (tx) => requestRefund(tx, wanted),
      () => inTransaction(world.context(), (tx) => requestRefund(tx, wanted)),
    );
    expect(said(outcome)).toBe('DONE');
    expect(await refundsOf(world, staged)).toEqual([9_000]);
  });
});
