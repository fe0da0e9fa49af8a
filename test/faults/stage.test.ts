import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPool } from '../../api/platform/database/pool.ts';
import { createLog } from '../../api/platform/http/log.ts';
import { showPresence } from '../../api/platform/jobs/worker-presence.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Child, startChild } from './stage/child.ts';
import { Fallen } from './stage/fallen.ts';
import { comesUnderWay, isUnderWay } from './under-way.ts';

const log = createLog('silent');

let folder: string;
let database: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'berjubel-stage-'));
  await mkdir(join(folder, 'test', 'faults', 'stage'), { recursive: true });
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  await writeFile(join(folder, 'test', 'faults', 'stage', 'shifted-clock.js'), '');
  database = await openTestDatabase();
  pool = createPool({ url: database.superuserUrl, applicationName: 'berjubel-faults-test', log });
});
afterAll(async () => {
  await pool?.end();
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
});

/** A process of the stage that does this once it is ready. */
async function childThat(does: string): Promise<Child> {
  await writeFile(join(folder, 'child.js'), `process.stdin.resume(); console.log('ready');\n${does}`);
  const plan = { name: 'child', script: ['child.ts'], environment: {}, root: folder, built: folder };
  return startChild({ ...plan, logFile: join(folder, 'child.log'), ready: /^ready/, isElsewhere: false });
}

/** What the stage says of one that does this and is then made to end so. */
async function saidOf(
  does: string,
  end: (child: Child) => void = () => {},
  isArmed = false,
): Promise<readonly string[]> {
  const fallen = new Fallen();
  const child = await childThat(does);
  fallen.watch('child', child, isArmed);
  end(child);
  await child.last;
  return fallen.sentences();
}

const LATER = 'setTimeout(() => {}, 60_000)';
const DIES = `setTimeout(() => { process.stderr.write('ends at after commit of X\\n'); process.exit(3); }, 50)`;

test('a process that ends without having been killed is told, however it ends', async () => {
  expect(await saidOf('setTimeout(() => process.exit(0), 50)')).toEqual([
    expect.stringMatching(/^child ended by itself with 0/),
  ]);
  expect(await saidOf(`setTimeout(() => { throw new Error('broken') }, 50)`)).toEqual([
    expect.stringMatching(/with 1: .*broken/s),
  ]);
  expect(await saidOf(DIES)).toHaveLength(1);
  expect(await saidOf('setTimeout(() => process.exit(1), 50)', undefined, true)).toHaveLength(1);
});

test('one that was killed, asked to end, or armed and died at a marked point is as it should be', async () => {
  expect(await saidOf(LATER, (child) => child.signal('SIGKILL'))).toEqual([]);
  expect(await saidOf(LATER, (child) => child.signal('SIGTERM'))).toEqual([]);
  expect(await saidOf(`process.stdin.on('end', () => process.exit(0))`, (child) => child.closeInput())).toEqual([]);
  expect(await saidOf(DIES, undefined, true)).toEqual([]);
});

test('a job is under way when a worker that lives does it, not when a dead one left it', async () => {
  const stage = { rows: async (text: string) => (await pool.query(text)).rows } as never;
  const clients = { openCheckouts: [0, 1], stage };
  const takenBy = (worker: string) =>
    pool.query('update graphile_worker._private_jobs set locked_at = now(), locked_by = $1', [worker]);
  await pool.query(`select graphile_worker.add_job('test.left', '{}')`);
  expect(await isUnderWay(clients, 'worker')).toBe(false);
  await takenBy('dead');
  expect(await isUnderWay(clients, 'worker')).toBe(false);
  const presence = showPresence(pool, log);
  presence.begin('living');
  expect(await isUnderWay(clients, 'worker')).toBe(false);
  await takenBy('living');
  expect(await comesUnderWay(clients, 'worker')).toBe(true);
  await presence.close();
  await expect.poll(() => isUnderWay(clients, 'worker')).toBe(false); // its connection has gone
  expect([await isUnderWay(clients, 'web 1'), await isUnderWay(clients, 'web 2')]).toEqual([false, true]);
});
