import { wordsOf } from './normalise.ts';
import { numberAt, numberOf } from './number-words.ts';
import { amountForm, amountInOneWord, countForm, isPieceWord, isUnit, numberForm } from './quantity.ts';
import { remembered } from './remembered.ts';
import { sound } from './sound.ts';
import { stem } from './stem.ts';

/**
 * What a document is found by, and what a search looks for: a word as it is written, `~` how its stem sounds, `#` an amount, `+` two
 * words joined, `&` two words one after the other, `@` a district. In a document the sign of its field stands before each.
 */
export type Form = string;

/** A place in a text, with the word that stands there and every form that it is found by. */
export interface Reading {
  readonly word: string;
  readonly forms: readonly Form[];
  readonly kind: 'WORD' | 'AMOUNT';
  /** How the stem of the word sounds. */
  readonly heard: string;
}

/** Reads a text: one reading a word; a number and its unit are one amount. */
export function readingsOf(text: string): Reading[] {
  const words = wordsOf(text);
  const readings: Reading[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const short = amountInOneWord(word);
    const said = short ? null : numberAt(words, at);
    const unit = said ? words[at + said.length] : undefined;
    if (short) readings.push(amount(word, short.number, short.unit));
    else if (said && unit !== undefined && isUnit(unit)) {
      readings.push(amount(words.slice(at, at + said.length + 1).join(' '), said.number, unit));
      if (isPieceWord(unit)) readings.push(wordReading(unit));
      at += said.length;
    } else if (said && said.length > 1) {
      const word = words.slice(at, at + said.length).join(' ');
      readings.push({ word, forms: [numberForm(said.number)], kind: 'AMOUNT', heard: word });
      at += said.length - 1;
    } else readings.push(/^\d/.test(word) ? numberReading(word) : wordReading(word));
  }
  return readings;
}

function amount(word: string, number: number, unit: string): Reading {
  const measured = amountForm(number, unit);
  const forms = measured ? [measured] : [countForm(number, unit) ?? numberForm(number)];
  return { word, forms, kind: 'AMOUNT', heard: word };
}

function numberReading(word: string): Reading {
  const number = numberOf(word);
  return number === null ? wordReading(word) : { word, forms: [numberForm(number)], kind: 'AMOUNT', heard: word };
}

function wordReading(word: string): Reading {
  const heard = soundOf(word);
  const number = numberOf(word);
  return { word, forms: [word, `~${heard}`, ...(number === null ? [] : [numberForm(number)])], kind: 'WORD', heard };
}

/** How the stem of a word sounds. */
export const soundOf: (word: string) => string = remembered((word) => sound(stem(word)));

/** The form of all words whose stems sound like that of this one. */
export function heardForm(word: string): Form {
  return `~${soundOf(word)}`;
}

/** Forms that say that words follow each other, by how they sound. */
export function pairForms(heard: readonly string[]): Form[] {
  return heard.slice(1).map((next, at) => `&${heard[at]} ${next}`);
}
