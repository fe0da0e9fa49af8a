import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aServer, type TestServer } from './a-server.ts';

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
let folder = '';
let at: TestServer;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'graphiql-'));
  at = await aServer({ graphiqlFolder: folder });
});
afterEach(async () => {
  await at.server.close();
  await rm(folder, { recursive: true });
});

describe('the GraphiQL page', () => {
  test('browsers get it at the endpoint, under a policy that holds for its page alone', async () => {
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>It</title>');
    await writeFile(join(folder, 'main-abc.js'), 'let it;');
    const page = await at.server.inject({ url: '/graphql', headers: { accept: BROWSER } });
    expect([page.statusCode, page.body, page.headers['content-type']]).toEqual([
      200,
      '<!doctype html><title>It</title>',
      'text/html; charset=utf-8',
    ]);
    expect(page.headers['content-security-policy']).toContain("worker-src 'self' blob:");
    expect(page.headers['content-security-policy']).toContain("script-src 'self';");
    const script = await at.server.inject('/graphiql/main-abc.js');
    expect([script.statusCode, script.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
    const answer = await at.server.inject({ method: 'POST', url: '/graphql', payload: { query: '{ echo }' } });
    expect(answer.headers['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'");
  });

  test('programs get answers, and a page that was not built says so', async () => {
    const page = await at.server.inject({ url: '/graphql', headers: { accept: BROWSER } });
    expect(page.body).toContain('not built');
    for (const accept of ['application/json', '*/*', 'application/graphql-response+json, text/html']) {
      const answer = await at.server.inject({
        url: '/graphql?query={echo}',
        headers: { accept, 'apollo-require-preflight': 'x' },
      });
      expect(answer.headers['content-type']).toMatch(/json/);
    }
  });
});
