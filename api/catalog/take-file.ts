import type { Context } from '../platform/context.ts';
import { DomainError } from '../platform/refusal.ts';
import { allowedBy, receiveUpload } from './receive-upload.ts';
import { uploadRefusal } from './upload-refusal.ts';

/** Takes the file of a ticket that came by a form of our own pages. Gives null when it was taken, otherwise why not, in the caller's language. */
export async function takeFile(ctx: Context, ticket: string, bytes: Uint8Array): Promise<string | null> {
  try {
    await receiveUpload(ctx, allowedBy(ctx, ticket), bytes);
    return null;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return uploadRefusal(ctx, error).message;
  }
}
