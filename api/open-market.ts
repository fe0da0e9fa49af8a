import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { type App, openApp } from './app.ts';
import type { Config } from './config.ts';
import { migrateMarket } from './migrate.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { systemClock } from './platform/clock.ts';
import { startEmbeddedPostgres } from './platform/database/embedded-postgres.ts';
import { assertMigrated } from './platform/database/migrate.ts';
import { assertUsableServer } from './platform/database/usable-server.ts';
import { newToken } from './platform/secrets.ts';
import { StartError } from './platform/start-error.ts';
import { openSimulators } from './simulators.ts';

/** Ends a part that was started. */
export type Stop = () => Promise<unknown>;

/**
 * The marketplace on the database of the configuration, which is started and brought up to date where that is ours to do. What
 * was started is put into `started`, to be stopped in reverse order, also when this throws. Nothing runs yet.
 */
export async function openMarket(config: Config, log: Logger, started: Stop[]): Promise<App> {
  const urls = await openDatabase(config, log, started);
  if (urls.owner) await migrateMarket(urls.owner, new URL(urls.app).username);
  else await assertMigrated(urls.app, MIGRATIONS);
  const simulators = await openSimulators(config, systemClock);
  const app = await openApp({
    config,
    databaseUrl: urls.app,
    clock: systemClock,
    log,
    secret: await masterSecret(config),
    providers: simulators.providers,
    simulators,
  });
  started.push(() => app.close());
  return app;
}

async function openDatabase(
  config: Config,
  log: Logger,
  started: Stop[],
): Promise<{ app: string; owner: string | null }> {
  if (config.databaseUrl) {
    await assertUsableServer(config.databaseUrl, 'DATABASE_URL');
    if (config.migrationDatabaseUrl) await assertUsableServer(config.migrationDatabaseUrl, 'MIGRATION_DATABASE_URL');
    return { app: config.databaseUrl, owner: config.migrationDatabaseUrl };
  }
  const server = await startEmbeddedPostgres({ dataDir: config.dataDir, log });
  started.push(() => server.stop());
  await server.createDatabase('berjubel');
  return { app: server.appUrl('berjubel'), owner: server.ownerUrl('berjubel') };
}

/** The installation's secret: set, or made once and kept beside the data. */
async function masterSecret(config: Config): Promise<string> {
  if (config.secret) return config.secret;
  const file = join(config.dataDir, 'secret');
  await mkdir(config.dataDir, { recursive: true });
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw new StartError(`DATA_DIR: ${file} cannot be read`);
  }
  const secret = newToken();
  await writeFile(file, `${secret}\n`, { mode: 0o600, flag: 'wx' });
  return secret;
}
