import { afterAll, beforeAll, expect, test } from 'vitest';
import { type NewTask, openTask, Task } from '../../api/accounts/index.ts';
import { inTransaction } from '../../api/platform/database/transaction.ts';
import { newKey } from '../../api/platform/keys.ts';
import { aCurator, type Person } from '../support/makers/accounts.ts';
import { type MarketWorld, openMarketWorld } from '../support/market-world.ts';

let world: MarketWorld;
beforeAll(async () => {
  world = await openMarketWorld();
});
afterAll(() => world.close());

async function aTask(kind: NewTask['kind']): Promise<Task> {
  const once = newKey();
  await inTransaction(world.context(), (tx) =>
    openTask(tx, { kind, title: 'Selisih', detail: 'Periksa', amount: 17_911, subject: {}, once }),
  );
  return world.context().em.fork().findOneOrFail(Task, { once });
}

const owns = ({ account }: Person) => ({ takenByKey: account.key, takenAt: world.clock.now() });

test('a difference about money is given to the curator who has the least to do; other tasks wait until somebody takes them', async () => {
  expect(await aTask('RECONCILIATION')).toMatchObject({ takenByKey: null, takenAt: null }); // the city has no curator yet
  const first = await aCurator(world);
  expect(await aTask('RECONCILIATION')).toMatchObject(owns(first));
  const second = await aCurator(world);
  expect(await aTask('PAYMENT_MISMATCH')).toMatchObject(owns(second));
  expect(await aTask('LOST_PARCEL')).toMatchObject({ takenByKey: null, takenAt: null });
  await world
    .context()
    .em.fork()
    .execute('update task set done_at = now() where taken_by_id = ?', [second.account.key]);
  expect(await aTask('RECONCILIATION')).toMatchObject(owns(second));
});

test('nobody who is gone is given anything', async () => {
  const gone = await aCurator(world);
  await world
    .context()
    .em.fork()
    .execute('update account set erased_at = now(), phone = null where id = ?', [gone.account.key]);
  expect((await aTask('RECONCILIATION')).takenByKey).not.toBe(gone.account.key);
});
