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
    const told = parts.filter((_, at) => at % 2 === 1);
    const there = new Set(phrases.flatMap((each) => wordsTogether(each, told)));
    const isFound = (form: Form): boolean => always.has(form) || begun.some((beginning) => form.startsWith(beginning));
    return parts
      .map((each) =>
        there.has(each) || each.forms.some(isFound) ? `<mark>${escaped(each.part)}</mark>` : escaped(each.part),
      )
      .join('');
  };
}

/** A word of a title. */
interface TitleWord {
  readonly part: string;
  readonly forms: readonly Form[];
}

/** The words of a title that are this name, side by side in any order: of a masker bubuk aroma kopi nothing is kopi bubuk. */
function wordsTogether({ phrase }: Alternative, words: readonly TitleWord[]): readonly TitleWord[] {
  const isAt = (places: readonly Form[], { forms }: TitleWord): boolean => forms.some((form) => places.includes(form));
  return words.flatMap((_, at) => {
    const beside = words.slice(at, at + phrase.length);
    return phrase.every((place) => beside.some((word) => isAt(place, word))) ? beside : [];
  });
}

/** Another name of several words, of which some alone say something else: the Haji of a peci haji, and Haji Usman. */
const isOtherPhrase = ({ nearness, phrase, isPrefix }: Alternative): boolean =>
  phrase.length > 1 && !isPrefix && (nearness === 'LOOSE' || nearness === 'BROAD');

const escaped = (part: string): string =>
  /[&<>"]/.test(part) ? part.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign) : part;
