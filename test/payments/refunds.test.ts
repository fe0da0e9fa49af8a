import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Task } from '../../api/accounts/index.ts';
import { balanceOf, type LedgerAccountKind, post } from '../../api/ledger/index.ts';
import { lockPayment, Payment, payBy, Refund, requestRefund, switchMethod } from '../../api/payments/index.ts';
import { refreshAttempt } from '../../api/payments/refresh-payment.ts';
import { moveRefund, recordSent } from '../../api/payments/refund-status.ts';
import { sendRefund } from '../../api/payments/send-refund.ts';
import type { Context } from '../../api/platform/context.ts';
import { inTransaction } from '../../api/platform/database/transaction.ts';
import { aCurator } from '../support/makers/accounts.ts';
import type { FollowedPayment } from '../support/makers/payments.ts';
import { letRivalRunAtProvider } from '../support/rival.ts';
import { warmConnections } from '../support/warm-connections.ts';
import { openWorld, type World } from '../support/world.ts';
import { aPaidPayment, aWaitingPayment, endTrouble, payNow, settled } from './a-paid-payment.ts';
import { type Stage, stageAt } from './a-provider.ts';

let world: World;
let stage: Stage;
beforeAll(async () => {
  world = await openWorld();
  stage = stageAt(world.midtrans.url);
});
afterAll(() => world.close());
afterEach(() => endTrouble(world));

const refundsOf = (payment: FollowedPayment) =>
  world
    .context()
    .em.fork()
    .find(Refund, { paymentKey: payment.key }, { orderBy: { createdAt: 'asc', key: 'asc' } });
const balance = (kind: LedgerAccountKind) => balanceOf(world.context().read, { kind, ownerKey: null });

/** Owes a refund as orders do: the amount is at REFUND_DUE in the ledger first. */
async function owe(payment: FollowedPayment, amount: number, effect = `parcel:${randomUUID()}`) {
  return inTransaction(world.context(), async (tx) => {
    await post(tx, {
      effect: `test:${effect}`,
      memo: 'Owed back',
      lines: [
        { account: { kind: 'COMMISSION', ownerKey: null }, amount },
        { account: { kind: 'REFUND_DUE', ownerKey: null }, amount: -amount },
      ],
    });
    return requestRefund(tx, { paymentKey: payment.key, amount, reason: 'Paket ditolak penjual', effect });
  });
}

describe('a refund that the provider can send', () => {
  test('goes out by itself, and the ledger follows', async () => {
    const payment = await aPaidPayment(world);
    const [due, clearing] = [await balance('REFUND_DUE'), await balance('PROVIDER_CLEARING')];
    await owe(payment, 10_000);
    await world.runJobs();
    expect(await refundsOf(payment)).toMatchObject([{ status: 'SENT', amount: 10_000 }]);
    expect(await payment.status()).toBe('PARTLY_REFUNDED');
    expect(await balance('REFUND_DUE')).toBe(due);
    expect(await balance('PROVIDER_CLEARING')).toBe(clearing - 10_000);
    expect(await payment.events()).toContain('RefundSent');
  });

  test('is done once the bank confirms it', async () => {
    const payment = await aPaidPayment(world);
    await owe(payment, 25_000);
    await world.runJobs();
    expect(await payment.status()).toBe('REFUNDED');
    await world.advance(11);
    await settled(world);
    expect(await refundsOf(payment)).toMatchObject([{ status: 'DONE' }]);
    expect((await payment.events()).filter((name) => name === 'RefundSent')).toHaveLength(1);
  });

  test('all of it owed and not yet sent is REFUND_DUE', async () => {
    const payment = await aPaidPayment(world);
    await owe(payment, 25_000);
    expect(await payment.status()).toBe('REFUND_DUE');
  });

  test('rule 2: the same effect twice, also at once, is one refund', async () => {
    const payment = await aPaidPayment(world);
    const effect = `parcel:${randomUUID()}`;
    await warmConnections(world);
    const made = await Promise.all([
      owe(payment, 9_000, effect),
      owe(payment, 9_000, effect),
      owe(payment, 9_000, effect),
    ]);
    expect(new Set(made.map(({ key }) => key)).size).toBe(1);
    expect(await refundsOf(payment)).toHaveLength(1);
  });

  test('an answer that was lost three times over does not send it twice', async () => {
    const payment = await aPaidPayment(world);
    await stage.control('faults', { route: 'refund', kind: 'cut', when: 'after', times: 3 });
    await owe(payment, 10_000);
    await world.runJobs();
    await settled(world);
    const charge = world.midtrans.books.list().find(({ orderId }) => orderId === `${payment.code}-a1`);
    expect(charge?.refunds).toHaveLength(1);
    expect(await refundsOf(payment)).toMatchObject([{ status: 'SENT' }]);
    expect((await payment.events()).filter((name) => name === 'RefundSent')).toHaveLength(1);
  });

  test('that the provider refuses in the end becomes the curator’s task', async () => {
    const payment = await aWaitingPayment(world);
    await payNow(world, payment, 'bca');
    await world.advance(8 * 24 * 3600); // a code paid from another bank's app goes back for seven days only
    await owe(payment, 25_000);
    await world.runJobs();
    expect(await refundsOf(payment)).toMatchObject([{ status: 'TASK' }]);
    expect(await payment.events()).toContain('RefundImpossible');
  });

  test('that nobody answers for days becomes the curator’s task', async () => {
    const payment = await aPaidPayment(world);
    await stage.control('faults', { route: 'refund', kind: 'error', status: 503, times: 0 });
    await owe(payment, 25_000);
    await world.runJobs();
    expect(await refundsOf(payment)).toMatchObject([{ status: 'DUE' }]);
    await world.advance(3 * 24 * 3600 + 60);
    await world.runTimers();
    expect(await refundsOf(payment)).toMatchObject([{ status: 'TASK' }]);
  });
});

describe('a refund by hand', () => {
  const TASKS = `query Tasks($done: Boolean) { tasks(done: $done, first: 100) { edges { node { id kind title amount doneAt note } } } }`;
  const COMPLETE = `mutation Complete($input: CompleteTaskInput!) {
    completeTask(input: $input) { task { id doneAt note } userErrors { ... on CompleteTaskUserError { code field } } }
  }`;
  interface Tasks {
    tasks: { edges: { node: { id: string; kind: string; title: string; amount: number; doneAt: string | null } }[] };
  }

  test('a virtual account is paid back by the curator, who names the transfer; the ledger follows', async () => {
    const curator = await aCurator(world);
    const payment = await aPaidPayment(world, { method: 'VA_BCA' });
    const [due, bank] = [await balance('REFUND_DUE'), await balance('BANK')];
    await owe(payment, 25_000);
    await world.runJobs();
    const list = await world.request<Tasks>(TASKS, { done: false }, { token: curator.token });
    const task = list.data.tasks.edges.find(({ node }) => node.title.includes(payment.code))?.node;
    expect(task).toMatchObject({ kind: 'REFUND_BY_TRANSFER', amount: 25_000, doneAt: null });

    const complete = (reference: string | null) =>
      world.request(
        COMPLETE,
        { input: { taskId: task?.id, note: 'Sudah ditransfer', reference } },
        { token: curator.token },
      );
    expect(await complete(null)).toMatchObject({
      data: { completeTask: { userErrors: [{ code: 'REFERENCE_MISSING' }] } },
    });
    expect(await refundsOf(payment)).toMatchObject([{ status: 'TASK' }]);
    const done = await Promise.all([complete('BCA 88123'), complete('BCA 88123')]);
    for (const answer of done) {
      expect(answer).toMatchObject({
        data: { completeTask: { userErrors: [], task: { note: 'Sudah ditransfer (ref. BCA 88123)' } } },
      });
    }
    expect(await refundsOf(payment)).toMatchObject([{ status: 'DONE' }]);
    expect(await payment.status()).toBe('REFUNDED');
    expect(await balance('REFUND_DUE')).toBe(due);
    expect(await balance('BANK')).toBe(bank - 25_000);
    const audited = await world.context().read.rows('select reason from audit_entry where act = $1', ['completeTask']);
    expect(audited).toEqual([{ reason: 'Sudah ditransfer (ref. BCA 88123)' }]);
  });

  test('tasks are the curator’s alone', async () => {
    const payment = await aPaidPayment(world, { method: 'VA_BNI' });
    await owe(payment, 1_000);
    const asBuyer = await world.request(TASKS, {}, { token: payment.payer.token });
    expect(asBuyer.errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await world.request(TASKS)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  test('tasks come in pages, each once', async () => {
    const curator = await aCurator(world);
    const query = `query Page($after: String) { tasks(first: 2, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }`;
    const seen: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 50; page += 1) {
      const {
        data,
      }: {
        data: { tasks: { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
      } = await world.request(query, { after }, { token: curator.token });
      seen.push(...data.tasks.edges.map(({ node }) => node.id));
      after = data.tasks.pageInfo.endCursor;
      if (!data.tasks.pageInfo.hasNextPage) break;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(await world.context().em.fork().count(Task, {}));
  });
});

describe('rule 2: never more than was paid', () => {
  test('ten refunds of 60 % at once: one is owed', async () => {
    const payment = await aPaidPayment(world);
    await warmConnections(world);
    const tries = await Promise.allSettled(Array.from({ length: 10 }, () => owe(payment, 15_000)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await refundsOf(payment)).toHaveLength(1);
  });

  test('the database refuses it too, whoever writes', async () => {
    const payment = await aPaidPayment(world);
    await owe(payment, 15_000);
    const insert = inTransaction(world.context(), async (tx) => {
      const refund = Object.assign(new Refund(), {
        paymentKey: payment.key,
        attemptKey: null,
        payerKey: payment.payer.account.key,
        amount: 10_001,
        reason: 'x',
        effect: randomUUID(),
        createdAt: world.clock.now(),
      });
      await tx.persist(refund).flush();
    });
    await expect(insert).rejects.toThrow(/exceed what was paid/);
  });

  test('nothing can be owed of a payment that is not paid', async () => {
    const payment = await aWaitingPayment(world);
    await expect(owe(payment, 1)).rejects.toThrow(/of 0 left/);
  });

  test('what came in is never lowered, and the amount never changes', async () => {
    const payment = await aPaidPayment(world);
    const em = world.context().em.fork();
    await expect(em.execute('update payment set paid_total = 0 where id = ?', [payment.key])).rejects.toThrow(
      /never taken back/,
    );
    await expect(em.execute('update payment set amount = 1 where id = ?', [payment.key])).rejects.toThrow(
      /never taken back/,
    );
  });
});

describe('paid twice, and refunded by others', () => {
  test('a second attempt that is paid as well goes back by itself', async () => {
    const payment = await aWaitingPayment(world);
    const first = await payment.providerOrderId();
    await stage.control('faults', { route: 'cancel', kind: 'error', status: 503, times: 0 });
    await inTransaction(world.context(), async (tx) => {
      const locked = await lockPayment(tx, payment.reference);
      if (locked) await switchMethod(tx, locked, 'GOPAY', payBy('GOPAY', world.clock.now()));
    });
    await world.runJobs();
    const due = await balance('REFUND_DUE');
    await payNow(world, payment);
    await stage.control('pay', { id: first });
    await settled(world);
    expect(await payment.now()).toMatchObject({ status: 'PAID', paidTotal: 50_000 });
    expect(await refundsOf(payment)).toMatchObject([{ status: 'SENT', amount: 25_000, reason: 'Pembayaran ganda' }]);
    expect(await balance('REFUND_DUE')).toBe(due);
    const books = world.midtrans.books.list().filter(({ orderId }) => orderId.startsWith(`${payment.code}-`));
    expect(books.map(({ orderId, status }) => [orderId === first, status]).sort()).toEqual([
      [false, 'settlement'],
      [true, 'refund'],
    ]);
    expect((await payment.events()).filter((name) => name === 'PaymentSettled')).toHaveLength(1);
  });

  test('a refund made by hand at the provider is noticed', async () => {
    const payment = await aPaidPayment(world);
    const [attempt] = await payment.attempts();
    await world.context().paymentProvider.refund(attempt?.providerOrderId ?? '', 'by-hand-in-dashboard', 5_000, 'x');
    await settled(world);
    const tasks = await world
      .context()
      .em.fork()
      .find(Task, { kind: 'PAYMENT_MISMATCH' as never });
    expect(tasks.filter(({ subject }) => subject.paymentKey === payment.key)).toMatchObject([{ amount: 5_000 }]);
    expect(await payment.status()).toBe('PAID');
  });

  describe('a refund made by hand at the provider', () => {
    const byHand = async (amount: number) => {
      const payment = await aPaidPayment(world);
      const id = await payment.providerOrderId();
      const key = `by-hand-${randomUUID()}`;
      await world.context().paymentProvider.refund(id, key, amount, 'x');
      await settled(world);
      return { payment, key, books: () => world.midtrans.books.find(id) };
    };
    const tasksOf = ({ key }: FollowedPayment) =>
      world
        .context()
        .em.fork()
        .find(Task, { subject: { paymentKey: key } as never, doneAt: null });

    test('is the one that becomes due later with the same sum: nothing goes back twice', async () => {
      const { payment, key, books } = await byHand(25_000);
      expect(await tasksOf(payment)).toMatchObject([{ kind: 'PAYMENT_MISMATCH', amount: 25_000 }]);
      const [due, clearing] = [await balance('REFUND_DUE'), await balance('PROVIDER_CLEARING')];
      await owe(payment, 25_000);
      await settled(world);
      expect(await refundsOf(payment)).toMatchObject([{ sentBy: 'PROVIDER', refundKey: key, amount: 25_000 }]);
      expect(await tasksOf(payment)).toEqual([]);
      expect(await payment.status()).toBe('REFUNDED');
      expect([await balance('REFUND_DUE'), await balance('PROVIDER_CLEARING')]).toEqual([due, clearing - 25_000]);
      expect(books()?.refunds.map(({ amount }) => amount)).toEqual([25_000]);
      const [attempt] = await payment.attempts();
      await refreshAttempt(world.context(), attempt?.key ?? '');
      expect(await tasksOf(payment)).toEqual([]);
    });

    test('is not taken for another one when a person has ended its task', async () => {
      const { payment, key } = await byHand(25_000);
      await world
        .context()
        .em.fork()
        .execute(`update task set done_at = now() where once like ?`, [`%:${key}`]);
      await owe(payment, 25_000);
      await settled(world);
      expect(await refundsOf(payment)).toMatchObject([{ status: 'TASK' }]);
    });

    test('is not taken for another one when such a sum was transferred', async () => {
      const { payment } = await byHand(12_500);
      const given = await owe(payment, 12_500);
      await inTransaction(world.context(), async (tx) => {
        await lockPayment(tx, payment.reference);
        const now = await tx.findOneOrFail(Refund, { key: given.key });
        moveRefund(now, 'TASK');
        await tx.flush();
        await recordSent(tx, await tx.findOneOrFail(Payment, { key: payment.key }), now, 'TRANSFER');
      });
      const refused = { kind: 'REFUSED', code: '414' } as const;
      const next = await owe(payment, 12_500);
      const send = (ctx: Context) => sendRefund.run({ refundKey: next.key } as never, ctx);
      await letRivalRunAtProvider(world.context(), 'refund', async () => {}, send, { heard: refused });
      expect((await refundsOf(payment)).map(({ status }) => status)).toEqual(['DONE', 'TASK']);
    });

    test('of another sum is told to who transfers what the provider refuses', async () => {
      const { payment } = await byHand(5_000);
      await owe(payment, 25_000);
      await settled(world);
      expect(await refundsOf(payment)).toMatchObject([{ status: 'TASK' }]);
      const transfer = (await tasksOf(payment)).find(({ kind }) => kind === 'REFUND_BY_TRANSFER');
      expect(transfer?.detail).toMatch(/sudah dikembalikan Rp5\.000 di luar catatan/);
    });
  });

  test('a refund that got through unheard, and is refused when it is tried again, is sent and not transferred', async () => {
    const payment = await aPaidPayment(world);
    const id = await payment.providerOrderId();
    const { key, refundKey } = await owe(payment, 10_000);
    const got = () => world.context().paymentProvider.refund(id, refundKey, 10_000, 'x');
    const send = (ctx: Context) => sendRefund.run({ refundKey: key } as never, ctx);
    const refused = { kind: 'REFUSED', code: '412' } as const;
    await letRivalRunAtProvider(world.context(), 'refund', got, send, { heard: refused });
    expect(await refundsOf(payment)).toMatchObject([{ status: 'SENT', sentBy: 'PROVIDER' }]);
  });

  test('a refund that got through after all takes its transfer off the curator’s list', async () => {
    const payment = await aPaidPayment(world);
    await stage.control('faults', { route: 'refund', kind: 'error', status: 503, times: 0 });
    await stage.control('faults', { route: 'status', kind: 'error', status: 503, times: 0 });
    const refund = await owe(payment, 25_000);
    await world.runJobs();
    await world.advance(3 * 24 * 3600 + 60);
    await world.runTimers();
    expect(await refundsOf(payment)).toMatchObject([{ status: 'TASK' }]);
    await stage.control('faults', {}, 'DELETE');
    await pause(5_100); // the circuit breaker's pause, in real time
    await world.context().paymentProvider.refund(`${payment.code}-a1`, refund.refundKey, 25_000, 'x');
    await settled(world);
    expect(await refundsOf(payment)).toMatchObject([{ status: 'SENT' }]);
    const [task] = await world
      .context()
      .em.fork()
      .find(Task, { once: `refund:${refund.key}` });
    expect(task?.doneAt).not.toBeNull();
    expect((await payment.events()).filter((name) => name === 'RefundSent')).toHaveLength(1);
  });

  test('the bank’s confirmation is looked for when its notification is lost', async () => {
    const payment = await aPaidPayment(world);
    await owe(payment, 5_000);
    await world.runJobs();
    await settled(world);
    await stage.control('faults/notifications', { kind: 'drop', times: 50 });
    await world.advance(11);
    await settled(world);
    expect(await refundsOf(payment)).toMatchObject([{ status: 'SENT' }]);
    await world.advance(24 * 3600);
    await world.runTimers();
    expect(await refundsOf(payment)).toMatchObject([{ status: 'DONE' }]);
  });

  test('a reversal calls off what was still owed, and its transfer', async () => {
    const payment = await aPaidPayment(world, { method: 'VA_PERMATA' });
    const refund = await owe(payment, 5_000);
    await stage.control('reverse', { id: await payment.providerOrderId() });
    await settled(world);
    expect(await refundsOf(payment)).toMatchObject([{ status: 'FAILED' }]);
    const [task] = await world
      .context()
      .em.fork()
      .find(Task, { once: `refund:${refund.key}` });
    expect(task?.doneAt).not.toBeNull();
    expect(await payment.status()).toBe('REVERSED');
  });

  const reverseNow = async (id: string) => {
    await stage.control('reverse', { id });
    await settled(world);
  };
  const reportsOf = async (payment: FollowedPayment) => {
    const tasks = await world
      .context()
      .em.fork()
      .find(Task, { kind: 'PAYMENT_MISMATCH' as never });
    return tasks.filter(
      ({ once, subject }) => once.startsWith('payment-reversed:') && subject.paymentKey === payment.key,
    );
  };

  test('a reversal after a transfer by hand is for a person to look at', async () => {
    const payment = await aPaidPayment(world, { method: 'VA_PERMATA' });
    const { key } = await owe(payment, 5_000);
    await inTransaction(world.context(), async (tx) => {
      const locked = await lockPayment(tx, payment.reference);
      await recordSent(tx, locked!, await tx.findOneOrFail(Refund, { key }), 'TRANSFER');
    });
    await reverseNow(await payment.providerOrderId());
    expect(await payment.status()).toBe('REVERSED');
    expect(await reportsOf(payment)).toHaveLength(1);
  });
});
