import { ApolloServer, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Context } from '../context.ts';
import type { Admission } from './admission.ts';
import { errorAnswer, type ReadyAnswer, send, sendShared } from './answer.ts';
import { type ExchangeRequest, executionPlugin } from './apollo-plugin.ts';
import { type Asked, beginExchange, type Exchange, readAsked } from './exchange.ts';
import { Executor } from './executor.ts';
import type { Limits } from './limits.ts';
import { maskError } from './masking.ts';
import { chooseMediaType } from './media-type.ts';
import { type OperationMetrics, operationMetrics } from './operation-metrics.ts';
import { answerQuickly } from './quick-road.ts';
import { type Caller, type RateLimiter, usualCaller } from './rate-limit.ts';
import { createStreams, wantsStream } from './streams.ts';

/** What the GraphQL endpoint needs. */
export interface GraphqlOptions {
  readonly schema: GraphQLSchema;
  /** Who asks, and through which connections; made once per request, also for subscriptions. */
  readonly contextFor: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>;
  readonly limits: Limits;
  /** Texts of our own documents by their SHA-256 in hex, with or without `sha256:` before it. */
  readonly trustedDocuments: ReadonlyMap<string, string>;
  /** Whether this caller may send trusted documents only. */
  readonly requireTrusted: (request: FastifyRequest) => boolean;
  /** Hides suggestions in validation errors. */
  readonly production: boolean;
  readonly log: Logger;
  /** Counts what callers ask for; nobody is counted when left out. */
  readonly limiter?: RateLimiter | null;
  /** Who a request counts for; the account or the address when left out. */
  readonly callerOf?: (ctx: Context, request: FastifyRequest) => Caller;
  /** Whether operations may be compiled and answered quickly; on when left out. Off for comparisons. */
  readonly compiled?: boolean;
}

/** Serves the schema at POST and GET /graphql. The executor is for what asks from inside, such as pages. */
export async function mountGraphql(fastify: FastifyInstance, options: GraphqlOptions): Promise<Executor> {
  const executor = new Executor(options.schema, options.trustedDocuments, options.limits);
  const admission: Admission = {
    executor,
    limiter: options.limiter ?? null,
    callerOf: options.callerOf ?? usualCaller,
  };
  const metrics = operationMetrics(fastify.metrics);
  const apollo = apolloServer(options, admission, metrics);
  const streams = createStreams(fastify, admission, metrics);
  await apollo.start();
  fastify.addHook('onClose', () => apollo.stop());
  fastify.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    exposeHeadRoute: false,
    helmet: false,
    handler: async (request, reply) => {
      reply.asData();
      const asked = readAsked(request);
      try {
        const exchange = beginExchange(request, reply, asked, executor.documents, options);
        if (wantsStream(request)) {
          await streams.open(exchange, asked);
          return reply;
        }
        const quick = asked && !exchange.isPlain ? await answerQuickly(admission, metrics, exchange, asked) : null;
        const answer = quick ?? (await answerByApollo(apollo, exchange, asked));
        return sendShared(exchange, answer) ?? send(reply, answer, exchange.mediaType);
      } catch (error) {
        return send(reply, errorAnswer(error, request), chooseMediaType(request.headers.accept));
      }
    },
  });
  return executor;
}

function apolloServer(
  { schema, production, limits, log }: GraphqlOptions,
  admission: Admission,
  metrics: OperationMetrics,
): ApolloServer<Context> {
  const { documents } = admission.executor;
  return new ApolloServer<Context>({
    schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: production,
    stopOnTerminationSignals: false,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    parseOptions: { maxTokens: limits.tokens },
    formatError: maskError,
    stringifyResult: (result) => JSON.stringify(result),
    logger: {
      debug: () => {},
      info: () => {},
      warn: (message) => log.warn(message),
      error: (message) => log.error(message),
    },
    // Documents are remembered by the plugin, once their operation was found.
    documentStore: {
      get: async (key) => documents.findByHash(key.slice(-64))?.document,
      set: async () => {},
      delete: async () => {},
    },
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      executionPlugin(admission, metrics),
    ],
  });
}

/** The normal road. Throws what the context could not be made for. */
async function answerByApollo(
  apollo: ApolloServer<Context>,
  exchange: Exchange,
  asked: Asked | null,
): Promise<ReadyAnswer> {
  let failure: { readonly error: unknown } | null = null;
  const {
    status = 200,
    headers,
    body,
  } = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: requestForApollo(exchange, asked),
    context: async () => {
      try {
        // A prototype, not a copy: Apollo copies what it gets, and would wake properties that are made when first asked for.
        return Object.create(await exchange.context()) as Context;
      } catch (error) {
        failure = { error };
        throw error;
      }
    },
  });
  if (failure) throw (failure as { readonly error: unknown }).error;
  return { status, headers, body: body.kind === 'complete' ? body.string : '' };
}

/** The request as Apollo reads it, with the text in place of a trusted document's id. */
function requestForApollo(exchange: Exchange, asked: Asked | null): ExchangeRequest {
  const { request, known, isById } = exchange;
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, String(value));
  const { body, method, url } = request;
  const question = url.indexOf('?');
  const search = question < 0 ? '' : url.slice(question);
  if (!isById || !known || !asked) return { method, headers, body, search, exchange };
  if (method === 'POST')
    return {
      method,
      headers,
      body: { ...(body as object), documentId: undefined, query: known.text },
      search,
      exchange,
    };
  // A trusted query does nothing but read, and pages of other sites cannot read the answer: it needs no preflight.
  headers.set('apollo-require-preflight', 'trusted');
  const parameters = new URLSearchParams(search);
  parameters.delete('documentId');
  parameters.set('query', known.text);
  return { method, headers, body, search: `?${parameters}`, exchange };
}
