import { GraphQLError } from 'graphql';
import type { Context } from '../../platform/context.ts';
import { HeldVocabulary } from '../held-vocabulary.ts';
import { checkDocuments } from '../postgres/check-documents.ts';
import { postgresSearch } from '../postgres/engine.ts';
import type { HitsCut } from '../postgres/kept.ts';
import type { FoundProducts, PartsWanted, ProductSearch, ProductsAsked } from '../product-search.ts';
import { ProductSort } from '../product-sort.ts';
import { CircuitBreaker } from './breaker.ts';
import { findByWords, type Prepared, prepare } from './find-products.ts';
import { IndexFollower } from './follower.ts';
import { MeilisearchServer, type MeilisearchSettings, SEARCH_TIMEOUT } from './server.ts';

/** Milliseconds for which an index that was seen to be behind is taken to be so still, for answers that are kept. */
const BEHIND_FOR = 2_000;

/** How PostgreSQL cuts hits of words in Meilisearch's place: a smaller market it answers whole within half a second. See the outage in docs/operators.md. */
const STAND_IN_CUT = { fromProducts: 250_000, mostHits: 4_000 };

/** Product search by Meilisearch for words, by PostgreSQL for browsing and whenever Meilisearch is in trouble. */
export function meilisearchSearch(
  settings: MeilisearchSettings,
  cut: HitsCut = STAND_IN_CUT,
): ProductSearch & { readonly server: MeilisearchServer } {
  const server = new MeilisearchServer(settings);
  const follower = new IndexFollower(server);
  const breaker = new CircuitBreaker();
  const vocabulary = new HeldVocabulary();
  const postgres = postgresSearch(vocabulary, cut);
  const milliseconds = (ctx: Context): number => ctx.clock.now().getTime();
  let behindAt = Number.NEGATIVE_INFINITY;
  const isMakeshift = (ctx: Context): boolean =>
    breaker.isResting(milliseconds(ctx)) || milliseconds(ctx) - behindAt < BEHIND_FOR;

  async function byWords(ctx: Context, asked: ProductsAsked, wanted: PartsWanted): Promise<FoundProducts> {
    if (!breaker.allows(milliseconds(ctx))) return instead(ctx, asked, wanted);
    const isTrial = breaker.isOpen;
    // The vocabulary and what is in force are not in the time that Meilisearch has: reading them anew is no trouble of the index.
    const prepared = await prepare(ctx, vocabulary, asked);
    if (prepared.isBehind) {
      behindAt = milliseconds(ctx);
      follower.catchUp(ctx);
      return instead(ctx, asked, wanted);
    }
    const answer = ask(ctx, asked, wanted, prepared);
    if (!isTrial) return (await answer) ?? instead(ctx, asked, wanted);
    // Given up, it is tried aside: nobody waits for a server that hangs. What the caller can mend is said by PostgreSQL as well.
    answer.catch(() => {});
    return instead(ctx, asked, wanted);
  }

  /** Meilisearch's answer in the time that it has; null when it is in trouble. */
  async function ask(
    ctx: Context,
    asked: ProductsAsked,
    wanted: PartsWanted,
    prepared: Prepared,
  ): Promise<FoundProducts | null> {
    try {
      const found = await inTime(async () =>
        findByWords(ctx, { client: await server.searcher(), indexUid: server.products }, asked, wanted, prepared),
      );
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
      return null;
    }
  }

  /** PostgreSQL's answer in place of Meilisearch's; both have the same cursors. It may be given again while Meilisearch is left alone or behind. */
  async function instead(ctx: Context, asked: ProductsAsked, wanted: PartsWanted): Promise<FoundProducts> {
    return { ...(await postgres.find(ctx, asked, wanted)), degraded: true, isMakeshift };
  }

  async function put(ctx: Context, productKeys: readonly string[]): Promise<void> {
    await postgres.put(ctx, productKeys);
    await follower.changed(ctx, productKeys);
  }

  return {
    server,
    find: (ctx, asked, wanted) =>
      isOfPostgres(asked) ? postgres.find(ctx, asked, wanted) : byWords(ctx, asked, wanted),
    suggest: postgres.suggest,
    put,
    async restock(ctx, productKeys) {
      await postgres.restock(ctx, productKeys);
      await follower.changed(ctx, productKeys);
    },
    async remove(ctx, productKeys) {
      await postgres.remove(ctx, productKeys);
      await follower.changed(ctx, productKeys);
    },
    async rebuild(ctx, onProgress = () => {}) {
      // Of each product PostgreSQL's document is one half of the work, the index's the other; the index knows only those on sale.
      let all = 0;
      await postgres.rebuild(ctx, (done, of) => {
        all = of;
        onProgress(Math.floor(done / 2), of);
      });
      return follower.rebuild(ctx, (share) => onProgress(Math.floor((all * (1 + share)) / 2), all));
    },
    refresh: postgres.refresh,
    follow: (ctx) => follower.follow(ctx),
    close: () => follower.close(),
    check: async (ctx) => (await checkDocuments(ctx, put)) + (await follower.check(ctx)),
  };
}

/** Whether PostgreSQL answers in any case: browsing, and lists by distance after their first page, which have no end there. */
function isOfPostgres({ text, sort, after }: ProductsAsked): boolean {
  return text === null || (sort === ProductSort.NEAREST && after !== null);
}

/** Gives up waiting for Meilisearch after the time that it has; PostgreSQL, which told what is in force before, then has the rest of half a second. */
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
