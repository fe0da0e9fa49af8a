import type { Alternative, Concept } from './concept.ts';
import { type Form, readingsOf } from './forms.ts';
import { remembered } from './remembered.ts';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Every form of a word as a title writes it. */
const formsOf = remembered((written) => readingsOf(written).flatMap(({ forms }) => forms));

/** Marks in titles, as HTML, the words that these concepts find. */
export function marker(concepts: readonly Concept[]): (title: string) => string {
  const places = concepts.flatMap(({ alternatives }) => alternatives);
  const phrases = places.filter(isOtherPhrase);
  const words = places.filter((each) => !isOtherPhrase(each));
  const always = new Set(words.flatMap(({ phrase }) => phrase.flat()));
  const begun = [...new Set(words.filter(({ isPrefix }) => isPrefix).flatMap(({ phrase }) => phrase.at(-1) ?? []))];
  return (title) => {
    const parts = title
      .split(/([\p{L}\p{N}\p{M}]+)/u)
      .map((part, at) => ({ part, forms: at % 2 === 1 ? formsOf(part) : [] }));
    const carried = new Set(parts.flatMap(({ forms }) => forms));
    const whole = phrases.filter(({ phrase }) => phrase.every((forms) => forms.some((form) => carried.has(form))));
    const there = new Set(whole.flatMap(({ phrase }) => phrase.flat()));
    const isFound = (form: Form): boolean =>
      always.has(form) || there.has(form) || begun.some((beginning) => form.startsWith(beginning));
    return parts
      .map(({ part, forms }) => (forms.some(isFound) ? `<mark>${escaped(part)}</mark>` : escaped(part)))
      .join('');
  };
}

/** Another name of several words, of which some alone say something else: the Haji of a peci haji, and Haji Usman. */
const isOtherPhrase = ({ nearness, phrase, isPrefix }: Alternative): boolean =>
  phrase.length > 1 && !isPrefix && (nearness === 'LOOSE' || nearness === 'BROAD');

const escaped = (part: string): string =>
  /[&<>"]/.test(part) ? part.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign) : part;
