import { DISTRICTS } from './facts.ts';
import type { ShopLine } from './shop-line.ts';

/** Goods that each shop has that sells from the leaf, and how many listings of them at least: visitors search for them first. */
export const STAPLES: Readonly<Record<string, readonly (readonly [noun: string, listings: number])[]>> = {
  'keripik-kerupuk': [['keripik singkong', 4]],
  kopi: [
    ['kopi bubuk robusta', 1],
    ['es kopi susu', 1],
    ['kopi susu literan', 1],
  ],
  'mi-bakso-soto': [
    ['bakso urat', 1],
    ['mi ayam', 1],
  ],
  'nasi-lauk': [
    ['nasi ayam geprek', 1],
    ['nasi uduk', 1],
  ],
  'nasi-kotak-katering': [['nasi kotak ayam bakar', 1]],
  'kue-basah': [['kue lapis', 1]],
  'roti-bolu': [['roti sobek', 1]],
  sayur: [
    ['bayam', 1],
    ['kangkung', 1],
  ],
  'daging-ayam': [['ayam potong', 1]],
  beras: [['beras pandan wangi', 1]],
  jilbab: [['jilbab segi empat', 1]],
  gamis: [['gamis polos', 1]],
  'daster-baju-tidur': [['daster batik', 1]],
};

/** A line of shops that stands in every part of the town. */
export interface EverydayLine extends ShopLine {
  readonly group: string;
  /** How the names of its shops begin. */
  readonly heads: readonly string[];
}

/** No name promises such a shop: it opens where its goods are lacking. */
const NOTHING = /(?!)/;

/** Shops around the corner; every kecamatan has all of their leaves. */
export const EVERYDAY_LINES: readonly EverydayLine[] = [
  {
    group: 'food',
    heads: ['Warung', 'Kedai'],
    promisedBy: NOTHING,
    leaves: ['kopi', 'mi-bakso-soto', 'nasi-lauk'],
    says: [
      'Tempat mampir warga {kelurahan}: kopi, bakso, dan nasi hangat dari pagi sampai malam.',
      'Kedai kecil di {kecamatan}. Kopinya disangrai tetangga, kuahnya dimasak sejak subuh.',
    ],
  },
  {
    group: 'cake',
    heads: ['Dapur', 'Pawon'],
    promisedBy: NOTHING,
    leaves: ['kue-basah', 'nasi-kotak-katering', 'roti-bolu'],
    says: ['Kue, roti, dan nasi kotak untuk arisan, rapat, dan syukuran warga {kelurahan}.'],
  },
  {
    group: 'fresh',
    heads: ['Lapak', 'Warung'],
    promisedBy: NOTHING,
    leaves: ['sayur', 'daging-ayam', 'beras'],
    says: ['Belanja dapur tiap pagi di {kelurahan}: sayur, ayam potong, dan beras dengan harga pasar.'],
  },
  {
    group: 'fashion',
    heads: ['Butik', 'Busana'],
    promisedBy: NOTHING,
    leaves: ['jilbab', 'gamis', 'daster-baju-tidur'],
    says: ['Jilbab, gamis, dan daster sehari-hari dari penjahit {kelurahan}.'],
  },
  {
    group: 'snack',
    heads: ['Camilan', 'Dapur'],
    promisedBy: NOTHING,
    leaves: ['keripik-kerupuk', 'kacang-camilan'],
    says: ['Keripik dan camilan renyah dari {kelurahan}, digoreng dalam jumlah kecil supaya selalu baru.'],
  },
];

/** Leaves that every kecamatan has. */
export const EVERYDAY_LEAVES: readonly string[] = Object.keys(STAPLES);

type District = (typeof DISTRICTS)[number];

/** Remembers what is sold where, and tells which shop is lacking next. */
export class Neighbourhoods {
  readonly #sold = new Map<District, Set<string>>(DISTRICTS.map((district) => [district, new Set()]));

  /** A shop in the district sells from these leaves. */
  sells(district: District, leaves: readonly string[]): void {
    for (const leaf of leaves) this.#sold.get(district)?.add(leaf);
  }

  /** An everyday line whose goods a district lacks, and the district; null when none lacks any. */
  lacking(): { readonly line: EverydayLine; readonly district: District } | null {
    for (const line of EVERYDAY_LINES)
      for (const [district, sold] of this.#sold)
        if (line.leaves.some((leaf) => leaf in STAPLES && !sold.has(leaf))) return { line, district };
    return null;
  }
}
