import 'reflect-metadata';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { resolveActor } from './accounts/index.ts';
import type { Config } from './config.ts';
import { DOMAINS, ENTITIES } from './domains.ts';
import type { Clock } from './platform/clock.ts';
import { type Actor, type Context, type CookieJar, type Language, type Ports, SYSTEM } from './platform/context.ts';
import { openOrm } from './platform/database/orm.ts';
import { createPool } from './platform/database/pool.ts';
import { poolReader } from './platform/database/reader.ts';
import { liveEvents } from './platform/graphql/live.ts';
import { languageOfRequest } from './platform/http/language.ts';
import { isFromOtherSite } from './platform/http/other-sites.ts';
import { eventRegistry } from './platform/jobs/events.ts';
import { type RunningWorker, runDueJobs, startWorker, type WorkerOptions } from './platform/jobs/worker.ts';
import { openPorts, type Providers } from './ports.ts';
import { SearchTally } from './search/index.ts';
import type { Simulators } from './simulators.ts';
import { openWeb } from './web.ts';

/** What one process of the marketplace is made of. */
export interface AppOptions {
  readonly config: Config;
  /** The database as the application's role. */
  readonly databaseUrl: string;
  readonly clock: Clock;
  readonly log: Logger;
  /** Master secret of the installation, at least 32 characters. */
  readonly secret: string;
  readonly providers: Providers;
  /** Serves the stand-ins of the providers beside the marketplace, null where they run elsewhere or not at all. */
  readonly simulators: Simulators | null;
}

/** Part of a context that differs from call to call. */
export interface Caller {
  readonly actor: Actor;
  readonly language?: Language;
  readonly requestId?: string;
  readonly remoteAddress?: string | null;
  readonly cookies?: CookieJar | null;
}

/** The marketplace in this process: everything is wired here, nothing runs until asked. */
export interface App {
  readonly options: AppOptions;
  /** A fresh context, for one request or one job. */
  contextFor(caller: Caller): Context;
  /** The context of an HTTP request: who it is by its cookies or token, in which language. */
  contextOf(request: FastifyRequest, reply: FastifyReply): Promise<Context>;
  /** The web server, not yet listening. Closing it is the caller's. */
  openWeb(): Promise<FastifyInstance>;
  /** Starts doing jobs and timers. */
  startWorker(options?: Pick<WorkerOptions, 'pollSeconds'>): Promise<RunningWorker>;
  /** Does the jobs that are due now, and returns; the repeating ones are named by `repeating`. */
  runDueJobs(): Promise<void>;
  /** Runs every repeating job once, as its cron line would. */
  runRepeatingJobs(): Promise<void>;
  /** Whether the database answers; throws when not. */
  checkDatabase(): Promise<void>;
  close(): Promise<void>;
}

/** Opens connections and wires configuration, database, providers, domains and jobs. */
export async function openApp(options: AppOptions): Promise<App> {
  const { config, databaseUrl, clock, log } = options;
  // First, because a wrong address or key is refused here, when nothing is open yet.
  const outside = await openPorts(options);
  const orm = await openOrm({ url: databaseUrl, entities: ENTITIES, connections: config.databaseConnections });
  const readPool = createPool({
    url: databaseUrl,
    applicationName: 'berjubel-read',
    max: config.databaseConnections,
    pipeline: true,
    prefersIndexes: true,
    log,
  });
  const jobPool = createPool({ url: databaseUrl, applicationName: 'berjubel-jobs', max: 8, log });
  const read = poolReader(readPool);
  const jobs = DOMAINS.flatMap((domain) => domain.jobs);
  const events = eventRegistry(
    DOMAINS.flatMap((domain) => domain.listeners),
    jobs,
  );
  const live = liveEvents(databaseUrl, log);
  const searchTally = new SearchTally(() => contextFor({ actor: SYSTEM }));
  const ports: Ports = { ...outside, events, live, searchTally };

  const contextFor = ({
    actor,
    language = 'id',
    requestId = 'job',
    remoteAddress = null,
    cookies = null,
  }: Caller): Context => {
    let em: Context['em'] | null = null;
    return {
      ...ports,
      // Visitors' reads need no unit of work; it is made when first asked for.
      get em() {
        em ??= orm.em.fork();
        return em;
      },
      read,
      actor,
      language,
      clock,
      log,
      requestId,
      remoteAddress,
      cookies,
      loaders: new Map(),
    };
  };
  const work: WorkerOptions = { pool: jobPool, jobs, contextForJob: () => contextFor({ actor: SYSTEM }), log };

  const app: App = {
    options,
    contextFor,
    async contextOf(request, reply) {
      const actor = await resolveActor(credentialsOf(request, config.publicUrl), read, clock);
      return contextFor({
        actor,
        language: languageOfRequest(request),
        requestId: request.id,
        remoteAddress: request.ip,
        // Clients that keep no cookies get their tokens in the answers instead.
        cookies: keepsNoCookies(request) ? null : cookieJar(reply, config.publicUrl.startsWith('https:')),
      });
    },
    openWeb: () => openWeb(app),
    startWorker: (more) => startWorker({ ...work, ...more }),
    runDueJobs: () => runDueJobs(work),
    async runRepeatingJobs() {
      for (const job of jobs) if (job.cron) await job.run({} as never, work.contextForJob());
    },
    async checkDatabase() {
      await read.rows('select 1');
    },
    async close() {
      await live.close();
      await outside.search.close();
      await searchTally.flush();
      await Promise.all([orm.close(true), readPool.end(), jobPool.end()]);
    },
  };
  return app;
}

/** Programs and widgets: a widget's page is another site, where our cookies do not live. */
function keepsNoCookies({ headers }: FastifyRequest): boolean {
  return (
    headers['x-client'] === 'api' || headers['x-client'] === 'widget' || headers['x-publishable-key'] !== undefined
  );
}

function credentialsOf(request: FastifyRequest, publicUrl: string): Parameters<typeof resolveActor>[0] {
  const cartHeader = request.headers['x-cart-token'];
  const cookies = isFromOtherSite(request, publicUrl) ? {} : request.cookies;
  return {
    deviceToken: cookies.berjubel_device ?? null,
    cartToken: (typeof cartHeader === 'string' ? cartHeader : null) ?? cookies.berjubel_cart ?? null,
    bearer: /^Bearer ([\w-]{1,200})$/.exec(request.headers.authorization ?? '')?.[1] ?? null,
  };
}

function cookieJar(reply: FastifyReply, secure: boolean): CookieJar {
  const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  return {
    set: (name, value, maxAge) => void reply.setCookie(name, value, { ...attributes, maxAge }),
    clear: (name) => void reply.clearCookie(name, attributes),
  };
}
