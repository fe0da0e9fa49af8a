import 'reflect-metadata';
import { flushCompileCache } from 'node:module';
import { setTimeout } from 'node:timers/promises';
import closeWithGrace from 'close-with-grace';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { App } from './app.ts';
import { loadDecoder } from './catalog/index.ts';
import { type Config, readConfig } from './config.ts';
import { openMarket } from './open-market.ts';
import { loadPapers } from './pages/index.ts';
import { createLog } from './platform/http/log.ts';
import { letCompilersEnd } from './platform/let-compilers-end.ts';
import { armMarkedPoints } from './platform/marked-point.ts';
import { StartError } from './platform/start-error.ts';
import { prepareMarket } from './prepare-market.ts';

/** What was started, to be stopped in reverse order. */
const started: (() => Promise<unknown>)[] = [];
let web: FastifyInstance | null = null;

async function stopAll(log: Logger | null): Promise<void> {
  for (const stop of started.splice(0).reverse()) {
    await stop().catch((error: unknown) => log?.error({ err: error }, 'a part did not stop cleanly'));
  }
}

async function start(): Promise<void> {
  const config = readConfig();
  const log = createLog(config.logLevel);
  closeWithGrace({ delay: 10_000, logger: false }, async ({ err, signal }) => {
    if (err) log.fatal({ err }, 'the program ends because of a fault');
    // So a restart behind a load balancer ends it; whoever presses Ctrl-C does not want to wait.
    if (signal === 'SIGTERM') await web?.drain();
    await stopAll(log);
    await letCompilersEnd();
  });
  const app = await openMarket(config, log, started);
  armMarkedPoints(config.crashAt);
  await prepareMarket(app, (sentence) => process.stdout.write(`${sentence}\n`));
  if (config.role !== 'worker') {
    const server = await listen(app, config);
    web = server;
    started.push(() => server.close());
  }
  // After the web server: the demo's stand-ins for the providers, which jobs call, are served by that.
  if (config.role !== 'web') {
    const worker = await app.startWorker();
    started.push(() => worker.stop());
  }
  process.stdout.write(`Berjubel: ${config.role === 'worker' ? 'worker' : config.publicUrl}\n`);
  if (config.role !== 'worker') void loadTheRest(log);
}

/** Loads what the first picture or paper would have to wait for, and keeps for the next start what Node has compiled, also when this one is killed. */
async function loadTheRest(log: Logger): Promise<void> {
  await Promise.all([loadDecoder(), loadPapers()]).catch((error: unknown) => {
    log.error({ err: error }, 'a library could not be loaded: pictures or papers cannot be made');
  });
  flushCompileCache();
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

try {
  await start();
} catch (error) {
  const isTold = error instanceof StartError;
  if (isTold) process.stderr.write(`${error.message}\n`);
  // Whatever does not come to its end, or waits for nothing any more, must not decide with which code this start ends.
  await Promise.race([stopAll(null), setTimeout(10_000)]);
  if (!isTold) throw error;
  await letCompilersEnd();
  process.exit(1);
}
