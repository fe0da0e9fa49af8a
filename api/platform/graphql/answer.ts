import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { languageOf } from '../http/language.ts';
import type { Exchange } from './exchange.ts';
import { inLanguage, isFault, showErrors } from './masking.ts';
import type { MediaType } from './media-type.ts';

/** An answer that is ready to be sent. */
export interface ReadyAnswer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  /** JSON. */
  readonly body: string | Buffer;
}

/** The answer for what went wrong before a document was looked at: a fault is noted and shown as INTERNAL, with status 500. */
export function errorAnswer(error: unknown, request: FastifyRequest): ReadyAnswer {
  if (isFault(error)) request.log.error({ err: error, requestId: request.id }, 'a GraphQL request failed');
  const shown = showErrors([
    error instanceof GraphQLError ? error : new GraphQLError('fault', { originalError: error as Error }),
  ]);
  const errors = inLanguage(shown.errors, languageOf(request.headers['accept-language']), request.id);
  return { status: shown.status ?? 500, headers: shown.headers, body: JSON.stringify({ errors }) };
}

/** Sends an answer that nobody may keep. */
export function send(
  reply: FastifyReply,
  { status, headers, body }: ReadyAnswer,
  mediaType: MediaType | null,
): FastifyReply {
  reply.code(status);
  for (const [name, value] of headers) reply.header(name, value);
  reply.header('cache-control', 'no-store');
  reply.header('content-type', mediaType === 'application/graphql-response+json' ? GRAPHQL_JSON : PLAIN_JSON);
  return reply.send(body);
}

const PLAIN_JSON = 'application/json; charset=utf-8';
const GRAPHQL_JSON = 'application/graphql-response+json; charset=utf-8';

/**
 * Sends an answer that everybody may keep for a while, with an ETag; null when it is not such: only a trusted query over GET
 * whose root fields are all shared, from a caller who showed neither cookie nor token, and which went well.
 */
export function sendShared(exchange: Exchange, answer: ReadyAnswer): FastifyReply | null {
  const { request, reply, operation, isById, hasErrors, mediaType } = exchange;
  const seconds = operation?.sharedForSeconds ?? null;
  const isAnonymous = !PERSONAL_HEADERS.some((name) => request.headers[name] !== undefined);
  if (request.method !== 'GET' || !isById || seconds === null || hasErrors || answer.status !== 200 || !isAnonymous)
    return null;
  const etag = `"${createHash('sha1').update(answer.body).digest('base64url')}"`;
  reply.header('etag', etag).header('cache-control', `public, max-age=${seconds}`);
  const vary = reply.getHeader('vary');
  reply.header(
    'vary',
    [...(vary ? [String(vary)] : []), 'Accept', 'Accept-Language', 'Cookie', 'Authorization', 'X-Cart-Token'].join(
      ', ',
    ),
  );
  const known = request.headers['if-none-match']?.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (known?.includes(etag)) return reply.code(304).send();
  return reply.type(mediaType === 'application/graphql-response+json' ? GRAPHQL_JSON : PLAIN_JSON).send(answer.body);
}

/** Headers by which a caller may be known. */
const PERSONAL_HEADERS = ['cookie', 'authorization', 'x-cart-token'] as const;
