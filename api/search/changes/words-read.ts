import type { AskedWords } from '../asked-words.ts';
import { type Concept, mend } from '../language/index.ts';
import { markQuery, marksAsked, overlap } from './form-marks.ts';
import type { FormsChange } from './listed-change.ts';

/** Why the words of a search were taken as they were, and how its hits were judged. */
export interface WordsRead {
  /** Marks of all that was asked for, of hits and of the market, each time; null for what everything has. */
  readonly asked: readonly (Int32Array | null)[];
  /** Words that may be typing mistakes; null when all words were taken as they were written. */
  readonly doubtful: readonly DoubtfulWord[] | null;
}

/** A word as it was typed, and whether it is the last one, which may go on. */
type DoubtfulWord = Pick<Concept, 'written' | 'isLast'>;

/** Words that were tried. */
interface TriedWords {
  readonly concepts: readonly Concept[];
  readonly askedMarks: Int32Array | null;
}

/** Words that something carries, and that were taken as they were written. */
export function takenAsWritten({ askedMarks }: TriedWords): WordsRead {
  return { asked: [askedMarks], doubtful: null };
}

/** What was tried before some words were mended or given up: the words as written, then as mended, then as beginnings. */
export function mendedFrom(triedWords: readonly TriedWords[]): WordsRead {
  const tried = [...new Set(triedWords)];
  const mendable = tried.flatMap(({ concepts }) => concepts.filter(({ isMendable }) => isMendable));
  return {
    asked: tried.map((words) => words.askedMarks),
    doubtful: mendable.map(({ written, isLast }) => ({ written, isLast })),
  };
}

/** Marks of all that these words ask for; null for what everything has. */
export function askedMarks({ concepts, named, told, headed, called, judged }: AskedWords): Int32Array | null {
  const queries = [
    ...concepts.flatMap(({ wanted, known }) => [wanted, known]),
    ...[named, told].filter((query) => query !== null),
    ...[headed, called, ...Object.values(judged)],
  ];
  return marksAsked(queries.map(markQuery));
}

/** Whether anything that was asked for is among the forms that a product gained or lost. */
export function isAskedOf({ asked, doubtful }: WordsRead, { between, words }: FormsChange): boolean {
  if (between.length === 0) return false;
  const isAlike = (word: string): boolean => doubtful?.some((mistyped) => mayBeMeant(word, mistyped)) === true;
  return asked.some((marks) => marks === null || overlap(between, marks)) || words.some(isAlike);
}

/** Letters from which a word may have two mistakes, or one and be unfinished: see search_candidates. */
const CROWDED = 7;

/** Whether a word that may be mistyped may be taken for this one, or is no mistake because of it. */
function mayBeMeant(word: string, { written, isLast }: DoubtfulWord): boolean {
  // Of words so long only the most alike are looked at, and one that is not meant may take the place of one that is.
  const mayCrowdOut = written.length >= CROWDED && word[0] === written[0] && word.length >= written.length - 2;
  return word === written || mayCrowdOut || mend(written, [{ word, uses: 1 }], isLast) !== null;
}
