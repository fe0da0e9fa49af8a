import { wordsOf } from './normalise.ts';
import { amountForm, amountInOneWord, countForm, isPieceWord, isUnit, numberForm, numberOf } from './quantity.ts';
import { sound } from './sound.ts';
import { stem } from './stem.ts';

/**
 * What a document is found by, and what a search looks for: a word as it is written, `=` its stem, `~` its sound, `#` an amount,
 * `+` two words joined, `&` two words one after the other, `@` a district. Documents carry the stem and the sound only where they differ
 * from the word, each with the sign of its field before it.
 */
export type Form = string;

/** A place in a text, with the word that stands there and every form that it is found by. */
export interface Reading {
  readonly word: string;
  readonly forms: readonly Form[];
  readonly kind: 'WORD' | 'AMOUNT';
}

/** Reads a text: one reading a word; a number and its unit are one amount. */
export function readingsOf(text: string): Reading[] {
  const words = wordsOf(text);
  const readings: Reading[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const next = words[at + 1];
    const short = amountInOneWord(word);
    if (short) readings.push(amount(word, short.number, short.unit));
    else if (isAmount(word, next)) {
      readings.push(amount(`${word} ${next}`, numberOf(word) ?? 0, next));
      if (isPieceWord(next)) readings.push(wordReading(next));
      at += 1;
    } else readings.push(/^\d/.test(word) ? numberReading(word) : wordReading(word));
  }
  return readings;
}

const isAmount = (word: string, next: string | undefined): next is string =>
  next !== undefined && numberOf(word) !== null && isUnit(next);

function amount(word: string, number: number, unit: string): Reading {
  const measured = amountForm(number, unit);
  const forms = measured ? [measured] : [countForm(number, unit) ?? numberForm(number)];
  return { word, forms, kind: 'AMOUNT' };
}

function numberReading(word: string): Reading {
  const number = numberOf(word);
  return number === null ? wordReading(word) : { word, forms: [numberForm(number)], kind: 'AMOUNT' };
}

function wordReading(word: string): Reading {
  const [root, heard] = [stem(word), soundOf(word)];
  const forms = [word];
  if (root !== word) forms.push(`=${root}`);
  if (heard !== root) forms.push(`~${heard}`);
  return { word, forms, kind: 'WORD' };
}

/** How the stem of a word sounds. */
export function soundOf(word: string): string {
  return sound(stem(word));
}

/** Forms under which a document may carry a word of this stem. */
export function stemForms(word: string): Form[] {
  const root = stem(word);
  return [...new Set([word, root, `=${root}`])];
}

/** Forms under which a document may carry a word that sounds so. */
export function soundForms(word: string): Form[] {
  const heard = soundOf(word);
  return [heard, `=${heard}`, `~${heard}`];
}
