import { oneLine } from '../platform/one-line.ts';

/** A term, or one of its meanings, as it is kept: one line of small letters, without the commas that separate meanings for people. */
export function keptTerm(text: string): string {
  return oneLine(text.replace(/[,;]+/g, ' ')).toLowerCase();
}
