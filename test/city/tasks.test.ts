import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTask, Task } from '../../api/accounts/index.ts';
import { completeTask } from '../../api/city/complete-task.ts';
import { takeTask } from '../../api/city/take-task.ts';
import { lockOrder } from '../../api/orders/lock-order.ts';
import { inTransaction, type Tx } from '../../api/platform/database/transaction.ts';
import { globalId, newKey } from '../../api/platform/keys.ts';
import type { Person } from '../support/makers/accounts.ts';
import { aMarket, anOrder } from '../support/makers/orders.ts';
import { aCurator } from '../support/makers/payouts.ts';
import { type MarketWorld, openMarketWorld } from '../support/market-world.ts';
import { letRivalRunFirst } from '../support/rival.ts';

type TaskKind = Parameters<typeof openTask>[1]['kind'];

let world: MarketWorld;
let [one, other]: Person[] = [];
beforeAll(async () => {
  world = await openMarketWorld();
  [one, other] = [await aCurator(world), await aCurator(world)];
});
afterAll(() => world.close());

/** A task that nobody has taken; gives its key. */
async function aTask(kind: TaskKind = 'LOST_PARCEL', subject: Record<string, string> = {}): Promise<string> {
  const once = newKey();
  await inTransaction(world.context(), (tx) =>
    openTask(tx, { kind, title: 'Cari', detail: 'Cari di rak', subject, once }),
  );
  return (await world.context().em.fork().findOneOrFail(Task, { once })).key;
}

/** A colleague writes this on the task at this moment. */
const writing = (key: string, change: Partial<Task>) => async (tx: Tx) => {
  await tx.execute('select from task where id = ? for update', [key]);
  Object.assign(await tx.findOneOrFail(Task, { key }), change);
};
const now = (key: string) => world.context().em.fork().findOneOrFail(Task, { key });
const actsOn = async (key: string) =>
  (await world.context().read.rows(`select act from audit_entry where subject->>'taskKey' = $1`, [key])).length;

describe('two curators and one task, at the same moment', () => {
  test('a colleague takes it first: TAKEN, and it stays hers', async () => {
    const key = await aTask();
    const taking = writing(key, { takenByKey: one!.account.key, takenAt: world.clock.now() });
    const outcome = await letRivalRunFirst(world, taking, () =>
      takeTask(world.context(other!.actor), globalId('Task', key), false),
    );
    expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'TAKEN' } });
    expect((await now(key)).takenByKey).toBe(one!.account.key);
  });

  test('a colleague finishes it first: what she noted stays, and nothing is done twice', async () => {
    const key = await aTask();
    const doneAt = world.clock.now();
    const taken = { takenByKey: one!.account.key, takenAt: doneAt };
    const finishing = writing(key, { ...taken, doneAt, doneByKey: one!.account.key, note: 'Ketemu' });
    const said = { taskId: globalId('Task', key), note: 'Tidak ketemu', reference: null, outcome: null };
    const outcome = await letRivalRunFirst(world, finishing, () => completeTask(world.context(other!.actor), said));
    expect(outcome).toMatchObject({ status: 'fulfilled', value: { note: 'Ketemu' } });
    expect(await now(key)).toMatchObject({ doneByKey: one!.account.key, note: 'Ketemu' });
    expect(await actsOn(key)).toBe(0);
  });

  test('the order of a refund is locked before its task, as by those who call refunds off: nobody waits in a circle', async () => {
    const { order } = await anOrder(world, await aMarket(world, { shops: 1 }));
    const key = await aTask('REFUND_BY_TRANSFER', { orderKey: order.key });
    const said = { taskId: globalId('Task', key), note: 'Sudah', reference: 'TRX-1', outcome: null };
    const outcome = await letRivalRunFirst(
      world,
      (tx) => lockOrder(tx, order.key),
      () => completeTask(world.context(other!.actor), said),
      (tx) => tx.execute('select from task where id = ? for update nowait', [key]),
    );
    expect(outcome).toMatchObject({ status: 'fulfilled', value: { note: 'Sudah (ref. TRX-1)' } });
  });
});
