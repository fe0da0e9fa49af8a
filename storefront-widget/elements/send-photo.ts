import { CreateUploadDocument } from '../operations/generated/graphql.ts';
import type { Language } from '../words/bilingual.ts';
import { photoWords } from '../words/photo.ts';
import { ask } from './client.ts';
import { newKey } from './new-key.ts';

/** A picture that was sent up. */
export interface SentPhoto {
  /** Public id of its upload. */
  readonly id: string;
  /** Address of the picture in a small width. */
  readonly url: string;
}

/** Sends a picture up under a ticket. Gives the picture, or in words why it is not taken. Throws an ApiError when the API gives no ticket. */
export async function sendPhoto(file: File, language: Language): Promise<SentPhoto | string> {
  const { createUpload } = await ask(CreateUploadDocument, { input: { idempotencyKey: newKey() } });
  const { ticket, upload, url, userErrors } = createUpload;
  if (!ticket || !upload || !url) return userErrors.map(({ message }) => message).join(' ');
  const form = new FormData();
  form.append('ticket', ticket);
  form.append('file', file);
  const headers = { 'accept-language': language };
  // Without a connection there is no answer, and of a proxy's page no sentence.
  const response = await fetch(url, { method: 'POST', body: form, headers }).catch(() => null);
  const answer = (await response?.json().catch(() => null)) as {
    photoUrl?: string;
    error?: { message: string };
  } | null;
  if (response?.ok && answer?.photoUrl) return { id: upload.id, url: answer.photoUrl };
  return answer?.error?.message ?? photoWords[language].notSent;
}
