import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '../context.ts';
import { isDatabaseAway } from '../database/is-away.ts';
import { drainBody } from './drain-body.ts';
import { languageOfRequest } from './language.ts';

/** What an error page may say. */
export interface ShownError {
  readonly status: number;
  /** For programs, e.g. NOT_FOUND. */
  readonly code: string;
  /** For people, in the language of the request. */
  readonly message: string;
  readonly requestId: string;
  readonly language: Language;
}

/** Renders errors for browsers; returns a whole HTML page. */
export type ErrorPages = (error: ShownError, request: FastifyRequest) => string | Promise<string>;

const SENTENCES: Record<string, { id: string; en: string }> = {
  NOT_FOUND: { id: 'Halaman ini tidak ada.', en: 'There is nothing at this address.' },
  BODY_TOO_LARGE: { id: 'Kiriman lebih dari {limit} bita.', en: 'The body is larger than {limit} bytes.' },
  MALFORMED: { id: 'Permintaan ini tidak terbaca.', en: 'This request cannot be read.' },
  UNSUPPORTED_MEDIA_TYPE: { id: 'Jenis isi ini tidak diterima.', en: 'This content type is not taken.' },
  BUSY: { id: 'Sedang ramai, coba lagi sebentar.', en: 'The server is busy, try again shortly.' },
  RATE_LIMITED: { id: 'Terlalu banyak permintaan, coba lagi sebentar.', en: 'Too many requests, try again shortly.' },
  FORBIDDEN: { id: 'Ini tidak boleh dilakukan.', en: 'This may not be done.' },
  REFUSED: { id: 'Permintaan ini ditolak.', en: 'This request was refused.' },
  INTERNAL: { id: 'Ada yang rusak di pihak kami. Sudah dicatat.', en: 'Something broke on our side. It was noted.' },
};

const CODE_OF_STATUS: Record<number, string> = {
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  413: 'BODY_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  429: 'RATE_LIMITED',
  503: 'BUSY',
};

/**
 * Answers errors and unknown addresses: a page for browsers, `{ errors: [{ message, extensions: { code } }] }` for programs.
 * Faults are logged once and shown as INTERNAL; no stack, SQL or file name ever leaves.
 */
export function registerErrorPages(fastify: FastifyInstance, pages?: ErrorPages): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    done();
  });
  fastify.setNotFoundHandler((request, reply) => answer(request, reply, 404, {}, pages));
  fastify.setErrorHandler(async (error: FastifyError, request, reply) => {
    const status = statusOf(error);
    if (status >= 500 && status !== 503) request.log.error({ err: error, requestId: request.id }, 'request failed');
    if (status === 413) await drainBody(request.raw);
    const limit = request.routeOptions.bodyLimit ?? fastify.initialConfig.bodyLimit ?? 0;
    return answer(request, reply, status, status === 413 ? { limit } : {}, pages);
  });
}

/** The status an error may be answered with: what it says of the caller is believed, all else is our fault. */
function statusOf(error: FastifyError): number {
  const status = error.statusCode ?? (isDatabaseAway(error) ? 503 : 500);
  return (status >= 400 && status < 500) || status === 503 ? status : 500;
}

function codeOf(status: number): string {
  return CODE_OF_STATUS[status] ?? (status >= 500 ? 'INTERNAL' : status === 400 ? 'MALFORMED' : 'REFUSED');
}

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  values: Readonly<Record<string, number>>,
  pages?: ErrorPages,
): Promise<FastifyReply> {
  const language = languageOfRequest(request);
  const code = codeOf(status);
  const message = SENTENCES[code]![language].replace(/\{(\w+)\}/g, (_whole, name: string) => String(values[name]));
  const shown: ShownError = { status, code, message, requestId: request.id, language };
  reply.code(status).header('cache-control', 'no-store').header('content-language', language);
  if (!wantsHtml(request)) {
    return reply
      .type('application/json; charset=utf-8')
      .send({ errors: [{ message, extensions: { code, ...values, requestId: request.id } }] });
  }
  const html = pages ? await rendered(pages, shown, request) : plainPage(shown);
  return reply.type('text/html; charset=utf-8').send(html);
}

/** A page that cannot be rendered must not hide the error it was to show. */
async function rendered(pages: ErrorPages, shown: ShownError, request: FastifyRequest): Promise<string> {
  try {
    return await pages(shown, request);
  } catch (error) {
    request.log.error({ err: error, requestId: request.id }, 'error page failed');
    return plainPage(shown);
  }
}

/** Whether the caller is a browser that shows pages, and not a program. */
export function wantsHtml(request: FastifyRequest): boolean {
  return /\btext\/html\b/.test(request.headers.accept ?? '');
}

function plainPage({ status, message, requestId, language }: ShownError): string {
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${status}</title><main><h1>${message}</h1><p>${requestId}</p></main></html>`;
}
