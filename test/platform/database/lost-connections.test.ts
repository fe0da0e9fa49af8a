import { afterAll, beforeAll, expect, test } from 'vitest';
import { giveBackLost } from '../../../api/platform/database/lost-connections.ts';
import { createPool } from '../../../api/platform/database/pool.ts';
import { inTransaction, type Tx } from '../../../api/platform/database/transaction.ts';
import { createLog } from '../../../api/platform/http/log.ts';
import { openWorld, type World } from '../../support/world.ts';

const CONNECTIONS = 2;
let world: World;
beforeAll(async () => {
  world = await openWorld({ environment: { DATABASE_CONNECTIONS: String(CONNECTIONS) } });
});
afterAll(() => world.close()); // which would wait for ever for connections that are not given back

/** Cuts the connection of a transaction, as a restart of PostgreSQL does. */
async function cut(tx: Tx): Promise<void> {
  const [own] = await tx.execute<{ pid: number }[]>('select pg_backend_pid() as pid');
  await world.context().read.rows('select pg_terminate_backend($1, 5000)', [own?.pid]);
}

test('a connection that is lost in the midst of a transaction gives its place back, however often', async () => {
  for (let time = 0; time < 3 * CONNECTIONS; time += 1) {
    const lost = inTransaction(world.context(), async (tx) => {
      await cut(tx);
      await tx.execute('select 1');
    });
    await expect(lost).rejects.toThrow(/terminat|connection|closed/i);
  }
  const [row] = await inTransaction(world.context(), (tx) => tx.execute<{ one: number }[]>('select 1 as one'));
  expect(row).toEqual({ one: 1 });
});

test('on a connection that is gone a transaction seems to begin, and nothing can be done in it', async () => {
  const pool = createPool({
    url: world.database.appUrl,
    applicationName: 'berjubel-lost-test',
    log: createLog('silent'),
  });
  giveBackLost(pool);
  const client = await pool.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  await world.context().read.rows('select pg_terminate_backend($1, 5000)', [rows[0]?.pid]);
  await expect(client.query('select 1')).rejects.toThrow();
  await expect(client.query('begin', [])).resolves.toMatchObject({ rows: [] });
  await expect(client.query('select 1')).rejects.toThrow();
  await expect(client.query('rollback', [])).resolves.toMatchObject({ rows: [] });
  await expect(client.query('commit', [])).rejects.toThrow();
  client.release();
  expect(pool.totalCount).toBe(0);
  await pool.end();
});
