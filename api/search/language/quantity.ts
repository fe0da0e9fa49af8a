/** Units that measure the same thing, with how many of the first one each holds. */
const MEASURES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  g: {
    mg: 0.001,
    miligram: 0.001,
    g: 1,
    gr: 1,
    gram: 1,
    grm: 1,
    gm: 1,
    ons: 100,
    pon: 500,
    kg: 1000,
    kgs: 1000,
    kilo: 1000,
    kilogram: 1000,
    kuintal: 100_000,
    kwintal: 100_000,
    kw: 100_000,
    ton: 1_000_000,
  },
  ml: { ml: 1, mili: 1, mililiter: 1, cc: 1, cl: 10, l: 1000, lt: 1000, ltr: 1000, liter: 1000, litre: 1000 },
  mm: {
    mm: 1,
    milimeter: 1,
    cm: 10,
    senti: 10,
    sentimeter: 10,
    m: 1000,
    mtr: 1000,
    meter: 1000,
    inci: 25.4,
    inch: 25.4,
    inchi: 25.4,
    yard: 914.4,
    yd: 914.4,
  },
  watt: { watt: 1, w: 1, wat: 1 },
  volt: { volt: 1, v: 1 },
  mah: { mah: 1 },
  gb: { gb: 1, giga: 1, tb: 1024 },
  jam: { jam: 1 },
  pk: { pk: 1 },
  va: { va: 1 },
  gsm: { gsm: 1 },
  lumen: { lumen: 1, lm: 1 },
  rpm: { rpm: 1 },
  psi: { psi: 1 },
};

/** Pieces, and how many each word counts for. The word itself stays a word beside the number. */
const PIECES: Readonly<Record<string, number>> = {
  pcs: 1,
  pc: 1,
  pieces: 1,
  buah: 1,
  bh: 1,
  biji: 1,
  bj: 1,
  butir: 1,
  btr: 1,
  lembar: 1,
  lbr: 1,
  helai: 1,
  sachet: 1,
  saset: 1,
  potong: 1,
  ptg: 1,
  pasang: 1,
  psg: 1,
  batang: 1,
  tusuk: 1,
  keping: 1,
  lusin: 12,
  lsn: 12,
  dz: 12,
  kodi: 20,
  gros: 144,
};

const unitOf = new Map(
  Object.entries(MEASURES).flatMap(([base, units]) =>
    Object.entries(units).map(([unit, factor]) => [unit, { base, factor }] as const),
  ),
);

/** Whether a word is a unit that digits may stand before without a blank. */
export function isUnit(word: string): boolean {
  return unitOf.has(word) || Object.hasOwn(PIECES, word);
}

/** Whether a word only counts pieces, so that a search need not insist on it. */
export function isPieceWord(word: string): boolean {
  return Object.hasOwn(PIECES, word);
}

/** One form for an amount however it is written: 5 kg, 5 kilo and 5000 g are `#5000g`; null when the word is no unit. */
export function amountForm(number: number, unit: string): string | null {
  const measure = unitOf.get(unit);
  return measure ? `#${rounded(number * measure.factor)}${measure.base}` : null;
}

/** One form for a count of pieces: 12 pcs and 1 lusin are `#12`; null when the word counts no pieces. */
export function countForm(number: number, unit: string): string | null {
  return isPieceWord(unit) ? numberForm(number * (PIECES[unit] ?? 1)) : null;
}

/** The form of a number alone. */
export function numberForm(number: number): string {
  return `#${rounded(number)}`;
}

/** The amount in one word: sekilo, seliter, selusin; null for another word. */
export function amountInOneWord(word: string): { readonly number: number; readonly unit: string } | null {
  if (word.length < 5 || !word.startsWith('se')) return null;
  const unit = word.slice(2);
  return unitOf.has(unit) || unit === 'lusin' || unit === 'kodi' ? { number: 1, unit } : null;
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
