import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTask, Task } from '../../api/accounts/index.ts';
import { completeTask, type TaskCompletion } from '../../api/city/complete-task.ts';
import { inTransaction } from '../../api/platform/database/transaction.ts';
import { globalId, newKey } from '../../api/platform/keys.ts';
import { expectRefusal } from '../support/expect-refusal.ts';
import { aCurator, type Person } from '../support/makers/accounts.ts';
import { type MarketWorld, openMarketWorld } from '../support/market-world.ts';

/** What the curator found out about a difference of 17,911 rupiah. */
const PAID_BACK = { kind: 'PAID_BACK_BY_TRANSFER', amount: 17_911 } as const;
const BORNE = { kind: 'BORNE_BY_MARKET', amount: 17_911 } as const;

let world: MarketWorld;
let curator: Person;
beforeAll(async () => {
  world = await openMarketWorld();
  curator = await aCurator(world);
});
afterAll(() => world.close());

async function aTask(kind: 'RECONCILIATION' | 'PAYMENT_MISMATCH' | 'LOST_PARCEL' = 'RECONCILIATION'): Promise<Task> {
  const once = newKey();
  await inTransaction(world.context(), (tx) =>
    openTask(tx, { kind, title: 'Selisih', detail: 'Periksa', amount: 17_911, subject: {}, once }),
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
    const said = { outcome: 'MONEY_MOVED', reference: 'TRF-9', correction: PAID_BACK } as const;
    await complete(task, said);
    const done = await complete(task, { ...said, correction: { ...PAID_BACK, amount: 1 } });
    expect(done).toMatchObject({
      correction: PAID_BACK.kind,
      correctedAmount: 17_911,
      note: 'Dicek di dasbor (ref. TRF-9)',
    });
    expect(await movementsOf(task)).toEqual([
      { kind: 'BANK', amount: -17_911 },
      { kind: 'PROVIDER_CLEARING', amount: 17_911 },
    ]);
    const [act] = await world
      .context()
      .read.rows(`select reason from audit_entry where subject->>'taskKey' = $1`, [task.key]);
    expect(act).toEqual({
      reason: 'MONEY_MOVED: Dicek di dasbor (ref. TRF-9) [PAID_BACK_BY_TRANSFER Rp17.911]',
    });
  });

  test('a part of it that the provider does not hold, borne by the market', async () => {
    const task = await aTask('PAYMENT_MISMATCH');
    await complete(task, { correction: { ...BORNE, amount: 911 } });
    expect(await movementsOf(task)).toEqual([
      { kind: 'PROVIDER_CLEARING', amount: -911 },
      { kind: 'PROVIDER_FEE', amount: 911 },
    ]);
  });

  test('nothing is booked where nothing was to be put right', async () => {
    const task = await aTask();
    expect(await complete(task, { outcome: 'NOTHING_TO_DO' })).toMatchObject({
      correction: null,
      correctedAmount: null,
    });
    expect(await movementsOf(task)).toEqual([]);
  });
});

describe('a correction is refused, and the task stays open', () => {
  test.each<[string, string, string, Partial<TaskCompletion>]>([
    ['more than what differs', 'OUT_OF_RANGE', 'correction.amount', { correction: { ...BORNE, amount: 17_912 } }],
    ['of nothing', 'OUT_OF_RANGE', 'correction.amount', { correction: { ...BORNE, amount: 0 } }],
    ['of less than nothing', 'OUT_OF_RANGE', 'correction.amount', { correction: { ...BORNE, amount: -5 } }],
    ['with nothing to do', 'NO_CORRECTION', 'correction', { correction: BORNE, outcome: 'NOTHING_TO_DO' }],
    ['a transfer without its reference', 'REFERENCE_MISSING', 'reference', { correction: PAID_BACK, reference: ' ' }],
  ])('%s', async (_, code, field, said) => {
    const task = await aTask();
    await expectRefusal(complete(task, said), code, field.split('.'));
    expect(await world.context().em.fork().findOneOrFail(Task, { key: task.key })).toMatchObject({ doneAt: null });
    expect(await movementsOf(task)).toEqual([]);
  });

  test('where the task is about something else', async () => {
    await expectRefusal(complete(await aTask('LOST_PARCEL'), { correction: BORNE }), 'NO_CORRECTION', ['correction']);
  });

  test('by the database too, which takes none beyond what differs', async () => {
    const { key } = await aTask();
    const written = world
      .context()
      .em.fork()
      .execute(
        `update task set done_at = now(), correction = 'BORNE_BY_MARKET', corrected_amount = 17912 where id = ?`,
        [key],
      );
    await expect(written).rejects.toThrow('task_corrected_within_amount');
  });
});

describe('a difference about money is given to somebody at once', () => {
  test('to the curator who has the least to do; other tasks wait until somebody takes them', async () => {
    const colleague = await aCurator(world);
    const owners = [await aTask(), await aTask('PAYMENT_MISMATCH'), await aTask('LOST_PARCEL')];
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
