import { type DocumentTexts, documentForms } from '../language/index.ts';
import { lexeme } from './ts-query.ts';

/** Text of the tsvector of a product: its forms, without places. */
export function documentVector(texts: DocumentTexts): string {
  return [...documentForms(texts)].map(lexeme).join(' ');
}
