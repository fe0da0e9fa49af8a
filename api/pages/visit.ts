import type { FastifyReply, FastifyRequest } from 'fastify';
import type { TypedDocumentString } from '../../storefront-widget/operations/generated/graphql.ts';
import type { Context, Language } from '../platform/context.ts';
import type { DemoPeople } from './demo-people.ts';
import type { Site } from './layout.ts';
import { placeOf, type VisitorPlace } from './place.ts';

/** What the API answers to a page. */
export interface ApiAnswer<Data> {
  readonly data: Data | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> }[];
}

/** What the pages stand on. */
export interface PagesOptions {
  readonly site: Site;
  /** Who asks, as on the GraphQL endpoint. */
  readonly contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>;
  /** Asks the API in this process by the hash of one of our documents. */
  readonly execute: <Data>(
    documentId: string,
    variables: Record<string, unknown>,
    ctx: Context,
  ) => Promise<ApiAnswer<Data>>;
  /** The people whom the start page of a demo names; null otherwise. */
  readonly demoPeople: DemoPeople | null;
  /** How people reach those who run this marketplace. */
  readonly contact: Contact;
}

/** How people reach those who run this marketplace; null where there is no such way. */
export interface Contact {
  /** E.164, for WhatsApp. */
  readonly whatsApp: string | null;
  readonly email: string | null;
}

/** One request for a page: who, where, in which language, and a way to ask the API. */
export interface Visit {
  readonly site: Site;
  readonly ctx: Context;
  readonly language: Language;
  /** The market's time. */
  readonly now: Date;
  readonly place: VisitorPlace | null;
  /** Path and query as asked for. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly params: Readonly<Record<string, string>>;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** Asks the API. Throws an ApiRefusal when it refuses as a whole. */
  ask<Result, Variables extends object>(
    document: TypedDocumentString<Result, Variables>,
    variables: Variables,
  ): Promise<Result>;
}

/** The API refused a page's question as a whole; `code` is `extensions.code`. */
export class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal';

  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Opens a visit for a request. */
export async function openVisit(options: PagesOptions, request: FastifyRequest, reply: FastifyReply): Promise<Visit> {
  const ctx = await options.contextOf(request, reply);
  const url = new URL(request.url, options.site.publicUrl);
  return {
    site: options.site,
    ctx,
    language: ctx.language,
    now: ctx.clock.now(),
    place: placeOf(request),
    path: `${url.pathname}${url.search}`,
    query: url.searchParams,
    params: (request.params ?? {}) as Readonly<Record<string, string>>,
    request,
    reply,
    async ask<Result, Variables extends object>(
      document: TypedDocumentString<Result, Variables>,
      variables: Variables,
    ): Promise<Result> {
      const { data, errors } = await options.execute<Result>(
        hashOf(document),
        Object.fromEntries(Object.entries(variables)),
        ctx,
      );
      const first = errors?.[0];
      if (first) throw new ApiRefusal(String(first.extensions?.code ?? 'INTERNAL'), first.message);
      if (!data) throw new Error('The API answered a page with nothing');
      return data;
    },
  };
}

function hashOf(document: { readonly __meta__?: Readonly<Record<string, unknown>> | undefined }): string {
  const hash = document.__meta__?.hash;
  if (typeof hash !== 'string') throw new Error('A document without a hash: run npm run generate');
  return hash;
}
