import { seedTerms } from '../seeds/generate/vocabulary.ts';
import { finishMarket, isEmptyMarket, loadGround, loadMarket } from '../seeds/load/load-market.ts';
import { moveDemoSite } from '../seeds/load/load-people.ts';
import { loadSearches } from '../seeds/load/load-searches.ts';
import { unfinishedSeed } from '../seeds/load/unfinished-seed.ts';
import { generateMarket } from '../seeds/market.ts';
import type { App } from './app.ts';
import { type Context, SYSTEM } from './platform/context.ts';
import { inTransaction } from './platform/database/transaction.ts';
import { StartError } from './platform/start-error.ts';
import { enterFirstTerms } from './search/index.ts';

/** Products of the demo market, and the number from which all of it follows. */
const DEMO_PRODUCTS = 1500;
export const DEMO_SEED = 1;

/** Where the demo's community site is reached: by another host name than the market, so that its cookies are third-party. */
export function communitySiteUrl(port: number): string {
  return `http://127.0.0.1:${port}/situs-demo/`;
}

/**
 * Fills an empty database: with the demo market, or with districts and categories alone. A market that is there but was not yet
 * made findable, because the program was killed in between, is made so; one of which only a part is there stops the start. One that never
 * had a vocabulary gets that.
 */
export async function prepareMarket(app: App, tell: (sentence: string) => void): Promise<void> {
  const { config } = app.options;
  const ctx = app.contextFor({ actor: SYSTEM });
  if (!(await isEmptyMarket(ctx))) {
    await finishFilling(ctx);
    await inTransaction(ctx, (tx) => enterFirstTerms(tx, seedTerms()));
    if (config.isDemo) await inTransaction(ctx, (tx) => moveDemoSite(tx, communitySiteUrl(config.port)));
    return;
  }
  if (config.seed === 'none') return prepareGround(ctx);
  let told = -1;
  const tellTenth = (tenth: number): void => {
    if (tenth === told) return;
    told = tenth;
    tell(`Filling the demo market of Depok: ${tenth * 10} %`);
  };
  await loadMarket(ctx, generateMarket({ seed: DEMO_SEED, products: DEMO_PRODUCTS }), {
    communitySiteUrl: communitySiteUrl(config.port),
    onPictures: (done, of) => tellTenth(Math.floor((done / of) * 8)), // they take most of the time
  });
  tellTenth(9);
  await finishMarket(ctx);
  await loadSearches(ctx);
  tellTenth(10);
}

async function finishFilling(ctx: Context): Promise<void> {
  const unfinished = await unfinishedSeed(ctx);
  if (!unfinished) return;
  const { seed, products, entered, hasPictures } = unfinished;
  if (entered < products)
    throw new StartError(
      `npm run seed was stopped here after ${entered} of ${products} products. It goes on with: npm run seed -- --products ${products} --seed ${seed}${hasPictures ? '' : ' --without-pictures'}; or set another DATA_DIR or DATABASE_URL.`,
    );
  await finishMarket(ctx);
}

/** Gives an empty database the districts and categories that every market of Depok has; changes nothing in another. */
export async function prepareGround(ctx: Context): Promise<void> {
  if (await isEmptyMarket(ctx)) await loadGround(ctx, generateMarket({ seed: DEMO_SEED, products: 0 }));
}
