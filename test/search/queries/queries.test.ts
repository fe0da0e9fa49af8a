import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { searchEngines } from '../../contract/search-engines.ts';
import { NO_FILTER, PLAIN } from '../../contract/search-market.ts';
import { openWorld, type World } from '../../support/world.ts';
import { enterMarket } from './enter-market.ts';
import { judgedMarket, SHOPS } from './market.ts';
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

for (const { name, available, environment, clear } of searchEngines) {
  (available ? describe : describe.skip)(`the open queries on ${name}`, () => {
    let world: World;
    let judged: Judged[];
    beforeAll(async () => {
      world = await openWorld({ environment });
      await enterMarket(world, products);
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
