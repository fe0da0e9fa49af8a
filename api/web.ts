import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import type { App } from './app.ts';
import { registerMedia } from './catalog/index.ts';
import { isAllowedOrigin } from './communities/index.ts';
import { ledgerFiles } from './ledger/index.ts';
import { whatsAppWebhook } from './messaging/index.ts';
import { PLACED_AT_ONCE } from './orders/index.ts';
import { errorPages } from './pages/index.ts';
import { midtransNotifications } from './payments/index.ts';
import { SYSTEM } from './platform/context.ts';
import { DEFAULT_LIMITS } from './platform/graphql/limits.ts';
import { rateLimiter } from './platform/graphql/rate-limit.ts';
import { mountGraphql } from './platform/graphql/server.ts';
import { languageOf } from './platform/http/language.ts';
import { createHttpServer } from './platform/http/server.ts';
import { PROJECT_FOLDER } from './platform/project-folder.ts';
import { publicSchema } from './schema.ts';
import { mountSite, STATIC_FOLDERS, siteOf } from './site.ts';
import { readTrustedDocuments } from './trusted-documents.ts';

/** Makes the web server of a process: the GraphQL endpoint, the pages, uploads, and what the providers call. */
export async function openWeb(app: App, trustedDocuments = readTrustedDocuments()): Promise<FastifyInstance> {
  const { config, log } = app.options;
  const server = await createHttpServer({
    log,
    secure: config.publicUrl.startsWith('https:'),
    trustProxy: config.trustedProxies ?? false,
    bodyLimit: config.bodyBytes,
    allowOrigin: (origin) => isAllowedOrigin(app.contextFor({ actor: SYSTEM }).read, origin),
    checks: { database: () => app.checkDatabase() },
    metricsToken: config.metricsToken,
    staticFolders: STATIC_FOLDERS,
    errorPages: errorPages(siteOf(app)),
  });
  const executor = await mountGraphql(server, {
    schema: publicSchema(),
    contextFor: (request, reply) => app.contextOf(request, reply),
    limits: { ...DEFAULT_LIMITS, ...config.queryLimits },
    trustedDocuments,
    // Our own pages and widgets send documents of ours; keys of developers send what they like, within the limits.
    requireTrusted: (request) =>
      request.headers['x-publishable-key'] !== undefined ||
      (!config.isDemo && request.cookies.berjubel_device !== undefined),
    production: !config.isDemo,
    log,
    graphiqlFolder: fileURLToPath(new URL('storefront-widget/dist/graphiql', PROJECT_FOLDER)),
    // More at a time would wait for each other's locks, with connections that others need.
    doors: new Map([['placeOrder', { usual: PLACED_AT_ONCE, inRush: 2 }]]),
    limiter: rateLimiter({
      ACCOUNT: config.rateLimitPerMinute,
      ADDRESS: 2 * config.rateLimitPerMinute,
      KEY: 10 * config.rateLimitPerMinute,
    }),
  });
  const { appSecret, verifyToken } = app.options.providers.whatsapp;
  await server.register(whatsAppWebhook, {
    appSecret,
    verifyToken,
    context: () => app.contextFor({ actor: SYSTEM }),
  });
  await server.register(midtransNotifications(() => app.contextFor({ actor: SYSTEM })));
  await server.register(ledgerFiles((request, reply) => app.contextOf(request, reply)));
  await registerMedia(server, {
    contextFor: ({ headers }) => app.contextFor({ actor: SYSTEM, language: languageOf(headers['accept-language']) }),
  });
  await mountSite(server, app, executor);
  await app.options.simulators?.mount(server);
  return server;
}
