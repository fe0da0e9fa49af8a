import { Pool } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { RATE_LIMIT_TABLE, rateLimiter } from '../../../api/platform/graphql/rate-limit.ts';
import { openEmptyDatabase, type TestDatabase } from '../../support/database.ts';
import { aServer, type TestServer } from './a-server.ts';

describe('a limiter on PostgreSQL', () => {
  let database: TestDatabase;
  const pools: Pool[] = [];
  const poolOf = (url: string): Pool => {
    const pool = new Pool({ connectionString: url, max: 2 });
    pool.on('error', () => {}); // connections are cut on purpose
    pools.push(pool);
    return pool;
  };
  beforeAll(async () => {
    database = await openEmptyDatabase();
    await poolOf(database.superuserUrl).query(RATE_LIMIT_TABLE);
  });
  afterAll(async () => {
    await Promise.all(pools.map((pool) => pool.end()));
    await database.drop();
  });

  const settings = { ACCOUNT: 5, ADDRESS: 5, KEY: 5 };

  test('counts what all processes let in together', async () => {
    const processes = [
      rateLimiter(settings, poolOf(database.superuserUrl)),
      rateLimiter(settings, poolOf(database.superuserUrl)),
    ];
    const outcomes = [];
    for (let time = 0; time < 8; time += 1)
      outcomes.push(await processes[time % 2]!.take({ kind: 'ADDRESS', key: 'one' }, 1));
    expect(outcomes.filter((refusal) => refusal === null)).toHaveLength(5);
    expect(outcomes.at(-1)).toMatchObject({ per: 'ADDRESS', limit: 5 });
    expect(await processes[0]!.take({ kind: 'ADDRESS', key: 'another' }, 1)).toBeNull();
  });

  test('counts in its own process while the database is away', async () => {
    const limiter = rateLimiter(settings, poolOf('postgres://nobody@127.0.0.1:9/nothing'));
    const outcomes = [];
    for (let time = 0; time < 6; time += 1) outcomes.push(await limiter.take({ kind: 'KEY', key: 'k' }, 1));
    expect(outcomes.map((refusal) => refusal === null)).toEqual([true, true, true, true, true, false]);
  });
});

describe('rate limits', () => {
  let at: TestServer;
  afterEach(() => at.server.close());
  const post = (query: string, headers: object = {}) =>
    at.server.inject({
      method: 'POST',
      url: '/graphql',
      payload: { query },
      headers: { 'accept-language': 'en', ...headers },
    });

  test('root fields are counted, not requests; over the limit the answer is 429 and says when to come again', async () => {
    at = await aServer({ limiter: rateLimiter({ ACCOUNT: 100, ADDRESS: 6, KEY: 100 }) });
    expect((await post('{ a: echo b: echo c: echo }')).statusCode).toBe(200);
    expect((await post('{ a: echo b: echo c: echo }')).statusCode).toBe(200);
    const refused = await post('{ echo }');
    expect(refused.statusCode).toBe(429);
    const { message, extensions } = refused.json().errors[0];
    expect(extensions).toMatchObject({ code: 'RATE_LIMITED', limit: 6, windowSeconds: 60, per: 'ADDRESS' });
    expect(message).toBe(
      `Too many requests: the limit is 6 a minute per address. Try again in ${extensions.retryAfterSeconds} seconds.`,
    );
    expect(refused.headers['retry-after']).toBe(String(extensions.retryAfterSeconds));
    expect(refused.json()).not.toHaveProperty('data');
  });

  test('a request is counted once, whichever road answers it', async () => {
    at = await aServer({ limiter: rateLimiter({ ACCOUNT: 100, ADDRESS: 5, KEY: 100 }) });
    const statuses = [];
    for (let time = 0; time < 6; time += 1) statuses.push((await post('{ echo }')).statusCode);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  });

  test('documents that are not valid count as well, before they are parsed', async () => {
    at = await aServer({ limiter: rateLimiter({ ACCOUNT: 100, ADDRESS: 2, KEY: 100 }) });
    expect((await post('{ unknown }')).json().errors[0].extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect((await post('{ broken')).json().errors[0].extensions.code).toBe('GRAPHQL_PARSE_FAILED');
    expect((await post('{ broken again')).statusCode).toBe(429);
    const stream = { accept: 'text/event-stream' };
    expect((await post('subscription { broken', stream)).statusCode).toBe(429);
  });

  test('accounts and addresses are counted apart', async () => {
    at = await aServer({ limiter: rateLimiter({ ACCOUNT: 2, ADDRESS: 1, KEY: 100 }) });
    expect((await post('{ echo }')).statusCode).toBe(200);
    expect((await post('{ echo }')).statusCode).toBe(429);
    const account = { 'x-account': 'yes' };
    expect((await post('{ echo }', account)).statusCode).toBe(200);
    expect((await post('{ echo }', account)).statusCode).toBe(200);
    expect((await post('{ echo }', account)).json().errors[0].extensions.per).toBe('ACCOUNT');
  });

  test('a key of a storefront can be counted instead', async () => {
    at = await aServer({
      limiter: rateLimiter({ ACCOUNT: 100, ADDRESS: 100, KEY: 1 }),
      callerOf: (_ctx, request) => ({ kind: 'KEY', key: String(request.headers['x-key']) }),
    });
    expect((await post('{ echo }', { 'x-key': 'a' })).statusCode).toBe(200);
    expect((await post('{ echo }', { 'x-key': 'a' })).json().errors[0].extensions.per).toBe('KEY');
    expect((await post('{ echo }', { 'x-key': 'b' })).statusCode).toBe(200);
  });
});
