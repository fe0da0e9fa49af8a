import fastifyCookie from '@fastify/cookie';
import fastifyCors from '@fastify/cors';
import fastifyHelmet from '@fastify/helmet';
import fastifyUnderPressure from '@fastify/under-pressure';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyRequest, LogController } from 'fastify';
import type { Logger } from 'pino';
import { CONTENT_POLICY, DATA_HEADERS } from './content-policy.ts';
import { registerDrain } from './drain.ts';
import { type ErrorPages, registerErrorPages } from './error-pages.ts';
import { type ReadinessChecks, registerHealth } from './health.ts';
import { registerMetrics } from './metrics.ts';
import { registerOpenStreams } from './open-streams.ts';
import { keepRawBodies } from './raw-body.ts';
import { newRequestId } from './request-id.ts';
import { requestLog } from './request-log.ts';
import { registerStaticFolders, type StaticFolder } from './static-folders.ts';
import { registerUnusedConnections } from './unused-connections.ts';

declare module 'fastify' {
  interface FastifyReply {
    /** Sets the security headers of an answer that is data; for routes with `helmet: false`. */
    asData(): FastifyReply;
  }
}

/** Settings of the HTTP server; app.ts reads them from the configuration. */
export interface HttpOptions {
  /** Made by `createLog`, so that personal data and secrets are redacted. */
  readonly log: Logger;
  /** Whether the site is served over HTTPS to the public: adds HSTS and upgrades of plain links. */
  readonly secure: boolean;
  /** Proxies whose X-Forwarded-For is believed, by address or CIDR; false for none. Wrong here, and rate limits count the proxy. */
  readonly trustProxy: false | string | string[];
  /** Largest body in bytes; a route may set its own `bodyLimit`. */
  readonly bodyLimit?: number;
  /** Whether pages of this origin ('https://host[:port]') may call the API, without cookies. Never asked for our own origin. */
  readonly allowOrigin: (origin: string, request: FastifyRequest) => boolean | Promise<boolean>;
  /** What must work before requests are sent here, by name. */
  readonly checks: ReadinessChecks;
  /** Bearer token for GET /metrics from other machines; null leaves it to the loopback address. */
  readonly metricsToken: string | null;
  /** Folders of files that are served as they stand. */
  readonly staticFolders?: readonly StaticFolder[];
  /** HTML for errors and unknown addresses, made by pages; plain sentences when left out. */
  readonly errorPages?: ErrorPages;
  /** Answer 503 when the event loop lags by more than so many milliseconds; 0 never. */
  readonly largestLagMs?: number;
}

const HSTS = { maxAge: 31_536_000, includeSubDomains: false };

/** The largest body that is taken, in bytes, unless a route says otherwise. */
export const LARGEST_BODY = 100_000;

/**
 * Makes the HTTP server with its guards: request ids, redacted logs, a body limit, security headers, cookies, exact-origin
 * CORS, back-pressure, health, metrics and error pages. Routes are added by the callers; `listen` and `close` are theirs.
 */
export async function createHttpServer(options: HttpOptions): Promise<FastifyInstance> {
  const fastify = Fastify({
    loggerInstance: options.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    childLoggerFactory: (log, bindings) => requestLog(log, bindings),
    genReqId: (request) => newRequestId(request.headers),
    requestIdHeader: false,
    trustProxy: options.trustProxy,
    bodyLimit: options.bodyLimit ?? LARGEST_BODY,
    routerOptions: { maxParamLength: 300, ignoreTrailingSlash: false },
    // A slow telephone may take long over a photo, but not for ever.
    requestTimeout: 120_000,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
  });
  const hsts = options.secure ? { 'strict-transport-security': `max-age=${HSTS.maxAge}` } : {};
  const dataHeaders = { ...DATA_HEADERS, ...hsts };
  fastify.decorateReply('asData', function asData() {
    return this.headers(dataHeaders);
  });
  keepRawBodies(fastify);
  registerErrorPages(fastify, options.errorPages);
  registerDrain(fastify);
  registerOpenStreams(fastify);
  registerUnusedConnections(fastify);
  if (options.largestLagMs) {
    await fastify.register(fastifyUnderPressure, {
      maxEventLoopDelay: options.largestLagMs,
      message: 'The server is busy; try again shortly.',
      retryAfter: 5,
    });
  }
  await fastify.register(fastifyHelmet, {
    contentSecurityPolicy: { useDefaults: false, directives: CONTENT_POLICY },
    strictTransportSecurity: options.secure ? HSTS : false,
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  });
  await fastify.register(fastifyCookie);
  await fastify.register(fastifyCors, {
    delegator: (request, done) => {
      const origin = request.headers.origin;
      const settings = {
        // Widgets carry their own token: no other site's page may act with the cookies of someone signed in here.
        credentials: false,
        maxAge: 600,
        methods: ['GET', 'POST'],
        exposedHeaders: ['x-request-id', 'retry-after'],
      };
      if (!origin) return done(null, { ...settings, origin: false });
      Promise.resolve(options.allowOrigin(origin, request)).then(
        (allowed) => done(null, { ...settings, origin: allowed ? origin : false }),
        (error: Error) => done(error),
      );
    },
  });
  registerMetrics(fastify, options.metricsToken);
  registerHealth(fastify, options.checks);
  await registerStaticFolders(fastify, options.staticFolders ?? []);
  return fastify;
}
