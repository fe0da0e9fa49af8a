import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { AuditEntry, Task } from '../../api/accounts/index.ts';
import { ACCOUNT_WANTED, askForRefundAccount } from '../../api/messaging/ask-for-account.ts';
import { lockMessagesOf, putIntoOutbox } from '../../api/messaging/outbox.ts';
import { cancelOrder } from '../../api/orders/cancel-order.ts';
import type { Order } from '../../api/orders/index.ts';
import { saveRefundAccount } from '../../api/orders/refunds/save-refund-account.ts';
import { globalId, newKey } from '../../api/platform/keys.ts';
import { formatRupiah } from '../../api/platform/money.ts';
import { settled } from '../payments/a-paid-payment.ts';
import { stageAt } from '../payments/a-provider.ts';
import { expectRefusal } from '../support/expect-refusal.ts';
import { aPerson, type Person } from '../support/makers/accounts.ts';
import { aMarket, anOrder, type Buyer, type Market } from '../support/makers/orders.ts';
import { letRivalRunFirst } from '../support/rival.ts';
import { openWorld, type World } from '../support/world.ts';
import { noticesAt } from './outbox-bench.ts';

const DAY = 86_400;

let world: World;
let market: Market;
let curator: Person;
beforeAll(async () => {
  world = await openWorld();
  market = await aMarket(world, { shops: 1, stock: 50 });
  curator = await aPerson(world, { roles: [['CURATOR', null]] });
});
afterAll(() => world.close());

interface Waiting {
  readonly order: Order;
  readonly buyer: Buyer;
  readonly taskId: string;
}

/** A paid order that goes back by transfer; its buyer was asked for an account by itself, so many days ago. */
async function aTransfer(daysAgo = 1): Promise<Waiting> {
  const { order, buyer } = await anOrder(world, market, { paymentMethod: 'VA_BRI' });
  await settled(world);
  await stageAt(world.midtrans.url).control('pay', { id: `${order.code}-a1` });
  await settled(world);
  await cancelOrder(world.context(buyer.actor), order.id, null);
  await settled(world);
  world.clock.advance(daysAgo * DAY);
  const { id } = await world
    .context()
    .em.fork()
    .findOneOrFail(Task, { subject: { orderKey: order.key } });
  return { order, buyer, taskId: id };
}

const ask = ({ taskId }: Pick<Waiting, 'taskId'>) => askForRefundAccount(world.context(curator.actor), taskId);
const heard = ({ buyer }: Waiting) =>
  noticesAt(world, buyer.account.phone).filter(([template]) => template === 'refund_account_wanted');
const run = (sql: string, values: unknown[]) => world.context().em.fork().execute(sql, values);
const nameAccount = ({ order, buyer }: Waiting) =>
  saveRefundAccount(world.context(buyer.actor), {
    orderId: order.id,
    ...{ bank: 'BCA', accountNumber: '1234567890', holderName: 'Sari Wulandari' },
  });

describe('a buyer who named no account for a refund by transfer', () => {
  test('is asked once more, in the same words, and it stands in the audit log and on the task', async () => {
    const waiting = await aTransfer();
    const { order, taskId } = waiting;
    await ask(waiting);
    await settled(world);
    const words = ['refund_account_wanted', formatRupiah(order.total), order.code];
    expect(heard(waiting)).toEqual(Array(2).fill([...words, `http://localhost:4000/pesanan/${order.code}`]));
    const entries = await world.context().em.fork().find(AuditEntry, { act: 'askForRefundAccount' });
    expect(entries.filter(({ subject }) => subject.orderKey === order.key)).toMatchObject([
      { actorKey: curator.account.key, reason: null },
    ]);
    const { data } = await world.request<{ node: { accountAskedAt: string } }>(
      'query T($id: ID!) { node(id: $id) { ... on Task { accountAskedAt } } }',
      { id: taskId },
      { token: curator.token },
    );
    expect(new Date(data.node.accountAskedAt)).toEqual(world.clock.now());
  });

  test('is asked at most once a day by the clock of Depok, the notice that goes out by itself included', async () => {
    const waiting = await aTransfer(0);
    await expectRefusal(ask(waiting), 'ASKED_TODAY', ['taskId']);
    const day = world.clock.now().toISOString().slice(0, 10);
    const midnight = Date.parse(`${day}T17:00:00Z`);
    const until = (midnight - world.clock.now().getTime()) / 1000;
    world.clock.advance(until < 0 ? until + DAY : until);
    await ask(waiting);
    await settled(world);
    world.clock.advance(DAY - 1);
    await expectRefusal(ask(waiting), 'ASKED_TODAY');
    world.clock.advance(1);
    await ask(waiting);
    await settled(world);
    expect(heard(waiting)).toHaveLength(3);
  });

  test('is asked once by curators who press at once', async () => {
    const waiting = await aTransfer();
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, () =>
        ask(waiting).then(
          () => 'ASKED',
          (error) => error.code,
        ),
      ),
    );
    expect(outcomes.sort()).toEqual(['ASKED', ...Array(5).fill('ASKED_TODAY')]);
    await settled(world);
    expect(heard(waiting)).toHaveLength(2);
  });

  test('is not asked by who waits for a notice that is being written', async () => {
    const waiting = await aTransfer();
    const { order, buyer } = waiting;
    const outcome = await letRivalRunFirst(
      world,
      async (tx) => {
        await lockMessagesOf(tx, order.key);
        const about = { template: ACCOUNT_WANTED, once: newKey(), eventKey: newKey(), orderKey: order.key };
        putIntoOutbox(tx, buyer.account, about);
      },
      () => ask(waiting),
    );
    expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'ASKED_TODAY' } });
  });

  test('is not asked once the account is named, also when that is between asking and sending', async () => {
    const late = await aTransfer();
    await ask(late);
    await nameAccount(late);
    await settled(world);
    expect(heard(late)).toHaveLength(1);
    await expectRefusal(ask(late), 'NOTHING_TO_ASK', ['taskId']);
  });

  test('is asked again when the message of today was not sent, because it was not true then', async () => {
    const waiting = await aTransfer();
    for (const times of [1, 2]) {
      await ask(waiting);
      const skipped = await run(
        `update message set status = 'SKIPPED' where order_id = ? and template = ? and created_at = ? and status = 'QUEUED' returning id`,
        [waiting.order.key, ACCOUNT_WANTED, world.clock.now()],
      );
      expect(skipped, `time ${times}`).toHaveLength(1);
    }
    await ask(waiting);
    await settled(world);
    await expectRefusal(ask(waiting), 'ASKED_TODAY', ['taskId']);
    expect(heard(waiting)).toHaveLength(2);
  });

  test('cannot be asked when the account is erased, nor twice a day when a message came back', async () => {
    const failed = await aTransfer(0);
    const arrived = `select from message where order_id = ? and template = 'refund_account_wanted' and status = 'DELIVERED'`;
    // The report of its delivery comes by itself, and would come later than what is written here.
    await vi.waitFor(async () => expect(await run(arrived, [failed.order.key])).toHaveLength(1), 10_000);
    await run(`update message set status = 'FAILED' where order_id = ? and template = 'refund_account_wanted'`, [
      failed.order.key,
    ]);
    await expectRefusal(ask(failed), 'NOT_REACHED', ['taskId']);
    world.clock.advance(DAY);
    await run('update account set phone = null, erased_at = now() where id = ?', [failed.buyer.account.key]);
    await expectRefusal(ask(failed), 'NOBODY_TO_ASK', ['taskId']);
  });
});

test('of other tasks, of one that is done and of none there is nobody to ask', async () => {
  const waiting = await aTransfer();
  await run('update task set done_at = now() where id = ?', [
    (
      await world
        .context()
        .em.fork()
        .findOneOrFail(Task, { subject: { orderKey: waiting.order.key } })
    ).key,
  ]);
  await expectRefusal(ask(waiting), 'NOTHING_TO_ASK', ['taskId']);
  const key = newKey();
  await run(
    `insert into task (id, kind, title, detail, subject, once, created_at) values (?, 'LOST_PARCEL', 'Cari', '', ?::jsonb, ?, now())`,
    [key, JSON.stringify({ orderKey: waiting.order.key }), key],
  );
  await expectRefusal(ask({ taskId: globalId('Task', key) }), 'NOTHING_TO_ASK', ['taskId']);
  await expectRefusal(ask({ taskId: globalId('Task', newKey()) }), 'NOT_FOUND', ['taskId']);
});
