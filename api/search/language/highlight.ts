import type { Concept } from './concept.ts';
import { readingsOf } from './forms.ts';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The title as HTML, with the words that these concepts find in <mark>. */
export function highlighted(title: string, concepts: readonly Concept[]): string {
  const places = concepts.flatMap(({ alternatives }) => alternatives);
  const forms = new Set(places.flatMap(({ phrase }) => phrase.flat()));
  const begun = places.filter(({ isPrefix }) => isPrefix).flatMap(({ phrase }) => phrase.flat());
  const isFound = (word: string): boolean =>
    readingsOf(word).some((reading) =>
      reading.forms.some((form) => forms.has(form) || begun.some((beginning) => form.startsWith(beginning))),
    );
  return title
    .split(/([\p{L}\p{N}\p{M}]+)/u)
    .map((part, at) => {
      const escaped = part.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
      return at % 2 === 1 && isFound(part) ? `<mark>${escaped}</mark>` : escaped;
    })
    .join('');
}
