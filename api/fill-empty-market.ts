import { seedTerms } from '../seeds/generate/vocabulary.ts';
import { finishMarket, loadGround, loadMarket } from '../seeds/load/load-market.ts';
import { loadSearches } from '../seeds/load/load-searches.ts';
import { generateMarket } from '../seeds/market.ts';
import { communitySiteUrl, DEMO_SEED } from './demo-market.ts';
import type { Context } from './platform/context.ts';
import { inTransaction } from './platform/database/transaction.ts';
import { enterFirstTerms } from './search/index.ts';

export { finishMarket };

/** Products of the demo market. */
const DEMO_PRODUCTS = 1500;

/** Fills an empty database with the demo market, and tells how far it came. */
export async function fillWithDemo(ctx: Context, port: number, tell: (sentence: string) => void): Promise<void> {
  let told = -1;
  const tellTenth = (tenth: number): void => {
    if (tenth === told) return;
    told = tenth;
    tell(`Filling the demo market of Depok: ${tenth * 10} %`);
  };
  await loadMarket(ctx, generateMarket({ seed: DEMO_SEED, products: DEMO_PRODUCTS }), {
    communitySiteUrl: communitySiteUrl(port),
    onPictures: (done, of) => tellTenth(Math.floor((done / of) * 8)), // they take most of the time
  });
  tellTenth(9);
  await finishMarket(ctx);
  await loadSearches(ctx);
  tellTenth(10);
}

/** Fills an empty database with districts and categories alone. */
export async function fillGround(ctx: Context): Promise<void> {
  await loadGround(ctx, generateMarket({ seed: DEMO_SEED, products: 0 }));
}

/** Gives a market that never had a vocabulary the first one. */
export async function fillVocabulary(ctx: Context): Promise<void> {
  await inTransaction(ctx, (tx) => enterFirstTerms(tx, seedTerms()));
}
