import type { Secrets } from '../platform/secrets.ts';
import { sameText } from '../platform/secrets.ts';
import type { Upload } from './upload.ts';

/** What a ticket says, once its signature was found good. */
export interface TicketClaims {
  readonly uploadKey: string;
  readonly expiresAt: Date;
  readonly maxBytes: number;
}

const PURPOSE = 'upload-ticket';

/** The ticket with which a file may be sent once: what is allowed, signed. Whoever holds it needs nothing else. */
export function ticketOf(secrets: Secrets, upload: Upload): string {
  const claims = `${upload.key}.${upload.expiresAt.getTime()}.${upload.maxBytes}`;
  return `${claims}.${signature(secrets, claims)}`;
}

/** What a ticket allows; null for one that is not ours. Whether it has expired is for the caller to see. */
export function readTicket(secrets: Secrets, ticket: string): TicketClaims | null {
  const parts = /^([0-9a-f-]{36})\.(\d{1,16})\.(\d{1,10})\.([\w-]{43})$/.exec(ticket);
  if (!parts) return null;
  const [, uploadKey = '', expires = '', maxBytes = '', signed = ''] = parts;
  if (!sameText(signed, signature(secrets, `${uploadKey}.${expires}.${maxBytes}`))) return null;
  return { uploadKey, expiresAt: new Date(Number(expires)), maxBytes: Number(maxBytes) };
}

function signature(secrets: Secrets, claims: string): string {
  return secrets.hmac(PURPOSE, claims).toString('base64url');
}
