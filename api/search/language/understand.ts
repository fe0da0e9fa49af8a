import { pairForm } from './document-words.ts';
import { type Form, heardForm, type Reading, readingsOf, soundOf } from './forms.ts';
import { numberOf } from './number-words.ts';
import { isPieceWord, numberForm } from './quantity.ts';
import { ROOTS } from './roots.ts';
import { GENERAL_WORDS, STOP_WORDS, WEAK_WORDS } from './spoken-words.ts';
import { stem } from './stem.ts';
import type { KnownTerm, Vocabulary } from './vocabulary.ts';

/** How near an alternative is to what was written: the word, its spellings and affixes, its synonyms, what it comprises. */
export type Nearness = 'EXACT' | 'NEAR' | 'SOUND' | 'LOOSE' | 'BROAD';

/** Something that a document may carry for a concept: a form for each place of a phrase, any of each list. */
export interface Alternative {
  readonly nearness: Nearness;
  readonly phrase: readonly (readonly Form[])[];
  /** Forms that all must stand in the same field as well: that its places follow each other. Without them they may stand apart. */
  readonly pairs?: readonly Form[];
  /** Whether its last place may be the beginning of a word. */
  readonly isPrefix?: true;
}

/** One thing that a search asks for. */
export interface Concept {
  readonly role: 'THING' | 'GENERAL' | 'PLACE' | 'AMOUNT' | 'WEAK';
  /** The words as they were read. */
  readonly written: string;
  /** Whether it may be a typing mistake: one word that no term holds. */
  readonly isMendable: boolean;
  readonly isLast: boolean;
  readonly alternatives: readonly Alternative[];
}

/** Concepts of a search; a longer one is cut. */
const MOST_CONCEPTS = 12;

/** What somebody looks for, in the order written. Words that carry little are left out, or are WEAK, as long as others remain. */
export function understand(text: string, vocabulary: Vocabulary): Concept[] {
  const readings = readingsOf(text);
  const concepts = conceptsOf(readings, vocabulary).slice(0, MOST_CONCEPTS);
  const isMore = concepts.some(({ role }) => role !== 'WEAK');
  const spoken = isMore ? concepts.filter(({ written }) => !STOP_WORDS.has(written)) : concepts;
  const kept = isMore ? spoken : spoken.map((concept) => ({ ...concept, role: 'THING' as const }));
  return withJoined(kept);
}

function conceptsOf(readings: readonly Reading[], vocabulary: Vocabulary): Concept[] {
  const words = readings.map(({ word }) => word);
  const heard = words.map(soundOf);
  const concepts: Concept[] = [];
  for (let at = 0; at < readings.length; ) {
    const reading = readings[at];
    if (!reading) break;
    const found = reading.kind === 'WORD' ? vocabulary.at(heard, at) : null;
    const begun = found && found.length > 1 ? null : begunPhrase(words.slice(at), vocabulary);
    if (begun) {
      concepts.push(begun);
      break;
    }
    const length = found?.length ?? 1;
    const isLast = at + length >= readings.length;
    concepts.push(
      reading.kind === 'AMOUNT'
        ? amountConcept(reading, isLast)
        : length > 1
          ? phraseConcept(words.slice(at, at + length), found?.known ?? null, isLast, vocabulary)
          : wordConcept(reading.word, found?.known ?? null, isLast, vocabulary),
    );
    at += length;
  }
  return concepts;
}

function amountConcept({ word, forms }: Reading, isLast: boolean): Concept {
  const written: Alternative[] = /^\d+$/.test(word) ? [{ nearness: 'LOOSE', phrase: [[word]] }] : [];
  const alternatives: Alternative[] = [{ nearness: 'EXACT', phrase: [forms] }, ...written];
  return { role: 'AMOUNT', written: word, isMendable: false, isLast, alternatives };
}

function wordConcept(word: string, known: KnownTerm | null, isLast: boolean, vocabulary: Vocabulary): Concept {
  const alternatives: Alternative[] = [
    { nearness: 'EXACT', phrase: [[word]] },
    // Affixes are no mistakes; what only sounds alike may be one.
    ...(stem(word) === word ? [] : [{ nearness: 'NEAR' as const, phrase: [[heardForm(word)]] }]),
    { nearness: 'NEAR', phrase: [[`+${word}`]] },
    { nearness: 'SOUND', phrase: [[heardForm(word)]] },
    ...termAlternatives(known),
  ];
  const number = numberOf(word);
  if (number !== null) alternatives.push({ nearness: 'NEAR', phrase: [[numberForm(number)]] });
  if (isLast && word.length > 1) alternatives.push({ nearness: 'LOOSE', phrase: [[word]], isPrefix: true });
  if (isLast && !known) alternatives.push(...termAlternatives(vocabulary.begun([word])));
  return {
    role: roleOf(word, known),
    written: word,
    isMendable: !known && !vocabulary.holds(word) && !isLanguage(word),
    isLast,
    alternatives,
  };
}

/** Words of a term that is still being typed. */
const MOST_BEGUN = 4;

/** The last words as the beginning of a term: `ikat ping`; null when they are not, or when the last of them is a word already. */
function begunPhrase(words: readonly string[], vocabulary: Vocabulary): Concept | null {
  const last = words.at(-1) ?? '';
  if (words.length < 2 || words.length > MOST_BEGUN || isLanguage(last) || vocabulary.at([soundOf(last)], 0))
    return null;
  const known = vocabulary.begun(words);
  if (!known) return null;
  const phrase = words.map((word) => [word]);
  const alternatives: Alternative[] = [
    { nearness: 'EXACT', phrase, pairs: pairsOf(words.slice(0, -1)), isPrefix: true },
    { nearness: 'NEAR', phrase, isPrefix: true },
    ...termAlternatives(known),
  ];
  return { role: 'THING', written: words.join(' '), isMendable: false, isLast: true, alternatives };
}

/** Words of the language itself are no typing mistakes, whether the market has them or not. */
const isLanguage = (word: string): boolean =>
  /\d/.test(word) || STOP_WORDS.has(word) || WEAK_WORDS.has(word) || GENERAL_WORDS.has(word) || ROOTS.has(stem(word));

function roleOf(word: string, known: KnownTerm | null): Concept['role'] {
  if (known?.kecamatan) return 'PLACE';
  if (numberOf(word) !== null) return 'AMOUNT';
  if (STOP_WORDS.has(word) || WEAK_WORDS.has(word) || isPieceWord(word) || known?.isIntent || word === 'depok')
    return 'WEAK';
  return GENERAL_WORDS.has(word) ? 'GENERAL' : 'THING';
}

function phraseConcept(
  words: readonly string[],
  known: KnownTerm | null,
  isLast: boolean,
  vocabulary: Vocabulary,
): Concept {
  const alternatives: Alternative[] = [
    { nearness: 'EXACT', phrase: words.map((word) => [word]), pairs: pairsOf(words) },
    { nearness: 'NEAR', phrase: words.map((word) => [heardForm(word)]) },
    { nearness: 'NEAR', phrase: [[words.join(''), `+${words.join('')}`]] },
    ...termAlternatives(known),
  ];
  // A term may also stand there with each of its words said otherwise: shampoo bayi, sampo bayi.
  const others = words.map((word) => [heardForm(word), ...vocabulary.alike(word).map(heardForm)]);
  if (others.some((forms) => forms.length > 1)) alternatives.push({ nearness: 'LOOSE', phrase: others });
  const role = known?.kecamatan ? 'PLACE' : known?.isIntent ? 'WEAK' : 'THING';
  return { role, written: words.join(' '), isMendable: false, isLast, alternatives };
}

function termAlternatives(known: KnownTerm | null): Alternative[] {
  if (!known) return [];
  const phrases = (nearness: Nearness, terms: KnownTerm['near']): Alternative[] =>
    terms.map((words) => ({ nearness, phrase: words.map((word) => [heardForm(word)]), pairs: pairsOf(words) }));
  const district: Alternative[] = known.kecamatan ? [{ nearness: 'LOOSE', phrase: [[`@${known.kecamatan}`]] }] : [];
  return [
    ...phrases('NEAR', known.near),
    ...phrases('LOOSE', known.loose),
    ...phrases('BROAD', known.broad),
    ...district,
  ];
}

const pairsOf = (words: readonly string[]): Form[] => words.slice(1).map((word, at) => pairForm(words[at] ?? '', word));

/** Two words beside each other may be written as one. */
function withJoined(concepts: readonly Concept[]): Concept[] {
  return concepts.map((concept, at) => {
    const [before, after] = [concepts[at - 1], concepts[at + 1]];
    const joined = [before && before.written + concept.written, after && concept.written + after.written];
    const forms = joined.filter((form) => form !== undefined && /^\p{L}{5,}$/u.test(form)) as string[];
    if (forms.length === 0 || concept.role === 'PLACE') return concept;
    return { ...concept, alternatives: [...concept.alternatives, { nearness: 'NEAR' as const, phrase: [forms] }] };
  });
}
