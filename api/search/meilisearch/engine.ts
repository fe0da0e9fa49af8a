import { GraphQLError } from 'graphql';
import type { Context } from '../../platform/context.ts';
import { postgresSearch } from '../postgres/engine.ts';
import type { FoundProducts, PartsWanted, ProductSearch, ProductsAsked } from '../product-search.ts';
import { CircuitBreaker } from './breaker.ts';
import { findByWords } from './find-products.ts';
import { IndexFollower } from './follower.ts';
import { rankedSign, readRanked, signOf } from './ranked-cursor.ts';
import { MeilisearchServer, type MeilisearchSettings, SEARCH_TIMEOUT } from './server.ts';

/** Letters of PostgreSQL's cursors in lists for which Meilisearch has cursors of its own. */
const OF_POSTGRES = { R: 'S', G: 'M' } as const;

/** Product search by Meilisearch for words, by PostgreSQL for browsing and whenever Meilisearch is in trouble. */
export function meilisearchSearch(
  settings: MeilisearchSettings,
): ProductSearch & { readonly server: MeilisearchServer } {
  const server = new MeilisearchServer(settings);
  const follower = new IndexFollower(server);
  const breaker = new CircuitBreaker();
  const postgres = postgresSearch();
  const milliseconds = (ctx: Context): number => ctx.clock.now().getTime();

  async function byWords(ctx: Context, asked: ProductsAsked, wanted: PartsWanted): Promise<FoundProducts> {
    if (!breaker.allows(milliseconds(ctx))) return instead(ctx, asked, wanted);
    try {
      const found = await inTime(async () => findByWords(ctx, await server.searcher(), server.products, asked, wanted));
      if (breaker.succeeded()) {
        ctx.log.info('Meilisearch answers again');
        void follower.follow(ctx);
      }
      return found;
    } catch (error) {
      // What the caller can mend is no trouble of the engine.
      if (error instanceof GraphQLError) throw error;
      server.forgetKeys();
      if (breaker.failed(milliseconds(ctx))) ctx.log.warn({ err: error }, 'Meilisearch is given up for a while');
      return instead(ctx, asked, wanted);
    }
  }

  /** PostgreSQL's answer in place of Meilisearch's, from the same rank on. */
  async function instead(ctx: Context, asked: ProductsAsked, wanted: PartsWanted): Promise<FoundProducts> {
    const sign = rankedSign(asked);
    if (sign === null || asked.after === null) return { ...(await postgres.find(ctx, asked, wanted)), degraded: true };
    const { rank } = readRanked(sign, asked.after);
    const found = await postgres.find(ctx, { ...asked, after: null, first: rank + asked.first }, wanted);
    return { ...found, products: found.products.slice(rank), degraded: true };
  }

  return {
    server,
    find(ctx, asked, wanted) {
      const sign = rankedSign(asked);
      const wasInstead = sign !== null && asked.after !== null && signOf(asked.after) === OF_POSTGRES[sign];
      return asked.text === null || wasInstead ? postgres.find(ctx, asked, wanted) : byWords(ctx, asked, wanted);
    },
    suggest: postgres.suggest,
    async put(ctx, productKeys) {
      await postgres.put(ctx, productKeys);
      await follower.changed(ctx, productKeys);
    },
    async restock(ctx, productKeys) {
      await postgres.restock(ctx, productKeys);
      await follower.changed(ctx, productKeys);
    },
    async remove(ctx, productKeys) {
      await postgres.remove(ctx, productKeys);
      await follower.changed(ctx, productKeys);
    },
    async rebuild(ctx) {
      await postgres.rebuild(ctx);
      await follower.rebuild(ctx);
    },
    refresh: postgres.refresh,
    follow: (ctx) => follower.follow(ctx),
    check: (ctx) => follower.check(ctx),
  };
}

/** Gives up waiting after the time that a search may take; PostgreSQL then has the rest of half a second. */
async function inTime<Result>(work: () => Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${SEARCH_TIMEOUT} ms`)), SEARCH_TIMEOUT);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}
