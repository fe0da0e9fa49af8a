import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inTransaction } from '../../api/platform/database/transaction.ts';
import type { State } from '../../api/platform/graphql/same-while.ts';
import { ChangeLog } from '../../api/search/changes/change-log.ts';
import type { ListedChange } from '../../api/search/changes/listed-change.ts';
import { touchedBy } from '../../api/search/changes/made-from.ts';
import { ProductSort } from '../../api/search/product-sort.ts';
import { searchState } from '../../api/search/search-version.ts';
import { aProduct, type MadeProduct } from '../support/makers/catalog.ts';
import { statementsOf } from '../support/sent-statements.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let made: MadeProduct;
beforeAll(async () => {
  world = await openWorld();
  made = await aProduct(world, { title: 'Kopi Susu' });
});
afterAll(() => world.close());

let log: ChangeLog;
let before: number;
beforeEach(async () => {
  log = new ChangeLog();
  before = await now();
});

const state = (): Promise<State> => searchState(world.context());
const now = async (): Promise<number> => (await state()).change;
const since = async (): Promise<readonly ListedChange[] | null> => log.between(world.context(), before, await state());
const write = (sql: string, values: readonly unknown[] = []): Promise<unknown> =>
  inTransaction(world.context(), (tx) => tx.execute(sql, [...values]));
const put = (): Promise<void> => world.context().search.put(world.context(), [made.product.key]);

describe('the list of changes', () => {
  test('is empty when nothing changed', async () => {
    expect(await since()).toEqual([]);
  });

  test('tells of a product what it was and is, and which words it gained and lost', async () => {
    await write(`update product set title = 'Kopi Kambing' where id = ?`, [made.product.key]);
    await write('update variant set price = 99000 where product_id = ?', [made.product.key]);
    await put();
    const changes = await since();
    const worded = changes?.flatMap((change) => (change.kind === 'PRODUCT' && change.forms ? [change] : [])) ?? [];
    expect(worded).toMatchObject([
      {
        productKey: made.product.key,
        old: { price: 12_500, sellerSlug: made.shop.seller.slug },
        new: { price: 99_000 },
        isResorted: true,
      },
    ]);
    expect([...(worded[0]?.forms?.words ?? [])].sort()).toEqual(['kambing', 'susu']);
    expect(changes?.some((change) => change.kind === 'FACETS' && change.scope === '' && !change.isTreeChanged)).toBe(
      true,
    );
  });

  test('says of a product that is written as it was that it stayed in its place', async () => {
    await put();
    const changes = (await since()) ?? [];
    expect(changes.length).toBeGreaterThan(0);
    for (const change of changes)
      expect(change).toMatchObject({
        kind: 'PRODUCT',
        isResorted: false,
        old: { price: 99_000 },
        new: { price: 99_000 },
      });
  });

  test('is read once for all who ask at the same time', async () => {
    await put();
    const until = await state();
    const ctx = world.context();
    const ask = (): Promise<unknown> => Promise.all(Array.from({ length: 9 }, () => log.between(ctx, before, until)));
    expect(await statementsOf(ask)).toBe(1);
    expect(await statementsOf(ask)).toBe(0);
  });

  test('is not known where a change was counted and not listed', async () => {
    await write(`update search_version set version = version + 1 where part = 'document'`);
    expect(await since()).toBeNull();
  });

  test('is not known of more products at once than are listed one by one', async () => {
    await write(`insert into search_facets (scope, version, products, body)
      select 'scope-' || n, gen_random_uuid(), 0, '{}' from generate_series(1, 201) n`);
    expect(await since()).toBeNull();
    before = await now();
    await write(`delete from search_facets where scope like 'scope-1__'`);
    expect(await since()).toHaveLength(100);
  });

  test('is not known to who is further behind than it reaches', async () => {
    for (let times = 0; times < 6; times += 1)
      await write(`update search_facets set version = gen_random_uuid() where scope like 'scope-%'`);
    expect(await since()).toBeNull();
    before = await now();
    await put();
    expect(await since()).not.toBeNull();
  });

  test('is of the database as it is now, also when that was put back to what it was and gives numbers again', async () => {
    await put();
    expect(await since()).not.toHaveLength(0);
    const { text, change } = await state();
    await write(`update search_change set is_tree_changed = true, scope = 'another', product_id = null`);
    expect(await log.between(world.context(), before, { text: `${text}, put back`, change })).toContainEqual({
      ...{ kind: 'FACETS', scope: 'another', isTreeChanged: true },
    });
  });

  test('that cannot be read is read by the next who asks', async () => {
    await put();
    const failing = Object.assign(world.context(), { read: { rows: () => Promise.reject(new Error('cut')) } });
    await expect(log.between(failing, before, await state())).rejects.toThrow('cut');
    expect(await since()).not.toBeNull();
  });

  test('that cannot be read costs no answer: it is made anew', async () => {
    await put();
    const list = {
      filter: {} as never,
      sort: ProductSort.RELEVANCE,
      words: null,
      page: new Int32Array(),
      lastPrice: null,
    };
    const isTouched = touchedBy(log, { ...list, isCounted: false, readyScopes: [] });
    const failing = Object.assign(world.context(), { read: { rows: () => Promise.reject(new Error('cut')) } });
    expect(await isTouched?.(failing, before, await state())).toBe(true);
    expect(world.logged()).toContain('The changes of the search cannot be read');
  });

  test('keeps what is new and lets go of what is old', async () => {
    await put();
    await write(`update search_version set version = version + 10000 where part = 'document'`);
    await put();
    const [row] = await world
      .context()
      .read.rows<{ oldest: number }>('select min(version)::integer as oldest from search_change');
    expect(row?.oldest).toBeGreaterThan(before + 10_000);
  });
});
