import { COMMON, type Sentences } from '../platform/graphql/user-errors.ts';

/** Refusals about the words of a listing. */
export const LISTING_SENTENCES = {
  TITLE_INVALID: {
    id: 'Judul {from} sampai {limit} huruf.',
    en: 'A title has {from} to {limit} characters.',
    means: 'The title is too short or too long; the message names both limits.',
  },
  DESCRIPTION_TOO_LONG: {
    id: 'Keterangan paling panjang {limit} huruf.',
    en: 'A description has at most {limit} characters.',
    means: 'The description is too long; the message names the limit.',
  },
  CATEGORY_UNKNOWN: {
    id: 'Kategori tidak dikenal.',
    en: 'Unknown category.',
    means: 'No category has this id.',
  },
} satisfies Sentences;

/** Refusals about a variant. */
export const VARIANT_SENTENCES = {
  SKU_INVALID: {
    id: 'Kode barang (SKU) 1 sampai {limit} huruf.',
    en: 'An SKU has 1 to {limit} characters.',
    means: 'The SKU is empty or too long.',
  },
  SKU_TAKEN: {
    id: 'Kode barang (SKU) ini sudah dipakai di toko Anda.',
    en: 'This SKU is in use in your shop.',
    means: 'Another variant of the shop has this SKU.',
  },
  VARIANT_NAME_TOO_LONG: {
    id: 'Nama varian paling panjang {limit} huruf.',
    en: 'The name of a variant has at most {limit} characters.',
    means: 'The name of the variant is too long.',
  },
  OPTIONS_INVALID: {
    id: 'Pilihan paling banyak {limit}, masing-masing bernama berbeda dan paling panjang {characters} huruf.',
    en: 'At most {limit} options, each with a name of its own, of at most {characters} characters.',
    means: 'Too many options, one that is empty or too long, or two of one name.',
  },
  PRICE_INVALID: {
    id: 'Harga Rp1 sampai Rp{limit}.',
    en: 'A price is 1 to {limit} rupiah.',
    means: 'The price is not positive or too high.',
  },
  WEIGHT_INVALID: {
    id: 'Berat 0 sampai {limit} gram.',
    en: 'A weight is 0 to {limit} grams.',
    means: 'The weight is negative or too great.',
  },
  TOO_MANY_VARIANTS: {
    id: 'Varian paling banyak {limit}.',
    en: 'At most {limit} variants.',
    means: 'The product has as many variants as allowed.',
  },
} satisfies Sentences;

/** Refusals about photos of a listing. */
export const PHOTO_SENTENCES = {
  UPLOAD_NOT_READY: {
    id: 'Gambar ini belum terunggah.',
    en: 'This picture has not been uploaded.',
    means: 'No such upload of the caller, or its file has not come.',
  },
  TOO_MANY_PHOTOS: { id: 'Foto paling banyak {limit}.', en: 'At most {limit} photos.', means: 'No more photos fit.' },
  ALT_TOO_LONG: {
    id: 'Keterangan foto paling panjang {limit} huruf.',
    en: 'The text of a photo has at most {limit} characters.',
    means: 'The alternative text is too long.',
  },
} satisfies Sentences;

/** Refusals about a curator's reason. */
export const JUDGEMENT_SENTENCES = {
  NOT_FOUND: COMMON.NOT_FOUND,
  REASON_INVALID: {
    id: 'Alasan 3 sampai {limit} huruf.',
    en: 'A reason has 3 to {limit} characters.',
    means: 'The reason is too short or too long.',
  },
} satisfies Sentences;
