import { LOOKS, NOUN_LOOKS } from '../drawings/draw-product.ts';
import { looksIn, type Tone, toneOf } from '../drawings/nouns/tone.ts';
import { STAPLES } from './everyday.ts';
import { LEAVES, NOUNS_BY_LEAF, type NounFact } from './facts.ts';

/** Which goods a market offers and which looks they may have: pictures are drawn once each, so a small market keeps to few. */
export interface Assortment {
  /** Goods on offer, by leaf. */
  nounsOf(leaf: string): readonly NounFact[];
  /** Whether the noun in this flavour, colour or pattern has a picture on offer. */
  offers(noun: NounFact, flavour: string | undefined): boolean;
}

/** Looks kept for a leaf of a small market; most leaves show three. */
const LOOKS_OF_LEAF: Readonly<Record<string, number>> = {
  'keripik-kerupuk': 33,
  'nasi-lauk': 5,
  kopi: 4,
  'mi-bakso-soto': 4,
  'lauk-matang': 3,
  'gorengan-jajanan-pasar': 4,
  'kue-basah': 4,
  'roti-bolu': 4,
  'sambal-saus': 5,
  'jus-minuman-segar': 4,
  sayur: 4,
  buah: 4,
  jilbab: 4,
  batik: 8,
  'abon-dendeng': 2,
  'bumbu-rempah': 2,
  'bawahan-wanita': 2,
  'celana-pria': 2,
  'perlengkapan-bayi': 2,
  'telur-susu': 2,
  beras: 2,
  'minyak-gula-tepung': 2,
  'tahu-tempe': 2,
  'bibit-pupuk': 2,
  'alat-kebersihan': 2,
  'tekstil-rumah': 2,
  'lampu-listrik': 2,
  'daur-ulang': 2,
  'perawatan-wajah': 2,
  'minyak-aromaterapi': 2,
  'aksesori-motor': 2,
  'seragam-sekolah': 2,
  'koko-sarung': 2,
  'mukena-sajadah': 2,
  'daster-baju-tidur': 2,
  'baju-anak': 2,
  'ikan-hias-pakan': 2,
  'aksesori-perhiasan': 2,
  'nasi-kotak-katering': 2,
  'sirup-minuman-serbuk': 2,
  'aksesori-hp': 2,
};
const LOOKS_OF_OTHER_LEAF = 3;

/** Every noun in every look. */
export const FULL_ASSORTMENT: Assortment = { nounsOf: (leaf) => NOUNS_BY_LEAF.get(leaf) ?? [], offers: () => true };

/** The goods of a small market: of each leaf the looks that serve most goods, staples first, then in the order of the words. */
export function smallAssortment(): Assortment {
  const kept = new Set<string>();
  for (const leaf of LEAVES.keys()) for (const look of bestLooks(leaf)) kept.add(`${leaf}/${look}`);
  const fits = (noun: NounFact, tone: Tone): boolean =>
    looksIn(NOUN_LOOKS[noun.noun] ?? [], tone).every((look) => kept.has(`${noun.category}/${look}`));
  const nouns = new Map([...NOUNS_BY_LEAF].map(([leaf, list]) => [leaf, list.filter((noun) => fits(noun, 'plain'))]));
  return { nounsOf: (leaf) => nouns.get(leaf) ?? [], offers: (noun, flavour) => fits(noun, toneOf(flavour)) };
}

function bestLooks(leaf: string): string[] {
  const room = LOOKS_OF_LEAF[leaf] ?? LOOKS_OF_OTHER_LEAF;
  const chosen = new Set<string>();
  const staples = new Set(STAPLES[leaf]?.map(([noun]) => noun));
  const listed = NOUNS_BY_LEAF.get(leaf) ?? [];
  const nouns = [...listed.filter(({ noun }) => staples.has(noun)), ...listed.filter(({ noun }) => !staples.has(noun))];
  const serve = (looks: readonly string[]): void => {
    const fresh = looks.filter((look) => !chosen.has(look) && look in LOOKS);
    if (chosen.size + fresh.length <= room) for (const look of fresh) chosen.add(look);
  };
  for (const { noun } of nouns) serve(looksIn(NOUN_LOOKS[noun] ?? [], 'plain'));
  for (const { noun } of nouns) {
    const looks = NOUN_LOOKS[noun] ?? [];
    if ('plain' in looks) for (const tone of Object.keys(looks) as Tone[]) serve(looksIn(looks, tone));
  }
  return [...chosen];
}
