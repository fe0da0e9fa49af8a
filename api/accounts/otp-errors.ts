import type { Sentences } from '../platform/graphql/user-errors.ts';

/** Why a number is not taken. */
export const PHONE_SENTENCES = {
  PHONE_INVALID: {
    id: 'Nomor ini bukan nomor ponsel Indonesia. Contoh: 0812-3456-7890.',
    en: 'This is not an Indonesian mobile number. Example: 0812-3456-7890.',
    means: 'Not an Indonesian mobile number.',
  },
} satisfies Sentences;

/** Why a code is not sent. */
export const SENDING_SENTENCES = {
  ...PHONE_SENTENCES,
  TOO_MANY_REQUESTS: {
    id: 'Terlalu sering meminta kode. Coba lagi dalam {seconds} detik.',
    en: 'Codes were asked for too often. Try again in {seconds} seconds.',
    means: 'A limit per number, address or block of numbers is reached; the message names the wait in seconds.',
  },
} satisfies Sentences;

/** Why a code is not accepted; other domains that ask for a code take these into their family. */
export const CODE_SENTENCES = {
  CODE_WRONG: {
    id: 'Kode salah. Sisa percobaan: {left}.',
    en: 'Wrong code. Tries left: {left}.',
    means: 'Not the code that was sent; the message names the tries that are left.',
  },
  CODE_EXPIRED: {
    id: 'Kode sudah tidak berlaku. Minta kode baru.',
    en: 'The code is no longer valid. Ask for a new one.',
    means: 'No code is waiting: never asked for, too old, used, or replaced by a newer one.',
  },
  CODE_LOCKED: {
    id: 'Terlalu banyak kode salah. Minta kode baru.',
    en: 'Too many wrong codes. Ask for a new one.',
    means: 'The tries of this code are used up.',
  },
} satisfies Sentences;
