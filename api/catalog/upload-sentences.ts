import type { Sentences } from '../platform/graphql/user-errors.ts';
import { LARGEST_PICTURE_BYTES, LARGEST_PICTURE_PIXELS } from './picture.ts';

const megabytes = LARGEST_PICTURE_BYTES / 1024 / 1024;
const megapixels = LARGEST_PICTURE_PIXELS / 1_000_000;

/** Why POST /uploads does not take a file, and the status that says so. */
export const UPLOAD_SENTENCES = {
  TICKET_INVALID: { id: 'Tiket unggah tidak dikenal.', en: 'Unknown upload ticket.', means: 'Not a ticket of ours.' },
  TICKET_EXPIRED: { id: 'Tiket unggah sudah lewat.', en: 'The upload ticket has expired.', means: 'Too late.' },
  FILE_MISSING: {
    id: 'Kirim `ticket` lalu `file` sebagai multipart/form-data.',
    en: 'Send `ticket` and then `file` as multipart/form-data.',
    means: 'Not a form with ticket and file.',
  },
  FILE_TOO_LARGE: {
    id: `Berkas paling besar ${megabytes} MB.`,
    en: `A file has at most ${megabytes} MB.`,
    means: 'More bytes than the ticket allows.',
  },
  NOT_A_PICTURE: {
    id: 'Berkas ini bukan gambar JPEG, PNG, WebP, AVIF, atau GIF.',
    en: 'This file is no JPEG, PNG, WebP, AVIF or GIF picture.',
    means: 'The content is not a picture that is taken.',
  },
  TOO_MANY_PIXELS: {
    id: `Gambar paling besar ${megapixels} juta piksel.`,
    en: `A picture has at most ${megapixels} million pixels.`,
    means: 'More pixels than are taken.',
  },
} satisfies Sentences;

/** HTTP status of each refusal. */
export const UPLOAD_STATUS: Readonly<Record<string, number>> = {
  TICKET_INVALID: 403,
  TICKET_EXPIRED: 403,
  FILE_MISSING: 400,
  FILE_TOO_LARGE: 413,
  NOT_A_PICTURE: 415,
  TOO_MANY_PIXELS: 415,
};
