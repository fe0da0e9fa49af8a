import 'reflect-metadata';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import closeWithGrace from 'close-with-grace';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { type App, openApp } from './app.ts';
import { type Config, readConfig } from './config.ts';
import { migrateMarket } from './migrate.ts';
import { systemClock } from './platform/clock.ts';
import { startEmbeddedPostgres } from './platform/database/embedded-postgres.ts';
import { assertMigrated } from './platform/database/migrate.ts';
import { assertUsableServer } from './platform/database/usable-server.ts';
import { createLog } from './platform/http/log.ts';
import { newToken } from './platform/secrets.ts';
import { StartError } from './platform/start-error.ts';
import { prepareMarket } from './prepare-market.ts';
import { openSimulators } from './simulators.ts';

/** What was started, to be stopped in reverse order. */
const started: (() => Promise<unknown>)[] = [];

async function stopAll(log: Logger | null): Promise<void> {
  for (const stop of started.splice(0).reverse()) {
    await stop().catch((error: unknown) => log?.error({ err: error }, 'a part did not stop cleanly'));
  }
}

async function start(): Promise<void> {
  const config = readConfig();
  const log = createLog(config.logLevel);
  closeWithGrace({ delay: 10_000, logger: false }, async ({ err }) => {
    if (err) log.fatal({ err }, 'the program ends because of a fault');
    await stopAll(log);
  });
  const urls = await openDatabase(config, log);
  if (urls.owner) await migrateMarket(urls.owner, new URL(urls.app).username);
  else await assertMigrated(urls.app);
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
  await prepareMarket(app, (sentence) => process.stdout.write(`${sentence}\n`));
  if (config.role !== 'worker') {
    const server = await listen(app, config);
    started.push(() => server.close());
  }
  // After the web server: the demo's stand-ins for the providers, which jobs call, are served by that.
  if (config.role !== 'web') {
    const worker = await app.startWorker();
    started.push(() => worker.stop());
  }
  process.stdout.write(`Berjubel: ${config.role === 'worker' ? 'worker' : config.publicUrl}\n`);
}

async function openDatabase(config: Config, log: Logger): Promise<{ app: string; owner: string | null }> {
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

async function listen(app: App, config: Config): Promise<FastifyInstance> {
  const server = await app.openWeb();
  try {
    await server.listen({ host: config.host, port: config.port });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EADDRINUSE')
      throw new StartError(`PORT: ${config.port} is taken by another program; set another one`);
    if (code === 'EACCES') throw new StartError(`PORT: ${config.port} needs rights this account does not have`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new StartError(`HOST: ${config.host} is not an address of this machine`);
    throw error;
  }
  return server;
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

try {
  await start();
} catch (error) {
  await stopAll(null);
  if (!(error instanceof StartError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
