import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTransaction } from '../../../api/platform/database/transaction.ts';
import { enterTerms } from '../../../api/search/index.ts';
import { seedTerms } from '../../../seeds/generate/vocabulary.ts';
import { searchEngines } from '../../contract/search-engines.ts';
import { NO_FILTER, PLAIN } from '../../contract/search-market.ts';
import { aCategory, aProduct } from '../../support/makers/catalog.ts';
import { aKelurahan } from '../../support/makers/geography.ts';
import { aSeller, type Shop } from '../../support/makers/sellers.ts';
import { openWorld, type World } from '../../support/world.ts';
import { type JudgedProduct, judgedMarket, SHOPS } from './market.ts';
import { isMeant, mean, ndcg, recall } from './measures.ts';
import { type JudgedQuery, judgedQueries, QUERY_KINDS } from './queries.ts';

/** What came back for a query. */
interface Judged {
  readonly query: JudgedQuery;
  readonly recall: number;
  readonly ndcg: number;
  readonly titles: readonly string[];
}

const products = judgedMarket();

async function enterMarket(world: World): Promise<ReadonlyMap<string, JudgedProduct>> {
  const shops: Shop[] = [];
  for (const [name, kecamatan] of SHOPS)
    shops.push(await aSeller(world, { name, kelurahanKey: (await aKelurahan(world, { kecamatan })).key }));
  await inTransaction(world.context(), (tx) => enterTerms(tx, seedTerms()));
  const judged = new Map<string, JudgedProduct>();
  for (const [at, each] of products.entries()) {
    const category = await aCategory(world, {
      slug: each.category.toLowerCase().replaceAll(' ', '-'),
      name: each.category,
    });
    const shop = shops[each.shop];
    if (!shop) throw new Error('A product of no shop.');
    const { title, description } = each;
    const asked = { title, description, category, shop, soldCount: (at * 37) % 50, photos: 0, isIndexed: false };
    judged.set((await aProduct(world, asked)).product.key, each);
  }
  return judged;
}

for (const { name, available, environment, clear } of searchEngines) {
  (available ? describe : describe.skip)(`the open queries on ${name}`, () => {
    let world: World;
    let judged: Judged[];
    beforeAll(async () => {
      world = await openWorld({ environment });
      await enterMarket(world);
      const { search } = world.context();
      await search.rebuild(world.context());
      judged = [];
      for (const query of judgedQueries()) {
        const asked = { ...PLAIN, text: query.text, filter: NO_FILTER };
        const found = await search.find(world.context(), asked, { facets: false, totalCount: true, highlight: false });
        if (found.degraded) throw new Error(`${name} did not answer ${query.text} itself`);
        const titles = found.products.map(({ node }) => `${node.title} (${node.seller.name})`);
        const shown = found.products.map(({ node }) =>
          products.some(
            (each) => each.title === node.title && SHOPS[each.shop]?.[0] === node.seller.name && isMeant(query, each),
          ),
        );
        const meant = products.filter((each) => isMeant(query, each)).length;
        const isNone = query.of === 'no result';
        if (!isNone && meant === 0) throw new Error(`Nothing is meant by ${query.text}`);
        const none = titles.length === 0 ? 1 : 0;
        judged.push({
          query,
          titles,
          recall: isNone ? none : recall(shown, meant),
          ndcg: isNone ? none : ndcg(shown, meant),
        });
      }
      const table = QUERY_KINDS.map((kind) => {
        const own = judged.filter(({ query }) => query.of === kind);
        return `${kind.padEnd(16)} recall@10 ${mean(own.map((each) => each.recall)).toFixed(3)}  nDCG@10 ${mean(own.map((each) => each.ndcg)).toFixed(3)}`;
      });
      const poor = judged.filter((each) => each.ndcg < 0.9);
      const misses = poor.map((each) => `  ${each.query.text}: ${each.titles.slice(0, 4).join(' | ')}`);
      process.stdout.write(`${[`Open queries on ${name}:`, ...table, ...misses].join('\n')}\n`);
    }, 120_000);
    afterAll(async () => {
      await world.close();
      await clear();
    });

    test('are twenty of each kind', () => {
      for (const kind of QUERY_KINDS) expect(judged.filter(({ query }) => query.of === kind)).toHaveLength(20);
    });

    test('find what is meant, and find it first', () => {
      const meant = judged.filter(({ query }) => query.of !== 'no result');
      expect(mean(meant.map((each) => each.recall))).toBeGreaterThanOrEqual(0.97);
      expect(mean(meant.map((each) => each.ndcg))).toBeGreaterThanOrEqual(0.9);
    });

    test.each(QUERY_KINDS)('of the kind %s do not fall below 0.90', (kind) => {
      const own = judged.filter(({ query }) => query.of === kind);
      expect(mean(own.map((each) => each.recall))).toBeGreaterThanOrEqual(0.9);
      expect(mean(own.map((each) => each.ndcg))).toBeGreaterThanOrEqual(0.9);
    });

    test('that should find nothing find nothing', () => {
      expect(judged.filter(({ query, ndcg: none }) => query.of === 'no result' && none === 0)).toEqual([]);
    });
  });
}
