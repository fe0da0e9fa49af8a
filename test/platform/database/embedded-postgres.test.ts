import { once } from 'node:events';
import { statSync, writeFileSync } from 'node:fs';
import { chmod, mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DataDirInUseError } from '../../../api/platform/database/data-dir-lock.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../../api/platform/database/embedded-postgres.ts';
import { StartError } from '../../../api/platform/start-error.ts';
import { aFolder, aLog, anOwner, clearFolder, isRoot, rows } from './data-folders.ts';

describe('the embedded PostgreSQL', () => {
  let folder: string;
  let dataDir: string;
  const running: EmbeddedPostgres[] = [];
  const start = async (): Promise<EmbeddedPostgres> => {
    const server = await startEmbeddedPostgres({ dataDir, log: aLog() });
    running.push(server);
    return server;
  };

  beforeEach(async () => {
    folder = await aFolder();
    dataDir = join(folder, 'my data');
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((server) => server.stop()));
    await clearFolder(folder);
  });

  test('starts in a new folder, also with blanks in its name, and keeps its data over a stop', async () => {
    const first = await start();
    await first.createDatabase('market');
    await rows(first.ownerUrl('market'), "CREATE TABLE shop (name text); INSERT INTO shop VALUES ('Warung Bu Tini')");
    await first.stop();
    const second = await start();
    expect(await rows(second.appUrl('market'), 'SELECT name FROM shop')).toEqual([{ name: 'Warung Bu Tini' }]);
    expect(second.port).toBe(first.port);
  });

  test('takes another port when its own is taken', async () => {
    const first = await start();
    await first.stop();
    const other = createServer().listen(first.port, '127.0.0.1');
    await once(other, 'listening');
    try {
      const second = await start();
      expect(second.port).not.toBe(first.port);
      expect(await rows(second.superuserUrl('postgres'), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    } finally {
      other.close();
    }
  });

  test('a second start in the same folder is refused by name, and the first goes on', async () => {
    const first = await anOwner(dataDir);
    try {
      const refusal = await start().catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(DataDirInUseError);
      expect((refusal as Error).message).toContain(dataDir);
      expect((refusal as Error).message).toContain(`process ${first.child.pid}`);
      expect((refusal as Error).message).not.toContain('\n');
      expect(await rows(first.urls.app, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    } finally {
      await first.stop();
    }
    await start();
  });

  test('a second start in the same process is refused too', async () => {
    await start();
    await expect(start()).rejects.toBeInstanceOf(DataDirInUseError);
  });

  test('is UTF-8 and sorts alike where no LANG is set, or a foreign one', async () => {
    const { PATH } = process.env;
    for (const env of [
      { PATH },
      { PATH, LANG: 'POSIX', LC_ALL: 'xx_YY.ISO-8859-1', PGDATA: '/nowhere', PGPORT: '1' },
    ]) {
      const owner = await anOwner(join(folder, `data ${Object.keys(env).length}`), { env });
      try {
        const [found] = await rows(
          owner.urls.app,
          `SELECT current_setting('server_encoding') AS encoding, datlocprovider AS provider, datlocale AS locale, lower('É') AS lower,
             current_setting('timezone') AS zone FROM pg_database WHERE datname = current_database()`,
        );
        expect(found).toEqual({ encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8', lower: 'é', zone: 'UTC' });
      } finally {
        await owner.stop();
      }
    }
  });

  test('listens on 127.0.0.1 only, and lets nobody in without the password', async () => {
    const server = await start();
    const [found] = await rows(
      server.superuserUrl('postgres'),
      "SELECT current_setting('listen_addresses') AS on, current_setting('unix_socket_directories') AS sockets",
    );
    expect(found).toEqual({ on: '127.0.0.1', sockets: '' });
    for (const role of ['postgres', 'berjubel_owner', 'berjubel_app']) {
      await expect(rows(`postgres://${role}:guess@127.0.0.1:${server.port}/postgres`, 'SELECT 1')).rejects.toThrow(
        'password authentication failed',
      );
    }
    expect(statSync(join(dataDir, 'postgres', 'embedded.json')).mode & 0o777).toBe(0o600);
  });

  test('the role of the application reads and writes rows, and can neither make nor change tables', async () => {
    const server = await start();
    await server.createDatabase('market');
    await rows(
      server.ownerUrl('market'),
      'CREATE SCHEMA side; CREATE TABLE shop (id bigserial, name text); CREATE TABLE side.queue (id int)',
    );
    const app = (text: string) => rows(server.appUrl('market'), text);
    await app(
      "INSERT INTO shop (name) VALUES ('A'); UPDATE shop SET name = 'B'; INSERT INTO side.queue VALUES (1); DELETE FROM side.queue",
    );
    expect(await app("SELECT name, similarity(name, 'B') AS alike, unaccent('é') AS plain FROM shop")).toEqual([
      { name: 'B', alike: 1, plain: 'e' },
    ]);
    for (const text of [
      'CREATE TABLE mine (id int)',
      'CREATE SCHEMA mine',
      'ALTER TABLE shop ADD COLUMN x int',
      'DROP TABLE shop',
      'TRUNCATE shop',
      'CREATE DATABASE mine',
      'CREATE ROLE mine',
    ]) {
      await expect(app(text)).rejects.toThrow(/permission denied|must be owner/);
    }
    await expect(rows(server.ownerUrl('market'), 'CREATE ROLE mine SUPERUSER')).rejects.toThrow('permission denied');
  });

  test('a database made from another has its tables, rights and owner; a dropped one is gone', async () => {
    const server = await start();
    await server.createDatabase('market');
    await rows(server.ownerUrl('market'), 'CREATE TABLE shop (name text)');
    await server.createDatabase('copy', { template: 'market' });
    await server.createDatabase('copy', { template: 'market' });
    await rows(server.appUrl('copy'), "INSERT INTO shop VALUES ('A')");
    await rows(server.ownerUrl('copy'), 'CREATE TABLE later (id int)');
    expect(await rows(server.appUrl('copy'), 'SELECT * FROM later')).toEqual([]);
    await server.dropDatabase('copy');
    await server.dropDatabase('copy');
    await expect(rows(server.appUrl('copy'), 'SELECT 1')).rejects.toThrow('does not exist');
  });

  describe('refuses in one line', () => {
    const refusal = async (path: string): Promise<string> => {
      const error = await startEmbeddedPostgres({ dataDir: path, log: aLog() }).catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(StartError);
      expect((error as Error).message).not.toContain('\n');
      return (error as Error).message;
    };

    test('a data folder that is a file, or lies under one', async () => {
      writeFileSync(join(folder, 'file'), '');
      expect(await refusal(join(folder, 'file'))).toContain(`Cannot write in the data folder ${join(folder, 'file')}`);
      expect(await refusal(join(folder, 'file', 'data'))).toContain('a part of the path is a file');
    });

    test('a data folder that it may not write to', async () => {
      await mkdir(dataDir);
      await chmod(dataDir, 0o555);
      const owner = await anOwner(dataDir, isRoot ? { uid: 65_534 } : {});
      expect(owner.failure).toEqual({
        name: 'StartError',
        message: `Cannot write in the data folder ${dataDir}: no permission.`,
      });
    });

    test('a cluster of another version, and a record that cannot be read', async () => {
      const server = await start();
      await server.stop();
      const version = join(dataDir, 'postgres', 'cluster', 'PG_VERSION');
      writeFileSync(version, '15\n');
      expect(await refusal(dataDir)).toContain('was made by PostgreSQL 15');
      writeFileSync(join(dataDir, 'postgres', 'embedded.json'), '{');
      expect(await refusal(dataDir)).toContain('embedded.json');
    });
  });
});
