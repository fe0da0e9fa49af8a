import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Task } from '../../api/accounts/index.ts';
import { refundParcel } from '../../api/orders/refunds/refund-order.ts';
import { pollProvider } from '../../api/payments/poll-provider.ts';
import { reconcileDaily, reconcilePayments } from '../../api/payments/reconciliation/reconcile-daily.ts';
import { Reconciliation } from '../../api/payments/reconciliation/reconciliation.ts';
import { wibDay } from '../../api/platform/wib.ts';
import { aPaidOrder, type RefundStage } from '../orders/refunds/refund-stage.ts';
import { openWorld, type World } from '../support/world.ts';
import { settled } from './a-paid-payment.ts';
import { callsOf, type Stage, stageAt } from './a-provider.ts';

const HOUR = 3_600;
const DAY = 24 * HOUR;

let world: World;
let stage: Stage;
beforeAll(async () => {
  world = await openWorld();
  stage = stageAt(world.midtrans.url);
});
afterAll(() => world.close());
beforeEach(async () => {
  await stage.control('faults', {}, 'DELETE');
  await world.advance(DAY);
});

/** An order by QRIS whose only parcel's refund, of 32,000 rupiah, the provider took on three days after it was paid. */
interface Refunded extends RefundStage {
  readonly id: string;
  readonly day: string;
}

/** Nothing that the provider tells arrives: only who looks finds. */
async function aSentRefund(): Promise<Refunded> {
  const staged = await aPaidOrder(world);
  await world.advance(3 * DAY);
  await refundParcel(world.context(staged.curator.actor), staged.parcelId, 'Paket rusak');
  await stage.control('faults/notifications', { kind: 'drop', times: 50 });
  await world.runJobs();
  await settled(world);
  expect(await refundOf(staged)).toMatchObject({ status: 'SENT', amount: 32_000 });
  return { ...staged, id: `${staged.order.code}-a1`, day: wibDay(world.clock.now()) };
}

const inTheirBooks = (id: string) => world.midtrans.books.find(id)!;
const vanish = ({ id }: Refunded) => Object.assign(inTheirBooks(id), { refunds: [], status: 'settlement' });
const rows = <Row extends object>(sql: string, ...values: unknown[]) => world.context().read.rows<Row>(sql, values);
const refundOf = async ({ order }: Pick<RefundStage, 'order'>) =>
  (
    await rows<{ id: string; status: string; amount: number }>(
      'select r.id, r.status, r.amount::int from refund r join payment p on p.id = r.payment_id where p.reference = $1',
      order.key,
    )
  )[0]!;
const nextAskOf = async ({ id }: Refunded) =>
  (
    await rows<{ next: Date | null }>(
      'select next_ask_at as next from payment_attempt where provider_order_id = $1',
      id,
    )
  )[0]?.next;
const openTasks = async ({ order }: Pick<RefundStage, 'order'>) =>
  (await world.context().em.fork().find(Task, { doneAt: null })).filter(
    ({ subject }) => subject.orderKey === order.key,
  );
const differencesOf = async ({ day, id }: Refunded) =>
  (await world.context().em.fork().find(Reconciliation, { day, startedByKey: null })).flatMap(({ differences }) =>
    differences.filter(({ providerOrderId }) => providerOrderId === id),
  );

async function nightly(): Promise<void> {
  await reconcileDaily.run({} as never, world.context());
  await world.runJobs();
}
async function poll(): Promise<void> {
  await pollProvider.run({} as never, world.context());
  await world.runJobs();
}

/** The refund that is found missing: still sent, and told of by one task. */
async function expectOneTask(refunded: Refunded): Promise<void> {
  const refund = await refundOf(refunded);
  expect(refund.status).toBe('SENT');
  expect(await openTasks(refunded)).toMatchObject([
    { kind: 'PAYMENT_MISMATCH', amount: 32_000, once: `refund-missing:${refund.id}` },
  ]);
}

describe('a refund that the provider took on and lists no more', () => {
  test('is a difference of the day on which it was sent, and one task, whoever looks first', async () => {
    const refunded = await aSentRefund();
    vanish(refunded);
    await world.advance(DAY - HOUR);
    await nightly();
    expect(await differencesOf(refunded)).toEqual([
      { kind: 'REFUND_DIFFERS', providerOrderId: refunded.id, ours: 32_000, theirs: 0 },
    ]);
    await expectOneTask(refunded);
    await world.advance(2 * HOUR);
    await world.runTimers();
    await expectOneTask(refunded);
  });

  test('is found by the look after a day by itself, which does not ask for ever, nor has the night tell it again', async () => {
    const refunded = await aSentRefund();
    vanish(refunded);
    await world.advance(DAY);
    await poll();
    await expectOneTask(refunded);
    expect(await nextAskOf(refunded)).toBeNull();
    const asked = await callsOf(stage, 'status', refunded.id);
    await world.advance(3 * DAY);
    await poll();
    expect(await callsOf(stage, 'status', refunded.id)).toBe(asked);
    await nightly();
    expect(await differencesOf(refunded)).toHaveLength(1);
    await expectOneTask(refunded);
  });

  test('is told of beside another that is listed, and only the listed one is waited for', async () => {
    const refunded = await aSentRefund();
    const other = { chargebackId: 7, key: 'by-hand', amount: 5_000, method: 'online', createdAt: world.clock.now() };
    Object.assign(inTheirBooks(refunded.id), { refunds: [other], status: 'partial_refund' });
    await world.advance(DAY);
    await poll();
    expect((await openTasks(refunded)).map(({ amount, once }) => [amount, once.split(':')[0]]).sort()).toEqual([
      [32_000, 'refund-missing'],
      [5_000, 'refund-unknown'],
    ]);
    expect(await nextAskOf(refunded)).toBeNull();
    await nightly();
    expect(await differencesOf(refunded)).toMatchObject([{ kind: 'REFUND_DIFFERS', ours: 32_000, theirs: 5_000 }]);
    expect(await openTasks(refunded)).toHaveLength(2);
  });

  test('with the whole charge is a task of the look as well', async () => {
    const refunded = await aSentRefund();
    await world.advance(DAY);
    const unknown = { status_code: '404', status_message: "Transaction doesn't exist." };
    await stage.control('faults', { route: 'status', kind: 'answer', status: 404, body: unknown, times: 1 });
    await poll();
    await expectOneTask(refunded);
  });

  test('is not missed by an answer that may be older than it: it is looked for a day later', async () => {
    const refunded = await aSentRefund();
    vanish(refunded);
    const { key } = await reconcilePayments(world.context(refunded.curator.actor), { day: refunded.day, sheet: null });
    await world.runJobs();
    const run = await world.context().em.fork().findOneOrFail(Reconciliation, { key });
    expect(run.differences).toMatchObject([{ kind: 'REFUND_DIFFERS', providerOrderId: refunded.id }]);
    expect(await openTasks(refunded)).toMatchObject([{ kind: 'RECONCILIATION', amount: 32_000 }]);
    expect(await nextAskOf(refunded)).toEqual(new Date(world.clock.now().getTime() + DAY * 1_000));
    await world.advance(DAY);
    await poll();
    expect(await openTasks(refunded)).toHaveLength(1);
  });
});

describe('a refund that the provider lists', () => {
  test('is no difference of the day on which it was sent, and is compared then', async () => {
    const refunded = await aSentRefund();
    await world.advance(DAY);
    await nightly();
    const [run] = await world.context().em.fork().find(Reconciliation, { day: refunded.day, startedByKey: null });
    expect(run).toMatchObject({ checked: 1, ours: 0, theirs: 0, differences: [] });
    expect(await refundOf(refunded)).toMatchObject({ status: 'DONE' });
    expect(await openTasks(refunded)).toEqual([]);
  });

  test('and that we know nothing of is found with it, and is one task', async () => {
    const refunded = await aSentRefund();
    const charge = inTheirBooks(refunded.id);
    charge.refunds.push({ ...charge.refunds[0]!, key: 'by-hand', amount: 1_500 });
    await world.advance(DAY);
    await nightly();
    expect(await differencesOf(refunded)).toEqual([
      { kind: 'REFUND_DIFFERS', providerOrderId: refunded.id, ours: 32_000, theirs: 33_500 },
    ]);
    expect(await openTasks(refunded)).toMatchObject([{ kind: 'PAYMENT_MISMATCH', amount: 1_500 }]);
  });
});
