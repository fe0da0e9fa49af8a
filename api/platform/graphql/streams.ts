import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type DocumentNode, type ExecutionResult, GraphQLError, parse, specifiedRules, validate } from 'graphql';
import { createHandler } from 'graphql-sse';
import { type Admission, admit, countNewDocument } from './admission.ts';
import type { KnownOperation } from './documents.ts';
import { type Asked, type Exchange, isWellFormed, refused } from './exchange.ts';
import { overLimit } from './limits.ts';
import type { OperationMetrics } from './operation-metrics.ts';
import type { Variables } from './specialise.ts';
import { resultsOf } from './stream-results.ts';

/** Streams over server-sent events, as graphql-sse speaks them: a connection for each operation. */
export interface Streams {
  /** Answers with a stream. Throws the error to answer with instead, before anything was sent. */
  open(exchange: Exchange, asked: Asked | null): Promise<void>;
}

/** A stream ends after so long, so that its browser comes again and its rights are looked at again. */
const LONGEST_STREAM_MS = 15 * 60_000;
/** A reader that takes nothing for so long is gone. */
const PATIENCE_MS = 30_000;

/** Whether a request wants its answer as a stream of events. */
export function wantsStream(request: FastifyRequest): boolean {
  const { accept } = request.headers;
  return accept !== undefined && /(^|,)\s*text\/event-stream\b/i.test(accept);
}

/** Opens streams under the same access, limits, rates and masking as other requests. They end when the server closes. */
export function createStreams(fastify: FastifyInstance, admission: Admission, metrics: OperationMetrics): Streams {
  const openBy = new Map<string, number>();
  const { executor, callerOf } = admission;
  return {
    async open(exchange, asked) {
      const { request, reply } = exchange;
      demandOrigin(exchange);
      await countNewDocument(admission, exchange);
      const { operation, variables } = readOperation(exchange, asked, admission);
      exchange.operation = operation;
      const ctx = await exchange.context();
      const coerced = executor.coerce(operation, variables);
      const refusal = await admit(admission, exchange, operation, coerced && variables);
      if (refusal) throw refusal;
      const misfit = coerced ? null : executor.misfit(operation, variables);
      if (misfit) throw withCode(misfit, 'BAD_USER_INPUT');
      const { kind, key } = callerOf(ctx, request);
      const caller = `${kind}:${key}`;
      const open = openBy.get(caller) ?? 0;
      const limit = executor.limits.openStreams;
      if (open >= limit) throw overLimit('TOO_MANY_STREAMS', ctx.language, limit, open, 429);
      openBy.set(caller, open + 1);
      metrics.streams(1);
      try {
        await stream(fastify, request, reply, () => resultsOf(executor, operation, variables, ctx));
      } finally {
        metrics.streams(-1);
        const left = (openBy.get(caller) ?? 1) - 1;
        if (left === 0) openBy.delete(caller);
        else openBy.set(caller, left);
      }
    },
  };
}

/** Other sites may make a browser send plain GETs and forms with our cookies; streams are not for them. */
function demandOrigin({ request, isById }: Exchange): void {
  const { 'content-type': type = '', 'apollo-require-preflight': preflight } = request.headers;
  if (request.method === 'POST' ? /^application\/json\s*(;|$)/i.test(type) : isById || preflight) return;
  const wanted =
    request.method === 'POST'
      ? 'content-type: application/json'
      : 'a documentId, or the header apollo-require-preflight';
  throw badRequest(`A stream over ${request.method} needs ${wanted}.`);
}

function badRequest(message: string): GraphQLError {
  return refused(400, 'BAD_REQUEST', message);
}

/** The operation a stream is asked for: parsed and validated like any other. */
function readOperation(
  exchange: Exchange,
  asked: Asked | null,
  { executor }: Admission,
): { operation: KnownOperation; variables: Variables } {
  if (!asked || !isWellFormed(asked))
    throw badRequest('A stream needs a `query` or a `documentId`; `variables` are an object.');
  const known = exchange.known ?? remember(asked.query, executor);
  const operation = known.operation(asked.operationName);
  if (!operation) throw badRequest('There is no such operation in the document, or several and none is named.');
  if (exchange.request.method === 'GET' && operation.node.operation === 'mutation') {
    throw new GraphQLError('GET reads only.', {
      extensions: { code: 'BAD_REQUEST', http: { status: 405, headers: new Map([['allow', 'POST']]) } },
    });
  }
  operation.timesSeen += 1;
  return { operation, variables: asked.variables ?? {} };
}

function remember(
  query: unknown,
  { documents, schema, limits }: Admission['executor'],
): ReturnType<typeof documents.remember> {
  if (typeof query !== 'string' || query === '') throw badRequest('A stream needs a `query` or a `documentId`.');
  let document: DocumentNode;
  try {
    document = parse(query, { maxTokens: limits.tokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw withCode(error, 'GRAPHQL_PARSE_FAILED');
  }
  const error = validate(schema, document, specifiedRules, { hideSuggestions: true })[0];
  if (error) throw withCode(error, 'GRAPHQL_VALIDATION_FAILED');
  return documents.remember(query, document);
}

function withCode({ message, nodes, source, positions }: GraphQLError, code: string): GraphQLError {
  return new GraphQLError(message, { nodes, source, positions, extensions: { code, http: { status: 400 } } });
}

type Results = AsyncIterable<ExecutionResult>;

/** Sends results as events until they end, the reader leaves, the server closes, or the stream is old. */
async function stream(
  fastify: FastifyInstance,
  request: FastifyRequest,
  reply: FastifyReply,
  results: () => Results,
): Promise<void> {
  const handler = createHandler({ authenticate: () => null, onSubscribe: () => results() });
  const [body, init] = await handler({
    method: 'POST',
    url: '/graphql',
    headers: { get: (name) => ({ accept: 'text/event-stream', 'content-type': 'application/json' })[name] },
    body: { query: '{ __typename }' }, // read and judged before; graphql-sse only frames the results
    raw: request,
    context: undefined,
  });
  if (body === null || typeof body === 'string') throw new Error(`no stream was made: ${init.status} ${body}`);
  const { raw } = reply;
  const end = (): void => {
    if (!raw.writableEnded) raw.end();
    void body.return(undefined);
  };
  reply.hijack();
  raw.writeHead(200, {
    ...reply.getHeaders(),
    ...init.headers,
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  } as Record<string, string>);
  fastify.openStreams.add(end);
  raw.once('close', end);
  const age = setTimeout(end, LONGEST_STREAM_MS);
  try {
    for await (const event of body) if (!(await written(raw, event))) break;
  } catch (error) {
    request.log.error({ err: error, requestId: request.id }, 'a stream broke');
  } finally {
    clearTimeout(age);
    fastify.openStreams.delete(end);
    raw.off('close', end);
    end();
  }
}

/** Whether an event was taken by the reader's connection. */
function written(raw: FastifyReply['raw'], event: string): Promise<boolean> {
  if (raw.writableEnded || raw.destroyed) return Promise.resolve(false);
  return new Promise((resolve) => {
    const patience = setTimeout(() => raw.destroy(), PATIENCE_MS);
    const over = (isTaken: boolean): void => {
      clearTimeout(patience);
      raw.off('close', gone);
      resolve(isTaken);
    };
    // A connection that breaks meanwhile forgets its writes: nobody would be told of this one.
    const gone = (): void => over(false);
    raw.once('close', gone);
    raw.write(event, (error) => over(!error));
  });
}
