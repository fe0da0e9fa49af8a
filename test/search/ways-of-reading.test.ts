import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FilterAsked, ProductSort } from '../../api/search/index.ts';
import { CommonForms } from '../../api/search/postgres/common-forms.ts';
import { type GroupsHeld, HeldGroups } from '../../api/search/postgres/held-groups.ts';
import type { Kept } from '../../api/search/postgres/kept.ts';
import type { Looked } from '../contract/search-market.ts';
import { openWorld, type World } from '../support/world.ts';
import { foundWith, keptWith } from './found-with.ts';
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

const found = (kept: Kept, asked: Looked) => foundWith(world, kept, asked);

describe('words', () => {
  const texts = judgedQueries().map(({ text }) => text);

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
