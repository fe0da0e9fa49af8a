import { LONGEST_TERM, type TermKind } from '../language/index.ts';

/** What a curator may enter. */
export const TERM_LIMITS = {
  /** Terms added or replaced, and terms removed, by one change. */
  changesTo: 100,
  /** Characters and words of a term and of a meaning: no longer term is looked for in a search. */
  charactersTo: 60,
  wordsTo: LONGEST_TERM,
  /** Meanings of a term of any kind. */
  meaningsTo: 50,
  /** Characters of the reason. */
  reasonFrom: 3,
  reasonTo: 500,
  /** Terms of the whole vocabulary: every process holds them in memory. */
  vocabularyTo: 50_000,
  /** Queries of one preview. */
  queriesTo: 10,
} as const;

const MANY = { from: 1, to: TERM_LIMITS.meaningsTo };
const ONE = { from: 1, to: 1 };
const NONE = { from: 0, to: 0 };

/** How many meanings a term of each kind has. */
export const MEANINGS_OF: Readonly<Record<TermKind, { readonly from: number; readonly to: number }>> = {
  SYNONYM: MANY,
  ENGLISH: MANY,
  BROADER: MANY,
  BRAND: MANY,
  VARIANT: ONE,
  PLACE: ONE,
  PHRASE: NONE,
  INTENT: NONE,
  AMBIGUOUS: NONE,
  WORD: NONE,
};
