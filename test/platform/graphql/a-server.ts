import type { FastifyInstance } from 'fastify';
import { VirtualClock } from '../../../api/platform/clock.ts';
import { type Actor, ANONYMOUS, type Context } from '../../../api/platform/context.ts';
import type { Executor } from '../../../api/platform/graphql/executor.ts';
import { DEFAULT_LIMITS } from '../../../api/platform/graphql/limits.ts';
import { type GraphqlOptions, mountGraphql } from '../../../api/platform/graphql/server.ts';
import { languageOf } from '../../../api/platform/http/language.ts';
import { createLog } from '../../../api/platform/http/log.ts';
import { createHttpServer, type HttpOptions } from '../../../api/platform/http/server.ts';
import { librarySchema } from './library-schema.ts';

/** A server over the library schema, what it logged, and its executor. */
export interface TestServer {
  readonly server: FastifyInstance;
  readonly executor: Executor;
  /** Lines of the log, parsed. */
  readonly logged: () => Record<string, unknown>[];
}

/** A signed-in account. */
export const SOMEBODY: Actor = { ...ANONYMOUS, kind: 'ACCOUNT', key: 'account-1', deviceKey: 'device-1' };

const SILENT = createLog('silent');

/** A context that reads no database. */
export function aContext(overrides: Partial<Context> = {}): Context {
  const context = {
    em: null as never,
    read: null as never,
    actor: ANONYMOUS,
    language: 'en',
    clock: new VirtualClock(new Date('2026-11-24T00:00:00Z')),
    events: { listeners: new Map(), jobs: new Map() },
    log: SILENT,
    requestId: 'test',
    remoteAddress: '127.0.0.1',
    loaders: new Map(),
    cookies: null,
    ...overrides,
  };
  return context as Context;
}

/** Makes a server; the header `x-account: yes` signs in. */
export async function aServer(
  graphql: Partial<GraphqlOptions> = {},
  http: Partial<HttpOptions> = {},
): Promise<TestServer> {
  const lines: string[] = [];
  const log = createLog('info', { write: (line: string) => void lines.push(line) });
  const server = await createHttpServer({
    log,
    secure: false,
    trustProxy: false,
    allowOrigin: () => false,
    checks: {},
    metricsToken: null,
    ...http,
  });
  const executor = await mountGraphql(server, {
    schema: librarySchema(),
    contextFor: async (request) =>
      aContext({
        log,
        requestId: request.id,
        language: languageOf(request.headers['accept-language']),
        remoteAddress: request.ip,
        actor: request.headers['x-account'] ? SOMEBODY : ANONYMOUS,
      }),
    limits: DEFAULT_LIMITS,
    trustedDocuments: new Map(),
    requireTrusted: () => false,
    production: true,
    log,
    ...graphql,
  });
  return { server, executor, logged: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}
