import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../api/platform/database/embedded-postgres.ts';
import { createLog } from '../api/platform/http/log.ts';
import { fillMarket } from './fill-market.ts';
import type { EngineName } from './market-app.ts';
import { onPresentLayout } from './present-layout.ts';

/** The measured market: a PostgreSQL of its own, on a disk, with fsync. */
export interface BenchMarket {
  readonly dataDir: string;
  /** The database as the application's role. */
  readonly url: string;
  /** As superuser, to prepare and to look. */
  readonly admin: pg.Client;
  close(): Promise<void>;
}

/** Which market is measured. */
export interface BenchMarketOptions {
  /** Kept there, and filled only the first time; null for a temporary folder, which is removed afterwards. */
  readonly folder: string | null;
  readonly products: number;
  /** Makes the search documents anew although they are there. */
  readonly isReindexed?: boolean;
  /** PostgreSQL when left out; Meilisearch gets the documents as well. */
  readonly engine?: EngineName;
}

/** Opens a market, filled and findable. */
export async function openBenchMarket(options: BenchMarketOptions): Promise<BenchMarket> {
  const { folder, products, isReindexed = false, engine = 'postgres' } = options;
  const temporary = folder === null ? await newFolder() : null;
  const dataDir = resolve(folder ?? join(temporary ?? '', 'data'));
  const server = await startEmbeddedPostgres({ dataDir, log: createLog('warn'), durable: true });
  const isCarried = await onPresentLayout(server, 'bench');
  const admin = new pg.Client({ connectionString: server.superuserUrl('bench') });
  await admin.connect();
  const market = { dataDir, url: server.appUrl('bench'), admin };
  const close = async (): Promise<void> => {
    await admin.end();
    await server.stop();
    if (temporary) await rm(temporary, { recursive: true, force: true });
  };
  try {
    await fillMarket({ ...market, products, isCarried, isReindexed, engine });
  } catch (error) {
    await close();
    throw error;
  }
  return { ...market, close };
}

/** A new folder for data; under root PostgreSQL runs as another account, which must get through. */
async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'berjubel-bench-'));
  await chmod(folder, 0o711);
  return folder;
}
