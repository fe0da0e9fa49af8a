export { bilingual, type Language } from './bilingual.ts';
export { browseWords } from './browse.ts';
export * from './format.ts';
export { type LegalPart, legalWords } from './legal.ts';
export { pointWords } from './points.ts';
export { searchWords } from './search.ts';
export { shellWords } from './shell.ts';
export { workWords } from './work.ts';
