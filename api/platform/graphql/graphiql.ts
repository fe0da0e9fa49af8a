import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CONTENT_POLICY } from '../http/content-policy.ts';

/** What the editor needs beyond the common policy, for its page alone: styles that it writes itself, and workers. */
const PAGE_POLICY = Object.entries({
  ...CONTENT_POLICY,
  'style-src': ["'self'", "'unsafe-inline'"],
  'font-src': ["'self'", 'data:'],
  'worker-src': ["'self'", 'blob:'],
})
  .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
  .join('; ');

const NOT_BUILT = '<!doctype html><title>GraphiQL</title><p>GraphiQL was not built: npm run build</p>';

/** Whether a browser wants to see a page here, and not an answer. */
export function wantsGraphiql(request: FastifyRequest): boolean {
  const { accept = '' } = request.headers;
  if (request.method !== 'GET' || !/\btext\/html\b/i.test(accept)) return false;
  return (
    (request.query as { documentId?: unknown }).documentId === undefined &&
    !/\bapplication\/(graphql-response\+)?json\b/i.test(accept)
  );
}

/** Serves the built files of the page at /graphiql/. */
export async function serveGraphiqlFiles(fastify: FastifyInstance, folder: string): Promise<void> {
  await fastify.register(fastifyStatic, {
    root: folder,
    prefix: '/graphiql/',
    decorateReply: false,
    index: false,
    maxAge: 31_536_000_000,
    immutable: true,
    allowedPath: (path) => !path.endsWith('.html'),
  });
}

/** Answers with the page. */
export async function sendGraphiql(reply: FastifyReply, folder: string): Promise<FastifyReply> {
  reply.header('content-security-policy', PAGE_POLICY).header('cache-control', 'no-cache').header('vary', 'Accept');
  reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'no-referrer');
  return reply.type('text/html; charset=utf-8').send(await pageIn(folder));
}

async function pageIn(folder: string): Promise<string> {
  try {
    return await readFile(join(folder, 'index.html'), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return NOT_BUILT;
  }
}
