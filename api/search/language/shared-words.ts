import { type Alternative, type Concept, termAlternatives } from './concept.ts';
import type { Form, Reading } from './forms.ts';
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
