import { setTimeout as pause } from 'node:timers/promises';
import { Meilisearch } from 'meilisearch';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newKey } from '../../api/platform/keys.ts';
import { markDirty } from '../../api/search/meilisearch/dirty.ts';
import { meilisearchSearch } from '../../api/search/meilisearch/engine.ts';
import { SEARCH_TIMEOUT } from '../../api/search/meilisearch/server.ts';
import { ProductSort } from '../../api/search/product-sort.ts';
import { searchState } from '../../api/search/search-version.ts';
import { NO_FILTER, openSearchMarket, PLAIN, type SearchMarket } from '../contract/search-market.ts';
import { type BrokenLine, brokenLine } from '../support/broken-line.ts';
import { hasMeilisearch, type MeilisearchCorner, meilisearchCorner } from '../support/meilisearch.ts';
import type { World } from '../support/world.ts';

const PATIENT = { timeout: 5_000 };

const name = hasMeilisearch ? 'Meilisearch' : 'Meilisearch (skipped: MEILI_URL is not set)';

(hasMeilisearch ? describe : describe.skip)(name, () => {
  let line: BrokenLine;
  let corner: MeilisearchCorner;
  let world: World;
  let market: SearchMarket;
  beforeAll(async () => {
    line = await brokenLine(process.env.MEILI_URL ?? null);
    corner = meilisearchCorner(line.url);
    market = await openSearchMarket((of) => {
      world = of;
      return of.context().search;
    }, corner.environment);
  });
  afterAll(async () => {
    await market.close();
    await corner.clear();
    await line.close();
  });

  const index = () => corner.admin.index<{ key: string; quality: number }>(corner.index);
  const follow = () => market.search.follow(market.context());
  const noted = async (): Promise<number> =>
    (await market.context().read.rows('select product_id from search_dirty')).length;

  test.each(['cut', 'silence'] as const)(
    'that is gone meanwhile (%s) is stood in for, and has caught up when it is back',
    async (trouble) => {
      line[trouble]();
      const made = await market.add({ title: `Gelang ${trouble}` });
      expect(await market.find({ text: trouble })).toMatchObject({ totalCount: 1, degraded: true });
      const ask = async () => (await world.request(`{ products(search: "${trouble}") { totalCount degraded } }`)).data;
      for (let times = 0; times < 4; times += 1)
        expect(await ask()).toEqual({ products: { totalCount: 1, degraded: true } });
      expect(await noted()).toBeGreaterThan(0);
      line.mend();
      await world.advance(10);
      await world.runTimers();
      expect(await noted()).toBe(0);
      // The first that tries it again waits for nothing.
      await expect.poll(ask, PATIENT).toEqual({ products: { totalCount: 1, degraded: false } });
      await market.withdraw(made);
      expect(await market.find({ text: trouble })).toMatchObject({ totalCount: 0, degraded: false });
    },
  );

  test('that is back is asked at once also for what was answered in its place, when another question found it', async () => {
    const ask = async (text: string) =>
      (await world.request(`{ products(search: "${text}") { totalCount degraded } }`)).data;
    line.cut();
    for (let times = 0; times < 4; times += 1)
      expect(await ask('sambal')).toEqual({ products: { totalCount: 2, degraded: true } });
    line.mend();
    await world.advance(2);
    await expect.poll(() => ask('keripik'), PATIENT).toMatchObject({ products: { degraded: false } });
    expect(await ask('sambal')).toEqual({ products: { totalCount: 2, degraded: false } });
  });

  test('answers a search for which the vocabulary is read first, however long that takes', async () => {
    const ctx = world.context();
    const made = await market.add({ title: 'Gelang Kosakata' });
    await follow();
    await ctx.em.fork().execute(`insert into search_vocabulary (id, version) values (1, gen_random_uuid())
      on conflict (id) do update set version = excluded.version`);
    let reads = 0;
    const rows: typeof ctx.read.rows = async (text, values, name) => {
      if (name === 'search-vocabulary') {
        reads += 1;
        await pause(SEARCH_TIMEOUT + 50);
      }
      return ctx.read.rows(text, values, name);
    };
    const slow = Object.assign(world.context(), { read: { ...ctx.read, rows } });
    const asked = { ...PLAIN, text: 'kosakata', filter: NO_FILTER };
    const wanted = { facets: false, totalCount: true, highlight: false };
    expect(await market.search.find(slow, asked, wanted)).toMatchObject({ totalCount: 1, degraded: false });
    expect(reads).toBe(1);
    await market.withdraw(made);
    await follow();
  });

  test('that is slow holds up nobody: what changes is noted and gathers', async () => {
    const made = await market.add({ title: 'Gelang Sabar' });
    line.silence();
    const running = follow();
    const put = market.search.put(market.context(), [made.product.key]);
    expect(await Promise.race([running.then(() => 'taken over'), put.then(() => 'noted')])).toBe('noted');
    expect(await noted()).toBe(1);
    line.mend();
    await running;
    await world.advance(10);
    await follow();
    expect(await noted()).toBe(0);
    await market.withdraw(made);
  });

  test('that answers but takes nothing over is stood in for once a change has waited ten seconds', async () => {
    const degraded = async (): Promise<boolean> => (await market.find({ text: 'sambal' })).degraded;
    await markDirty(market.context(), [newKey()]);
    await world.advance(9);
    expect(await degraded()).toBe(false);
    const waiting = await market.context().read.rows<{ key: string }>('select product_id as key from search_dirty');
    // Another change of the same product does not make the first one younger.
    await markDirty(
      market.context(),
      waiting.map(({ key }) => key),
    );
    await world.advance(2);
    expect(await degraded()).toBe(true);
    // That search had what waited taken over.
    await expect.poll(degraded, { timeout: 12_000 }).toBe(false);
  });

  test('that has nothing to take over ends no kept answer when it is looked after, as after each trouble', async () => {
    await follow();
    const before = await searchState(market.context());
    line.cut();
    for (let times = 0; times < 3; times += 1) await market.find({ text: 'sambal' });
    line.mend();
    await world.advance(3);
    await expect.poll(() => market.find({ text: 'sambal' }), PATIENT).toMatchObject({ degraded: false });
    await follow();
    expect(await searchState(market.context())).toEqual(before);
  });

  test('that lost its index is stood in for, and is filled again', async () => {
    await corner.admin.deleteIndex(corner.index).waitTask();
    expect(await market.find({ text: 'sambal' })).toMatchObject({ totalCount: 2, degraded: true });
    await follow();
    expect(await market.find({ text: 'sambal' })).toMatchObject({ totalCount: 2, degraded: false });
    expect((await index().getStats()).numberOfDocuments).toBe(7);
  });

  test('takes over by itself what changed while it was away, also when nothing changes afterwards', async () => {
    line.cut();
    const made = await market.add({ title: 'Gelang Sendiri' });
    await expect.poll(noted).toBeGreaterThan(0);
    await follow(); // tries, and fails
    line.mend();
    await expect.poll(noted, { timeout: 12_000, interval: 200 }).toBe(0);
    await market.withdraw(made);
  });

  test('that is away says that it was not made anew', async () => {
    line.cut();
    expect(await market.search.rebuild(market.context())).toBe(false);
    line.mend();
    await world.advance(10);
    expect(await market.search.rebuild(market.context())).toBe(true);
  });

  test('that an earlier version has set otherwise is made anew', async () => {
    await index()
      .updateSettings({ sortableAttributes: ['key'] })
      .waitTask();
    const { MEILI_URL: url = '', MEILI_KEY: key = '', MEILI_INDEX_PREFIX: indexPrefix = '' } = corner.environment;
    const ofNextVersion = meilisearchSearch({ url, key, indexPrefix });
    await ofNextVersion.follow(market.context());
    const { sortableAttributes } = await index().getSettings();
    expect(sortableAttributes).toContain('quality');
    await ofNextVersion.close();
  });

  test('is never empty nor stale while it is made anew', async () => {
    let isDone = false;
    const rebuilt = market.search.rebuild(market.context()).finally(() => {
      isDone = true;
    });
    const wrong: unknown[] = [];
    while (!isDone) {
      const { totalCount, degraded } = await market.find({ text: 'sambal' });
      if (totalCount !== 2 || degraded) wrong.push({ totalCount, degraded });
    }
    await rebuilt;
    expect(wrong).toEqual([]);
    expect((await corner.admin.getRawIndexes({ limit: 1000 })).results.map(({ uid }) => uid)).not.toContain(
      `${corner.index}-next`,
    );
  });

  test('takes in what changes while it is made anew', async () => {
    const rebuilt = market.search.rebuild(market.context());
    const made = await market.add({ title: 'Gelang Baru' });
    await rebuilt;
    await follow();
    expect(await market.find({ text: 'gelang' })).toMatchObject({ totalCount: 1, degraded: false });
    await market.withdraw(made);
  });

  test('is compared with the catalogue and repaired: missing, differing and surplus products', async () => {
    const [missing, differing] = (await index().getDocuments({ limit: 2 })).results;
    await index()
      .deleteDocument(missing?.key ?? '')
      .waitTask();
    await index()
      .updateDocuments([{ key: differing?.key ?? '', hash: 'another', quality: 9_999 }] as never)
      .waitTask();
    await index()
      .addDocuments([{ key: '01a00000-0000-7000-8000-000000000001', quality: 1 }])
      .waitTask();
    expect(await market.search.check(market.context())).toBe(3);
    expect(await market.search.check(market.context())).toBe(0);
    const { results } = await index().getDocuments({ limit: 20 });
    expect(results).toHaveLength(7);
    expect(results.some(({ quality }) => quality === 9_999)).toBe(false);
  });

  test('shows the last state when a product changes many times at once', async () => {
    const made = await market.add({ title: 'Kalung Satu' });
    const rename = (title: string) =>
      market
        .context()
        .em.fork()
        .getConnection()
        .execute('update product set title = ? where id = ?', [title, made.product.key]);
    const puts: Promise<void>[] = [];
    for (const title of ['Kalung Dua', 'Kalung Tiga', 'Kalung Empat']) {
      await rename(title);
      puts.push(market.search.put(market.context(), [made.product.key]));
    }
    await Promise.all(puts);
    await follow();
    expect((await market.find({ text: 'kalung' })).products.map(({ node }) => node.title)).toEqual(['Kalung Empat']);
    await market.withdraw(made);
  });

  test('goes on after the cards that were seen when others come in before them', async () => {
    const first = await market.find({ text: 'keripik', first: 2 });
    const before = await market.add({ title: 'Keripik', soldCount: 9_000 });
    const next = await market.find({ text: 'keripik', first: 20, after: first.products[1]?.cursor ?? '' });
    const seen = [...first.products, ...next.products].map(({ node }) => node.title);
    await market.withdraw(before);
    expect(seen.filter((title) => title === 'Keripik')).toHaveLength(1);
    expect(seen.filter((title) => title !== 'Keripik')).toEqual(await market.titles({ text: 'keripik' }));
  });

  test('whose list by relevance PostgreSQL goes on with when it is gone, and by distance in any case', async () => {
    const near = { latitude: -6.4, longitude: 106.8 };
    for (const [sort, isMissed] of [
      [ProductSort.RELEVANCE, true],
      [ProductSort.NEAREST, false],
    ] as const) {
      const all = await market.titles({ text: 'keripik', sort, near });
      const first = await market.find({ text: 'keripik', sort, near, first: 2 });
      line.cut();
      const next = await market.find({ text: 'keripik', sort, near, after: first.products[1]?.cursor ?? '' });
      line.mend();
      expect([first.degraded, next.degraded]).toEqual([false, isMissed]);
      expect([...first.products, ...next.products].map(({ node }) => node.title).sort()).toEqual([...all].sort());
    }
  });

  test('is read with a key that can only search, and written with one for its indexes only', async () => {
    const { results } = await corner.admin.getKeys({ limit: 1000 });
    const own = results.filter((key) => key.indexes.includes(corner.index));
    expect(own.map(({ actions }) => actions.length).sort()).toEqual([1, 11]);
    expect(own.every(({ actions, indexes }) => !actions.includes('*') && !indexes.includes('*'))).toBe(true);
    const search = own.find(({ actions }) => actions.length === 1);
    expect(search?.actions).toEqual(['search']);
    const reader = new Meilisearch({ host: line.url, apiKey: search?.key ?? '' });
    await expect(reader.index(corner.index).getDocuments()).rejects.toMatchObject({
      cause: { code: 'invalid_api_key' },
    });
  });

  test('works with one key that has these rights and no other', async () => {
    const other = meilisearchCorner();
    const uids = [other.index, `${other.index}-next`];
    const { results } = await corner.admin.getKeys({ limit: 1000 });
    const actions = [
      ...new Set(results.filter((key) => key.indexes.includes(corner.index)).flatMap((key) => key.actions)),
    ];
    const prefix = other.environment.MEILI_INDEX_PREFIX;
    const { key } = await corner.admin.createKey({ name: `${prefix} own`, actions, indexes: uids, expiresAt: null });
    const small = await openSearchMarket((of) => of.context().search, { ...other.environment, MEILI_KEY: key });
    expect(await small.find({ text: 'sambal' })).toMatchObject({ totalCount: 2, degraded: false });
    await small.close();
    await other.clear();
  });
});
