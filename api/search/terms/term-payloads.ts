import { errorFamily, payloadType, type Sentences } from '../../platform/graphql/user-errors.ts';
import { SearchTerm } from '../search-term.ts';
import { SynonymEffect } from './synonym-effect.ts';

/** Refusals of a change, whether it is looked at or saved. */
const CHANGE_SENTENCES = {
  NO_CHANGE: {
    id: 'Tidak ada kata yang diubah.',
    en: 'No term is to be changed.',
    means: 'Neither terms nor remove names a term.',
  },
  TOO_MANY_TERMS: {
    id: 'Paling banyak {limit} kata sekali simpan.',
    en: 'At most {limit} terms at once.',
    means: 'Too many terms at once.',
  },
  TERM_INVALID: {
    id: 'Kata berisi 1 sampai {words} kata dan paling panjang {limit} huruf, tanpa <, >, dan huruf rusak.',
    en: 'A term has 1 to {words} words and at most {limit} characters, without <, > and broken characters.',
    means: 'No word is left of the term, it is too long, or it holds <, > or a broken character.',
  },
  MEANINGS_INVALID: {
    id: 'Jumlah arti untuk jenis ini {limit}.',
    en: 'The number of meanings for this kind is {limit}.',
    means: 'A term of this kind has fewer or more meanings; the message says how many.',
  },
  MEANING_INVALID: {
    id: '“{quoted}” tidak bisa menjadi arti: arti berisi 1 sampai {words} kata dan paling panjang {limit} huruf, tanpa <, >, dan huruf rusak.',
    en: '“{quoted}” cannot be a meaning: one has 1 to {words} words and at most {limit} characters, without <, > and broken characters.',
    means: 'No word is left of the meaning, it is too long, or it holds <, > or a broken character.',
  },
  SEEN_INVALID: {
    id: 'Arti yang dilihat paling banyak {count}, masing-masing paling panjang {limit} huruf.',
    en: 'At most {count} meanings of at most {limit} characters each can have been seen.',
    means: 'More was seen than a term can have.',
  },
  CONTRADICTION: {
    id: '“{term}” disebut dua kali atau berarti dirinya sendiri.',
    en: '“{term}” is named twice or means itself.',
    means: 'A term is named twice, means itself, or is the usual spelling of its own usual spelling.',
  },
  KECAMATAN_UNKNOWN: {
    id: 'Kecamatan ini tidak ada.',
    en: 'There is no such kecamatan.',
    means: 'The meaning of a place is the slug of a kecamatan.',
  },
  TERM_EXISTS: {
    id: '“{term}” sudah ada. Cari dan ubah yang ada.',
    en: '“{term}” is there already. Find it and change that one.',
    means: 'A term that was sent as new is in the vocabulary with other meanings.',
  },
  TERM_CHANGED: {
    id: '“{term}” baru saja diubah kurator lain. Muat ulang, lalu ubah lagi.',
    en: 'Another curator has just changed “{term}”. Read it again, then change it.',
    means: 'The term is no longer as it was seen.',
  },
  VOCABULARY_FULL: {
    id: 'Kosakata memuat paling banyak {limit} kata.',
    en: 'The vocabulary holds at most {limit} terms.',
    means: 'There is no room for further terms.',
  },
} satisfies Sentences;

/** Refusals of saveSynonyms. */
export const SAVE_SYNONYMS = errorFamily('SaveSynonyms', {
  ...CHANGE_SENTENCES,
  REASON_INVALID: {
    id: 'Alasan 3 sampai {limit} huruf.',
    en: 'A reason has 3 to {limit} characters.',
    means: 'The reason is too short or too long.',
  },
});
/** What saveSynonyms gives back. */
export const SaveSynonymsPayload = payloadType(SAVE_SYNONYMS, {
  terms: { type: () => [SearchTerm], description: 'The added and replaced terms as they now are.' },
});

/** Refusals of previewSynonyms. */
export const PREVIEW_SYNONYMS = errorFamily('PreviewSynonyms', {
  ...CHANGE_SENTENCES,
  QUERIES_INVALID: {
    id: 'Contoh pencarian 1 sampai {limit}, masing-masing paling panjang {characters} huruf.',
    en: 'There are 1 to {limit} queries of at most {characters} characters each.',
    means: 'Too many queries, or one is empty or too long.',
  },
});
/** What previewSynonyms gives back. */
export const PreviewSynonymsPayload = payloadType(PREVIEW_SYNONYMS, {
  effects: { type: () => [SynonymEffect], description: 'What the change does to each search, in the order asked.' },
});
