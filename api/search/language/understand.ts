import { type Alternative, type Concept, termAlternatives } from './concept.ts';
import { withDeeds } from './deeds.ts';
import { wordInDigits } from './digit-letters.ts';
import { EVERYDAY_WORDS } from './everyday-words.ts';
import { heardForm, pairForms, type Reading, readingsOf, ringForms } from './forms.ts';
import { type NamedBrand, serviceHeads, withBrands } from './implied.ts';
import { withJoined } from './joined-words.ts';
import { numberOf } from './number-words.ts';
import { isOfItsOwn, namesFrom, ownNames, saidForm } from './own-words.ts';
import { amountForm, beginsTime, numberForm } from './quantity.ts';
import { ROOTS } from './roots.ts';
import {
  apartAlternatives,
  lengthenedAlternatives,
  sharedAlternatives,
  shortenedAlternatives,
} from './shared-words.ts';
import { lacksVowels } from './short-words.ts';
import {
  ANNOUNCING_WORDS,
  GENERAL_WORDS,
  ORIGIN_WORDS,
  PURPOSE_WORDS,
  STOP_WORDS,
  saysLittle,
  WEAK_WORDS,
} from './spoken-words.ts';
import { stem } from './stem.ts';
import type { KnownTerm } from './term.ts';
import { toolAt } from './tools.ts';
import { MEASURED } from './units.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Concepts of a search; a longer one is cut. */
const MOST_CONCEPTS = 12;

/** What somebody looks for, in the order written. Words that carry little are left out, or are WEAK, as long as others remain. */
export function understand(text: string, vocabulary: Vocabulary): Concept[] {
  const readings = readingsOf(text).map((reading) => inLetters(reading, vocabulary));
  const concepts = conceptsOf(readings, vocabulary).slice(0, MOST_CONCEPTS);
  const isMore = concepts.some(({ role }) => role !== 'WEAK');
  const spoken = isMore ? concepts.flatMap(withoutStopWord) : concepts;
  const kept = isMore ? spoken : spoken.map((concept) => ({ ...concept, role: 'THING' as const }));
  return withJoined(withDeeds(kept.length === 1 ? kept.map((each) => asTypedOut(each, vocabulary)) : kept));
}

/** Letters from which a word that everybody knows is rather typed out than begun. */
const LEAST_TYPED_OUT = 3;

/** What may be typed out is the beginning of another one at the head of a title only: panci asks for no umpan pancing. */
function asTypedOut(concept: Concept, vocabulary: Vocabulary): Concept {
  const { written, alternatives } = concept;
  const isKnown = isLanguage(written) || (written.length === LEAST_TYPED_OUT && vocabulary.isTerm(written));
  if (written.length < LEAST_TYPED_OUT || !isKnown) return concept;
  const isBegun = ({ isPrefix, phrase }: Alternative): boolean => isPrefix === true && phrase.length === 1;
  return { ...concept, alternatives: alternatives.map((each) => (isBegun(each) ? { ...each, isHead: true } : each)) };
}

/** What was written with digits for letters, as the word that it is. */
function inLetters(reading: Reading, vocabulary: Vocabulary): Reading {
  const isKnown = (word: string): boolean => vocabulary.holds(word) || isLanguage(word);
  const word = reading.kind === 'WORD' && !vocabulary.holds(reading.word) ? wordInDigits(reading.word, isKnown) : null;
  return (word === null ? null : readingsOf(word)[0]) ?? reading;
}

/** Words that carry a sentence are left out; the last may be the beginning of another: roti gan. */
function withoutStopWord(concept: Concept): Concept[] {
  if (concept.role !== 'WEAK' && !STOP_WORDS.has(concept.written)) return [concept];
  if (!concept.isLast) return STOP_WORDS.has(concept.written) ? [] : [concept];
  const alternatives = concept.alternatives.map((each) =>
    each.isPrefix ? { ...each, nearness: 'NEAR' as const } : each,
  );
  return [{ ...concept, role: 'WEAK', alternatives }];
}

function conceptsOf(readings: readonly Reading[], vocabulary: Vocabulary): Concept[] {
  const concepts: Concept[] = [];
  const brands: NamedBrand[] = [];
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
    const concept =
      reading.kind === 'AMOUNT'
        ? amountConcept(reading, isLast)
        : length > 1
          ? phraseConcept(readings.slice(at, at + length), found?.known ?? null, isLast, vocabulary)
          : wordConcept(reading.word, found?.known ?? null, isLast, vocabulary);
    const isAnnouncing = at > 0 && !isLast && ANNOUNCING_WORDS.has(reading.word);
    const isWeak = length === 1 && (isAnnouncing || isBesideAmount(readings, at));
    // What something is for may be anything: that the vocabulary knows of it says nothing.
    const isPurpose = concepts.length > 1 && PURPOSE_WORDS.has(readings[at - 1]?.word ?? '');
    const shared = length === 1 ? sharedAlternatives(readings, at, concepts.at(-1), vocabulary) : [];
    const alternatives = [...concept.alternatives, ...shared, ...serviceHeads(readings.slice(at), length)];
    if (found && found.known.kinds.length > 0)
      brands.push({
        at: concepts.length,
        heard: readings.slice(at, at + length).map(({ heard }) => heard),
        kinds: found.known.kinds,
      });
    concepts.push({
      ...concept,
      ...(isWeak && { role: 'WEAK' }),
      ...(isPurpose && { isTerm: false }),
      alternatives,
    });
    at += length;
  }
  return withBrands(concepts, brands);
}

/** Whether a word says no more than the amount beside it: 10 botol, tinggi 5 cm, ukuran 40; or is an amount that says nothing, 1 sak. */
function isBesideAmount(readings: readonly Reading[], at: number): boolean {
  const [here, next] = [readings[at], readings[at + 1]];
  if (here?.kind === 'AMOUNT') return next?.isCounter === true && here.forms[0] === ONE;
  if (here?.isCounter) return true;
  // Long sleeves stay long in front of a size.
  const isLengthwise = GENERAL_WORDS.has(here?.word ?? '');
  return (
    next?.kind === 'AMOUNT' &&
    MEASURED.has(here?.word ?? '') &&
    (!isLengthwise || next.forms[0]?.endsWith('mm') === true)
  );
}

const ONE = numberForm(1);

/** The longer of the two; of equal ones the term, which is called like the tool as well: alat potong is pemotong and pisau. */
function nearerOf(tool: ReturnType<typeof toolAt>, said: ReturnType<Vocabulary['at']>): typeof said {
  if (!tool || !said || tool.length !== said.length) return tool && tool.length > (said?.length ?? 0) ? tool : said;
  return { ...said, known: { ...said.known, near: [...said.known.near, ...tool.known.near] } };
}

/** The term there. A brand beside its own kind only narrows it: what is asked for in `semen tiga roda` is not any semen. */
function termAt(readings: readonly Reading[], at: number, vocabulary: Vocabulary): ReturnType<Vocabulary['at']> {
  const longest = vocabulary.at(readings, at);
  const words = readings.slice(at, at + (longest?.length ?? 1)).map(({ word }) => word);
  // What something is for is not what it is: roti buat tawar asks for no pembuat roti.
  const isOther =
    words.length > 1 && words.some((word) => PURPOSE_WORDS.has(word)) && !vocabulary.isTerm(words.join(' '));
  const said = isOther ? vocabulary.at(readings.slice(at, at + 1), 0) : longest;
  const tool = toolAt(readings, at, vocabulary);
  const found = nearerOf(tool, said);
  if (!found || found.known.kinds.length === 0) return found;
  const heard = readings.map((reading) => reading.heard);
  const others = ` ${[...heard.slice(0, at), ...heard.slice(at + found.length)].join(' ')} `;
  const isNarrower = found.known.kinds.some((kind) => others.includes(` ${kind} `));
  return isNarrower ? { ...found, known: { ...found.known, loose: [] } } : found;
}

function amountConcept({ word, forms }: Reading, isLast: boolean): Concept {
  const written: Alternative[] = /^\d+(\.\d+)?$/.test(word) ? [{ nearness: 'LOOSE', phrase: [[word]] }] : [];
  const alternatives: Alternative[] = [{ nearness: 'EXACT', phrase: [forms] }, ...written];
  return { role: 'AMOUNT', written: word, isMendable: false, isTerm: false, isLast, alternatives };
}

/** Letters of the shortest word that is hardly the beginning of another. */
const SHORTEST_THING = 4;

function wordConcept(word: string, known: KnownTerm | null, isLast: boolean, vocabulary: Vocabulary): Concept {
  const isBare = stem(word) === word;
  const isOther = isOfItsOwn(word, known, vocabulary);
  const alternatives: Alternative[] = [
    { nearness: 'EXACT', phrase: [[word]] },
    // Affixes are no mistakes; what only sounds alike may be one.
    { nearness: 'NEAR', phrase: [[`+${word}`, ...(isBare || isOther ? [] : [heardForm(word)])]] },
    ...(isOther ? ownNames(word) : [{ nearness: 'SOUND' as const, phrase: [[heardForm(word)]] }]),
    ...termAlternatives(known),
  ];
  const number = numberOf(word);
  if (number !== null) alternatives.push({ nearness: 'NEAR', phrase: [numberForms(number)] });
  const ring = ringForms(word);
  if (ring.length > 0) alternatives.push({ nearness: 'NEAR', phrase: ring.map((form) => [form]) });
  const isTypedOut = word.length >= SHORTEST_THING && vocabulary.isTerm(word) && beginsTime(word);
  if (isLast && word.length > 1 && !isTypedOut)
    alternatives.push({ nearness: 'LOOSE', phrase: [[word]], isPrefix: true });
  if (isLast && !known) alternatives.push(...termAlternatives(vocabulary.begun([word])));
  if (!known) alternatives.push(...apartAlternatives(word, (part) => vocabulary.holds(part) || isLanguage(part)));
  return {
    role: roleOf(word, known),
    written: word,
    isMendable: isMendable(word, vocabulary),
    isTerm: known !== null || (vocabulary.holds(word) && !ORIGIN_WORDS.has(word)),
    isLast,
    alternatives,
  };
}

/** The forms of a number in letters. A part is one of a kilo or of a litre: gula setengah. */
function numberForms(number: number): string[] {
  const parts = number < 1 ? ['kilo', 'liter'].map((unit) => amountForm(number, unit)) : [];
  return [numberForm(number), ...parts.filter((form) => form !== null)];
}

/** Words of a term that is still being typed. */
const MOST_BEGUN = 4;

/** The last words as the beginning of a term: `ikat ping`; null when they are not, or when the last of them is a word already. */
function begunPhrase(readings: readonly Reading[], vocabulary: Vocabulary): Concept | null {
  const last = readings.at(-1);
  if (!last || readings.length < 2 || readings.length > MOST_BEGUN) return null;
  // A letter is one that is typed on, also where it is a unit: kompor g.
  const isWord = last.word.length > 1 && (isLanguage(last.word) || vocabulary.at([last], 0) !== null);
  if (isWord) return null;
  const words = readings.map(({ word }) => word);
  const known = vocabulary.begun(words);
  if (!known) return null;
  const phrase = words.map((word) => [word]);
  // Each of its words may be said otherwise as well: risoles ma, where the term is risol mayo.
  const alike = readings.map((reading) => [reading.word, ...(reading === last ? [] : vocabulary.alike([reading]))]);
  const alternatives: Alternative[] = [
    { nearness: 'EXACT', phrase, pairs: pairForms(readings.slice(0, -1).map(({ heard }) => heard)), isPrefix: true },
    { nearness: 'NEAR', phrase, isPrefix: true },
    { nearness: 'LOOSE', phrase: alike, isPrefix: true },
    ...termAlternatives(known),
  ];
  return { role: 'THING', written: words.join(' '), isMendable: false, isTerm: true, isLast: true, alternatives };
}

/** What can be a word of this language, and is long enough to tell what was meant. */
const MENDABLE = /^[a-z]{4,24}$/;

/** Whether it may be a typing mistake. A known word is none, nor is one with affixes: batangan; but its short form may stand for another word too. */
function isMendable(word: string, vocabulary: Vocabulary): boolean {
  if (isLanguage(word)) return false;
  return lacksVowels(word) || (MENDABLE.test(word) && ![word, stem(word)].some((each) => vocabulary.holds(each)));
}

/** Words of the language itself are no typing mistakes, whether the market has them or not. */
export const isLanguage = (word: string): boolean =>
  /\d/.test(word) ||
  [STOP_WORDS, WEAK_WORDS, GENERAL_WORDS, EVERYDAY_WORDS].some((words) => words.has(word)) ||
  [ROOTS, EVERYDAY_WORDS].some((words) => words.has(stem(word)));

function roleOf(word: string, known: KnownTerm | null): Concept['role'] {
  if (known && known.kecamatan.length > 0) return 'PLACE';
  // A size or a model: m34, a4.
  if (numberOf(word) !== null || /\d/.test(word)) return 'AMOUNT';
  if (saysLittle(word) || known?.isIntent || word === 'depok') return 'WEAK';
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
  const isCounted = readings.some(({ kind }) => kind === 'AMOUNT');
  const alternatives: Alternative[] = [
    {
      nearness: 'EXACT',
      phrase: readings.map(({ kind, word, forms }) => (kind === 'AMOUNT' ? forms : [word])),
      pairs: isCounted ? [] : pairForms(readings.map(({ heard }) => heard)),
    },
    // Each of its words may be written as two: raket bulutangkis.
    {
      nearness: 'NEAR',
      phrase: readings.map(({ kind, word, forms }) =>
        kind === 'AMOUNT' ? forms : [saidForm(word), ...(word.length >= LEAST_JOINED ? [`+${word}`] : [])],
      ),
    },
    { nearness: 'NEAR', phrase: [[words.join(''), `+${words.join('')}`]] },
    ...termAlternatives(known),
    ...namesFrom(readings),
  ];
  // A term may also stand there with each of its words said otherwise: shampoo bayi, sampo bayi.
  const others = readings.map((reading) => [...new Set([`~${reading.heard}`, ...vocabulary.alike([reading])])]);
  if (others.some((forms) => forms.length > 1)) alternatives.push({ nearness: 'LOOSE', phrase: others });
  alternatives.push(...shortenedAlternatives(readings, vocabulary), ...lengthenedAlternatives(readings, vocabulary));
  const role = known && known.kecamatan.length > 0 ? 'PLACE' : known?.isIntent ? 'WEAK' : 'THING';
  return { role, written: words.join(' '), isMendable: false, isTerm: true, isLast, alternatives };
}
