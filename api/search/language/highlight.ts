import type { Alternative, Concept } from './concept.ts';
import { type Form, readingsOf } from './forms.ts';
import { remembered } from './remembered.ts';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Every form of a word as a title writes it. */
const formsOf = remembered((written) => readingsOf(written).flatMap(({ forms }) => forms));

const WORDS = /[\p{L}\p{N}\p{M}]+/gu;

/** Marks in titles, as HTML, the words that these concepts find. */
export function marker(concepts: readonly Concept[]): (title: string) => string {
  const places = concepts.flatMap(({ alternatives }) => alternatives);
  const phrases = places.filter(isOtherPhrase);
  const words = places.filter((each) => !isOtherPhrase(each));
  const always = new Set(words.flatMap(({ phrase }) => phrase.flat()));
  const begun = [...new Set(words.filter(({ isPrefix }) => isPrefix).flatMap(({ phrase }) => phrase.at(-1) ?? []))];
  const first = new Set(phrases.flatMap(({ phrase }) => phrase[0] ?? []));
  return (title) => {
    const written = wordsIn(title);
    // Hardly a title carries even the first word of a phrase.
    const isBegun = written.some(({ forms }) => isAny(forms, first, []));
    const there = isBegun ? new Set(phrases.flatMap((each) => wordsTogether(each, written))) : null;
    let [shown, shownTo, from] = ['', 0, 0];
    for (const each of written) {
      // Between two words stands no letter, so the next place of a word is its own.
      const at = title.indexOf(each.word, from);
      from = at + each.word.length;
      if (!isAny(each.forms, always, begun) && !there?.has(each)) continue;
      shown += `${escaped(title.slice(shownTo, at))}<mark>${each.word}</mark>`;
      shownTo = from;
    }
    return shown + escaped(title.slice(shownTo));
  };
}

/** Whether any of these forms is among the wanted ones, or goes on from one of the begun. */
function isAny(forms: readonly Form[], wanted: ReadonlySet<Form>, begun: readonly Form[]): boolean {
  for (const form of forms) {
    if (wanted.has(form)) return true;
    for (const beginning of begun) if (form.startsWith(beginning)) return true;
  }
  return false;
}

/** A word as a title writes it, and every form of it. */
interface WrittenWord {
  readonly word: string;
  readonly forms: readonly Form[];
}

function wordsIn(title: string): WrittenWord[] {
  return (title.match(WORDS) ?? []).map((word) => ({ word, forms: formsOf(word) }));
}

/** The words of a title that are this name, side by side in any order: of a masker bubuk aroma kopi nothing is kopi bubuk. */
function wordsTogether({ phrase }: Alternative, words: readonly WrittenWord[]): readonly WrittenWord[] {
  const isAt = (places: readonly Form[], { forms }: WrittenWord): boolean =>
    forms.some((form) => places.includes(form));
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
