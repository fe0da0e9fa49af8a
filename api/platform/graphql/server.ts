import { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Context } from '../context.ts';
import type { Limits } from './limits.ts';

/** What the GraphQL endpoint needs. */
export interface GraphqlOptions {
  readonly schema: GraphQLSchema;
  /** Who asks, and through which connections; made once per request, also for subscriptions. */
  readonly contextFor: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>;
  readonly limits: Limits;
  /** Texts of our own documents by their SHA-256 in hex. */
  readonly trustedDocuments: ReadonlyMap<string, string>;
  /** Whether this caller may send trusted documents only. */
  readonly requireTrusted: (request: FastifyRequest) => boolean;
  /** Hides suggestions in validation errors. */
  readonly production: boolean;
  readonly log: Logger;
}

/** Serves the schema at POST and GET /graphql. */
export async function mountGraphql(fastify: FastifyInstance, options: GraphqlOptions): Promise<void> {
  const apollo = new ApolloServer<Context>({
    schema: options.schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: options.production,
    stopOnTerminationSignals: false,
  });
  await apollo.start();
  fastify.addHook('onClose', () => apollo.stop());
  fastify.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    handler: fastifyApolloHandler(apollo, { context: options.contextFor }),
  });
}
