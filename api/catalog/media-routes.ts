import fastifyMultipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../platform/context.ts';
import { bytesOf, formParts } from '../platform/http/form-parts.ts';
import { DomainError, refuse } from '../platform/refusal.ts';
import { previewUrl } from './photo.ts';
import { LARGEST_PICTURE_BYTES, photoInWidth } from './picture.ts';
import { allowedBy, receiveUpload } from './receive-upload.ts';
import { uploadRefusal } from './upload-refusal.ts';
import { UPLOAD_STATUS } from './upload-sentences.ts';

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
    for await (const part of formParts(request)) {
      if (part.type === 'field') {
        if (part.fieldname === 'ticket' && typeof part.value === 'string') ticket = part.value;
        continue;
      }
      const claims = allowedBy(ctx, ticket);
      const bytes = await bytesOf(part);
      if (part.file.truncated) refuse('FILE_TOO_LARGE', ['file']);
      const { id, status, width, height, hash } = await receiveUpload(ctx, claims, bytes);
      return reply.code(201).send({ id, status, width, height, photoUrl: hash && previewUrl(hash) });
    }
    refuse('FILE_MISSING');
  } catch (error) {
    return reply.code(statusOf(error)).send({ error: uploadRefusal(ctx, error) });
  }
}

/** The status of a refusal; anything else is a fault and goes on. */
function statusOf(error: unknown): number {
  if (error instanceof DomainError) return UPLOAD_STATUS[error.code] ?? 400;
  const status = (error as { statusCode?: unknown }).statusCode;
  if (typeof status === 'number' && status >= 400 && status < 500) return status;
  throw error;
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
