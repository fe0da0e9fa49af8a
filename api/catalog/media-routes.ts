import fastifyMultipart, { type Multipart } from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../platform/context.ts';
import { type Sentence, say } from '../platform/graphql/user-errors.ts';
import { DomainError, refuse } from '../platform/refusal.ts';
import { LARGEST_PICTURE_BYTES, photoInWidth } from './picture.ts';
import { allowedBy, receiveUpload } from './receive-upload.ts';
import { UPLOAD_SENTENCES, UPLOAD_STATUS } from './upload-sentences.ts';

/** What the routes of pictures need. */
export interface MediaOptions {
  /** A context for a request of nobody in particular: the ticket says all. */
  readonly contextFor: (request: FastifyRequest) => Context;
}

const A_YEAR = 31_536_000;

/** Adds POST /uploads, which takes the file of a ticket, and GET /media/<hash>/<width>.webp, which shows pictures. */
export async function registerMedia(fastify: FastifyInstance, { contextFor }: MediaOptions): Promise<void> {
  await fastify.register(async (routes) => {
    await routes.register(fastifyMultipart, {
      limits: { fileSize: LARGEST_PICTURE_BYTES, files: 1, fields: 1, fieldSize: 500, parts: 2 },
      throwFileSizeLimit: false,
    });
    routes.post('/uploads', { bodyLimit: LARGEST_PICTURE_BYTES + 10_000 }, (request, reply) =>
      takeUpload(contextFor(request), request, reply),
    );
    routes.get('/media/:hash/:file', (request, reply) => showPhoto(contextFor(request), request, reply));
  });
}

async function takeUpload(ctx: Context, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  try {
    if (!request.isMultipart()) refuse('FILE_MISSING');
    let ticket = '';
    // The ticket comes first, so that a stranger's file is never read.
    for await (const part of partsOf(request)) {
      if (part.type === 'field') {
        if (part.fieldname === 'ticket' && typeof part.value === 'string') ticket = part.value;
        continue;
      }
      const claims = allowedBy(ctx, ticket);
      const bytes = await part.toBuffer().catch(unreadable);
      if (part.file.truncated) refuse('FILE_TOO_LARGE', ['file']);
      const upload = await receiveUpload(ctx, claims, bytes);
      return reply.code(201).send({ id: upload.id, status: upload.status, width: upload.width, height: upload.height });
    }
    refuse('FILE_MISSING');
  } catch (error) {
    return reply.code(statusOf(error)).send({ error: refusalOf(ctx, error) });
  }
}

/** The parts of a form. Refuses FILE_MISSING for what is no form after all, or ends in the middle. */
async function* partsOf(request: FastifyRequest): AsyncGenerator<Multipart> {
  const parts = request.parts();
  try {
    for (;;) {
      const { value, done } = await parts.next().catch(unreadable);
      if (done) return;
      yield value;
    }
  } finally {
    await parts.return?.(undefined);
  }
}

/** What the reader of forms throws is about the bytes that came, or stopped coming. */
function unreadable(error: unknown): never {
  if ((error as { statusCode?: unknown }).statusCode !== undefined) throw error;
  refuse('FILE_MISSING');
}

/** The status of a refusal; anything else is a fault and goes on. */
function statusOf(error: unknown): number {
  if (error instanceof DomainError) return UPLOAD_STATUS[error.code] ?? 400;
  const status = (error as { statusCode?: unknown }).statusCode;
  if (typeof status === 'number' && status >= 400 && status < 500) return status;
  throw error;
}

function refusalOf(ctx: Context, error: unknown): { code: string; message: string } {
  const code = error instanceof DomainError ? error.code : 'FILE_MISSING';
  const sentence = (UPLOAD_SENTENCES as Readonly<Record<string, Sentence>>)[code] ?? UPLOAD_SENTENCES.FILE_MISSING;
  return { code, message: say(sentence, ctx.language, {}) };
}

async function showPhoto(ctx: Context, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { hash, file } = request.params as { hash: string; file: string };
  const width = /^(\d{1,4})\.webp$/.exec(file)?.[1];
  const bytes = width ? await photoInWidth(ctx.files, hash, Number(width)) : null;
  if (!bytes) {
    reply.callNotFound();
    return reply;
  }
  return reply
    .header('content-type', 'image/webp')
    .header('cache-control', `public, max-age=${A_YEAR}, immutable`)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('etag', `"${hash}-${width}"`)
    .send(bytes);
}
