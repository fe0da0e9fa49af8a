import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTransaction } from '../../api/platform/database/transaction.ts';
import { enterTerms, ProductSort } from '../../api/search/index.ts';
import type { Kept } from '../../api/search/postgres/kept.ts';
import { seedTerms } from '../../seeds/generate/vocabulary.ts';
import type { Looked } from '../contract/search-market.ts';
import { aCategory, aProduct } from '../support/makers/catalog.ts';
import { aKelurahan } from '../support/makers/geography.ts';
import { aSeller } from '../support/makers/sellers.ts';
import { openWorld, type World } from '../support/world.ts';
import { foundWith, keptWith } from './found-with.ts';

/** Products that are called kue lumpur: of a shop in Beji, and then of one in Sawangan, which has as many that only speak of it. */
const [BEJI, SAWANGAN, SPOKEN_OF] = [1200, 800, 400];

let world: World;
beforeAll(async () => {
  world = await openWorld();
  const [cake, bread] = [await aCategory(world, { slug: 'kue' }), await aCategory(world, { slug: 'roti' })];
  const shopIn = async (kecamatan: string) =>
    aSeller(world, { kelurahanKey: (await aKelurahan(world, { kecamatan })).key });
  const enter = async (kecamatan: string, count: number, title: string): Promise<void> => {
    const shop = await shopIn(kecamatan);
    for (let at = 0; at < count; at += 1)
      await aProduct(world, {
        ...{ shop, title: `${title} ${at}`, description: 'Teman kue lumpur.', photos: 0, isIndexed: false },
        category: at % 100 === 0 ? bread : cake,
        soldCount: title.startsWith('Kue') ? at % 50 : 900,
        variants: [{ price: 5_000 + ((at * 1_700) % 90_000) }],
      });
  };
  await enter('beji', BEJI, 'Kue lumpur');
  await enter('sawangan', SPOKEN_OF, 'Serbet');
  await enter('sawangan', SAWANGAN, 'Kue lumpur');
  await inTransaction(world.context(), (tx) => enterTerms(tx, seedTerms()));
  await world.context().search.rebuild(world.context());
}, 120_000);
afterAll(() => world.close());

describe('words with more hits than are looked at', () => {
  const broad = { text: 'kue lumpur' };
  const [whole, cut] = [keptWith({}), keptWith({ cut: { fromProducts: 2_000, mostHits: 1_500 } })];
  const found = (kept: Kept, asked: Looked) => foundWith(world, kept, asked);
  const alike = async (asked: Looked, limited = cut): Promise<number> => {
    const [all, some] = [await found(whole, asked), await found(limited, asked)];
    expect({ ...some.list, ...some.counts, after: some.after }).toEqual({
      ...all.list,
      ...all.counts,
      after: all.after,
    });
    return some.statements.length;
  };
  // What a process holds besides is read with its first search.
  beforeAll(() => Promise.all([found(whole, broad), found(cut, broad)]));

  test('are answered by one statement from as many, and the count says that there may be more', async () => {
    const { list, counts, statements } = await found(cut, broad);
    expect(list.shown).toHaveLength(20);
    expect(counts).toMatchObject({ totalCount: 1_000, totalCountIsExact: false });
    expect(counts.facets?.kecamatan.map(({ count }) => count)).toEqual([BEJI, 1_500 - BEJI]);
    expect(statements).toHaveLength(1);
    const narrow = await found(cut, { ...broad, filter: { kecamatan: ['sawangan'] } });
    expect(narrow.counts).toMatchObject({ totalCount: 1_500 - BEJI, totalCountIsExact: false });
    expect(narrow.statements).toHaveLength(1);
  });

  test('are looked at whole in a market that is not as large', async () => {
    const smaller = keptWith({ cut: { fromProducts: 3_000, mostHits: 1_500 } });
    await found(smaller, broad);
    expect(await alike(broad, smaller)).toBe(1);
  });

  test('are looked at whole when hardly any of those fit, on each page', async () => {
    const rare: Looked = { ...broad, filter: { category: ['roti'] }, first: 10 };
    expect(await alike(rare)).toBe(2);
    const { after, counts } = await found(cut, rare);
    expect(counts).toMatchObject({
      totalCount: (BEJI + SAWANGAN + SPOKEN_OF) / 100,
      totalCountIsExact: true,
    });
    expect(await alike({ ...rare, after })).toBe(2);
    expect(await alike({ ...rare, first: 1 })).toBe(2);
  });

  test.each([ProductSort.PRICE_ASC, ProductSort.NEWEST])('are looked at whole for a list by %s', async (sort) => {
    expect(await alike({ ...broad, sort })).toBe(1);
  });

  test('keep the best ones when all hits are looked at, though the words are in many titles elsewhere', async () => {
    const limited = keptWith({ cut: { fromProducts: 0, mostHits: SAWANGAN + SPOKEN_OF + 1 } });
    await found(limited, broad);
    const asked = { text: 'kue lumpur sawangan' };
    expect(await alike(asked, limited)).toBe(1);
  });
});
