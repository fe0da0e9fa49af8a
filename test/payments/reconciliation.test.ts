import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Task } from '../../api/accounts/index.ts';
import { reconcileDaily, reconcilePayments } from '../../api/payments/reconciliation/reconcile-daily.ts';
import { Reconciliation } from '../../api/payments/reconciliation/reconciliation.ts';
import { globalId } from '../../api/platform/keys.ts';
import { wibDay } from '../../api/platform/wib.ts';
import { expectRefusal } from '../support/expect-refusal.ts';
import { aCurator, type Person } from '../support/makers/accounts.ts';
import { aMarket, anOrder, type Market } from '../support/makers/orders.ts';
import { openWorld, type World } from '../support/world.ts';
import { aPaidPayment, settled } from './a-paid-payment.ts';
import { callsOf, type Stage, stageAt } from './a-provider.ts';

let world: World;
let stage: Stage;
let market: Market;
let curator: Person;
beforeAll(async () => {
  world = await openWorld();
  stage = stageAt(world.midtrans.url);
  market = await aMarket(world, { shops: 1, stock: 500, room: 5_000, price: 10_000 });
  curator = await aCurator(world);
});
afterAll(() => world.close());
/** Each test has a day of its own, so that it sees its own charges. */
beforeEach(async () => {
  await stage.control('faults', {}, 'DELETE');
  await world.advance(86_400);
});

const today = () => wibDay(world.clock.now());

async function compared(sheet: string | null = null): Promise<Reconciliation> {
  const { key } = await reconcilePayments(world.context(curator.actor), { day: today(), sheet });
  await world.runJobs();
  return world.context().em.fork().findOneOrFail(Reconciliation, { key });
}

async function aPaidOrder() {
  const { order } = await anOrder(world, market);
  await settled(world);
  await stage.control('pay', { id: `${order.code}-a1` });
  await settled(world);
  return { id: `${order.code}-a1`, order, total: order.total };
}

const tasksAbout = async (id: string) =>
  (
    await world
      .context()
      .em.fork()
      .find(Task, { kind: 'RECONCILIATION' as never })
  ).filter(({ once }) => once.includes(`:${id}:`));
const inTheirBooks = (id: string) => world.midtrans.books.find(id)!;
const HEAD = 'order_id,transaction_id,transaction_status,gross_amount,refund_amount';
const sheetOf = (...lines: string[]) => [HEAD, ...lines].join('\r\n');

describe('books that agree', () => {
  test('are compared to the rupiah, attempts that nobody paid as well, and open no task', async () => {
    const { total } = await aPaidOrder();
    await anOrder(world, market);
    await settled(world);
    const run = await compared();
    expect(run).toMatchObject({ source: 'STATUS', checked: 2, ours: total, theirs: total, differences: [] });
    expect(run.finishedAt).not.toBeNull();
  });

  test('the simulator’s own sheet of the day agrees with our books', async () => {
    const { total, id } = await aPaidOrder();
    const sheet = await (await fetch(`${stage.url}/books/settlement.csv?day=${today()}`)).text();
    expect(sheet).toContain(id);
    expect(await compared(sheet)).toMatchObject({ source: 'SHEET', ours: total, theirs: total, differences: [] });
  });
});

describe('what can be mended is mended first', () => {
  test.each(['the provider is asked', 'a sheet tells it'])(
    'money that we never heard of pays its order: %s',
    async (how) => {
      const { order } = await anOrder(world, market);
      await settled(world);
      await stage.control('faults/notifications', { kind: 'drop', times: 5 });
      await stage.control('pay', { id: `${order.code}-a1` });
      const sheet = how === 'a sheet tells it' ? sheetOf(`${order.code}-a1,x,settlement,${order.total}.00,0.00`) : null;
      expect(await compared(sheet)).toMatchObject({ differences: [], ours: order.total, theirs: order.total });
      const [row] = await world.context().read.rows('select payment_status from orders where id = $1', [order.key]);
      expect(row).toEqual({ payment_status: 'PAID' });
    },
  );
});

describe('books that differ', () => {
  test('an order that counts as paid without money', async () => {
    const { id, total } = await aPaidOrder();
    Object.assign(inTheirBooks(id), { status: 'pending' });
    const run = await compared();
    expect(run.differences).toEqual([{ kind: 'ORDER_BUT_NO_MONEY', providerOrderId: id, ours: total, theirs: 0 }]);
    expect(await tasksAbout(id)).toMatchObject([{ amount: total, doneAt: null, takenByKey: curator.account.key }]);
  });

  test('an order that a sheet does not list, nor the provider knows as paid', async () => {
    const { id, total } = await aPaidOrder();
    const listedElsewhere = await aPaidOrder();
    Object.assign(inTheirBooks(id), { status: 'pending' });
    const run = await compared(sheetOf());
    expect(run).toMatchObject({ checked: 2, theirs: listedElsewhere.total });
    expect(run.differences).toEqual([{ kind: 'ORDER_BUT_NO_MONEY', providerOrderId: id, ours: total, theirs: 0 }]);
  });

  test('money without any order: of nobody in a sheet, and of an order that is not there', async () => {
    const run = await compared(sheetOf('BJ-ASING-a1,x,settlement,50000.00,0.00', 'BJ-SEPI-a1,y,expire,9000.00,0.00'));
    expect(run.differences).toEqual([
      { kind: 'PAID_BUT_NO_ORDER', providerOrderId: 'BJ-ASING-a1', ours: 0, theirs: 50_000 },
    ]);
    const orphan = await aPaidPayment(world);
    const id = `${orphan.code}-a1`;
    expect((await compared()).differences).toContainEqual(
      expect.objectContaining({ kind: 'PAID_BUT_NO_ORDER', providerOrderId: id, theirs: 25_000 }),
    );
    expect(await tasksAbout(id)).toHaveLength(1);
  });

  test('another sum, and another refund', async () => {
    const { id, total } = await aPaidOrder();
    const line = (amount: number, refunded: number) => sheetOf(`${id},x,settlement,${amount}.00,${refunded}.00`);
    expect((await compared(line(total - 1, 0))).differences).toEqual([
      { kind: 'AMOUNT_DIFFERS', providerOrderId: id, ours: total, theirs: total - 1 },
    ]);
    expect((await compared(line(total, 500))).differences).toEqual([
      { kind: 'REFUND_DIFFERS', providerOrderId: id, ours: 0, theirs: 500 },
    ]);
    expect((await tasksAbout(id)).map(({ amount }) => amount)).toEqual([1, 500]);
  });

  test('a sum about which a task is open already is listed and opens no second one', async () => {
    const { id } = await aPaidOrder();
    Object.assign(inTheirBooks(id), { grossAmount: 1 });
    expect((await compared()).differences).toMatchObject([{ kind: 'AMOUNT_DIFFERS', theirs: 1 }]);
    expect(await tasksAbout(id)).toEqual([]);
    const mismatches = await world
      .context()
      .em.fork()
      .find(Task, { kind: 'PAYMENT_MISMATCH' as never });
    expect(mismatches.filter(({ detail }) => detail.includes(id))).toHaveLength(1);
  });

  test('an open task about another matter of the charge takes no row’s place: missing money is told beside a refund by hand', async () => {
    const { id, order, total } = await aPaidOrder();
    await world.context().paymentProvider.refund(id, 'by-hand-in-dashboard', 500, 'x');
    await settled(world);
    expect((await compared()).differences).toMatchObject([{ kind: 'REFUND_DIFFERS', ours: 0, theirs: 500 }]);
    expect(await tasksAbout(id)).toEqual([]);
    const openTasks = async () =>
      (await world.context().em.fork().find(Task, { doneAt: null })).filter(
        ({ subject }) => subject.orderKey === order.key,
      );
    expect(await openTasks()).toMatchObject([{ kind: 'PAYMENT_MISMATCH', amount: 500 }]);

    const line = (amount: number, refunded: number) => sheetOf(`${id},x,settlement,${amount}.00,${refunded}.00`);
    expect((await compared(line(total, 700))).differences).toMatchObject([{ kind: 'REFUND_DIFFERS', theirs: 700 }]);
    expect((await compared(line(total - 1, 500))).differences).toMatchObject([
      { kind: 'AMOUNT_DIFFERS' },
      { kind: 'REFUND_DIFFERS', theirs: 500 },
    ]);
    Object.assign(inTheirBooks(id), { status: 'pending' });
    expect((await compared()).differences).toMatchObject([{ kind: 'ORDER_BUT_NO_MONEY', ours: total, theirs: 0 }]);
    expect((await tasksAbout(id)).map(({ once }) => once.split(':')[1]).sort()).toEqual([
      'AMOUNT_DIFFERS',
      'ORDER_BUT_NO_MONEY',
      'REFUND_DIFFERS',
    ]);
    expect(await openTasks()).toHaveLength(4);
  });

  test('the same difference is one task, found at once by several, again, and after it was resolved', async () => {
    const { id } = await aPaidOrder();
    Object.assign(inTheirBooks(id), { status: 'pending' });
    const sheet = sheetOf();
    const ctx = world.context(curator.actor);
    await Promise.all([1, 2, 3].map(() => reconcilePayments(ctx, { day: today(), sheet })));
    await Promise.all([world.runJobs(), world.runJobs(), world.runJobs()]);
    await compared(sheet);
    const [task, ...more] = await tasksAbout(id);
    expect(more).toEqual([]);
    await world.context().em.fork().nativeUpdate(Task, { key: task!.key }, { doneAt: world.clock.now() });
    expect((await compared(sheet)).differences).toHaveLength(1);
    expect(await tasksAbout(id)).toHaveLength(1);
  });
});

describe('when it runs', () => {
  test('each night the day before, by itself once', async () => {
    const { id } = await aPaidOrder();
    Object.assign(inTheirBooks(id), { status: 'pending' });
    const day = today();
    await world.advance(86_400);
    const nightly = () => reconcileDaily.run({} as never, world.context());
    await Promise.all([nightly(), nightly(), nightly()]);
    await nightly();
    await world.runJobs();
    const runs = await world.context().em.fork().find(Reconciliation, { day, startedByKey: null });
    expect(runs).toMatchObject([{ checked: 1, differences: [{ kind: 'ORDER_BUT_NO_MONEY', providerOrderId: id }] }]);
    expect(reconcileDaily.cron).toBe('30 19 * * *');
  });

  test('days that no night has seen are made up for, and nights that never ended begin anew', async () => {
    const nightly = () => reconcileDaily.run({} as never, world.context());
    await nightly();
    await world.runJobs();
    const last = wibDay(new Date(world.clock.now().getTime() - 86_400_000));
    await world.context().em.fork().execute('update reconciliation set finished_at = null where day = ?', [last]);
    await world.advance(3 * 86_400);
    await nightly();
    await world.runJobs();
    const nights = await world
      .context()
      .em.fork()
      .find(Reconciliation, { startedByKey: null, day: { $gte: last } }, { orderBy: { day: 'asc' } });
    expect(nights).toHaveLength(4);
    expect(nights.map(({ finishedAt }) => finishedAt === null)).toEqual([false, false, false, false]);
    const em = world.context().em.fork();
    await em.execute('delete from reconciliation where started_by_id is null and day <> ?', [last]);
    await em.execute(`update reconciliation set day = '2025-12-31' where day = ? and started_by_id is null`, [last]);
    await nightly();
    expect(await em.count(Reconciliation, { finishedAt: null })).toBe(31);
    await world.runJobs();
  });

  test('one charge that cannot be compared is a task, and the rest is recorded', async () => {
    const { id } = await aPaidOrder();
    const other = await aPaidOrder();
    Object.assign(inTheirBooks(id), { grossAmount: 'none' });
    const run = await compared();
    expect(run).toMatchObject({ checked: 1, ours: other.total, theirs: other.total, differences: [] });
    expect(run.finishedAt).not.toBeNull();
    expect(await tasksAbout(id)).toMatchObject([{ title: `Rekonsiliasi ${id}: tidak bisa dibandingkan` }]);
  });

  test('a provider that cannot be reached leaves nothing half-done: the run waits and ends later', async () => {
    const { id } = await aPaidOrder();
    await stage.control('faults', { route: 'status', kind: 'error', status: 503, times: 3 });
    const run = await compared();
    expect(run).toMatchObject({ finishedAt: null, checked: 0, differences: [] });
    expect(await tasksAbout(id)).toEqual([]);
    await world
      .context()
      .em.fork()
      .execute("update graphile_worker._private_jobs set run_at = now() where key like 'payments.reconcileBooks:%'");
    await world.runJobs();
    const ended = await world.context().em.fork().findOneOrFail(Reconciliation, { key: run.key });
    expect(ended).toMatchObject({ checked: 1, differences: [] });
    expect(ended.finishedAt).not.toBeNull();
  });

  test('a charge is asked about once for each run', async () => {
    const { id } = await aPaidOrder();
    const before = await callsOf(stage, 'status', id);
    await compared();
    expect((await callsOf(stage, 'status', id)) - before).toBe(1);
  });
});

describe('what is no sheet, and no day', () => {
  const run = (changes: object) =>
    reconcilePayments(world.context(curator.actor), { day: today(), sheet: null, ...changes });

  test.each([
    ['nothing', ''],
    ['no names', 'a,b,c\r\n1,2,3'],
    ['a sum that is none', sheetOf('BJ-1-a1,x,settlement,12.50,0')],
    ['a negative sum', sheetOf('BJ-1-a1,x,settlement,-5.00,0')],
    ['no order', sheetOf(',x,settlement,5.00,0')],
    ['an order twice', sheetOf('BJ-1-a1,x,settlement,5.00,0', 'BJ-1-a1,x,settlement,5.00,0')],
    ['half a quote', `${HEAD}\r\n"BJ-1-a1`],
  ])('%s is refused', async (_what, sheet) => {
    await expectRefusal(run({ sheet }), 'SHEET_UNREADABLE');
  });

  test.each(['', '2026-13-01', '2026-02-30', '24-11-2026', '2099-01-01'])('the day %j is refused', async (day) => {
    await expectRefusal(run({ day }), 'DAY_WRONG');
  });

  test('semicolons, other names of columns and other orders of them are read', async () => {
    const { id, total } = await aPaidOrder();
    const sheet = `Status;Order ID;Amount;Payment Type\nsettlement;${id};${total};qris\n`;
    expect((await compared(sheet)).differences).toEqual([]);
  });
});

describe('a curator resolves it', () => {
  const TAKE = `mutation T($input: TakeTaskInput!) { takeTask(input: $input) {
    task { owner isMine takenAt } userErrors { ... on TakeTaskUserError { code } } } }`;
  const DONE = `mutation D($input: CompleteTaskInput!) { completeTask(input: $input) {
    task { outcome note owner doneAt } userErrors { ... on CompleteTaskUserError { code } } } }`;

  test('it has an owner from the beginning, a colleague takes it over, it ends with a note and an outcome, all of it in the audit log', async () => {
    const { id } = await aPaidOrder();
    Object.assign(inTheirBooks(id), { status: 'pending' });
    await compared(sheetOf());
    const colleague = await aCurator(world);
    const [task] = await tasksAbout(id);
    const taskId = globalId('Task', task!.key);
    const take = (person: Person, more: object = {}) =>
      world.request(TAKE, { input: { taskId, ...more } }, { token: person.token });
    const finish = (person: Person, more: object) =>
      world.request(DONE, { input: { taskId, note: 'Dicek di dasbor', ...more } }, { token: person.token });
    expect(await take(curator)).toMatchObject({ data: { takeTask: { task: { isMine: true }, userErrors: [] } } });
    expect(await take(colleague)).toMatchObject({
      data: { takeTask: { task: null, userErrors: [{ code: 'TAKEN' }] } },
    });
    expect(await finish(colleague, { outcome: 'FIXED_HERE' })).toMatchObject({
      data: { completeTask: { userErrors: [{ code: 'TAKEN' }] } },
    });
    expect(await take(colleague, { takeOver: true })).toMatchObject({ data: { takeTask: { task: { isMine: true } } } });
    expect(await finish(colleague, {})).toMatchObject({
      data: { completeTask: { userErrors: [{ code: 'OUTCOME_MISSING' }] } },
    });
    expect(await finish(colleague, { outcome: 'FIXED_AT_PROVIDER' })).toMatchObject({
      data: { completeTask: { userErrors: [], task: { outcome: 'FIXED_AT_PROVIDER', note: 'Dicek di dasbor' } } },
    });
    const acts = await world
      .context()
      .read.rows(`select act, reason, actor_id from audit_entry where subject->>'taskKey' = $1 order by at, id`, [
        task!.key,
      ]);
    expect(acts).toEqual([
      { act: 'takeTask', reason: null, actor_id: colleague.account.key },
      { act: 'completeTask', reason: 'FIXED_AT_PROVIDER: Dicek di dasbor', actor_id: colleague.account.key },
    ]);
  });
});
