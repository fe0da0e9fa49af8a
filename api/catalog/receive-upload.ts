import type { Context } from '../platform/context.ts';
import { inTransaction, type Tx } from '../platform/database/transaction.ts';
import { defineLoader, inOrder } from '../platform/graphql/loader.ts';
import { refuse } from '../platform/refusal.ts';
import { PictureRefused, storePhoto } from './picture.ts';
import { Upload, UploadStatus } from './upload.ts';
import { readTicket, type TicketClaims } from './upload-ticket.ts';

/** What a ticket allows now. Refuses TICKET_INVALID and TICKET_EXPIRED. */
export function allowedBy(ctx: Context, ticket: string): TicketClaims {
  const claims = readTicket(ctx.secrets, ticket);
  if (!claims) refuse('TICKET_INVALID', ['ticket']);
  if (claims.expiresAt <= ctx.clock.now()) refuse('TICKET_EXPIRED', ['ticket']);
  return claims;
}

/**
 * Takes the file of a ticket into the store. Sent again, the first file stays. Refuses FILE_TOO_LARGE, NOT_A_PICTURE,
 * TOO_MANY_PIXELS.
 */
export async function receiveUpload(ctx: Context, claims: TicketClaims, bytes: Uint8Array): Promise<Upload> {
  if (bytes.length > claims.maxBytes) refuse('FILE_TOO_LARGE', ['file'], { limit: claims.maxBytes });
  const picture = await storePhoto(ctx.files, bytes).catch((error: unknown) => {
    if (error instanceof PictureRefused) refuse(error.fault, ['file']);
    throw error;
  });
  return inTransaction(ctx, async (tx) => {
    await tx.execute('select 1 from upload where id = ? for update', [claims.uploadKey]);
    const upload = await tx.findOne(Upload, { key: claims.uploadKey });
    if (!upload) refuse('TICKET_INVALID', ['ticket']);
    if (upload.status === UploadStatus.WAITING) Object.assign(upload, { ...picture, status: UploadStatus.READY });
    return upload;
  });
}

/** A picture that an account has sent up and may use now. */
export interface ReadyUpload {
  readonly hash: string;
  readonly width: number;
  readonly height: number;
}

/** The picture of an upload of this account; null when it is not there, not theirs, or has not come. */
export async function readyUpload(tx: Tx, accountKey: string, uploadKey: string): Promise<ReadyUpload | null> {
  const upload = await tx.findOne(Upload, { key: uploadKey, accountKey, status: UploadStatus.READY });
  return upload as ReadyUpload | null;
}

/** The newest upload of the caller that holds the picture of a content hash; null when there is none. Batched. */
export const ownUploadOf = defineLoader<string, Upload | null>(async (ctx, hashes) => {
  if (ctx.actor.key === null) return hashes.map(() => null);
  const where = { hash: { $in: [...hashes] }, accountKey: ctx.actor.key };
  const uploads = await ctx.em.fork().find(Upload, where, { orderBy: { createdAt: 'asc', key: 'asc' } });
  const newest = new Map(uploads.map((upload) => [upload.hash, upload]));
  return hashes.map((hash) => newest.get(hash) ?? null);
});

/** Uploads by keys, in their order: the caller's own, null for the rest. */
export async function ownUploads(ctx: Context, keys: readonly string[]): Promise<(Upload | null)[]> {
  if (ctx.actor.key === null) return keys.map(() => null);
  const uploads = await ctx.em.fork().find(Upload, { key: { $in: [...keys] }, accountKey: ctx.actor.key });
  return inOrder(keys, uploads, ({ key }) => key);
}
