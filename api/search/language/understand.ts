import { type Alternative, type Concept, termAlternatives } from './concept.ts';
import { withDeeds } from './deeds.ts';
import { EVERYDAY_WORDS } from './everyday-words.ts';
import { heardForm, pairForms, type Reading, readingsOf, soundOf } from './forms.ts';
import { numberOf } from './number-words.ts';
import { isPieceWord, numberForm } from './quantity.ts';
import { ROOTS } from './roots.ts';
import { GENERAL_WORDS, STOP_WORDS, WEAK_WORDS } from './spoken-words.ts';
import { stem } from './stem.ts';
import type { KnownTerm, Vocabulary } from './vocabulary.ts';

/** Concepts of a search; a longer one is cut. */
const MOST_CONCEPTS = 12;

/** What somebody looks for, in the order written. Words that carry little are left out, or are WEAK, as long as others remain. */
export function understand(text: string, vocabulary: Vocabulary): Concept[] {
  const readings = readingsOf(text);
  const concepts = conceptsOf(readings, vocabulary).slice(0, MOST_CONCEPTS);
  const isMore = concepts.some(({ role }) => role !== 'WEAK');
  const spoken = isMore ? concepts.filter(({ written }) => !STOP_WORDS.has(written)) : concepts;
  const kept = isMore ? spoken : spoken.map((concept) => ({ ...concept, role: 'THING' as const }));
  return withJoined(withDeeds(kept));
}

function conceptsOf(readings: readonly Reading[], vocabulary: Vocabulary): Concept[] {
  const concepts: Concept[] = [];
  for (let at = 0; at < readings.length; ) {
    const reading = readings[at];
    if (!reading) break;
    const found = reading.kind === 'WORD' ? termAt(readings, at, vocabulary) : null;
    const begun = found && found.length > 1 ? null : begunPhrase(readings.slice(at), vocabulary);
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
          ? phraseConcept(readings.slice(at, at + length), found?.known ?? null, isLast, vocabulary)
          : wordConcept(reading.word, found?.known ?? null, isLast, vocabulary),
    );
    at += length;
  }
  return concepts;
}

/** The term there. A brand beside its own kind only narrows it: what is asked for in `semen tiga roda` is not any semen. */
function termAt(readings: readonly Reading[], at: number, vocabulary: Vocabulary): ReturnType<Vocabulary['at']> {
  const found = vocabulary.at(readings, at);
  if (!found || found.known.kinds.length === 0) return found;
  const heard = readings.map((reading) => reading.heard);
  const others = ` ${[...heard.slice(0, at), ...heard.slice(at + found.length)].join(' ')} `;
  const isNarrower = found.known.kinds.some((kind) => others.includes(` ${kind} `));
  return isNarrower ? { ...found, known: { ...found.known, loose: [] } } : found;
}

function amountConcept({ word, forms }: Reading, isLast: boolean): Concept {
  const written: Alternative[] = /^\d+$/.test(word) ? [{ nearness: 'LOOSE', phrase: [[word]] }] : [];
  const alternatives: Alternative[] = [{ nearness: 'EXACT', phrase: [forms] }, ...written];
  return { role: 'AMOUNT', written: word, isMendable: false, isTerm: false, isLast, alternatives };
}

function wordConcept(word: string, known: KnownTerm | null, isLast: boolean, vocabulary: Vocabulary): Concept {
  const isBare = stem(word) === word;
  const isInstrument = !isBare && INSTRUMENT.test(word) && vocabulary.isTerm(word) && !isCalledAfterRoot(word, known);
  const alternatives: Alternative[] = [
    { nearness: 'EXACT', phrase: [[word]] },
    // Affixes are no mistakes; what only sounds alike may be one.
    { nearness: 'NEAR', phrase: [[`+${word}`, ...(isBare || isInstrument ? [] : [heardForm(word)])]] },
    ...(isInstrument ? [] : [{ nearness: 'SOUND' as const, phrase: [[heardForm(word)]] }]),
    ...termAlternatives(known),
  ];
  const number = numberOf(word);
  if (number !== null) alternatives.push({ nearness: 'NEAR', phrase: [[numberForm(number)]] });
  if (isLast && word.length > 1) alternatives.push({ nearness: 'LOOSE', phrase: [[word]], isPrefix: true });
  if (isLast && !known) alternatives.push(...termAlternatives(vocabulary.begun([word])));
  return {
    role: roleOf(word, known),
    written: word,
    // Nor is a known word with affixes a mistake: batangan.
    isMendable: MENDABLE.test(word) && ![word, stem(word)].some((each) => vocabulary.holds(each)) && !isLanguage(word),
    isTerm: known !== null || vocabulary.holds(word),
    isLast,
    alternatives,
  };
}

/** Named after what is done with it: pewangi, penghapus, pencukur. */
const INSTRUMENT = /^pe(?!r).*(?<!an)$/;

/** Whether the vocabulary calls it by another form of its root too: pemarut is parutan, while pewangi is not all that is wangi. */
function isCalledAfterRoot(word: string, known: KnownTerm | null): boolean {
  const root = soundOf(word);
  const others = [...(known?.near ?? []), ...(known?.loose ?? [])];
  return others.some(({ forms, heard }) => heard.length === 1 && heard[0] === root && forms[0] !== word);
}

/** Words of a term that is still being typed. */
const MOST_BEGUN = 4;

/** The last words as the beginning of a term: `ikat ping`; null when they are not, or when the last of them is a word already. */
function begunPhrase(readings: readonly Reading[], vocabulary: Vocabulary): Concept | null {
  const last = readings.at(-1);
  if (!last || readings.length < 2 || readings.length > MOST_BEGUN) return null;
  if (isLanguage(last.word) || vocabulary.at([last], 0)) return null;
  const words = readings.map(({ word }) => word);
  const known = vocabulary.begun(words);
  if (!known) return null;
  const phrase = words.map((word) => [word]);
  const alternatives: Alternative[] = [
    { nearness: 'EXACT', phrase, pairs: pairForms(readings.slice(0, -1).map(({ heard }) => heard)), isPrefix: true },
    { nearness: 'NEAR', phrase, isPrefix: true },
    ...termAlternatives(known),
  ];
  return { role: 'THING', written: words.join(' '), isMendable: false, isTerm: true, isLast: true, alternatives };
}

/** What can be a word of this language, and is long enough to tell what was meant. */
const MENDABLE = /^[a-z]{4,24}$/;

/** Words of the language itself are no typing mistakes, whether the market has them or not. */
const isLanguage = (word: string): boolean =>
  /\d/.test(word) ||
  [STOP_WORDS, WEAK_WORDS, GENERAL_WORDS, EVERYDAY_WORDS].some((words) => words.has(word)) ||
  [ROOTS, EVERYDAY_WORDS].some((words) => words.has(stem(word)));

function roleOf(word: string, known: KnownTerm | null): Concept['role'] {
  if (known?.kecamatan) return 'PLACE';
  // A size or a model: m34, a4.
  if (numberOf(word) !== null || /\d/.test(word)) return 'AMOUNT';
  if (STOP_WORDS.has(word) || WEAK_WORDS.has(word) || isPieceWord(word) || known?.isIntent || word === 'depok')
    return 'WEAK';
  return GENERAL_WORDS.has(word) ? 'GENERAL' : 'THING';
}

/** Letters of a word that may be two. */
const LEAST_JOINED = 7;

function phraseConcept(
  readings: readonly Reading[],
  known: KnownTerm | null,
  isLast: boolean,
  vocabulary: Vocabulary,
): Concept {
  const words = readings.map(({ word }) => word);
  const alternatives: Alternative[] = [
    { nearness: 'EXACT', phrase: words.map((word) => [word]), pairs: pairForms(readings.map(({ heard }) => heard)) },
    // Each of its words may be written as two: raket bulutangkis.
    {
      nearness: 'NEAR',
      phrase: words.map((word) => [heardForm(word), ...(word.length >= LEAST_JOINED ? [`+${word}`] : [])]),
    },
    { nearness: 'NEAR', phrase: [[words.join(''), `+${words.join('')}`]] },
    ...termAlternatives(known),
  ];
  // A term may also stand there with each of its words said otherwise: shampoo bayi, sampo bayi.
  const others = readings.map((reading) => [...new Set([`~${reading.heard}`, ...vocabulary.alike(reading)])]);
  if (others.some((forms) => forms.length > 1)) alternatives.push({ nearness: 'LOOSE', phrase: others });
  const role = known?.kecamatan ? 'PLACE' : known?.isIntent ? 'WEAK' : 'THING';
  return { role, written: words.join(' '), isMendable: false, isTerm: true, isLast, alternatives };
}

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
