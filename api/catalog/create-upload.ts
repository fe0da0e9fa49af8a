import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { isIdempotencyKey } from '../platform/keys.ts';
import { refuse } from '../platform/refusal.ts';
import { LARGEST_PICTURE_BYTES } from './picture.ts';
import { Upload } from './upload.ts';
import { ticketOf } from './upload-ticket.ts';

/** A ticket is good for a quarter of an hour. */
const TICKET_MS = 15 * 60_000;
/** Tickets that one account may take in an hour. */
const TICKETS_PER_HOUR = 200;

/** An upload and the ticket to send its file with. */
export interface TicketedUpload {
  readonly upload: Upload;
  readonly ticket: string;
  /** Where the file goes, relative to the address of the API. */
  readonly url: string;
}

/**
 * Gives the caller a ticket to send one picture with. The same idempotencyKey gives the same upload.
 * Refuses IDEMPOTENCY_KEY_INVALID and TOO_MANY_UPLOADS.
 */
export async function createUpload(
  ctx: Context,
  { idempotencyKey }: { idempotencyKey: string },
): Promise<TicketedUpload> {
  const accountKey = ctx.actor.key ?? '';
  if (!isIdempotencyKey(idempotencyKey)) refuse('IDEMPOTENCY_KEY_INVALID', ['idempotencyKey']);
  const upload = await inTransaction(ctx, async (tx) => {
    // Lock, then look: of two equal calls the second waits here, and then finds the upload of the first.
    await tx.execute('select 1 from account where id = ? for no key update', [accountKey]);
    const made = await tx.findOne(Upload, { accountKey, idempotencyKey });
    if (made) return made;
    const now = ctx.clock.now();
    const recent = await tx.count(Upload, { accountKey, createdAt: { $gt: new Date(now.getTime() - 3_600_000) } });
    if (recent >= TICKETS_PER_HOUR) refuse('TOO_MANY_UPLOADS', [], { limit: TICKETS_PER_HOUR });
    return tx.create(Upload, {
      accountKey,
      idempotencyKey,
      maxBytes: LARGEST_PICTURE_BYTES,
      expiresAt: new Date(now.getTime() + TICKET_MS),
      createdAt: now,
    });
  });
  return { upload, ticket: ticketOf(ctx.secrets, upload), url: '/uploads' };
}
