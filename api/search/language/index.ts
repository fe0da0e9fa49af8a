export { begunConcepts } from './begun-words.ts';
export type { Alternative, Concept, Nearness } from './concept.ts';
export {
  type DocumentTexts,
  documentForms,
  FIELD_SIGNS,
  FIRST_SIGN,
  type Field,
  fieldsOf,
} from './document-words.ts';
export { DISTRICT_SIGN, type Form, heardForm, pairForms, readingsOf, soundOf } from './forms.ts';
export { marker } from './highlight.ts';
export { type Candidate, distance, mend } from './mend.ts';
export { plain, wordsOf } from './normalise.ts';
export { type PriceLimits, priceWords } from './price-words.ts';
export { ANNOUNCING_WORDS, OCCASION_WORDS, QUALITY_WORDS, STOP_WORDS, WEAK_WORDS } from './spoken-words.ts';
export { stem } from './stem.ts';
export type { Term, TermKind } from './term.ts';
export { TRAIT_CHOICES } from './traits.ts';
export { understand } from './understand.ts';
export { LONGEST_TERM, Vocabulary } from './vocabulary.ts';
