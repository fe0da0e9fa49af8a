import { type Concept, readingsOf, soundOf, understand, type Vocabulary, wordsOf } from '../language/index.ts';

/** Letters from which the beginning of a word is looked for among the words of the vocabulary. */
const SHORTEST_BEGINNING = 3;
/** Words of the vocabulary that an unfinished word may become. */
const MOST_COMPLETIONS = 3;

const quoted = (form: string): string => `'${form.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

/** Text of the tsvector of a name. */
export function nameVector(name: string): string {
  return [...new Set(readingsOf(name).flatMap(({ forms }) => forms))].map(quoted).join(' ');
}

/** Text of the tsquery of the names that carry what these texts ask for, in any order; empty when they ask for nothing. */
export function nameQuery(texts: readonly string[], vocabulary: Vocabulary): string {
  const asked = texts.map((text) => {
    const concepts = understand(text, vocabulary);
    const demanded = concepts.filter(({ role }) => role !== 'WEAK');
    return demanded.map(conceptQuery).join(' & ');
  });
  return asked
    .filter((query) => query !== '')
    .map((query) => `(${query})`)
    .join(' | ');
}

function conceptQuery({ alternatives, written, isLast }: Concept): string {
  const carried = alternatives.map(({ phrase, isPrefix }) =>
    phrase
      .map((forms, at) => {
        const isBegun = isPrefix === true && at === phrase.length - 1;
        return `(${[...new Set(forms)].map((form) => quoted(form) + (isBegun ? ':*' : '')).join(' | ')})`;
      })
      .join(' & '),
  );
  // What is only begun may be spelt otherwise than the word that it will be.
  const heard = soundOf(written);
  if (isLast && heard.length >= SHORTEST_BEGINNING) carried.push(`${quoted(`~${heard}`)}:*`);
  return `(${carried.map((query) => `(${query})`).join(' | ')})`;
}

/**
 * The text with its last word finished, as the vocabulary knows words that begin so, the shortest first; nothing when the word is
 * finished or too short. So `kerud` is understood with all that kerudung means.
 */
export function completions(text: string, vocabulary: Vocabulary): string[] {
  const words = wordsOf(text);
  const last = words.at(-1) ?? '';
  if (last.length < SHORTEST_BEGINNING || vocabulary.holds(last)) return [];
  const longer = vocabulary.wordsFrom(last);
  longer.sort((one, other) => one.length - other.length || (one < other ? -1 : 1));
  return longer.slice(0, MOST_COMPLETIONS).map((word) => [...words.slice(0, -1), word].join(' '));
}

/** By which two texts are told to be alike: how their words sound, in whatever order. */
export function likeness(text: string): string {
  return wordsOf(text).map(soundOf).sort().join(' ');
}
