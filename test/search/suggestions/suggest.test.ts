import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inTransaction } from '../../../api/platform/database/transaction.ts';
import { enterTerms, reindexAll } from '../../../api/search/index.ts';
import { renewPopular } from '../../../api/search/suggestions/popular-searches.ts';
import { countStatements } from '../../support/count-statements.ts';
import { aCategory, aProduct } from '../../support/makers/catalog.ts';
import { aSeller, type Shop } from '../../support/makers/sellers.ts';
import { openWorld, type World } from '../../support/world.ts';
import { searchBy } from '../past/searchers.ts';

const SUGGEST = 'query ($prefix: String!, $first: Int! = 8) { suggest(prefix: $prefix, first: $first) { kind text } }';

interface Suggested {
  suggest: { kind: string; text: string }[];
}

let world: World;
let shop: Shop;
beforeAll(async () => {
  world = await openWorld();
  await inTransaction(world.context(), (tx) =>
    enterTerms(tx, [
      { kind: 'SYNONYM', term: 'jilbab', meanings: ['kerudung', 'hijab'] },
      { kind: 'SYNONYM', term: 'keripik', meanings: ['kripik'] },
    ]),
  );
  shop = await aSeller(world, { name: 'Warung Bu Kerti' });
  const snacks = await aCategory(world, { slug: 'keripik-kerupuk', name: 'Keripik & Kerupuk' });
  const scarves = await aCategory(world, { slug: 'jilbab', name: 'Jilbab & Kerudung' });
  const bags = await aCategory(world, { slug: 'tas', name: 'Tas' });
  await aCategory(world, { slug: 'kosong', name: 'Kerajinan Kosong' });
  const goods = { shop, description: '' };
  for (const taste of ['Balado', 'Asin', 'Manis'])
    await aProduct(world, { ...goods, category: snacks, title: `Keripik Singkong ${taste}` });
  await aProduct(world, { ...goods, category: scarves, title: 'Kerudung Segi Empat' });
  await aProduct(world, { ...goods, category: scarves, title: 'Jilbab Instan' });
  for (const size of ['Kecil', 'Besar', 'Sedang'])
    await aProduct(world, { ...goods, category: bags, title: `Totebag Kanvas ${size}` });
  await aProduct(world, {
    ...goods,
    category: bags,
    title: 'Totebag Kanvas Besar',
    shop: await aSeller(world, { name: 'Toko Sebelah' }),
  });
  await reindexAll(world.context());
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.context().searchTally.flush();
  await world.context().em.execute('delete from search_asked');
  await renewPopular(world.context());
});

async function suggested(prefix: string, first = 8): Promise<[string, string][]> {
  const { data } = await world.request<Suggested>(SUGGEST, { prefix, first });
  return data.suggest.map(({ kind, text }) => [kind, text]);
}

describe('suggestions', () => {
  test('finish the word, and come as searches, categories, shops, products', async () => {
    expect(await suggested('ker')).toEqual([
      ['QUERY', 'keripik'],
      ['QUERY', 'kerudung'],
      ['CATEGORY', 'Keripik & Kerupuk'],
      ['CATEGORY', 'Jilbab & Kerudung'],
      ['SELLER', 'Warung Bu Kerti'],
      ...(await suggested('ker', 20)).slice(5, 8),
    ]);
  });

  test.each([
    ['kerud', 'PRODUCT', 'Jilbab Instan'],
    ['kerud', 'PRODUCT', 'Kerudung Segi Empat'],
    ['hijab', 'CATEGORY', 'Jilbab & Kerudung'],
    ['hija', 'CATEGORY', 'Jilbab & Kerudung'],
    ['kerpik', 'QUERY', 'keripik'],
    ['kerpik', 'CATEGORY', 'Keripik & Kerupuk'],
    ['kripik', 'CATEGORY', 'Keripik & Kerupuk'],
    ['krip', 'CATEGORY', 'Keripik & Kerupuk'],
    ['singkong kerip', 'PRODUCT', 'Keripik Singkong Asin'],
    ['kerupuk keri', 'CATEGORY', 'Keripik & Kerupuk'],
    ['kerti waru', 'SELLER', 'Warung Bu Kerti'],
    ['kéripik', 'QUERY', 'keripik singkong'],
    ['keripik s', 'QUERY', 'keripik singkong'],
    ['ke', 'QUERY', 'keripik'],
    ['ke', 'CATEGORY', 'Keripik & Kerupuk'],
  ])('for %j have the %s %j', async (prefix, kind, text) => {
    expect(await suggested(prefix)).toContainEqual([kind, text]);
  });

  test('name the category of what is found where no category is called so', async () => {
    expect(await suggested('totebag')).toContainEqual(['CATEGORY', 'Tas']);
  });

  test('are never the words typed, nor two alike', async () => {
    for (const prefix of ['keripik', 'keripik singkong', 'totebag', 'ker', 'jilbab instan']) {
      const shown = await suggested(prefix, 20);
      expect(shown).not.toContainEqual(['QUERY', prefix]);
      expect(new Set(shown.map(String)).size).toBe(shown.length);
    }
    const titles = (await suggested('totebag', 20)).filter(([kind]) => kind === 'PRODUCT');
    expect(titles).toHaveLength(3);
  });

  test('do not lead to a category or a shop without goods', async () => {
    const empty = await aSeller(world, { name: 'Kerajinan Sepi' });
    await world.context().search.refresh(world.context());
    expect((await suggested('keraj', 20)).map(([, text]) => text)).not.toContain('Kerajinan Kosong');
    expect((await suggested('keraj', 20)).map(([, text]) => text)).not.toContain(empty.seller.name);
  });

  test('know a shop by its new name, and one that is suspended no more', async () => {
    const rename = (sql: string) => inTransaction(world.context(), (tx) => tx.execute(sql, [shop.seller.key]));
    await rename(`update seller set name = 'Dapur Melati' where id = ?`);
    await world.context().search.refresh(world.context());
    expect(await suggested('melat')).toContainEqual(['SELLER', 'Dapur Melati']);
    expect((await suggested('kerti')).map(([kind]) => kind)).not.toContain('SELLER');
    await rename(`update seller set name = 'Warung Bu Kerti' where id = ?`);
    await world.context().search.refresh(world.context());
    expect(await suggested('kerti')).toContainEqual(['SELLER', 'Warung Bu Kerti']);
    await rename(`update seller set status = 'SUSPENDED' where id = ?`);
    expect((await suggested('kerti')).map(([kind]) => kind)).not.toContain('SELLER');
    await rename(`update seller set status = 'VERIFIED' where id = ?`);
  });

  test('of nothing that there is are none', async () => {
    for (const prefix of ['qqqq', 'keripik qqqq', '?', '💥'])
      expect([prefix, await suggested(prefix)]).toEqual([prefix, []]);
  });

  test('take two statements while one types, and three more to mend a mistake', async () => {
    const statements = async (prefix: string): Promise<number> =>
      (await countStatements(world.context(), SUGGEST, { prefix, first: 3 })).statements.length;
    expect(await statements('keripik')).toBe(2);
    expect(await statements('kerpik')).toBe(5);
  });
});

describe('searches that many have made', () => {
  test('are suggested from five callers on, the most popular first', async () => {
    await searchBy(world, 6, 'keripik asin');
    await searchBy(world, 7, 'singkong manis');
    await searchBy(world, 4, 'keripik balado');
    await world.context().searchTally.flush();
    await renewPopular(world.context());
    expect((await suggested('asin ker'))[0]).toEqual(['QUERY', 'keripik asin']);
    const queries = (await suggested('sing')).filter(([kind]) => kind === 'QUERY');
    expect(queries[0]).toEqual(['QUERY', 'singkong manis']);
    expect((await suggested('balado')).map(([, text]) => text)).not.toContain('keripik balado');
  });

  test('are not suggested when they found nothing, or only without a word, or no longer find anything', async () => {
    await searchBy(world, 9, 'kelinci');
    await searchBy(world, 9, 'keripik singkong kelinci');
    const { em } = world.context();
    await world.context().searchTally.flush();
    await em.execute(`insert into search_asked values ('2026-11-23', '', 'keripik durian', 9, 0, 0)`);
    await renewPopular(world.context());
    for (const prefix of ['keli', 'durian', 'keripik singkong'])
      expect((await suggested(prefix, 20)).map(([, text]) => text)).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/kelinci|durian/)]),
      );
  });

  test('are not suggested when what they once found is only guessed at now', async () => {
    await world.context().em.execute(`insert into search_asked values ('2026-11-23', '', 'ker sing', 9, 0, 0)`);
    await renewPopular(world.context());
    const names = await world.context().read.rows(`select name from search_name where kind = 'QUERY'`);
    expect(names).toEqual([]);
    const guessed = await world.request<{ products: { isGuess: boolean } }>(
      '{ products(search: "ker sing") { isGuess } }',
    );
    expect(guessed.data.products.isGuess).toBe(true);
  });

  test('that differ by the order or the spelling of words are one', async () => {
    await searchBy(world, 6, 'singkong asin');
    await searchBy(world, 5, 'asin singkong');
    await world.context().searchTally.flush();
    await renewPopular(world.context());
    const texts = (await suggested('asin', 20)).map(([, text]) => text);
    expect(texts).toContain('singkong asin');
    expect(texts).not.toContain('asin singkong');
  });

  test('are forgotten when they are of more than eight weeks ago', async () => {
    const { em } = world.context();
    await em.execute(`insert into search_asked values ('2026-09-28', '', 'keripik manis', 9, 0, 0)`);
    await renewPopular(world.context());
    expect((await suggested('manis')).map(([, text]) => text)).not.toContain('keripik manis');
    await em.execute(`insert into search_asked values ('2026-10-05', '', 'keripik manis', 9, 0, 0)`);
    await renewPopular(world.context());
    expect((await suggested('manis')).map(([, text]) => text)).toContain('keripik manis');
  });
});
