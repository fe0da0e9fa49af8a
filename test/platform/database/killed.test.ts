import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../../api/platform/database/embedded-postgres.ts';
import { createPool } from '../../../api/platform/database/pool.ts';
import { processesWhere } from '../../../api/platform/running-process.ts';
import {
  aFolder,
  aLog,
  anOwner,
  clearFolder,
  isAlive,
  postmasterPid,
  rows,
  spawnOwner,
  until,
} from './data-folders.ts';

describe('after a kill -9', () => {
  let folder: string;
  let dataDir: string;
  let log: ReturnType<typeof aLog>;
  const running: EmbeddedPostgres[] = [];
  const start = async (): Promise<EmbeddedPostgres> => {
    const server = await startEmbeddedPostgres({ dataDir, log });
    running.push(server);
    return server;
  };
  const cluster = () => join(dataDir, 'postgres');
  const addRow = (ownerUrl: string) =>
    rows(ownerUrl, 'CREATE TABLE IF NOT EXISTS kept (id int); INSERT INTO kept VALUES (1)');
  const countRows = async (server: EmbeddedPostgres) =>
    (await rows(server.appUrl('market'), 'SELECT count(*)::int AS n FROM kept'))[0]?.n;
  /** A statement that computes and so does not notice that its postmaster has died. */
  const compute = async (url: string): Promise<void> => {
    rows(url, '/* busy */ SELECT count(*) FROM generate_series(1, 1000000000000) n').catch(() => {});
    await until(async () => {
      const [busy] = await rows(
        url,
        "SELECT count(*)::int AS n FROM pg_stat_activity WHERE state = 'active' AND query LIKE '/* busy%'",
      );
      return busy?.n === 1;
    });
  };
  const leftovers = () => processesWhere((command) => command.includes(folder) && !command.includes('owner-process'));

  beforeEach(async () => {
    folder = await aFolder();
    dataDir = join(folder, 'data');
    log = aLog();
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((server) => server.stop()));
    expect(leftovers()).toEqual([]);
    await clearFolder(folder, [cluster()]);
  });

  test('of the program, the next start ends the server it left behind and has every committed row', async () => {
    const owner = await anOwner(dataDir);
    await addRow(owner.urls.owner);
    await compute(owner.urls.app);
    const orphan = postmasterPid(cluster());
    await owner.kill();
    expect(isAlive(orphan)).toBe(true);
    const server = await start();
    expect(isAlive(orphan)).toBe(false);
    expect(log.lines).toContain('Stopped a PostgreSQL that an earlier run had left behind.');
    expect(await countRows(server)).toBe(1);
  });

  test('of PostgreSQL under a running program, it is started again, and the pool goes on', async () => {
    const server = await start();
    await server.createDatabase('market');
    await addRow(server.ownerUrl('market'));
    const pool = createPool({ url: server.appUrl('market'), applicationName: 'test', log, max: 3 });
    try {
      const borrowed = await pool.connect();
      await compute(server.appUrl('market'));
      for (let round = 1; round <= 2; round++) {
        const killed = postmasterPid(cluster());
        process.kill(killed, 'SIGKILL');
        await until(() => log.lines.filter((line) => line === 'PostgreSQL runs again.').length === round);
        const { rows: found } = await pool.query('SELECT count(*)::int AS n FROM kept');
        expect(found).toEqual([{ n: 1 }]);
        expect(postmasterPid(cluster())).not.toBe(killed);
      }
      await expect(borrowed.query('SELECT 1')).rejects.toThrow();
      borrowed.release(true);
      expect(log.lines.filter((line) => line.startsWith('PostgreSQL ended by itself (SIGKILL)'))).toHaveLength(2);
    } finally {
      await pool.end();
    }
  });

  test('of both, with a statement still computing, the next start recovers', async () => {
    const owner = await anOwner(dataDir);
    await addRow(owner.urls.owner);
    await compute(owner.urls.app);
    const postmaster = postmasterPid(cluster());
    await owner.kill();
    process.kill(postmaster, 'SIGKILL');
    await until(() => !isAlive(postmaster));
    expect(await countRows(await start())).toBe(1);
  });

  test('of both, a start is not misled when another program has got the pid of PostgreSQL', async () => {
    const owner = await anOwner(dataDir);
    await addRow(owner.urls.owner);
    const postmaster = postmasterPid(cluster());
    await owner.kill();
    process.kill(postmaster, 'SIGKILL');
    await until(() => leftovers().length === 0);
    const other = spawn('sleep', ['60']);
    try {
      const file = join(cluster(), 'cluster', 'postmaster.pid');
      writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(other.pid)));
      expect(await countRows(await start())).toBe(1);
      expect(isAlive(other.pid ?? 0)).toBe(true);
    } finally {
      other.kill();
    }
  });

  test('in the midst of the first start, the next one begins again', async () => {
    const child = spawnOwner(dataDir);
    await until(() => existsSync(cluster()) && readdirSync(cluster()).some((name) => name.startsWith('draft-')));
    child.kill('SIGKILL');
    await once(child, 'exit');
    const server = await start();
    await server.createDatabase('market');
    await addRow(server.ownerUrl('market'));
    expect(readdirSync(cluster()).filter((name) => name.startsWith('draft-'))).toEqual([]);
  });

  test('of the holder, of six starts at once exactly one wins', async () => {
    await (await anOwner(dataDir)).kill();
    const owners = await Promise.all(Array.from({ length: 6 }, () => anOwner(dataDir)));
    try {
      const winners = owners.filter(({ failure }) => !failure);
      expect(winners).toHaveLength(1);
      expect(owners.flatMap(({ failure }) => failure?.name ?? [])).toEqual(Array(5).fill('DataDirInUseError'));
      expect(await rows(winners[0]?.urls.app ?? '', 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    } finally {
      await Promise.all(owners.map((owner) => owner.stop()));
    }
  });

  test('a start in a copy of the folder leaves the running original alone', async () => {
    const original = await start();
    await original.createDatabase('market');
    await addRow(original.ownerUrl('market'));
    const copy = join(folder, 'copy');
    execFileSync('cp', ['-a', dataDir, copy]);
    const second = await startEmbeddedPostgres({ dataDir: copy, log });
    running.push(second);
    expect(second.port).not.toBe(original.port);
    await addRow(second.ownerUrl('market'));
    expect(await countRows(original)).toBe(1);
    expect(await countRows(second)).toBe(2);
  });

  test('of the program in a folder that is then renamed, the server left behind is ended', async () => {
    const owner = await anOwner(dataDir);
    await addRow(owner.urls.owner);
    const orphan = postmasterPid(cluster());
    await owner.kill();
    execFileSync('mv', [dataDir, join(folder, 'renamed')]);
    dataDir = join(folder, 'renamed');
    expect(await countRows(await start())).toBe(1);
    expect(isAlive(orphan)).toBe(false);
  });
});
