import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ChangeLog } from '../../api/search/changes/change-log.ts';
import { HeldVocabulary } from '../../api/search/held-vocabulary.ts';
import { type FilterAsked, ProductSort } from '../../api/search/index.ts';
import { CommonForms } from '../../api/search/postgres/common-forms.ts';
import { findProducts } from '../../api/search/postgres/find-products.ts';
import { type GroupsHeld, HeldGroups } from '../../api/search/postgres/held-groups.ts';
import type { Kept } from '../../api/search/postgres/kept.ts';
import { ReadyFacets } from '../../api/search/postgres/ready-facets.ts';
import { StatementNames } from '../../api/search/postgres/search-statement.ts';
import { UnderstoodTexts } from '../../api/search/postgres/understood-texts.ts';
import { type Looked, NO_FILTER, PLAIN } from '../contract/search-market.ts';
import { openWorld, type World } from '../support/world.ts';
import { enterMarket } from './queries/enter-market.ts';
import { judgedMarket } from './queries/market.ts';
import { judgedQueries } from './queries/queries.ts';

/** How a market is read hangs on its size and on how common words are; here each way is taken on the same market. */
let world: World;
beforeAll(async () => {
  world = await openWorld();
  await enterMarket(world, judgedMarket(), (at) => ({
    isHalal: at % 5 > 0,
    publishedAt: new Date(Date.UTC(2026, 9, 1 + (at % 40))),
    variants: [{ price: 5_000 + ((at * 1_700) % 90_000), stock: at % 7 }],
  }));
  await world.context().search.rebuild(world.context());
}, 120_000);
afterAll(() => world.close());

/** Reads words always in the one way. */
class Decided extends CommonForms {
  readonly #isApart: boolean;
  constructor(isApart: boolean) {
    super();
    this.#isApart = isApart;
  }
  override areReadApart(_: unknown, lists: readonly unknown[]): Promise<boolean> {
    return Promise.resolve(this.#isApart && lists.length > 0);
  }
}

/** Takes each group for one of a large market. */
class LargeGroups extends HeldGroups {
  override get current(): GroupsHeld {
    return large(super.current);
  }
  override async renew(...asked: Parameters<HeldGroups['renew']>): Promise<GroupsHeld> {
    return large(await super.renew(...asked));
  }
}
const large = (held: GroupsHeld): GroupsHeld => ({ ...held, products: held.products.map((each) => 10_000 * each) });

/** One for all: the connections that they share know statements by these names. */
const names = new StatementNames();
const keptWith = (more: Partial<Kept>): Kept => ({
  ...{ facets: new ReadyFacets(), groups: new HeldGroups(), vocabulary: new HeldVocabulary() },
  ...{ texts: new UnderstoodTexts(), names, changes: new ChangeLog(), common: new CommonForms() },
  ...more,
});

/** What is found, and the statements that found it. */
async function found(kept: Kept, asked: Looked) {
  const statements: string[] = [];
  const ctx = world.context();
  const rows: typeof ctx.read.rows = (text, values, name) => {
    statements.push(text);
    return ctx.read.rows(text, values, name);
  };
  const { products, totalCount, totalCountIsExact, facets, relaxed, hasNextPage } = await findProducts(
    Object.assign(world.context(), { read: { ...ctx.read, rows } }),
    { ...PLAIN, ...asked, filter: { ...NO_FILTER, ...asked.filter } },
    { facets: true, totalCount: true, highlight: true },
    kept,
  );
  const shown = products.map(({ node }) => node.id);
  return {
    ...{ statements, list: { shown, hasNextPage }, counts: { totalCount, totalCountIsExact, facets, relaxed } },
    after: products.at(-1)?.cursor ?? null,
  };
}

const texts = judgedQueries().map(({ text }) => text);

describe('words', () => {
  test('find the same when the index is asked for each meaning as when it is asked for all at once', async () => {
    const [together, apart] = [keptWith({ common: new Decided(false) }), keptWith({ common: new Decided(true) })];
    let several = 0;
    for (const [at, text] of texts.entries()) {
      const asked = { text, ...(at % 3 === 0 ? { filter: { kecamatan: ['sawangan', 'beji', 'cimanggis'] } } : {}) };
      const [one, other] = [await found(together, asked), await found(apart, asked)];
      expect({ text, ...other.list, ...other.counts }).toEqual({ text, ...one.list, ...one.counts });
      expect(one.statements.join()).not.toContain('d.forms @@ any(');
      if (other.statements.some((each) => each.split('d.forms @@ any(').length > 2)) several += 1;
    }
    expect(several).toBeGreaterThan(50);
  });
});

describe('words with more hits than are looked at', () => {
  const broad = { text: 'kue', first: 5 };
  const [whole, limited] = [keptWith({}), keptWith({ mostHits: 10 })];
  // What a process holds besides is read with its first search.
  beforeAll(() => Promise.all([found(whole, broad), found(limited, broad)]));

  test('are answered by one statement from as many, and the count says that there may be more', async () => {
    const all = await found(whole, { ...broad, first: 100 });
    expect(all.counts.totalCount).toBeGreaterThan(20);
    const some = await found(limited, broad);
    expect(some.counts).toMatchObject({ totalCount: 10, totalCountIsExact: false, relaxed: [] });
    expect(some.list).toMatchObject({ hasNextPage: true });
    expect(some.list.shown).toHaveLength(5);
    expect(all.list.shown).toEqual(expect.arrayContaining(some.list.shown));
    expect(some.statements).toHaveLength(1);
  });

  test('are looked at whole when that leaves less than a page, or when they are sorted by anything but relevance', async () => {
    const page = { ...broad, first: 12 };
    for (const asked of [page, { ...broad, sort: ProductSort.PRICE_ASC }, { ...broad, sort: ProductSort.NEWEST }]) {
      const [all, some] = [await found(whole, asked), await found(limited, asked)];
      expect({ ...some.list, ...some.counts }).toEqual({ ...all.list, ...all.counts });
      expect(some.statements).toHaveLength(asked === page ? 2 : 1);
    }
  });

  test('are few enough for an answer that misses none: then it is exact', async () => {
    const enough = keptWith({ mostHits: 1000 });
    for (const text of texts.slice(0, 40)) {
      const [all, some] = [await found(whole, { text }), await found(enough, { text })];
      expect({ text, ...some.list, ...some.counts }).toEqual({ text, ...all.list, ...all.counts });
    }
  });
});

describe('lists', () => {
  const filters: Partial<FilterAsked>[] = [
    { category: ['bumbu'] },
    { category: ['kue', 'minuman'] },
    { kecamatan: ['beji'], inStock: true },
    { priceRanges: [{ min: 10_000, max: 24_999 }] },
    { category: ['kue', 'lauk'], priceRanges: [{ min: 25_000, max: 49_999 }] },
    { halal: true },
  ];
  /** One statement holds both ways, and the database chooses by what it counts. */
  const ownPrice = { category: ['kue', 'lauk'], priceMin: 12_000, priceMax: 60_000 };
  const gathers = (statements: readonly string[]): boolean => /offset 0\) d\b/.test(statements.join());

  test.each([ProductSort.PRICE_ASC, ProductSort.PRICE_DESC, ProductSort.NEWEST, ProductSort.NEAREST])(
    'are the same read in the order of the index as gathered and sorted, %s',
    async (sort) => {
      const [sorted, inOrder] = [keptWith({}), keptWith({ groups: new LargeGroups() })];
      for (const filter of [...filters, ownPrice]) {
        let after: string | null = null;
        for (const page of [1, 2]) {
          const asked: Looked = { sort, filter, after, first: 4, near: { latitude: -6.4, longitude: 106.8 } };
          const [one, other] = [await found(sorted, asked), await found(inOrder, asked)];
          expect({ page, filter, ...other.list }).toEqual({ page, filter, ...one.list });
          expect(one.list.shown).not.toEqual([]);
          // What no process has read yet counts as nothing: the first statement of each may gather.
          expect(gathers(one.statements)).toBe(true);
          expect(gathers(other.statements.slice(-1))).toBe(filter === ownPrice);
          after = one.after;
        }
      }
    },
  );
});
