import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aServer, type TestServer } from './a-server.ts';

let at: TestServer;
let url = '';
beforeAll(async () => {
  at = await aServer();
  url = `${await at.server.listen({ port: 0, host: '127.0.0.1' })}/graphql`;
});
afterAll(() => at.server.close());

// GET by hand needs a header against forged requests; the audits know nothing of it.
const audits = serverAudits({
  url: () => url,
  fetchFn: (input: string, init: RequestInit = {}) =>
    fetch(input, { ...init, headers: { ...init.headers, 'apollo-require-preflight': 'audit' } }),
});

describe('GraphQL over HTTP', () => {
  test('there are audits to pass', () => expect(audits.length).toBeGreaterThan(50));

  test.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (_name, audit) => {
    const result = await audit.fn();
    expect({ status: result.status, reason: 'reason' in result ? result.reason : undefined }).toEqual({
      status: 'ok',
      reason: undefined,
    });
  });
});
