import {
  type ApolloServerPlugin,
  type GraphQLRequestContext,
  type GraphQLResponse,
  HeaderMap,
  type HTTPGraphQLRequest,
} from '@apollo/server';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import type { Context } from '../context.ts';
import { type Admission, admit } from './admission.ts';
import { type Exchange, refused } from './exchange.ts';
import { inLanguage, isUnavailable, logFaults, showErrors, UNAVAILABLE } from './masking.ts';
import type { OperationMetrics } from './operation-metrics.ts';
import type { Variables } from './specialise.ts';

/** Apollo's view of a request, with ours beside it. */
export interface ExchangeRequest extends HTTPGraphQLRequest {
  readonly exchange: Exchange;
}

/** Refusals of well-formed requests, which clients that take application/json only see as 200 (GraphQL over HTTP). */
const PLAIN_JSON_200 = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']);

/**
 * The one plugin between Apollo Server and us: admits operations, runs compiled programs in place of graphql-js with the same
 * error work, notes faults, and gives answers their language, media type and status.
 */
export function executionPlugin(admission: Admission, metrics: OperationMetrics): ApolloServerPlugin<Context> {
  const { executor } = admission;
  return {
    async requestDidStart(started) {
      const { exchange } = started.request.http as ExchangeRequest;
      const begun = performance.now();
      let coerced: Variables | null = null;
      return {
        async didResolveOperation({ source, document, request }) {
          const operation = executor.documents.remember(source, document).operation(request.operationName);
          if (!operation) return; // unknown operationName: graphql-js says so
          exchange.operation = operation;
          operation.timesSeen += 1;
          if (operation.node.operation === 'subscription') {
            throw refused(406, 'BAD_REQUEST', 'A subscription is a stream: ask with `accept: text/event-stream`.');
          }
          coerced = executor.coerce(operation, request.variables);
          if (!exchange.isAdmitted) {
            const variables = coerced ? (request.variables ?? {}) : null;
            exchange.refusal = await admit(admission, exchange, operation, variables);
          }
          if (exchange.refusal) throw exchange.refusal;
        },
        async responseForOperation() {
          const { operation, madeContext, isPlain } = exchange;
          if (!operation || !coerced || isPlain) return null;
          const result = await executor.program(operation, coerced)?.run(madeContext!, coerced);
          if (!result) return null;
          if (!result.errors) return responseOf(result.data);
          noteErrors(exchange, result.errors);
          const { errors, status, headers } = showErrors(result.errors);
          return responseOf(result.data, errors, status, headers);
        },
        async didEncounterErrors({ errors }) {
          noteErrors(exchange, errors);
        },
        async willSendResponse(responding) {
          finish(responding, exchange);
          metrics.observe(exchange.operation, 'plain', performance.now() - begun);
        },
      };
    },
  };
}

function noteErrors(exchange: Exchange, errors: readonly GraphQLError[]): void {
  logFaults(errors, exchange.madeContext!, exchange.operation?.node.name?.value ?? null);
}

function responseOf(
  data: unknown,
  errors?: GraphQLFormattedError[],
  status?: number,
  headers?: Map<string, string>,
): GraphQLResponse {
  const singleResult = { data: data as Record<string, unknown> | null, ...(errors && { errors }) };
  return { http: { status, headers: new HeaderMap(headers ?? []) }, body: { kind: 'single', singleResult } };
}

/** Gives the answer its language and media type, and the status that the media type wants. */
function finish({ response }: GraphQLRequestContext<Context>, exchange: Exchange): void {
  const { body, http } = response as GraphQLResponse;
  if (body.kind !== 'single') return;
  const { errors, data } = body.singleResult;
  if (exchange.mediaType) http.headers.set('content-type', `${exchange.mediaType}; charset=utf-8`);
  if (!errors) return;
  exchange.hasErrors = true;
  if (errors.some(isUnavailable)) {
    http.status = UNAVAILABLE.status;
    http.headers.set('retry-after', UNAVAILABLE.retryAfterSeconds);
  }
  const ctx = exchange.madeContext!;
  body.singleResult.errors = inLanguage(errors, ctx.language, ctx.requestId);
  const wellFormed =
    data === undefined && errors.every(({ extensions }) => PLAIN_JSON_200.has(String(extensions?.code)));
  if (wellFormed && http.status === 400 && exchange.mediaType === 'application/json') http.status = 200;
}
