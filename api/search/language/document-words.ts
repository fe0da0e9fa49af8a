import { DISTRICT_SIGN, type Form, pairForms, type Reading, readingsOf } from './forms.ts';
import { LONGEST_WORD } from './normalise.ts';
import { STOP_WORDS, saysLittle } from './spoken-words.ts';
import { traitPlaces } from './traits.ts';
import { CLASSIFIERS } from './units.ts';

/** The texts of a product by which it is found. */
export interface DocumentTexts {
  readonly title: string;
  readonly category: string;
  readonly options: string;
  /** Options that are a smell, a taste or a look. */
  readonly traits: string;
  /** Article numbers, between bars. */
  readonly skus: string;
  readonly shop: string;
  /** Slug of the kecamatan of the shop. */
  readonly kecamatan: string;
  readonly description: string;
  /** Whether its seller says that it is halal, in whatever words. */
  readonly isHalal: boolean;
}

/**
 * Where in a document a form stands: how much it says of what the product is. TRAIT and CHOICE hold what it smells or tastes of or looks
 * like, by its title and by its options, which is another thing than it is; KEYWORD what its seller files it under, keywords, article numbers
 * and that it is halal; TEXT the prose of the description, which also names things that are not sold here.
 */
export type Field = 'TITLE' | 'TRAIT' | 'CATEGORY' | 'CHOICE' | 'SHOP' | 'KEYWORD' | 'TEXT';

/** What a form of each field begins with in a document. */
export const FIELD_SIGNS: Readonly<Record<Field, string>> = {
  TITLE: '.',
  TRAIT: ':',
  CATEGORY: '/',
  CHOICE: ';',
  SHOP: ',',
  KEYWORD: '%',
  TEXT: '-',
};
/** What the first word of a title is found by as well. */
export const FIRST_SIGN = '^';

/** Words of a field that are looked at; a description may be a novel. */
const MOST_WORDS = 400;

/** Begins the last line of a description that has keywords, as the import of products writes it. */
const KEYWORDS = /^Kata kunci:(?=[^\n]*(?![\s\S]))/m;

type FormsAt = (readings: readonly Reading[], at: number) => readonly Form[];

/**
 * Every form by which a product is found, each with the sign of its field. A set and nothing more: what stands beside what is said
 * by forms too (`&` two words that follow each other), so that any engine that knows sets can search.
 */
export function documentForms(texts: DocumentTexts): ReadonlySet<Form> {
  const found = new Set<Form>([`${DISTRICT_SIGN}${texts.kecamatan}`]);
  const put = (
    text: string,
    field: Field | ((at: number) => Field),
    formsAt: FormsAt,
    read = readingsOf(text),
  ): void => {
    const readings = read.slice(0, MOST_WORDS);
    for (let at = 0; at < readings.length; at += 1)
      for (const form of formsAt(readings, at))
        if (form.length < LONGEST_WORD)
          found.add(`${FIELD_SIGNS[typeof field === 'string' ? field : field(at)]}${form}`);
  };
  const title = readingsOf(texts.title);
  const traits = traitPlaces(texts.title, title, readingsOf);
  put(texts.title, (at) => (traits.has(at) ? 'TRAIT' : 'TITLE'), withNext, title);
  put(texts.category, 'CATEGORY', withPair);
  put(texts.options, 'CATEGORY', plain);
  put(texts.traits, 'CHOICE', plain);
  put(texts.shop, 'SHOP', withNext);
  const [prose = '', keywords = ''] = texts.description.split(KEYWORDS);
  put(prose, 'TEXT', spoken);
  put(keywords, 'KEYWORD', withPair);
  for (const sku of texts.skus.split(' | ')) put(sku, 'KEYWORD', articleNumber);
  if (texts.isHalal) put(HALAL, 'KEYWORD', bare);
  for (const form of firstWords(texts.title).flatMap(({ forms }) => forms))
    if (form.length < LONGEST_WORD) found.add(`${FIRST_SIGN}${form}`);
  return found;
}

/** What a title begins with, behind words of the shop window too: Promo Buah Mangga. */
function firstWords(title: string): readonly Reading[] {
  const readings = readingsOf(title).slice(0, MOST_FIRST);
  const first = readings.findIndex(({ word }) => !saysLittle(word));
  return readings.slice(0, first < 0 ? MOST_FIRST : first + 1);
}

const MOST_FIRST = 3;

const bare: FormsAt = (readings, at) => readings[at]?.forms ?? [];

/** What is searched for of a product that is halal. */
const HALAL = 'halal';

/** An amount also without its unit. */
const plain: FormsAt = (readings, at) => {
  const number = readings[at]?.number;
  return number === undefined ? bare(readings, at) : [...bare(readings, at), number];
};

/** Letters of a piece of an article number that could as well be another word: UI-42 has nothing to do with UI. */
const SHORT_PIECE = /^\p{L}{1,2}$/u;

/** As its pieces are written; a short one only together with the piece beside it. */
const articleNumber: FormsAt = (readings, at) => {
  const [word = '', next] = [readings[at]?.word, readings[at + 1]?.word];
  const isShort = readings.length > 1 && SHORT_PIECE.test(word);
  const joined = next !== undefined && (isShort || SHORT_PIECE.test(next)) ? [word + next] : [];
  return isShort ? joined : [word, ...joined];
};

/** Without the words that say nothing: nobody looks for what is of and with. */
const spoken: FormsAt = (readings, at) => (STOP_WORDS.has(readings[at]?.word ?? '') ? [] : bare(readings, at));

/** Also together with the next word, by how both sound. */
const withPair: FormsAt = (readings, at) => {
  const [here, next] = [readings[at], readings[at + 1]];
  const isPair = here?.kind === 'WORD' && next?.kind === 'WORD';
  return isPair ? [...here.forms, ...pairForms([here.heard, next.heard])] : plain(readings, at);
};

/** Whether a word only counts, at the end of what is said: sapu 1 buah is no fruit, yet 2 buah naga are some. */
function onlyCounts(here: Reading | undefined, next: Reading | undefined): boolean {
  const isLast = next?.kind !== 'WORD' || saysLittle(next.word);
  return here?.isCounter === true && CLASSIFIERS.has(here.word) && isLast;
}

/** Also joined with the next word, for those who write them as one. */
const withNext: FormsAt = (readings, at) => {
  const [here, next] = [readings[at], readings[at + 1]];
  if (onlyCounts(here, next)) return [];
  if (here?.kind !== 'WORD' || !next) return plain(readings, at);
  if (next.kind === 'WORD') return [...withPair(readings, at), `+${here.word}${next.word}`];
  const isSize = SIZE_LETTERS.test(here.word) && /^\d{1,4}$/.test(next.word);
  return isSize ? [...plain(readings, at), `+${here.word}${next.word}`] : plain(readings, at);
};

/** Letters that a number behind them makes a size or a model: M 34 is m34. */
const SIZE_LETTERS = /^\p{L}{1,3}$/u;

/** Fields in which a form can stand: joined words are looked for in titles and names of shops, what follows what in names. */
export function fieldsOf(form: Form, among: readonly Field[]): readonly Field[] {
  if (form.startsWith('+')) return among.filter((field) => field === 'TITLE' || field === 'TRAIT' || field === 'SHOP');
  return form.startsWith('&') ? among.filter((field) => field !== 'TEXT') : among;
}
