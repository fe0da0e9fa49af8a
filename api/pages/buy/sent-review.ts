import fastifyMultipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import { CreateUploadDocument } from '../../../storefront-widget/operations/generated/graphql.ts';
import { photoWords } from '../../../storefront-widget/words/index.ts';
import { LARGEST_PICTURE_BYTES, takeFile } from '../../catalog/index.ts';
import { bytesOf, formParts } from '../../platform/http/form-parts.ts';
import { REVIEW_LIMITS } from '../../reviews/index.ts';
import type { Visit } from '../visit.ts';

/** Bytes of the longest form: all photos, and words. */
export const LARGEST_REVIEW_BYTES = REVIEW_LIMITS.photos * LARGEST_PICTURE_BYTES + 50_000;

/** A form for a review as it was sent. */
export interface SentReview {
  readonly fields: URLSearchParams;
  /** Public ids of the uploads that show it: kept ones, and those that came with the form. */
  readonly photoUploadIds: readonly string[];
  /** Why photos of the form were not taken, in words; empty when all were. */
  readonly refused: readonly string[];
}

/** Lets the routes take forms with photos, of which no more than one is held in memory at a time. */
export async function takePhotosInForms(routes: FastifyInstance): Promise<void> {
  // Photos too many are read over and refused in words, up to a number that no person chooses.
  const limits = { fileSize: LARGEST_PICTURE_BYTES + 1, files: 50, fields: 20, fieldSize: 20_000 };
  await routes.register(fastifyMultipart, { limits, throwFileSizeLimit: false });
}

/** Reads a form for a review and sends its photos up: browsers with scripts have done so before, and send their ids. */
export async function sentReview(visit: Visit, form: URLSearchParams): Promise<SentReview> {
  const fields = form;
  const kept = (): string[] => [...new Set(fields.getAll('foto'))];
  const sent: string[] = [];
  const refused: string[] = [];
  const words = photoWords[visit.language];
  if (visit.request.isMultipart())
    for await (const part of formParts(visit.request)) {
      if (part.type === 'field') {
        if (typeof part.value === 'string') fields.append(part.fieldname, part.value);
        continue;
      }
      const bytes = await bytesOf(part);
      // A field for files that was left empty comes as a file without bytes.
      if (bytes.length === 0) continue;
      if (kept().length + sent.length >= REVIEW_LIMITS.photos) refused.push(words.tooMany(REVIEW_LIMITS.photos));
      else {
        const { id, why } = await sendUp(visit, bytes, `${fields.get('kunci') ?? ''}-${sent.length + refused.length}`);
        if (id) sent.push(id);
        else refused.push(words.refused(part.filename, why));
      }
    }
  return { fields, photoUploadIds: [...kept(), ...sent], refused: [...new Set(refused)] };
}

/** The public id of the upload that a picture became, or why it was not taken, in words. */
async function sendUp(
  visit: Visit,
  bytes: Uint8Array,
  idempotencyKey: string,
): Promise<{ id: string; why: '' } | { id: null; why: string }> {
  const { upload, ticket, userErrors } = (await visit.ask(CreateUploadDocument, { input: { idempotencyKey } }))
    .createUpload;
  if (!upload || !ticket) return { id: null, why: userErrors.map(({ message }) => message).join(' ') };
  const why = await takeFile(visit.ctx, ticket, bytes);
  return why === null ? { id: upload.id, why: '' } : { id: null, why };
}
