import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Context } from '../context.ts';
import { type Admission, countNewDocument } from './admission.ts';
import { errorAnswer, send, sendShared } from './answer.ts';
import { answerByApollo, apolloServer } from './apollo-road.ts';
import { Doors, type DoorWidth } from './doors.ts';
import { beginExchange, readAsked, refused } from './exchange.ts';
import { Executor } from './executor.ts';
import { sendGraphiql, serveGraphiqlFiles, wantsGraphiql } from './graphiql.ts';
import type { Limits } from './limits.ts';
import { chooseMediaType } from './media-type.ts';
import { operationMetrics } from './operation-metrics.ts';
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
  /** Fields before which requests stand in line; none when left out. */
  readonly doors?: ReadonlyMap<string, DoorWidth>;
  /** Absolute path of the built GraphiQL page, shown to browsers at the endpoint; none when left out. */
  readonly graphiqlFolder?: string | null;
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
  const doors = new Doors(options.doors ?? new Map());
  const streams = createStreams(fastify, admission, metrics);
  await apollo.start();
  fastify.addHook('onClose', () => apollo.stop());
  const graphiql = options.graphiqlFolder ?? null;
  if (graphiql) await serveGraphiqlFiles(fastify, graphiql);
  fastify.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    exposeHeadRoute: false,
    helmet: false,
    handler: async (request, reply) => {
      if (graphiql && wantsGraphiql(request)) return sendGraphiql(reply, graphiql);
      reply.asData();
      const asked = readAsked(request);
      try {
        const exchange = beginExchange(request, reply, asked, executor.documents, options);
        if (wantsStream(request)) {
          await streams.open(exchange, asked);
          return reply;
        }
        const answer = await doors.through(exchange.known, asked, reply.raw, async () => {
          await countNewDocument(admission, exchange);
          const quick = asked && !exchange.isPlain ? await answerQuickly(admission, metrics, exchange, asked) : null;
          return quick ?? (await answerByApollo(apollo, exchange, asked));
        });
        if (answer) return sendShared(exchange, answer) ?? send(reply, answer, exchange.mediaType);
        metrics.gone();
        return reply.hijack(); // there is nobody to send anything to
      } catch (error) {
        return send(reply, errorAnswer(error, request), chooseMediaType(request.headers.accept));
      }
    },
  });
  fastify.route({
    method: ['PUT', 'PATCH', 'DELETE'],
    url: '/graphql',
    handler: (request, reply) => {
      const error = refused(405, 'BAD_REQUEST', 'GraphQL is asked by GET or POST.');
      return send(reply.header('allow', 'GET, POST'), errorAnswer(error, request), null);
    },
  });
  return executor;
}
