import { ApolloServer, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Context } from '../context.ts';
import type { Admission } from './admission.ts';
import type { ReadyAnswer } from './answer.ts';
import { type ExchangeRequest, executionPlugin } from './apollo-plugin.ts';
import type { Asked, Exchange } from './exchange.ts';
import type { Limits } from './limits.ts';
import { maskError } from './masking.ts';
import type { OperationMetrics } from './operation-metrics.ts';

/** What Apollo Server is made from. */
interface ApolloOptions {
  readonly schema: GraphQLSchema;
  readonly production: boolean;
  readonly limits: Limits;
  readonly log: Logger;
}

/** Apollo Server with our plugin, limits and masking; not yet started. */
export function apolloServer(
  { schema, production, limits, log }: ApolloOptions,
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
export async function answerByApollo(
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
