import { type Candidate, type Concept, mend, readingsOf, type Vocabulary, wordsOf } from '../language/index.ts';

/** A word that nothing carries: its place among the concepts, words of the market alike, and titles that sound like it. */
export interface Doubtful {
  readonly at: number;
  readonly candidates: readonly Candidate[];
  readonly titles: readonly string[];
}

/** A text with its typing mistakes mended. */
export interface MendedText {
  readonly text: string;
  /** The words as typed, in order. */
  readonly typed: readonly string[];
  /** What each mistyped word was taken for. */
  readonly better: ReadonlyMap<string, string>;
}

/** The text with its typing mistakes mended, by the words of the market and of the vocabulary; null when there is nothing to mend. */
export function mendedText(
  text: string,
  words: { readonly concepts: readonly Concept[] },
  doubtful: readonly Doubtful[],
  vocabulary: Vocabulary,
): MendedText | null {
  const better = new Map<string, string>();
  const typed = wordsOf(text);
  for (const { at, candidates, titles } of doubtful) {
    const concept = words.concepts[at];
    if (!concept) continue;
    const heard = wordsOf(titles.join(' ')).map((word) => ({ word, uses: 1 }));
    const taught = vocabulary.wordsLike(concept.written).map((word) => ({ word, uses: 0 }));
    const isFitting = (word: string): boolean => isTermBeside(word, concept.written, typed, vocabulary);
    const meant = mend(concept.written, [...candidates, ...heard, ...taught], concept.isLast, isFitting);
    if (meant !== null) better.set(concept.written, meant);
  }
  if (better.size === 0) return null;
  return { text: mendedBy(typed, better), typed, better };
}

/** Whether a word, in the place of the mistyped one, is a term with the word before or behind it. */
function isTermBeside(word: string, mistyped: string, typed: readonly string[], vocabulary: Vocabulary): boolean {
  const at = typed.indexOf(mistyped);
  const [before, behind] = [typed[at - 1], typed[at + 1]];
  const pairs = [...(before ? [`${before} ${word}`] : []), ...(behind ? [`${word} ${behind}`] : [])];
  return at >= 0 && pairs.some((pair) => vocabulary.at(readingsOf(pair), 0)?.length === 2);
}

const mendedBy = (words: readonly string[], better: ReadonlyMap<string, string>): string =>
  words.map((word) => better.get(word) ?? word).join(' ');

/** What is said of an answer to a mended text: of a word that was mended and given up after all, that it was left out as typed. */
export function saidOf(
  { typed, better }: MendedText,
  relaxed: readonly string[],
): { didYouMean: string | null; relaxed: readonly string[] } {
  const givenUp = new Set(relaxed.flatMap((words) => words.split(' ')));
  const [lost, kept] = [true, false].map((isLost) => [...better].filter(([, meant]) => givenUp.has(meant) === isLost));
  const asTyped = new Map(lost?.map(([word, meant]) => [meant, word]));
  return {
    didYouMean: kept && kept.length > 0 ? mendedBy(typed, new Map(kept)) : null,
    relaxed: relaxed.map((words) => mendedBy(words.split(' '), asTyped)),
  };
}
