import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assertUsableServer } from '../../../api/platform/database/usable-server.ts';
import { StartError } from '../../../api/platform/start-error.ts';
import { openEmptyDatabase, type TestDatabase } from '../../support/database.ts';
import { rows } from './data-folders.ts';

describe('a server that the operator names', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openEmptyDatabase();
  });
  afterAll(() => database.drop());

  const changed = (change: (url: URL) => void): string => {
    const url = new URL(database.appUrl);
    change(url);
    return url.href;
  };
  const refusal = async (url: string): Promise<string> => {
    const error = await assertUsableServer(url).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(StartError);
    const { message } = error as Error;
    expect(message).toMatch(/^DATABASE_URL/);
    expect(message).not.toContain('\n');
    return message;
  };

  test('is taken when it is new enough and UTF8', async () => {
    await assertUsableServer(database.appUrl);
  });

  test('is refused for a wrong password, which is not shown', async () => {
    const message = await refusal(changed((url) => (url.password = 'open-sesame')));
    expect(message).toContain(`cannot use database "${database.name}" at 127.0.0.1`);
    expect(message).toContain('user or password is wrong');
    expect(message).not.toContain('open-sesame');
  });

  test('is refused when nothing listens, when the host is unknown, when the database is not there', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    expect(await refusal(changed((url) => (url.port = String(port))))).toContain('nothing listens there');
    expect(await refusal(`postgres://a:b@localhost:${port}/market`)).toContain('nothing listens there');
    expect(await refusal('postgres://a:secret@no-such-host.invalid/market')).toMatch(
      /no such host|cannot be looked up/,
    );
    expect(await refusal(changed((url) => (url.pathname = '/nowhere')))).toContain('there is no such database');
  });

  test('is refused when it is no PostgreSQL at all', async () => {
    const server = createServer((socket) =>
      socket.on('error', () => {}).end('HTTP/1.1 400 Bad Request\r\n\r\n'),
    ).listen(0, '127.0.0.1');
    await once(server, 'listening');
    await refusal(`postgres://a:b@127.0.0.1:${(server.address() as AddressInfo).port}/market`);
    server.close();
  });

  test('is refused when the text is no address of a PostgreSQL', async () => {
    expect(await refusal('localhost')).toContain('is not an address');
    expect(await refusal('mysql://a:secret@localhost/market')).toBe(
      'DATABASE_URL must begin with postgres://, not with mysql://.',
    );
  });

  test('is refused when its encoding is not UTF8', async () => {
    const name = `${database.name}_ascii`;
    await rows(
      database.superuserUrl,
      `CREATE DATABASE ${name} ENCODING SQL_ASCII LOCALE_PROVIDER libc LOCALE 'C' TEMPLATE template0`,
    );
    try {
      expect(await refusal(changed((url) => (url.pathname = `/${name}`)))).toContain('is SQL_ASCII; UTF8 is needed');
    } finally {
      await rows(database.superuserUrl, `DROP DATABASE ${name} WITH (FORCE)`);
    }
  });
});
