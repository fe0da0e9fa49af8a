import { wordsOf } from './normalise.ts';
import { numberAt, numberOf } from './number-words.ts';
import {
  amountForm,
  amountInOneWord,
  countForm,
  isBareUnit,
  isCounter,
  isLength,
  isTime,
  isUnit,
  numberForm,
  sidesForm,
  unitSaid,
} from './quantity.ts';
import { remembered } from './remembered.ts';
import { newSpelling, sound } from './sound.ts';
import { stem } from './stem.ts';

/**
 * What a document is found by, and what a search looks for: a word as it is written, `~` how its stem sounds, `#` an amount, `+` two
 * words joined, `&` two words one after the other, `@` a district. In a document the sign of its field stands before each.
 */
export type Form = string;

/** What the form of a kecamatan begins with; its slug follows. */
export const DISTRICT_SIGN = '@';

/** A place in a text, with the word that stands there and every form that it is found by. */
export interface Reading {
  readonly word: string;
  readonly forms: readonly Form[];
  readonly kind: 'WORD' | 'AMOUNT';
  /** How the stem of the word sounds. */
  readonly heard: string;
  /** The number of an amount without its unit: what some say who leave that out. */
  readonly number?: string;
  /** A word that only says what the number before it counts. */
  readonly isCounter?: true;
}

/** Reads a text: one reading a word; a number and its unit are one amount. */
export function readingsOf(text: string): Reading[] {
  const words = wordsOf(text);
  const readings: Reading[] = [];
  for (let at = 0; at < words.length; ) {
    const { length, read } = readingsAt(words, at);
    readings.push(...read);
    at += length;
  }
  return readings;
}

/** What stands at this word: its readings, and how many words they take. */
function readingsAt(words: readonly string[], at: number): { length: number; read: Reading[] } {
  const word = words[at] ?? '';
  const short = amountInOneWord(word);
  if (short) return withHalf(words, at, 1, short);
  if (SIDES.test(word)) return sidesAt(words, at);
  const thousands = thousandsAt(words, at);
  if (thousands) return thousands;
  const said = numberAt(words, at);
  if (!said) return { length: 1, read: [/^\d/.test(word) ? numberReading(word) : wordReading(word)] };
  const unit = unitSaid(words[at + said.length] ?? '');
  if (isUnit(unit) || isCounter(unit)) return withHalf(words, at, said.length + 1, { number: said.number, unit });
  if (said.length === 1) return { length: 1, read: [/^\d/.test(word) ? numberReading(word) : wordReading(word)] };
  const spoken = words.slice(at, at + said.length).join(' ');
  return {
    length: said.length,
    read: [{ word: spoken, forms: [numberForm(said.number)], kind: 'AMOUNT', heard: spoken }],
  };
}

const THOUSANDS = /^(\d+)(rb|ribu|k)$/;

/** Thousands of a unit: 10rb mah, 20 ribu mah; null where none stands behind them, for that is money. */
function thousandsAt(words: readonly string[], at: number): { length: number; read: Reading[] } | null {
  const places = THOUSANDS.test(words[at] ?? '') ? 1 : 2;
  const digits = THOUSANDS.exec(words.slice(at, at + places).join(''))?.[1];
  const unit = words[at + places] ?? '';
  if (!digits || !isBareUnit(unit)) return null;
  return { length: places + 1, read: counted(words.slice(at, at + places + 1).join(' '), Number(digits) * 1000, unit) };
}

/** An amount, and a half more where that is said at the end: sekilo setengah, but not 1 kg setengah matang. */
function withHalf(
  words: readonly string[],
  at: number,
  length: number,
  { number, unit }: { readonly number: number; readonly unit: string },
): { length: number; read: Reading[] } {
  const spoken = [...words.slice(at, at + length - 1), length === 1 ? words[at] : unit].join(' ');
  const isHalfMore = isUnit(unit) && words[at + length] === 'setengah' && words.length === at + length + 1;
  if (isHalfMore) return { length: length + 1, read: counted(`${spoken} setengah`, number + 0.5, unit) };
  return { length, read: counted(spoken, number, unit) };
}

const SIDES = /^\d+(\.\d+)?(x\d+(\.\d+)?)+$/;

/** 20x30, with or without the unit of its sides. */
function sidesAt(words: readonly string[], at: number): { length: number; read: Reading[] } {
  const sides = words[at] ?? '';
  const unit = words[at + 1] ?? '';
  const bare = [sides, sidesForm(sides, null)];
  if (!isLength(unit)) return { length: 1, read: [{ word: sides, forms: bare, kind: 'AMOUNT', heard: sides }] };
  const forms = [sidesForm(sides, unit), ...bare];
  return { length: 2, read: [{ word: `${sides} ${unit}`, forms, kind: 'AMOUNT', heard: sides }] };
}

/** An amount, and what it counts where that is a word of its own. */
function counted(word: string, number: number, unit: string): Reading[] {
  const measured = amountForm(number, unit);
  const forms = [measured ?? countForm(number, unit) ?? numberForm(number)];
  const amount: Reading = { word, forms, kind: 'AMOUNT', heard: word, ...(measured ? { number: `${number}` } : {}) };
  const isWord = isCounter(unit) || isTime(unit);
  return isWord && word.includes(' ') ? [amount, { ...wordReading(unit), isCounter: true }] : [amount];
}

function numberReading(word: string): Reading {
  const number = numberOf(word);
  return number === null ? wordReading(word) : { word, forms: [numberForm(number)], kind: 'AMOUNT', heard: word };
}

function wordReading(word: string): Reading {
  const heard = soundOf(word);
  const number = numberOf(word);
  const ring = ringForms(word);
  return { word, forms: [word, `~${heard}`, ...(number === null ? ring : [numberForm(number)])], kind: 'WORD', heard };
}

/** What a wheel is found by that is written short: r17 is ring 17. */
export function ringForms(word: string): Form[] {
  const ring = /^r(1\d|2[0-2])$/.exec(word)?.[1];
  return ring === undefined ? [] : ['ring', numberForm(Number(ring))];
}

/** How the stem of a word sounds. */
export const soundOf: (word: string) => string = remembered((word) => sound(stem(newSpelling(word))));

/** The form of all words whose stems sound like that of this one. */
export function heardForm(word: string): Form {
  return `~${soundOf(word)}`;
}

/** Forms that say that words follow each other, by how they sound. */
export function pairForms(heard: readonly string[]): Form[] {
  return heard.slice(1).map((next, at) => `&${heard[at]} ${next}`);
}
