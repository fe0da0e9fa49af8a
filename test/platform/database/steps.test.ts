import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { preparedRows } from '../../../api/platform/database/prepared.ts';
import { runSteps, type Step } from '../../../api/platform/database/steps.ts';
import { brokenConstraint, inTransaction, type Tx } from '../../../api/platform/database/transaction.ts';
import { appendEvent } from '../../../api/platform/jobs/events.ts';
import { outboxStep } from '../../../api/platform/jobs/outbox.ts';
import { newKey } from '../../../api/platform/keys.ts';
import { DomainError, refuse } from '../../../api/platform/refusal.ts';
import { openWorld, type World } from '../../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** Writes an event, which is a row that refers to nothing. */
const writing = (key: string, judge?: Step['judge']): Step => ({
  text: `insert into event (id, name, subject, facts, at) values ($1, 'StepTaken', '{}', '{}', now()) returning id`,
  values: [key],
  ...(judge ? { judge } : {}),
});
const isThere = async (key: string): Promise<boolean> =>
  (await world.context().read.rows('select 1 from event where id = $1', [key])).length === 1;
const within = <Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> => inTransaction(world.context(), work);

describe('steps of a transaction', () => {
  test('are all sent before the first is judged, and judged in their order', async () => {
    const [first, second] = [newKey(), newKey()];
    const judged: string[] = [];
    await within((tx) =>
      runSteps(tx, [
        writing(first, async () => {
          const rows = await preparedRows(tx, 'select id from event where id = any($1::uuid[])', [[first, second]]);
          judged.push(`${rows.length} rows`);
        }),
        writing(second, (rows) => {
          judged.push(`${rows.length} of the second`);
        }),
      ]),
    );
    expect(judged).toEqual(['2 rows', '1 of the second']);
  });

  test('tell of the first that failed, not of those that failed by it, and none is left', async () => {
    const [before, twice, after] = [newKey(), newKey(), newKey()];
    await within((tx) => runSteps(tx, [writing(twice)]));
    const failing = within((tx) => runSteps(tx, [writing(before), writing(twice), writing(after)]));
    expect(brokenConstraint(await failing.catch((error: unknown) => error))).toBe('event_pkey');
    expect([await isThere(before), await isThere(after)]).toEqual([false, false]);
    await within((tx) => runSteps(tx, [writing(before), writing(after)])); // their texts are prepared anew where they were not
    expect([await isThere(before), await isThere(after)]).toEqual([true, true]);
  });

  test('leave nothing when one is refused by what it found', async () => {
    const [one, other] = [newKey(), newKey()];
    const refusing = within((tx) =>
      runSteps(tx, [writing(one), writing(other, () => refuse('OUT_OF_STOCK', ['cartId'], { title: '', left: 0 }))]),
    );
    await expect(refusing).rejects.toThrow(DomainError);
    expect([await isThere(one), await isThere(other)]).toEqual([false, false]);
  });

  test('cannot be sent when the transaction is over: its connection is somebody else’s', async () => {
    const key = newKey();
    const kept = await within(async (tx) => tx);
    await expect(runSteps(kept, [writing(key)])).rejects.toThrow('This transaction is over');
    expect(await isThere(key)).toBe(false);
  });

  test('may write events before the end, each once', async () => {
    const subject = { key: newKey() };
    await within(async (tx) => {
      await appendEvent(tx, 'WrittenEarly', subject);
      await runSteps(tx, [outboxStep(tx)!]);
      expect(outboxStep(tx)).toBeNull();
      await appendEvent(tx, 'WrittenAtTheEnd', subject);
    });
    const rows = await world
      .context()
      .read.rows<{ name: string }>(`select name from event where subject ->> 'key' = $1 order by id`, [subject.key]);
    expect(rows.map(({ name }) => name)).toEqual(['WrittenEarly', 'WrittenAtTheEnd']);
  });
});
