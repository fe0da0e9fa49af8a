import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type LiveEvents, liveEvents } from '../../../api/platform/graphql/live.ts';
import { createLog } from '../../../api/platform/http/log.ts';
import { EVENT_CHANNEL } from '../../../api/platform/jobs/events.ts';
import { openEmptyDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
let sender: Client;
let live: LiveEvents;
const log = createLog('silent');

beforeAll(async () => {
  database = await openEmptyDatabase();
  sender = new Client(database.superuserUrl);
  await sender.connect();
});
afterEach(() => live.close());
afterAll(async () => {
  await sender.end();
  await database.drop();
});

const tell = (name: string, subject: object = {}): Promise<unknown> =>
  sender.query('select pg_notify($1, $2)', [EVENT_CHANNEL, JSON.stringify({ key: 'k', name, subject })]);

const name = async (notices: AsyncIterator<{ name: string; isMissed: boolean }>): Promise<string | undefined> => {
  const { value, done } = await notices.next();
  return done ? undefined : value.isMissed ? 'missed' : value.name;
};

describe('live events', () => {
  test('a committed event reaches those whom it fits, with its subject; one rolled back reaches nobody', async () => {
    live = liveEvents(database.appUrl, log);
    await live.connected();
    const mine = live.subscribe(({ subject }) => subject.orderKey === 'mine');
    await tell('Other', { orderKey: 'other' });
    await sender.query('begin');
    await tell('Undone', { orderKey: 'mine' });
    await sender.query('rollback');
    await tell('Mine', { orderKey: 'mine' });
    expect((await mine.next()).value).toEqual({
      key: 'k',
      name: 'Mine',
      subject: { orderKey: 'mine' },
      isMissed: false,
    });
  });

  test('who subscribed before the connection stood reads again, because something may have been missed', async () => {
    live = liveEvents(database.appUrl, log);
    const early = live.subscribe(() => true);
    expect(await name(early)).toBe('missed');
    await tell('Later');
    expect(await name(early)).toBe('Later');
  });

  test('a lost connection comes back, and everybody reads again', async () => {
    live = liveEvents(database.appUrl, log);
    await live.connected();
    const subscribers = [live.subscribe(() => true), live.subscribe(() => false)];
    await sender.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'live events'`);
    for (const subscriber of subscribers) expect(await name(subscriber)).toBe('missed');
    await tell('After');
    expect(await name(subscribers[0]!)).toBe('After');
  });

  test('a process holds one connection for all its subscribers', async () => {
    live = liveEvents(database.appUrl, log);
    await live.connected();
    for (let n = 0; n < 20; n += 1) live.subscribe(() => true);
    const { rows } = await sender.query(
      `select count(*)::int from pg_stat_activity where application_name = 'live events' and datname = $1`,
      [database.name],
    );
    expect(rows[0].count).toBe(1);
  });

  test('who leaves while waiting leaves at once; who reads too slowly is told to read again', async () => {
    live = liveEvents(database.appUrl, log);
    await live.connected();
    const leaving = live.subscribe(() => true);
    const waiting = leaving.next();
    await leaving.return?.();
    expect((await waiting).done).toBe(true);
    const slow = live.subscribe(() => true);
    const quick = live.subscribe(({ name: of }) => of === 'Last');
    for (let n = 0; n < 150; n += 1) await tell('Many');
    await tell('Last');
    expect(await name(quick)).toBe('Last');
    const seen: (string | undefined)[] = [];
    while (seen.at(-1) !== 'Last') seen.push(await name(slow));
    expect(seen[0]).toBe('missed');
    expect(seen.length).toBeLessThanOrEqual(101);
  });

  test('closing ends every subscription, and later ones at once', async () => {
    live = liveEvents(database.appUrl, log);
    await live.connected();
    const waiting = live.subscribe(() => true).next();
    await live.close();
    expect((await waiting).done).toBe(true);
    expect((await live.subscribe(() => true).next()).done).toBe(true);
  });

  test('a notice that is not ours is taken for a missed one, and breaks nothing', async () => {
    live = liveEvents(database.appUrl, log);
    await live.connected();
    const notices = live.subscribe(() => true);
    await sender.query(`select pg_notify($1, 'no json'), pg_notify($1, 'null')`, [EVENT_CHANNEL]);
    expect([await name(notices), await name(notices)]).toEqual(['missed', 'missed']);
  });
});
