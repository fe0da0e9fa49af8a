import { LISTING_SENTENCES, VARIANT_SENTENCES } from '../catalog-sentences.ts';

/** Why a row of a sheet was not entered. */
export interface ImportFault {
  readonly line: number;
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
}

const SENTENCES: Readonly<Record<string, { readonly id: string; readonly en: string }>> = {
  ...LISTING_SENTENCES,
  ...VARIANT_SENTENCES,
  ROW_UNREADABLE: { id: 'Baris ini tidak terbaca sebagai objek JSON.', en: 'This line is not a JSON object.' },
  TEXT_BROKEN: {
    id: 'Huruf rusak di kolom {column}: "{text}"; perbaiki hurufnya; CSV disimpan sebagai UTF-8.',
    en: 'Broken characters in the column {column}: "{text}"; mend them; a CSV is saved as UTF-8.',
  },
  CELLS_TOO_MANY: {
    id: 'Baris ini berisi {count} sel, kolomnya hanya {columns}; beri tanda kutip pada sel yang memuat pemisah ({separator}).',
    en: 'This row has {count} cells, but there are {columns} columns; put cells that hold the separator ({separator}) in quotation marks.',
  },
  PRICE_CUT: {
    id: 'Harga {price} diikuti {next}: kalau maksudnya {price},{next}, tulis tanpa koma atau dalam tanda kutip; kalau memang {price}, tulis {price}.00.',
    en: 'The price {price} is followed by {next}: if {price},{next} is meant, write it without the comma or in quotation marks; if it is {price}, write {price}.00.',
  },
  SELLER_MISSING: { id: 'Nama toko kosong.', en: 'The shop has no name.' },
  NAME_INVALID: { id: 'Nama toko 3 sampai {limit} huruf.', en: 'The name of a shop has 3 to {limit} characters.' },
  SELLER_NOT_OPEN: {
    id: 'Toko "{text}" belum disahkan atau ditangguhkan.',
    en: 'The shop "{text}" is not verified, or suspended.',
  },
  SELLER_UNCLEAR: {
    id: 'Ada beberapa toko bernama "{text}"; isi kecamatannya.',
    en: 'Several shops are named "{text}"; give the kecamatan.',
  },
  KECAMATAN_MISSING: {
    id: 'Toko "{text}" baru, tetapi kecamatannya kosong.',
    en: 'The shop "{text}" is new, but its kecamatan is blank.',
  },
  KECAMATAN_UNKNOWN: { id: 'Kecamatan "{text}" tidak ada di Depok.', en: 'Depok has no kecamatan "{text}".' },
  CATEGORY_TOO_LONG: { id: 'Kategori paling panjang {limit} huruf.', en: 'A category has at most {limit} characters.' },
  PRICE_UNREADABLE: {
    id: 'Harga "{text}" bukan rupiah bulat.',
    en: 'The price "{text}" is not a whole sum of rupiah.',
  },
  STOCK_INVALID: {
    id: 'Stok "{text}" bukan bilangan bulat 0 sampai {limit}.',
    en: 'The stock "{text}" is not a whole number from 0 to {limit}.',
  },
  HALAL_INVALID: { id: 'Halal "{text}": tulis ya atau tidak.', en: 'Halal "{text}": write ya or tidak.' },
  BELOW_RESERVED: {
    id: '{reserved} buah sudah dipesan pembeli; stok tidak bisa kurang dari itu.',
    en: 'Buyers have ordered {reserved} pieces; the stock cannot be less.',
  },
  SKU_REPEATED: {
    id: 'SKU {text} toko ini ada lagi di baris {line}; yang berlaku baris {line}.',
    en: 'The SKU {text} of this shop comes again on line {line}; line {line} counts.',
  },
};

/** A fault in one line, in both languages. */
export function faultSentence({ line, code, values }: ImportFault): string {
  const sentence = SENTENCES[code];
  const filled = (text: string): string => text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
  return `Baris ${line}: ${filled(sentence?.id ?? code)} / Line ${line}: ${filled(sentence?.en ?? code)}`;
}
