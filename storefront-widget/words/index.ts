export { bilingual, type Language } from './bilingual.ts';
export * from './format.ts';
export { shellWords } from './shell.ts';
