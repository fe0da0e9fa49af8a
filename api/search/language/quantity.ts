import { COUNTERS, MEASURES, PIECES } from './units.ts';

/** Words that only look as if they said one of something. */
const LIKE_ONE = new Set([
  'sekali',
  'sesusun',
  'setingkat',
  'sebuah',
  'seorang',
  'sekarat',
  'sehari',
  'seminggu',
  'sebulan',
  'setahun',
  'sejam',
  'semenit',
]);

/** Counters of three letters that one word with se- says one of; sepak and seset are others. */
const SHORT_COUNTERS = new Set(['rim', 'dus', 'dos', 'rol', 'box']);

const unitOf = new Map(
  Object.entries(MEASURES).flatMap(([base, units]) =>
    Object.entries(units).map(([unit, factor]) => [unit, { base, factor }] as const),
  ),
);

/** Whether a word is a unit that digits may stand before without a blank. */
export function isUnit(word: string): boolean {
  return unitOf.has(word) || isPieceWord(word);
}

/** Whether a word measures lengths, so that two or three numbers may share it: 20x30 cm. */
export function isLength(word: string): boolean {
  return unitOf.get(word)?.base === 'mm';
}

/** Whether a word counts time, and so is a word of the language as well: 3 bulan, ulang tahun. */
export function isTime(word: string): boolean {
  return ['hari', 'bulan', 'jam'].includes(unitOf.get(word)?.base ?? '');
}

/** Whether a word is an amount of nothing else: kg, cm, watt; not what may be a size, as l. */
export function isBareUnit(word: string): boolean {
  return word.length > 1 && unitOf.has(word) && !isTime(word);
}

/** Whether a word only counts pieces, so that a search need not insist on it. */
export function isPieceWord(word: string): boolean {
  return Object.hasOwn(PIECES, word);
}

/** Whether a word behind a number only counts: 10 botol. */
export function isCounter(word: string): boolean {
  return isPieceWord(word) || COUNTERS.has(word);
}

/** The unit that goods are sold by: 2 literan are 2 liter; the word itself where it is another, as meteran, which measures. */
export function unitSaid(word: string): string {
  const unit = word.endsWith('an') ? word.slice(0, -2) : word;
  return isUnit(unit) && !isUnit(word) && !isTime(unit) && unit !== 'meter' ? unit : word;
}

/** Whether a word of time begins with these letters and goes on: tahu is not the beginning of 2 tahun. */
export function beginsTime(letters: string): boolean {
  return TIMES.some((unit) => unit.startsWith(letters) && unit !== letters);
}

const TIMES = [...unitOf.keys()].filter(isTime);

/** One form for an amount however it is written: 5 kg, 5 kilo and 5000 g are `#5000g`; null when the word is no unit. */
export function amountForm(number: number, unit: string): string | null {
  const measure = unitOf.get(unit);
  return measure ? `#${rounded(number * measure.factor)}${measure.base}` : null;
}

/** One form for a count of pieces: 12 pcs and 1 lusin are `#12`; null when the word counts none. */
export function countForm(number: number, unit: string): string | null {
  return isCounter(unit) ? numberForm(number * (PIECES[unit] ?? 1)) : null;
}

/** The form of a number alone. */
export function numberForm(number: number): string {
  return `#${rounded(number)}`;
}

/** One form for the sides of a thing, whichever is named first: 2x3 meter and 300x200 cm; without a unit as they are. */
export function sidesForm(sides: string, unit: string | null): string {
  const measure = unit === null ? null : unitOf.get(unit);
  const lengths = sides.split('x').map((side) => rounded(Number(side) * (measure?.factor ?? 1)));
  return `#${lengths.sort((one, other) => one - other).join('x')}${measure?.base ?? ''}`;
}

/** The amount in one word: sekilo, seliter, selusin, sebungkus; null for another word. */
export function amountInOneWord(word: string): { readonly number: number; readonly unit: string } | null {
  if (word.length < 5 || !word.startsWith('se') || LIKE_ONE.has(word)) return null;
  const unit = word.slice(2);
  return unitOf.has(unit) || SHORT_COUNTERS.has(unit) || (unit.length > 3 && isCounter(unit))
    ? { number: 1, unit }
    : null;
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
