import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { MeilisearchServer, SEARCH_TIMEOUT } from '../../api/search/meilisearch/server.ts';

/** Milliseconds of a search that finds Meilisearch hanging; what is left after giving it up is PostgreSQL's. */
const PROMISED = 500;
const POSTGRES_NEEDS = 200;

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A server that answers nothing, or this; its callers' requests. */
async function serverThat(answer: object | null) {
  const requests: IncomingMessage[] = [];
  const gone: Promise<unknown>[] = [];
  const http = createServer((request, response) => {
    requests.push(request);
    gone.push(once(response, 'close'));
    if (answer) response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
  }).listen(0, '127.0.0.1');
  await once(http, 'listening');
  closing.push(() => {
    http.closeAllConnections();
    http.close();
  });
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  return { requests, gone, server: new MeilisearchServer({ url, key: '', indexPrefix: 'berjubel' }) };
}

const ask = async (server: MeilisearchServer): Promise<unknown> =>
  (await server.searcher()).multiSearch({ queries: [{ indexUid: server.products }] });

describe('a Meilisearch server', () => {
  test('is asked for answers that are not packed', async () => {
    const { server, requests } = await serverThat({ results: [] });
    await ask(server);
    expect(requests.map(({ headers }) => headers['accept-encoding'])).toEqual(['identity']);
  });

  test('that hangs is left in time for PostgreSQL, and the request is taken back', async () => {
    const { server, gone } = await serverThat(null);
    await expect(ask(server)).rejects.toThrow(/./);
    expect(gone).toHaveLength(1);
    await gone[0];
    expect(SEARCH_TIMEOUT + POSTGRES_NEEDS).toBeLessThanOrEqual(PROMISED);
  });
});
