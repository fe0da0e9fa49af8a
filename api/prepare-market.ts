import { moveDemoSite } from '../seeds/load/demo-site.ts';
import { isEmptyMarket } from '../seeds/load/is-empty-market.ts';
import { unfinishedSeed } from '../seeds/load/unfinished-seed.ts';
import type { App } from './app.ts';
import { communitySiteUrl } from './demo-market.ts';
import { type Context, SYSTEM } from './platform/context.ts';
import { inTransaction } from './platform/database/transaction.ts';
import { StartError } from './platform/start-error.ts';
import { hasVocabulary } from './search/index.ts';

/** What fills a market. Most starts need none of it, and come up sooner without. */
const filling = () => import('./fill-empty-market.ts');

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
    if (!(await hasVocabulary(ctx))) await (await filling()).fillVocabulary(ctx);
    if (config.isDemo) await inTransaction(ctx, (tx) => moveDemoSite(tx, communitySiteUrl(config.port)));
    return;
  }
  if (config.seed === 'none') return prepareGround(ctx);
  await (await filling()).fillWithDemo(ctx, config.port, tell);
}

async function finishFilling(ctx: Context): Promise<void> {
  const unfinished = await unfinishedSeed(ctx);
  if (!unfinished) return;
  const { seed, products, entered, hasPictures } = unfinished;
  if (entered < products)
    throw new StartError(
      `npm run seed was stopped here after ${entered} of ${products} products. It goes on with: npm run seed -- --products ${products} --seed ${seed}${hasPictures ? '' : ' --without-pictures'}; or set another DATA_DIR or DATABASE_URL.`,
    );
  await (await filling()).finishMarket(ctx);
}

/** Gives an empty database the districts and categories that every market of Depok has; changes nothing in another. */
export async function prepareGround(ctx: Context): Promise<void> {
  const { fillGround } = await filling(); // first, so that nobody else fills it after the look
  if (await isEmptyMarket(ctx)) await fillGround(ctx);
}
