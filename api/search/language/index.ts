export { type DocumentTexts, documentForms, type PlacedForm } from './document-words.ts';
export { readingsOf, soundOf } from './forms.ts';
export { highlighted } from './highlight.ts';
export { type Candidate, distance, mend } from './mend.ts';
export { plain, wordsOf } from './normalise.ts';
export { STOP_WORDS } from './spoken-words.ts';
export { stem } from './stem.ts';
export { type Alternative, type Concept, type Nearness, understand } from './understand.ts';
export { type Term, type TermKind, Vocabulary } from './vocabulary.ts';
