import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Context } from '../context.ts';
import type { Documents, KnownDocument, KnownOperation } from './documents.ts';
import { chooseMediaType, type MediaType } from './media-type.ts';
import type { Variables } from './specialise.ts';

/** One GraphQL request on its way: what it asks for, and what was found out about it so far. */
export interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** The media type of the answer; null when the client takes none of ours. */
  readonly mediaType: MediaType | null;
  /** The document, when it was seen before. */
  readonly known: KnownDocument | null;
  /** Whether it was named by its hash. */
  readonly isById: boolean;
  /** Who asks; made when first asked for, once. */
  context(): Promise<Context>;
  /** The context, once it is made. */
  madeContext: Context | null;
  operation: KnownOperation | null;
  /** Root fields that were counted against the caller's rate so far. */
  fieldsCounted: number;
  /** Set when limits and rates were checked, so that they are not again on another road. */
  isAdmitted: boolean;
  /** Set when the program could not say what went wrong, so that graphql-js does. */
  isPlain: boolean;
  /** Why the request may not go on; told by the pipeline at its place. */
  refusal: GraphQLError | null;
  hasErrors: boolean;
}

/** What a request asks for, before anything is looked at. */
export interface Asked {
  readonly query: unknown;
  readonly documentId: unknown;
  readonly operationName: unknown;
  readonly variables: unknown;
  readonly extensions: unknown;
}

/** Reads the parameters of a request without judging them; null when a body has no parameters at all. */
export function readAsked(request: FastifyRequest): Asked | null {
  const isGet = request.method === 'GET';
  const from = isGet ? request.query : request.body;
  if (typeof from !== 'object' || from === null || Array.isArray(from)) return null;
  const { query, documentId, operationName, variables, extensions } = from as Record<string, unknown>;
  if (!isGet) return { query, documentId, operationName, variables, extensions };
  return { query, documentId, operationName, variables: fromJson(variables), extensions: fromJson(extensions) };
}

/** The value of a parameter that is JSON; what cannot be read stays a text, and is refused as such. */
function fromJson(parameter: unknown): unknown {
  if (typeof parameter !== 'string') return parameter;
  try {
    return JSON.parse(parameter) as unknown;
  } catch {
    return parameter;
  }
}

/** What an exchange needs to know of the endpoint. */
export interface ExchangeOptions {
  readonly contextFor: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>;
  readonly requireTrusted: (request: FastifyRequest) => boolean;
  readonly compiled?: boolean;
}

/** Begins an exchange. Throws the error to answer with, when a document is named that is not there, or when one must be. */
export function beginExchange(
  request: FastifyRequest,
  reply: FastifyReply,
  asked: Asked | null,
  documents: Documents,
  { contextFor, requireTrusted, compiled = true }: ExchangeOptions,
): Exchange {
  const isById = asked?.documentId !== undefined && asked.documentId !== null;
  const known = isById ? byId(asked, documents) : typeof asked?.query === 'string' ? documents.find(asked.query) : null;
  if (!known?.trusted && requireTrusted(request)) {
    throw refused(
      403,
      'TRUSTED_DOCUMENTS_ONLY',
      'This client may send trusted documents only: their documentId, or their exact text.',
    );
  }
  const exchange: Exchange = {
    request,
    reply,
    mediaType: chooseMediaType(request.headers.accept),
    known,
    isById,
    async context() {
      exchange.madeContext ??= await contextFor(request, reply);
      return exchange.madeContext;
    },
    madeContext: null,
    operation: null,
    fieldsCounted: 0,
    isAdmitted: false,
    isPlain: !compiled,
    refusal: null,
    hasErrors: false,
  };
  return exchange;
}

function byId(asked: Asked, documents: Documents): KnownDocument {
  if (typeof asked.documentId !== 'string') throw refused(400, 'BAD_REQUEST', '`documentId` must be a string.');
  if (asked.query !== undefined && asked.query !== null)
    throw refused(400, 'BAD_REQUEST', 'Send `query` or `documentId`, not both.');
  const known = documents.trusted(asked.documentId);
  if (!known) throw refused(404, 'PERSISTED_DOCUMENT_NOT_FOUND', 'There is no trusted document with this documentId.');
  return known;
}

/** An error that is told with an HTTP status. */
export function refused(status: number, code: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status } } });
}

/** Whether a request has the plain shape that needs no explanation: texts where texts belong, objects where objects do. */
export function isWellFormed(
  asked: Asked,
): asked is Asked & { operationName?: string | null; variables?: Variables | null } {
  const { operationName, variables, extensions } = asked;
  const isName = operationName === undefined || operationName === null || typeof operationName === 'string';
  return (
    isName &&
    isMapOrNothing(variables) &&
    isMapOrNothing(extensions) &&
    !(extensions as { persistedQuery?: unknown } | null)?.persistedQuery
  );
}

function isMapOrNothing(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'object' && !Array.isArray(value));
}
