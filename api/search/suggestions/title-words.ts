import { ANNOUNCING_WORDS, STOP_WORDS, soundOf, wordsOf } from '../language/index.ts';

const isName = (word: string | undefined): word is string =>
  word !== undefined && /^\p{L}{3,}$/u.test(word) && !STOP_WORDS.has(word);

/** Whether it may stand behind others: what it announces is missing there, hp motif. */
const isNameBehind = (word: string | undefined): word is string => isName(word) && !ANNOUNCING_WORDS.has(word);

/** Titles that must offer a word more; one alone may be the name of a shop. */
const OFFER_A_WORD_MORE = 2;

/**
 * Searches that the titles of what was found offer for a text: its last word finished, or one word more; what most titles offer
 * comes first. The words before must stand in the title too, the last of them beside what it
 * is finished by.
 */
export function titleSearches(text: string, titles: readonly string[]): string[] {
  const words = wordsOf(text);
  const last = words.at(-1);
  if (last === undefined) return [];
  const before = words.slice(0, -1);
  const offered = new Map<string, number>();
  for (const title of new Set(titles)) {
    const inTitle = wordsOf(title);
    const sounds = new Set(inTitle.map(soundOf));
    if (!before.every((word) => sounds.has(soundOf(word)))) continue;
    for (const search of new Set(inTitle.flatMap((_, at) => offersAt(inTitle, at, before, last))))
      offered.set(search, (offered.get(search) ?? 0) + 1);
  }
  const kept = [...offered].filter(
    ([search, titlesOf]) => titlesOf >= OFFER_A_WORD_MORE || search.split(' ').length === words.length,
  );
  return kept.sort(([, one], [, other]) => other - one).map(([search]) => search);
}

function offersAt(title: readonly string[], at: number, before: readonly string[], last: string): string[] {
  const [word, next] = [title[at], title[at + 1]];
  if (word === last) return isNameBehind(next) && !before.includes(next) ? [[...before, last, next].join(' ')] : [];
  if (!isName(word) || !word.startsWith(last)) return [];
  const beside = [title[at - 1], title[at + 1]].map((each) => soundOf(each ?? ''));
  const isOffered = before.length === 0 || (isNameBehind(word) && beside.includes(soundOf(before.at(-1) ?? '')));
  return isOffered ? [[...before, word].join(' ')] : [];
}
