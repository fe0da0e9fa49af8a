import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { finishMarket, loadMarket } from '../../seeds/load/load-market.ts';
import { unfinishedSeed } from '../../seeds/load/unfinished-seed.ts';
import { generateMarket } from '../../seeds/market.ts';
import type { Config } from '../config.ts';
import { communitySiteUrl, DEMO_SEED } from '../demo-market.ts';
import { type Context, SYSTEM } from '../platform/context.ts';
import { StartError } from '../platform/start-error.ts';
import { runCommand } from '../run-command.ts';
import { count, progressOf } from './progress.ts';

const LARGEST = 10_000_000;
const USAGE = 'npm run seed -- --products 1 to 10000000 [--seed NUMBER] [--without-pictures]';
const OPTIONS = {
  products: { type: 'string' },
  seed: { type: 'string', default: String(DEMO_SEED) },
  'without-pictures': { type: 'boolean', default: false },
} as const;

/**
 * Fills an empty database, or one with districts and categories alone, with an invented market: `npm run seed -- --products 1000000`.
 * One seed number, one market. Stopped midway it goes on when it is run again.
 */
const asked = { products: 0, seed: DEMO_SEED, withoutPictures: false };

await runCommand({
  check(config) {
    Object.assign(asked, readArguments());
    refuseRealKeys(config);
  },
  async run(app) {
    const ctx = app.contextFor({ actor: SYSTEM });
    await refuseOtherMarkets(ctx);
    const progress = progressOf('Mengisi / filling', 'produk');
    const drawing = progressOf('Menggambar / drawing', 'gambar');
    const indexing = progressOf('Indeks / index', 'produk');
    await loadMarket(ctx, generateMarket(asked), {
      communitySiteUrl: communitySiteUrl(app.options.config.port),
      withoutPictures: asked.withoutPictures,
      onPictures: drawing.show,
      onProducts: progress.show,
    });
    await finishMarket(ctx, indexing.show);
    for (const each of [drawing, progress, indexing]) each.clear();
    process.stdout.write(`${count(asked.products)} produk / products\n`);
    return 0;
  },
});

/** Refuses the beginning of another market than was asked for; one in use is refused by what fills it. */
async function refuseOtherMarkets(ctx: Context): Promise<void> {
  const unfinished = await unfinishedSeed(ctx);
  if (!unfinished) return;
  const { products, seed, hasPictures } = unfinished;
  if (products !== asked.products || seed !== asked.seed || hasPictures === asked.withoutPictures)
    throw new StartError(
      `Another seed was stopped here and goes on with: npm run seed -- --products ${products} --seed ${seed}${hasPictures ? '' : ' --without-pictures'}. Or set another DATA_DIR or DATABASE_URL.`,
    );
}

function readArguments(): { products: number; seed: number; withoutPictures: boolean } {
  const { values, positionals } = parseArgs({ strict: false, options: OPTIONS });
  // A word that is not understood may be one that matters: a market of a million is not made otherwise than meant.
  if (positionals.length > 0 || Object.keys(values).some((name) => !Object.hasOwn(OPTIONS, name)))
    throw new StartError(USAGE);
  const number = (text: unknown): number =>
    typeof text === 'string' && /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  const products = number(values.products);
  const seed = number(values.seed);
  if (!(products >= 1 && products <= LARGEST) || Number.isNaN(seed)) throw new StartError(USAGE);
  return { products, seed, withoutPictures: values['without-pictures'] === true };
}

function refuseRealKeys({ midtrans, whatsapp }: Config): void {
  if (midtrans.environment === 'production' || whatsapp !== null)
    throw new StartError('MIDTRANS_ENV, WHATSAPP_API_URL: the seed refuses to run beside real provider keys');
}
