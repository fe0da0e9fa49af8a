import type { AskedWords } from '../asked-words.ts';
import { type Candidate, mend, type Vocabulary, wordsOf } from '../language/index.ts';

/** A word that nothing carries: its place among the concepts, words of the market alike, and titles that sound like it. */
export interface Doubtful {
  readonly at: number;
  readonly candidates: readonly Candidate[];
  readonly titles: readonly string[];
}

/** The text with its typing mistakes mended, by the words of the market and of the vocabulary; null when there is nothing to mend. */
export function mendedText(
  text: string,
  words: AskedWords | null,
  doubtful: readonly Doubtful[],
  vocabulary: Vocabulary,
): string | null {
  const better = new Map<string, string>();
  for (const { at, candidates, titles } of doubtful) {
    const concept = words?.concepts[at];
    if (!concept) continue;
    const heard = wordsOf(titles.join(' ')).map((word) => ({ word, uses: 1 }));
    const taught = vocabulary.wordsLike(concept.written).map((word) => ({ word, uses: 0 }));
    const meant = mend(concept.written, [...candidates, ...heard, ...taught], concept.isLast);
    if (meant !== null) better.set(concept.written, meant);
  }
  if (better.size === 0) return null;
  return wordsOf(text)
    .map((word) => better.get(word) ?? word)
    .join(' ');
}
