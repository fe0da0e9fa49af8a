import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type NewTask, openTask, Task } from '../../api/accounts/index.ts';
import { completeTask, type TaskCompletion } from '../../api/city/complete-task.ts';
import { inTransaction } from '../../api/platform/database/transaction.ts';
import { globalId, newKey } from '../../api/platform/keys.ts';
import { expectRefusal } from '../support/expect-refusal.ts';
import { aCurator, type Person } from '../support/makers/accounts.ts';
import { type MarketWorld, openMarketWorld } from '../support/market-world.ts';

let world: MarketWorld;
let curator: Person;
beforeAll(async () => {
  world = await openMarketWorld();
  curator = await aCurator(world);
});
afterAll(() => world.close());

/** A task about a charge of which the provider holds so many rupiah more than our ledger says; below 0 less, 0 where nothing is to be booked. */
async function aTask(surplus = 17_911, kind: NewTask['kind'] = 'RECONCILIATION'): Promise<Task> {
  const once = newKey();
  await inTransaction(world.context(), (tx) =>
    openTask(tx, { kind, title: 'Selisih', detail: 'Periksa', amount: 99_000, surplus, subject: {}, once }),
  );
  return world.context().em.fork().findOneOrFail(Task, { once });
}

const complete = ({ key }: Task, said: Partial<TaskCompletion>) =>
  completeTask(world.context(curator.actor), {
    taskId: globalId('Task', key),
    note: 'Dicek di dasbor',
    reference: null,
    outcome: 'FIXED_HERE',
    ...said,
  });

const movementsOf = ({ key }: Task) =>
  world.context().read.rows<{ kind: string; amount: number }>(
    `select a.kind, l.amount::int as amount
       from ledger_transaction t join ledger_line l on l.transaction_id = t.id join ledger_account a on a.id = l.account_id
      where t.effect = $1 order by a.kind`,
    [`correction:${key}`],
  );

describe('who ends a task about a difference of money puts the ledger right', () => {
  test('money that no book knew and that went back by transfer: from the provider, out of the bank, once', async () => {
    const task = await aTask();
    const said = { outcome: 'MONEY_MOVED', reference: 'TRF-9', correctedAmount: 17_911 } as const;
    await complete(task, said);
    const done = await complete(task, said);
    expect(done).toMatchObject({ correction: 'PAID_BACK_BY_TRANSFER', correctedAmount: 17_911 });
    expect(done.note).toBe('Dicek di dasbor (ref. TRF-9)');
    expect(await movementsOf(task)).toEqual([
      { kind: 'BANK', amount: -17_911 },
      { kind: 'PROVIDER_CLEARING', amount: 17_911 },
    ]);
    const [act] = await world
      .context()
      .read.rows(`select reason from audit_entry where subject->>'taskKey' = $1`, [task.key]);
    expect(act).toEqual({ reason: 'MONEY_MOVED: Dicek di dasbor (ref. TRF-9) [PAID_BACK_BY_TRANSFER Rp17.911]' });
  });

  test('a part of it that the provider does not hold, borne by the market', async () => {
    const task = await aTask(-17_911, 'PAYMENT_MISMATCH');
    await complete(task, { correctedAmount: 911 });
    expect(await movementsOf(task)).toEqual([
      { kind: 'PROVIDER_CLEARING', amount: -911 },
      { kind: 'PROVIDER_FEE', amount: 911 },
    ]);
  });

  test('nothing is booked where nothing was to be put right', async () => {
    const task = await aTask();
    expect(await complete(task, { outcome: 'NOTHING_TO_DO' })).toMatchObject({ correctedAmount: null });
    expect(await movementsOf(task)).toEqual([]);
  });
});

describe('a correction is refused, and the task stays open', () => {
  test.each<[string, string, string, number, Partial<TaskCompletion>]>([
    ['more than what differs', 'OUT_OF_RANGE', 'correctedAmount', -17_911, { correctedAmount: 17_912 }],
    ['of nothing', 'OUT_OF_RANGE', 'correctedAmount', -17_911, { correctedAmount: 0 }],
    ['of less than nothing', 'OUT_OF_RANGE', 'correctedAmount', -17_911, { correctedAmount: -5 }],
    ['with nothing to do', 'NO_CORRECTION', 'correctedAmount', -5, { correctedAmount: 5, outcome: 'NOTHING_TO_DO' }],
    ['where the ledger is right', 'NO_CORRECTION', 'correctedAmount', 0, { correctedAmount: 5 }],
    ['a transfer without its reference', 'REFERENCE_MISSING', 'reference', 5, { correctedAmount: 5, reference: ' ' }],
  ])('%s', async (_, code, field, surplus, said) => {
    const task = await aTask(surplus);
    await expectRefusal(complete(task, said), code, [field]);
    expect(await world.context().em.fork().findOneOrFail(Task, { key: task.key })).toMatchObject({ doneAt: null });
    expect(await movementsOf(task)).toEqual([]);
  });

  test('after a colleague ended it otherwise: nobody reads that something was booked which was not', async () => {
    const task = await aTask(-5);
    await complete(task, {});
    await expectRefusal(complete(task, { correctedAmount: 5 }), 'ALREADY_DONE', ['taskId']);
    expect(await movementsOf(task)).toEqual([]);
  });

  test.each([
    [
      'beyond what differs',
      -17_911,
      `outcome = 'FIXED_HERE', corrected_amount = 17912`,
      'task_corrected_within_correctable',
    ],
    ['without an outcome', -5, 'corrected_amount = 5', 'task_corrected_within_correctable'],
    [
      'of another kind',
      -5,
      `correction = 'PAID_BACK_BY_TRANSFER'`,
      'what a task corrects in the ledger is not changed',
    ],
    ['of a task of another kind', -5, `kind = 'LOST_PARCEL'`, 'task_correctable_is_a_difference'],
  ])('by the database too: %s', async (_, surplus, change, name) => {
    const { key } = await aTask(surplus);
    const written = world.context().em.fork().execute(`update task set done_at = now(), ${change} where id = ?`, [key]);
    await expect(written).rejects.toThrow(name);
  });

  test('by the database too: another one after it was booked', async () => {
    const task = await aTask(-5);
    await complete(task, { correctedAmount: 5 });
    const written = world.context().em.fork().execute('update task set corrected_amount = 4 where id = ?', [task.key]);
    await expect(written).rejects.toThrow('what a task corrects in the ledger is not changed');
  });
});

describe('a difference about money is given to somebody at once', () => {
  test('to the curator who has the least to do; other tasks wait until somebody takes them', async () => {
    const colleague = await aCurator(world);
    const owners = [await aTask(), await aTask(-5, 'PAYMENT_MISMATCH'), await aTask(0, 'LOST_PARCEL')];
    expect(owners.map(({ takenByKey }) => takenByKey)).toEqual([colleague.account.key, colleague.account.key, null]);
    expect(owners.map(({ takenAt }) => takenAt !== null)).toEqual([true, true, false]);
  });

  test('to nobody where the city has no curator yet', async () => {
    const empty = await openMarketWorld();
    try {
      await inTransaction(empty.context(), (tx) =>
        openTask(tx, { kind: 'RECONCILIATION', title: 'Selisih', detail: 'Periksa', subject: {}, once: 'one' }),
      );
      const task = await empty.context().em.fork().findOneOrFail(Task, { once: 'one' });
      expect(task).toMatchObject({ takenByKey: null, takenAt: null });
    } finally {
      await empty.close();
    }
  });
});
