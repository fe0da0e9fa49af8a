import type { PreviewSynonymsInput, SearchTermKind, TermViewFragment } from '../../operations/generated/graphql.ts';

/** A change that a curator is writing. */
export interface TermDraft {
  /** The term as it was read; null for a new one. */
  readonly original: TermViewFragment | null;
  readonly isRemoval: boolean;
  readonly kind: SearchTermKind;
  readonly term: string;
  /** Meanings between commas; of a place the slug of its kecamatan. */
  readonly meanings: string;
  /** Searches to try, between commas. */
  readonly queries: string;
}

/** A draft of a new term, of a change of this one, or of its removal. */
export function draftOf(original: TermViewFragment | null, isRemoval: boolean): TermDraft {
  const { kind = 'SYNONYM', term = '', meanings = [] } = original ?? {};
  return { original, isRemoval, kind, term, meanings: meanings.join(', '), queries: '' };
}

/** A draft of a new term for words that people searched for, tried with those words. */
export function draftFor(words: string): TermDraft {
  return { ...draftOf(null, false), term: words, queries: words };
}

/** What was written about a term that turns out to be there: a change of that one, with its meanings and those written. */
export function draftOver(original: TermViewFragment, written: TermDraft): TermDraft {
  const { kind, term } = original;
  const meanings = hasOneMeaning(kind)
    ? written.meanings
    : [...new Set([...original.meanings, ...listed(written.meanings).map(keptTerm)])].join(', ');
  return { original, isRemoval: false, kind, term, meanings, queries: written.queries };
}

/** A term as the API keeps it, as far as a keyboard can write otherwise. */
export function keptTerm(text: string): string {
  return text
    .replace(/[,;\s]+/g, ' ')
    .trim()
    .toLowerCase();
}

/** Whether a term of this kind has one meaning and no more. */
export const hasOneMeaning = (kind: SearchTermKind): boolean => kind === 'VARIANT' || kind === 'PLACE';

/** Kinds whose terms have no meanings. */
export const WITHOUT_MEANINGS: readonly SearchTermKind[] = ['PHRASE', 'INTENT', 'AMBIGUOUS', 'WORD'];

/** The texts between commas. */
export function listed(text: string): string[] {
  return text
    .split(/[,;\n]/)
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

/** The draft as the API takes it: a term of another name or kind takes the place of the one that was there. */
export function changeOf({ original, isRemoval, kind, term, meanings }: TermDraft): PreviewSynonymsInput {
  const seen = original?.meanings ?? null;
  const gone = original && { kind: original.kind, term: original.term, seen: original.meanings };
  if (isRemoval && gone) return { remove: [gone] };
  const wanted = { kind, term, meanings: WITHOUT_MEANINGS.includes(kind) ? [] : listed(meanings) };
  const isSame = original?.kind === kind && original.term === keptTerm(term);
  if (!gone || isSame) return { terms: [{ ...wanted, seen }] };
  return { terms: [wanted], remove: [gone] };
}
