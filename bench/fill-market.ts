import { type Context, SYSTEM } from '../api/platform/context.ts';
import { inTransaction } from '../api/platform/database/transaction.ts';
import { enterTerms } from '../api/search/index.ts';
import { seedTerms } from '../seeds/generate/vocabulary.ts';
import { isEmptyMarket } from '../seeds/load/is-empty-market.ts';
import { finishMarket, loadMarket } from '../seeds/load/load-market.ts';
import { unfinishedSeed } from '../seeds/load/unfinished-seed.ts';
import { generateMarket } from '../seeds/market.ts';
import type { BenchMarket } from './market.ts';
import { type EngineName, openMarketApp } from './market-app.ts';
import { COUNT_WORDS } from './search/market-words.ts';

/** What a market is filled with. */
interface Filling extends Pick<BenchMarket, 'url' | 'dataDir' | 'admin'> {
  readonly products: number;
  /** Whether the catalogue was carried over from another layout of the tables, without the search. */
  readonly isCarried: boolean;
  readonly isReindexed: boolean;
  readonly engine: EngineName;
}

/** The steps in their order, as the database notes them. */
type Step = 'entered' | 'aged' | 'counted' | 'indexed' | 'handed to Meilisearch';

/**
 * Makes a market what it has to be. Each step is done once and noted, so that a large one is not made again for nothing, and goes on
 * where it was stopped.
 */
export async function fillMarket(filling: Filling): Promise<void> {
  const app = await openMarketApp(filling.url, filling.dataDir, filling.engine);
  try {
    await fill(filling, app.contextFor({ actor: SYSTEM }));
  } finally {
    await app.close();
  }
}

async function fill(filling: Filling, ctx: Context): Promise<void> {
  const { dataDir, admin, products, isCarried, isReindexed, engine } = filling;
  await admin.query('create schema if not exists bench');
  await admin.query('create table if not exists bench.step (name text primary key)');
  if (isCarried)
    await admin.query(
      `insert into bench.step select 'entered' where (select count(*) from product) = $1
       union all select 'aged' where exists (select from photo)`,
      [products],
    );
  if (isReindexed) await admin.query(`delete from bench.step where name = 'indexed'`);
  const once = async (name: Step, work: () => Promise<unknown>): Promise<void> => {
    const done = await admin.query('select from bench.step where name = $1', [name]);
    if (done.rowCount !== 0) return;
    const began = performance.now();
    await work();
    await admin.query('insert into bench.step values ($1)', [name]);
    process.stdout.write(`${products} products ${name}: ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
  };
  await once('entered', async () => {
    const unfinished = await unfinishedSeed(ctx);
    if (unfinished ? unfinished.products !== products : !(await isEmptyMarket(ctx)))
      throw new Error(`${dataDir} holds another market; name another folder`);
    await loadMarket(ctx, generateMarket({ seed: 1, products }), {
      communitySiteUrl: 'http://127.0.0.1:9/',
      withoutPictures: true,
    });
  });
  await once('aged', () => admin.query(`begin; ${PHOTOS}; ${SOLD}; commit`));
  await once('counted', () => admin.query(`begin; ${COUNT_WORDS}; commit`));
  await once('indexed', async () => {
    await admin.query(`delete from bench.step where name = 'handed to Meilisearch'`);
    await inTransaction(ctx, (tx) => enterTerms(tx, seedTerms()));
    await finishMarket(ctx);
    await admin.query('vacuum (freeze, analyze)');
  });
  if (engine === 'meilisearch')
    await once('handed to Meilisearch', async () => {
      await ctx.search.follow(ctx);
      await ctx.search.check(ctx); // an index of an earlier filling may have been there
    });
}

/** One to three photos a product, without the files: no picture is asked for, but every card names its pictures. */
const PHOTOS = `
  insert into photo (id, product_id, hash, width, height, alt, position)
  select gen_random_uuid(), p.id, encode(sha256((p.id::text || n)::bytea), 'hex'), 1200, 1200, p.title, n
    from product p cross join lateral generate_series(0, abs(hashtext(p.id::text)) % 3) as n`;

/** Sales as a market of some age has them: few goods sell often. */
const SOLD = `
  update product set sold_count = (2000 / (1 + abs(hashtext(id::text || 'sold')) % 1000))`;
