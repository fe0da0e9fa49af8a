import type { Concept } from './concept.ts';
import { readingsOf } from './forms.ts';
import { remembered } from './remembered.ts';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Every form of a word as a title writes it. */
const formsOf = remembered((written) => readingsOf(written).flatMap(({ forms }) => forms));

/** Marks in titles, as HTML, the words that these concepts find. */
export function marker(concepts: readonly Concept[]): (title: string) => string {
  const places = concepts.flatMap(({ alternatives }) => alternatives);
  const forms = new Set(places.flatMap(({ phrase }) => phrase.flat()));
  const begun = [...new Set(places.filter(({ isPrefix }) => isPrefix).flatMap(({ phrase }) => phrase.at(-1) ?? []))];
  const isFound = (word: string): boolean =>
    formsOf(word).some((form) => forms.has(form) || begun.some((beginning) => form.startsWith(beginning)));
  return (title) =>
    title
      .split(/([\p{L}\p{N}\p{M}]+)/u)
      .map((part, at) => {
        const escaped = /[&<>"]/.test(part) ? part.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign) : part;
        return at % 2 === 1 && isFound(part) ? `<mark>${escaped}</mark>` : escaped;
      })
      .join('');
}
