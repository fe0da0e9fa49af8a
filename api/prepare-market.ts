import { isEmptyMarket, loadGround, loadMarket } from '../seeds/load/load-market.ts';
import { moveDemoSite } from '../seeds/load/load-people.ts';
import { loadSearches } from '../seeds/load/load-searches.ts';
import { generateMarket } from '../seeds/market.ts';
import type { App } from './app.ts';
import { type Context, SYSTEM } from './platform/context.ts';
import { inTransaction } from './platform/database/transaction.ts';
import { reindexAll } from './search/index.ts';

/** Products of the demo market, and the number from which all of it follows. */
const DEMO_PRODUCTS = 1500;
export const DEMO_SEED = 1;

/** Where the demo's community site is reached: by another host name than the market, so that its cookies are third-party. */
export function communitySiteUrl(port: number): string {
  return `http://127.0.0.1:${port}/situs-demo/`;
}

/**
 * Fills an empty database: with the demo market, or with districts and categories alone. A market whose search documents are
 * missing, because the program was killed in between, gets them.
 */
export async function prepareMarket(app: App, tell: (sentence: string) => void): Promise<void> {
  const { config } = app.options;
  const ctx = app.contextFor({ actor: SYSTEM });
  if (!(await isEmptyMarket(ctx))) {
    const [state] = await ctx.read.rows<{ unindexed: boolean }>(
      `select exists (select from product where status = 'ACTIVE') and not exists (select from search_document) as unindexed`,
    );
    if (state?.unindexed) await reindexAll(ctx);
    if (config.isDemo) await inTransaction(ctx, (tx) => moveDemoSite(tx, communitySiteUrl(config.port)));
    return;
  }
  if (config.seed === 'none') return prepareGround(ctx);
  let told = -1;
  await loadMarket(ctx, generateMarket({ seed: DEMO_SEED, products: DEMO_PRODUCTS }), {
    communitySiteUrl: communitySiteUrl(config.port),
    onProgress(done) {
      const tenth = Math.floor(done * 10);
      if (tenth === told) return;
      told = tenth;
      tell(`Filling the demo market of Depok: ${tenth * 10} %`);
    },
  });
  await loadSearches(ctx);
}

/** Gives an empty database the districts and categories that every market of Depok has; changes nothing in another. */
export async function prepareGround(ctx: Context): Promise<void> {
  if (await isEmptyMarket(ctx)) await loadGround(ctx, generateMarket({ seed: DEMO_SEED, products: 0 }));
}
