import { SYSTEM } from '../api/platform/context.ts';
import { inTransaction } from '../api/platform/database/transaction.ts';
import { reindexAll } from '../api/search/index.ts';
import { isEmptyMarket, loadMarket } from '../seeds/load/load-market.ts';
import { noteFinished, unfinishedSeed } from '../seeds/load/unfinished-seed.ts';
import { generateMarket } from '../seeds/market.ts';
import type { BenchMarket } from './market.ts';
import { openMarketApp } from './market-app.ts';
import { COUNT_WORDS } from './search/market-words.ts';

/** What a market is filled with. */
interface Filling extends Pick<BenchMarket, 'url' | 'dataDir' | 'admin'> {
  readonly products: number;
  readonly isReindexed: boolean;
}

/** Makes a market what it has to be; each step is done once and noted, so that a large one is not made again for nothing. */
export async function fillMarket({ url, dataDir, admin, products, isReindexed }: Filling): Promise<void> {
  await admin.query('create schema if not exists bench');
  await admin.query('create table if not exists bench.step (name text primary key)');
  const once = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    const done = await admin.query('select from bench.step where name = $1', [name]);
    if (done.rowCount !== 0) return;
    const began = performance.now();
    await work();
    await admin.query('insert into bench.step values ($1)', [name]);
    process.stdout.write(`${name}: ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
  };
  const app = await openMarketApp(url, dataDir);
  try {
    const ctx = app.contextFor({ actor: SYSTEM });
    await once(`${products} products entered`, async () => {
      if (!(await isEmptyMarket(ctx)) && !(await unfinishedSeed(ctx)))
        throw new Error(`${dataDir} holds another market; name another folder`);
      await loadMarket(ctx, generateMarket({ seed: 1, products }), {
        communitySiteUrl: 'http://127.0.0.1:9/',
        withoutPictures: true,
      });
      await inTransaction(ctx, noteFinished);
    });
    await once('aged', () => admin.query(`begin; ${PHOTOS}; ${SOLD}; commit`));
    await once('words counted', () => admin.query(`begin; ${COUNT_WORDS}; commit`));
    if (isReindexed) await admin.query(`delete from bench.step where name = 'indexed'`);
    await once('indexed', async () => {
      await reindexAll(ctx);
      await admin.query('vacuum (freeze, analyze)');
    });
  } finally {
    await app.close();
  }
}

/** One to three photos a product, without the files: no picture is asked for, but every card names its pictures. */
const PHOTOS = `
  insert into photo (id, product_id, hash, width, height, alt, position)
  select gen_random_uuid(), p.id, encode(sha256((p.id::text || n)::bytea), 'hex'), 1200, 1200, p.title, n
    from product p cross join lateral generate_series(0, abs(hashtext(p.id::text)) % 3) as n`;

/** Sales as a market of some age has them: few goods sell often. */
const SOLD = `
  update product set sold_count = (2000 / (1 + abs(hashtext(id::text || 'sold')) % 1000))`;
