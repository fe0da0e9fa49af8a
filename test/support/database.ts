import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';

/** A database of one test file's own. */
export interface TestDatabase {
  name: string;
  /** Connection address of the role that owns the tables. */
  ownerUrl: string;
  /** Connection address of the role under which the program runs: the one to test with. */
  appUrl: string;
  superuserUrl: string;
  /** Drops it, cutting what is still connected. */
  drop(): Promise<void>;
}

/** What the run's server tells the test files; in its addresses `%` stands for the database. */
export interface TestServer {
  urls: { superuser: string; owner: string; app: string };
  empty: string;
  template: string;
  /** Why there is no migrated template. */
  failure?: string;
}

/** Clones the migrated template: all tables, no rows. Takes some 30 ms. Call `drop` in afterAll. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const server = testServer();
  if (server.failure) throw new Error(server.failure);
  return cloneOf(server.template, server);
}

/** A database without tables, for tests of the database itself. */
export async function openEmptyDatabase(): Promise<TestDatabase> {
  const server = testServer();
  return cloneOf(server.empty, server);
}

async function cloneOf(template: string, { urls }: TestServer): Promise<TestDatabase> {
  const name = `test_${process.pid}_${randomBytes(6).toString('hex')}`;
  const urlOf = (url: string, database: string) => url.replace('%25', database);
  await asSuperuser(urlOf(urls.superuser, 'postgres'), (client) => clone(client, name, template));
  return {
    name,
    ownerUrl: urlOf(urls.owner, name),
    appUrl: urlOf(urls.app, name),
    superuserUrl: urlOf(urls.superuser, name),
    drop: () =>
      asSuperuser(urlOf(urls.superuser, 'postgres'), async (client) => {
        await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      }),
  };
}

async function clone(client: Client, name: string, template: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await client.query(`CREATE DATABASE ${name} OWNER berjubel_owner TEMPLATE ${template}`);
      return;
    } catch (error) {
      const inUse = (error as { code?: string }).code === '55006'; // a vacuum visits the template just now
      if (!inUse || attempt === 50) throw error;
      await pause(100);
    }
  }
}

async function asSuperuser(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function testServer(): TestServer {
  const line = process.env.BERJUBEL_TEST_DATABASE;
  if (!line) throw new Error('No test database: run the tests with vitest, whose global set-up starts it.');
  const server = JSON.parse(line);
  if (!server.urls) throw new Error(server.failure);
  return server;
}
