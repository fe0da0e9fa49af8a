import { bilingual } from './bilingual.ts';

/** Words of photos that are sent up: with a complaint, its answer, a review. */
export const photoWords = bilingual(
  {
    label: (most: number) => `Foto (paling banyak ${most})`,
    choose: 'Pilih foto',
    hint: 'Paling besar 10 MB sebuah.',
    number: (number: number) => `Foto ${number}`,
    keep: (number: number) => `Pakai foto ${number}`,
    drop: (number: number) => `Buang foto ${number}`,
    sending: (count: number) => `Mengirim foto… (${count})`,
    sent: (count: number) => `${count} foto terkirim.`,
    tooMany: (most: number) => `Paling banyak ${most} foto.`,
    refused: (file: string, why: string) => `${file}: ${why}`,
    notSent: 'Fotonya tidak bisa dikirim. Periksa sambunganmu, lalu coba lagi.',
  },
  {
    label: (most: number) => `Photos (at most ${most})`,
    choose: 'Choose photos',
    hint: 'At most 10 MB each.',
    number: (number: number) => `Photo ${number}`,
    keep: (number: number) => `Use photo ${number}`,
    drop: (number: number) => `Leave photo ${number} out`,
    sending: (count: number) => `Sending photos… (${count})`,
    sent: (count: number) => `${count} ${count === 1 ? 'photo' : 'photos'} sent.`,
    tooMany: (most: number) => `At most ${most} photos.`,
    refused: (file: string, why: string) => `${file}: ${why}`,
    notSent: 'The photo cannot be sent. Look at your connection, then try again.',
  },
);
