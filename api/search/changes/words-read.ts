import type { AskedWords } from '../asked-words.ts';
import { allOf, anyOf, type FormQuery, NAMING_FIELDS } from '../form-query.ts';
import { FIELD_SIGNS } from '../language/index.ts';
import { type MarkQuery, markQuery, mayCarry, sizeOf } from './form-marks.ts';
import type { ProductChange } from './listed-change.ts';

/** Words that were taken as they were written, because of what products carry. */
interface TakenAsWritten {
  readonly isMended: false;
  /** What a product carries that shows it: all words, and the thing where it says what it is. */
  readonly shown: MarkQuery;
  /** Words that would be typing mistakes if nothing carried them, each as what carries it. */
  readonly known: readonly MarkQuery[];
}

/** Words of which some were mended or given up, or none could be found. */
interface Mended {
  readonly isMended: true;
  /** Any of the words that were tried. */
  readonly tried: MarkQuery;
  /** Words that may be typing mistakes. */
  readonly doubtful: readonly string[];
}

/** Why the words of a search were taken as they were. */
export type WordsRead = TakenAsWritten | Mended;

/** Why words that something carries were taken as they were written. */
export function takenAsWritten({ concepts, named }: AskedWords): WordsRead {
  const all = concepts.map(({ wanted }) => wanted);
  const mendable = concepts.filter(({ isMendable }) => isMendable);
  return {
    isMended: false,
    shown: markQuery(allOf(named ? [...all, named] : all)),
    known: mendable.map(({ known, written }) => markQuery(anyOf([known, wordItself(written)]))),
  };
}

/** A word in the names of things: where the words of the market are from. */
function wordItself(written: string): FormQuery {
  return anyOf(NAMING_FIELDS.map((field) => ({ form: `${FIELD_SIGNS[field]}${written}`, isBegun: false })));
}

/** What was tried before these words were taken as they were: the words as written, then as mended, then as beginnings. */
export function mendedFrom(tried: readonly AskedWords[]): WordsRead {
  const concepts = tried.flatMap((words) => words.concepts);
  return {
    isMended: true,
    tried: markQuery(anyOf(concepts.map(({ wanted }) => wanted))),
    doubtful: concepts.filter(({ isMendable }) => isMendable).map(({ written }) => written),
  };
}

/** How many marks are kept of an answer to words. */
export function marksIn(hits: MarkQuery, read: WordsRead): number {
  const queries = read.isMended ? [hits, read.tried] : [hits, read.shown, ...read.known];
  return queries.reduce<number>((sum, query) => sum + sizeOf(query), 0);
}

/** Whether words may be taken otherwise after a product came, went, or changed what it is found by. */
export function isReadAnew(
  read: WordsRead,
  { old, words }: ProductChange,
  marks: { readonly old: Int32Array; readonly new: Int32Array },
): boolean {
  if (read.isMended) {
    const isTried = mayCarry(marks.old, read.tried) || mayCarry(marks.new, read.tried);
    return isTried || words.some((word) => read.doubtful.some((mistyped) => mayBeMeant(word, mistyped)));
  }
  // Whether it carries them still is not asked: marks would say yes where forms say no.
  return old !== null && [read.shown, ...read.known].some((query) => mayCarry(marks.old, query));
}

/** Whether a mistyped word may be taken for this one: see search_candidates. */
function mayBeMeant(word: string, mistyped: string): boolean {
  if (word[0] === mistyped[0]) return true;
  const swapped = `${mistyped[1]}${mistyped[0]}${mistyped.slice(2)}`;
  return [mistyped.slice(1), swapped].includes(word) || [mistyped, mistyped.slice(1)].includes(word.slice(1));
}
