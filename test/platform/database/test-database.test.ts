import { afterAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';

describe('the database of a test file', () => {
  const opened: TestDatabase[] = [];
  afterAll(() => Promise.all(opened.map((database) => database.drop())));

  test('ten asked for at once are ten different ones, all usable', async () => {
    const databases = await Promise.all(Array.from({ length: 10 }, () => openTestDatabase()));
    opened.push(...databases);
    const names = await Promise.all(databases.map(({ appUrl }) => ask(appUrl, 'SELECT current_database() AS answer')));
    expect(new Set(names)).toEqual(new Set(databases.map(({ name }) => name)));
  });
});

async function ask(url: string, text: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows[0]?.answer;
  } finally {
    await client.end();
  }
}
