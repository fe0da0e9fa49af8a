import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { readConfig } from '../../api/config.ts';
import { inTransaction } from '../../api/platform/database/transaction.ts';
import { createLog } from '../../api/platform/http/log.ts';
import { newKey } from '../../api/platform/keys.ts';
import { meilisearchSearch } from '../../api/search/index.ts';
import { NO_FILTER, openSearchMarket, PLAIN, type SearchMarket } from '../contract/search-market.ts';
import { type BrokenLine, brokenLine } from '../support/broken-line.ts';
import { statementsOf } from '../support/sent-statements.ts';
import type { World } from '../support/world.ts';

const opened: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close();
});

async function marketBehind(line: BrokenLine): Promise<[SearchMarket, World]> {
  opened.push(line);
  let world: World | null = null;
  const market = await openSearchMarket(
    (of) => {
      world = of;
      return of.context().search;
    },
    { MEILI_URL: line.url, MEILI_KEY: 'a key that nobody asks for' },
  );
  opened.push(market);
  return [market, world as unknown as World];
}

describe('a Meilisearch', () => {
  test('that never answers does not stop the start; PostgreSQL answers and says so', async () => {
    const [market] = await marketBehind(await brokenLine(null));
    const found = await market.find({ text: 'sambal' });
    expect(found).toMatchObject({ totalCount: 2, degraded: true });
    expect(await market.find({ text: null })).toMatchObject({ totalCount: 7, degraded: false });
  });

  test('that never answers has PostgreSQL cut hits of words in a large market, but for suggestions', async () => {
    const line = await brokenLine(null);
    const [, world] = await marketBehind(line);
    const statements: string[] = [];
    const { read } = world.context();
    const rows: typeof read.rows = (text, values, name) => {
      if (text.includes('from search_entry d where')) statements.push(text);
      return read.rows(text, values, name);
    };
    const watched = Object.assign(world.context(), { read: { ...read, rows } });
    const engine = meilisearchSearch(
      { url: line.url, key: '', indexPrefix: 'berjubel' },
      { fromProducts: 0, mostHits: 9 },
    );
    const parts = { facets: true, totalCount: true, highlight: false };
    await engine.find(watched, { ...PLAIN, filter: NO_FILTER, text: 'sambal' }, parts);
    expect(statements[0]).toMatch(/^with hit as materialized \(select .* limit 9\)/);
    await engine.suggest(watched, 'sambal', 5);
    expect(statements.at(-1)).not.toContain('limit 9)');
    await engine.close();
  });

  test('that does not answer three times is left alone, and tried again by one caller after two seconds', async () => {
    const line = await brokenLine(null);
    const [market, world] = await marketBehind(line);
    for (let times = 0; times < 3; times += 1) await market.find({ text: 'sambal' });
    const before = line.requests;
    const many = await Promise.all(Array.from({ length: 20 }, () => market.find({ text: 'sambal' })));
    expect(many.every(({ degraded, totalCount }) => degraded && totalCount === 2)).toBe(true);
    expect(line.requests - before).toBe(0);
    await world.advance(2);
    // Nor does that one wait for it: the time that it has never ends here.
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    await Promise.all(Array.from({ length: 20 }, () => market.find({ text: 'sambal' }))).finally(() =>
      vi.useRealTimers(),
    );
    await expect.poll(() => line.requests - before).toBe(1);
  });

  test('leaves no answer behind but while it is left alone: then PostgreSQL is not asked for the same again and again', async () => {
    const line = await brokenLine(null);
    const [, world] = await marketBehind(line);
    const ask = () => world.request('{ products(search: "sambal") { totalCount degraded } }');
    const STATE = 1; // all that is read for a kept answer
    for (let times = 0; times < 3; times += 1) expect(await statementsOf(ask)).toBeGreaterThan(STATE);
    await ask(); // given up with the third
    expect(await statementsOf(ask)).toBe(STATE);
    expect((await ask()).data).toEqual({ products: { totalCount: 2, degraded: true } });
    await world.advance(2);
    const before = line.requests;
    expect(await statementsOf(ask)).toBeGreaterThan(STATE);
    await expect.poll(() => line.requests - before).toBe(1);
    expect(await statementsOf(ask)).toBe(STATE);
  });

  test('that is behind what was changed is not asked, and PostgreSQL for the same only once in two seconds', async () => {
    const line = await brokenLine(null);
    const [, world] = await marketBehind(line);
    const noted = new Date(world.context().clock.now().getTime() - 11_000);
    await inTransaction(world.context(), (tx) =>
      tx.execute('insert into search_dirty (product_id, version, noted_at) values (?, gen_random_uuid(), ?)', [
        newKey(),
        noted,
      ]),
    );
    const ask = () => world.request('{ products(search: "sambal") { totalCount degraded } }');
    // A stranger's query is kept once it was compiled, which it is on second sight.
    for (let times = 0; times < 3; times += 1)
      expect((await ask()).data).toEqual({ products: { totalCount: 2, degraded: true } });
    expect(await statementsOf(ask)).toBe(1);
    await world.advance(2);
    expect(await statementsOf(ask)).toBeGreaterThan(1);
    expect(await statementsOf(ask)).toBe(1);
  });

  test('that is down takes no change away: all are noted, and shown by PostgreSQL', async () => {
    const line = await brokenLine(null);
    line.cut();
    const [market] = await marketBehind(line);
    const made = await market.add({ title: 'Gelang Manik' });
    expect(await market.titles({ text: 'gelang' })).toEqual(['Gelang Manik']);
    const noted = await market.context().read.rows<{ key: string }>('select product_id as key from search_dirty');
    expect(noted.map(({ key }) => key)).toContain(made.product.key);
  });

  test('that is down lets pages go on where they were', async () => {
    const line = await brokenLine(null);
    line.cut();
    const [market] = await marketBehind(line);
    const first = await market.find({ text: 'keripik', first: 2 });
    const next = await market.find({ text: 'keripik', first: 2, after: first.products[1]?.cursor ?? '' });
    const all = await market.titles({ text: 'keripik' });
    expect([...first.products, ...next.products].map(({ node }) => node.title)).toEqual(all);
  });
});

describe('the start is stopped by', () => {
  async function answering(status: number, body: string): Promise<string> {
    const server = createServer((request, response) => {
      const isHealth = request.url === '/health' && status !== 404;
      response.writeHead(isHealth ? 200 : status, { 'content-type': 'application/json' });
      response.end(isHealth ? '{"status":"available"}' : body);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    opened.push({
      async close() {
        server.closeAllConnections();
        server.close();
      },
    });
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  const start = ({ url, key = '' }: { url: string; key?: string }): Promise<void> =>
    meilisearchSearch({ url, key, indexPrefix: 'berjubel' }).server.checkAtStart(createLog('silent'));

  test('an address at which something else answers', async () => {
    const url = await answering(404, '{}');
    await expect(start({ url })).rejects.toThrow(/^MEILI_URL: /);
  });

  test('a key that the server does not know', async () => {
    const url = await answering(403, '{"message":"The provided API key is invalid.","code":"invalid_api_key"}');
    await expect(start({ url, key: 'wrong' })).rejects.toThrow(/^MEILI_KEY: /);
  });

  test.each([
    [{ MEILI_URL: 'meili' }, /^MEILI_URL: /],
    [{ MEILI_KEY: 'a key' }, /^MEILI_URL: /],
    [{ MEILI_URL: 'http://localhost', MEILI_INDEX_PREFIX: 'a/b' }, /^MEILI_INDEX_PREFIX: /],
  ])('the setting %j', (environment, named) => {
    expect(() => readConfig(environment)).toThrow(named);
  });
});
