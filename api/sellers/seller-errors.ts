import { COMMON, type Sentences } from '../platform/graphql/user-errors.ts';

/** Refusals shared by the mutations on shops. */
export const SELLER_SENTENCES = {
  NOT_FOUND: COMMON.NOT_FOUND,
  NAME_INVALID: {
    id: 'Nama toko 3 sampai {limit} huruf.',
    en: 'A shop name has 3 to {limit} characters.',
    means: 'The name of the shop is too short or too long.',
  },
  DESCRIPTION_TOO_LONG: {
    id: 'Keterangan paling panjang {limit} huruf.',
    en: 'The description has at most {limit} characters.',
    means: 'The description is too long; the message names the limit.',
  },
  ADDRESS_INVALID: {
    id: 'Alamat 5 sampai {limit} huruf.',
    en: 'An address has 5 to {limit} characters.',
    means: 'The street address is too short or too long.',
  },
  KELURAHAN_UNKNOWN: {
    id: 'Kelurahan tidak dikenal.',
    en: 'Unknown kelurahan.',
    means: 'No kelurahan of Depok has this id.',
  },
  PLACE_OUTSIDE_DEPOK: {
    id: 'Letak toko lebih dari {limit} km dari kelurahannya.',
    en: 'The shop lies more than {limit} km from its kelurahan.',
    means: 'The location is not near the kelurahan given.',
  },
  CERTIFICATE_INVALID: {
    id: 'Nomor sertifikat halal 5 sampai {limit} huruf dan angka.',
    en: 'A halal certificate number has 5 to {limit} letters and digits.',
    means: 'The number of the halal certificate has not the form of one.',
  },
} satisfies Sentences;
