import { DISTRICT_SIGN, type Form, pairForms } from './forms.ts';
import type { KnownTerm } from './term.ts';

/** How near an alternative is to what was written: the word, its spellings and affixes, its synonyms, what it comprises. */
export type Nearness = 'EXACT' | 'NEAR' | 'SOUND' | 'LOOSE' | 'BROAD';

/** Something that a document may carry for a concept: a form for each place of a phrase, any of each list. */
export interface Alternative {
  readonly nearness: Nearness;
  readonly phrase: readonly (readonly Form[])[];
  /** Forms that all must stand in the same field as well: that its places follow each other. Without them they may stand apart. */
  readonly pairs?: readonly Form[];
  /** Whether its places stand in one title, wherever there. */
  readonly isInTitle?: true;
  /** Whether its last place may be the beginning of a word. */
  readonly isPrefix?: true;
  /** Whether it begins a title. */
  readonly isHead?: true;
  /** Whether the concept comprises it. What a title begins with is more so: of material bangunan pasir is one, and gula pasir is none. */
  readonly isComprised?: true;
}

/** One thing that a search asks for. */
export interface Concept {
  /** A DEED is what is done with the thing beside it: menyambung pipa. */
  readonly role: 'THING' | 'DEED' | 'GENERAL' | 'PLACE' | 'AMOUNT' | 'WEAK';
  /** The words as they were read. */
  readonly written: string;
  /** Whether it may be a typing mistake: one word that no term holds. */
  readonly isMendable: boolean;
  /** Whether the vocabulary knows of it. */
  readonly isTerm: boolean;
  readonly isLast: boolean;
  readonly alternatives: readonly Alternative[];
}

/** What means the same as a term, by what the vocabulary knows of it. */
export function termAlternatives(known: KnownTerm | null): Alternative[] {
  if (!known) return [];
  const phrases = (nearness: Nearness, terms: KnownTerm['near']): Alternative[] =>
    terms.map(({ forms, heard }) => ({ nearness, phrase: forms.map((form) => [form]), pairs: pairForms(heard) }));
  const districts = known.kecamatan.map((slug) => `${DISTRICT_SIGN}${slug}`);
  const district: Alternative[] = districts.length > 0 ? [{ nearness: 'LOOSE', phrase: [districts] }] : [];
  // Two words for it may stand apart: ayam potong sayap are sayap ayam.
  const apart = known.loose.filter(({ forms }) => forms.length === 2);
  return [
    ...phrases('NEAR', known.near),
    ...phrases('LOOSE', known.loose),
    ...phrases('BROAD', known.broad),
    ...phrases('BROAD', known.comprised).map((each) => ({ ...each, isComprised: true as const })),
    ...apart.map(({ forms }) => ({
      nearness: 'BROAD' as const,
      phrase: forms.map((form) => [form]),
      isInTitle: true as const,
    })),
    ...district,
  ];
}
