import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { migrateMarket } from '../api/migrate.ts';
import { SYSTEM } from '../api/platform/context.ts';
import { startEmbeddedPostgres } from '../api/platform/database/embedded-postgres.ts';
import { createLog } from '../api/platform/http/log.ts';
import { reindexAll } from '../api/search/index.ts';
import { isEmptyMarket, loadMarket } from '../seeds/load/load-market.ts';
import { generateMarket } from '../seeds/market.ts';
import { openMarketApp } from './market-app.ts';

/** Products of the measured market. */
export const PRODUCTS = 10_000;

/** The measured market: a PostgreSQL of its own, on a disk, with fsync. */
export interface BenchMarket {
  readonly dataDir: string;
  /** The database as the application's role. */
  readonly url: string;
  /** As superuser, to prepare and to look. */
  readonly admin: pg.Client;
  close(): Promise<void>;
}

/** Opens the market in a folder, filling it the first time; without a folder in a temporary one, which is removed afterwards. */
export async function openBenchMarket(folder: string | null): Promise<BenchMarket> {
  const temporary = folder === null ? await newFolder() : null;
  const dataDir = resolve(folder ?? join(temporary ?? '', 'data'));
  const server = await startEmbeddedPostgres({ dataDir, log: createLog('warn'), durable: true });
  await server.createDatabase('bench');
  await migrateMarket(server.ownerUrl('bench'));
  const admin = new pg.Client({ connectionString: server.superuserUrl('bench') });
  await admin.connect();
  const market = { dataDir, url: server.appUrl('bench'), admin };
  await fillOnce(market);
  return {
    ...market,
    async close() {
      await admin.end();
      await server.stop();
      if (temporary) await rm(temporary, { recursive: true, force: true });
    },
  };
}

/** A new folder for data; under root PostgreSQL runs as another account, which must get through. */
async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'berjubel-bench-'));
  await chmod(folder, 0o711);
  return folder;
}

async function fillOnce({ url, dataDir, admin }: Pick<BenchMarket, 'url' | 'dataDir' | 'admin'>): Promise<void> {
  const app = await openMarketApp(url, dataDir);
  try {
    const ctx = app.contextFor({ actor: SYSTEM });
    if (!(await isEmptyMarket(ctx))) return;
    await loadMarket(ctx, generateMarket({ seed: 1, products: PRODUCTS }), {
      communitySiteUrl: 'http://127.0.0.1:9/',
      withoutPictures: true,
    });
    await admin.query(PHOTOS);
    await admin.query(SOLD);
    await reindexAll(ctx);
    await admin.query('vacuum (freeze, analyze)');
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
