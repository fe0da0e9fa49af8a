import { type Alternative, type Concept, termAlternatives } from './concept.ts';
import { type Form, heardForm, type Reading } from './forms.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Other words for the term that a word makes with one of the term before it: persia kucing makanan asks for pakan kucing. */
export function sharedAlternatives(
  readings: readonly Reading[],
  at: number,
  before: Concept | undefined,
  vocabulary: Vocabulary,
): Alternative[] {
  const here = readings[at];
  const words = before?.written.split(' ') ?? [];
  if (here?.kind !== 'WORD' || words.length < 2) return [];
  const terms = readings.slice(at - words.length, at).flatMap((other) => {
    const found = vocabulary.at([other, here], 0);
    return found?.length === 2 ? termAlternatives(found.known) : [];
  });
  // What the term before says already would say nothing of this word.
  const said = new Set(before?.alternatives.map(({ phrase }) => phrase.join(' ')));
  return terms.filter(
    ({ nearness, phrase }) => nearness === 'LOOSE' && phrase.length > 1 && !said.has(phrase.join(' ')),
  );
}

/** A term in which some of the words are said by one: kado ulang tahun, kado ultah. */
export function shortenedAlternatives(readings: readonly Reading[], vocabulary: Vocabulary): Alternative[] {
  const heard = (some: readonly Reading[]): Form[][] => some.map((reading) => [`~${reading.heard}`]);
  return readings.slice(1).flatMap((_, at): Alternative[] => {
    const two = readings.slice(at, at + 2);
    const forms = readings.length > 2 ? vocabulary.alike(two) : [];
    const phrase = [...heard(readings.slice(0, at)), [...forms], ...heard(readings.slice(at + 2))];
    return forms.length > 0 ? [{ nearness: 'LOOSE', phrase }] : [];
  });
}

/** Other names of one word that are tried in a term. */
const MOST_NAMES = 12;

/** A term in which one of the words is said by two: colokan usb, stop kontak usb. */
export function lengthenedAlternatives(readings: readonly Reading[], vocabulary: Vocabulary): Alternative[] {
  return readings.flatMap((reading, at): Alternative[] => {
    const others = readings.flatMap((other, place) => (place === at ? [] : [[`~${other.heard}`]]));
    const names = reading.kind === 'WORD' ? vocabulary.alikeInTwo(reading).slice(0, MOST_NAMES) : [];
    // What repeats another word of the term says less than the term: tas of tas ransel.
    const isNew = (name: readonly Form[]): boolean => !others.some(([form]) => form && name.includes(form));
    return names.filter(isNew).map((name) => ({
      nearness: 'LOOSE',
      phrase: [...name.map((form) => [form]), ...others],
      isInTitle: true,
    }));
  });
}

/** Letters of the shortest word that is joined to another, of such a one that nobody knows, and of both together. */
const LEAST_PART = 3;
const LEAST_UNKNOWN = 4;
const LEAST_JOINED = 8;

/** The two words that somebody joined whose title has them apart, or the other way round: sajadahturki is sajadah bulu turki. */
export function apartAlternatives(word: string, isWord: (part: string) => boolean): Alternative[] {
  if (word.length < LEAST_JOINED || isWord(word) || !/^[a-z]+$/.test(word)) return [];
  const places = Array.from({ length: word.length - 2 * LEAST_PART + 1 }, (_, at) => at + LEAST_PART);
  return places.flatMap((at): Alternative[] => {
    const parts = [word.slice(0, at), word.slice(at)];
    const unknown = parts.filter((part) => !isWord(part));
    if (unknown.length > 1 || unknown.some((part) => part.length < LEAST_UNKNOWN)) return [];
    return [{ nearness: 'LOOSE', phrase: parts.map((part) => [heardForm(part)]), isInTitle: true }];
  });
}
