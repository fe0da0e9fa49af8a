import { soundOf } from './forms.ts';
import { remembered } from './remembered.ts';
import { canBeShort, isShortFor } from './short-words.ts';

/** A word that a mistyped one can have meant, and how many products carry it. */
export interface Candidate {
  readonly word: string;
  readonly uses: number;
}

/** How many letters may be wrong in a word of so many: none in short words, one from 4 letters, two from 8. */
function mistakesAllowed(letters: number): number {
  return letters < 4 ? 0 : letters < 8 ? 1 : 2;
}

/** The same where it is known how many the word has that may be meant: seven letters may be eight or nine, of which some are missing. */
export function mistakesBetween(mistyped: number, word: number): number {
  return mistakesAllowed(mistyped === 7 && word > 7 ? word : mistyped);
}

/**
 * The word that was meant: the nearest, then the most used; null when nothing is near enough. The last word may be unfinished. What fits
 * the words beside it, as the vocabulary knows them, is nearer.
 */
export function mend(
  mistyped: string,
  candidates: Iterable<Candidate>,
  isLast: boolean,
  isFitting: (word: string) => boolean = () => false,
): string | null {
  const heard = soundOf(mistyped);
  let best: { word: string; cost: number; uses: number } | null = null;
  for (const { word, uses } of candidates) {
    const distant = costOf(mistyped, heard, word, isLast) ?? (isLast || uses === 0 ? null : costOfCut(mistyped, word));
    if (distant === null) continue;
    const cost = distant + (uses === 0 ? UNUSED : 0) - (isFitting(word) ? FITTING : 0);
    if (!best || cost < best.cost || (cost === best.cost && isBefore({ word, uses }, best)))
      best = { word, cost, uses };
  }
  return best?.word ?? null;
}

/** What counts against a word that no title carries: rather one mistake in a word of the market than another spelling of one that it lacks. */
const UNUSED = 0.55;

/** What counts for a word that is a term with the one beside it: samdal jepit is rather a sandal than any sambal. */
const FITTING = 0.5;

const isBefore = (one: Candidate, other: Candidate): boolean =>
  one.uses > other.uses || (one.uses === other.uses && one.word < other.word);

/** Letters from which a beginning with mistakes in it still tells of its word. */
const SHORTEST_BEGUN = 7;
/** Letters from which a word before others may be one that was not typed out: kerip pisang. */
const SHORTEST_CUT = 5;
/** Letters that may lack then; of a name that nothing carries many words are the beginning. */
const MOST_CUT = 3;

/** Letters from which a word with another first letter may be meant, if that is its only mistake. */
const SHORTEST_OTHER_START = 5;

/** A word without its vowels is nearer than another word with a wrong letter. */
const SHORTENED = 0.8;

/** What is misheard is nearer than another word with a wrong letter: lida is rather lidah than lada. */
const MISHEARD = 0.6;

/** What some do not hear or write apart, in order: closed vowels, the h, the last consonant, the a of Java, the y as it was written until 1972. */
const HARDLY_HEARD: readonly (readonly [RegExp, string])[] = [
  [/ai|e/g, 'i'],
  [/au/g, 'o'],
  [/h/g, ''],
  [/y/g, 'j'],
  [/ng$/, 'n'],
  [/d$/, 't'],
  [/g$/, 'k'],
  [/o(?=[bcdfgjklmnprstw]{1,2}o$)/, 'a'],
  [/(?<=a[bcdfgjklmnprstw]{1,2})o$/, 'a'],
];

/** How a word may be heard by the careless; two words that are so alike are taken for each other before a letter is wrong. */
const heardCarelessly = remembered((word: string): string =>
  HARDLY_HEARD.reduce((read, [pattern, reading]) => read.replace(pattern, reading), word),
);

/** How far a candidate is; null when too far. Another first letter and a word only begun count a little. */
function costOf(mistyped: string, heard: string, word: string, isLast: boolean): number | null {
  if (word === mistyped) return null;
  const allowed = mistakesBetween(mistyped.length, word.length);
  if (isShortFor(mistyped, word) && canBeShort(mistyped)) return SHORTENED;
  // What sounds alike is near, however it is spelt; but of two near words cloth is not what was meant by kloet.
  if (allowed > 0 && soundOf(word) === heard) return Math.max(0.5, (distance(mistyped, word) - 1) * 0.6);
  if (allowed > 0 && heardCarelessly(word) === heardCarelessly(mistyped) && distance(mistyped, word) <= allowed + 1)
    return MISHEARD;
  const isSameStart = word[0] === mistyped[0] || (word[0] === mistyped[1] && word[1] === mistyped[0]);
  const whole = Math.abs(word.length - mistyped.length) <= allowed ? distance(mistyped, word) : allowed + 1;
  const isBegun = isLast && mistyped.length >= SHORTEST_BEGUN && word.length > mistyped.length;
  const mistakes = Math.min(whole, isBegun ? begunDistance(mistyped, word) + 0.4 : allowed + 1);
  if (isSameStart) return Math.floor(mistakes) > allowed ? null : mistakes;
  return mistakes > 1 || mistyped.length < SHORTEST_OTHER_START ? null : mistakes + 0.3;
}

/** How far a word is that was not typed out before the next was begun: farther than one with a wrong letter; null when it is another one. */
function costOfCut(typed: string, word: string): number | null {
  const lacking = word.length - typed.length;
  const isCut = typed.length >= SHORTEST_CUT && lacking <= MOST_CUT && word.startsWith(typed);
  return isCut ? 1.1 + 0.1 * lacking : null;
}

/** The least distance to a beginning of the longer word: one letter less than were typed, as many, or one more. */
function begunDistance(mistyped: string, word: string): number {
  const most = mistyped.length + 1;
  const distances = distancesToBeginnings(mistyped, word, most);
  return Math.min(distances[most - 2] ?? 0, distances[most - 1] ?? 0, distances[most] ?? 0);
}

/** Letters missing, added, wrong or swapped between two words. */
export function distance(one: string, other: string): number {
  return distancesToBeginnings(one, other, other.length)[other.length] ?? 0;
}

/** Three rows of the table of distances, used again for every two words: a mistyped one is compared with hundreds. */
let rows: readonly [Uint16Array, Uint16Array, Uint16Array] = rowsOf(128);

function rowsOf(length: number): typeof rows {
  return [new Uint16Array(length), new Uint16Array(length), new Uint16Array(length)];
}

/** How far a word is from each beginning of another, by its letters, up to so many. The next call writes over what this one gave. */
function distancesToBeginnings(one: string, other: string, most: number): Uint16Array {
  if (most >= rows[0].length) rows = rowsOf(2 * most);
  let [before, above, here] = rows;
  for (let column = 0; column <= most; column += 1) above[column] = column;
  for (let row = 1; row <= one.length; row += 1) {
    const letter = one.charCodeAt(row - 1);
    const letterBefore = row > 1 ? one.charCodeAt(row - 2) : -1;
    let left = row;
    here[0] = row;
    for (let column = 1; column <= most; column += 1) {
      const beside = other.charCodeAt(column - 1);
      let least = Math.min((above[column] ?? 0) + 1, left + 1, (above[column - 1] ?? 0) + (letter === beside ? 0 : 1));
      if (column > 1 && letterBefore === beside && letter === other.charCodeAt(column - 2))
        least = Math.min(least, (before[column - 2] ?? 0) + 1);
      here[column] = least;
      left = least;
    }
    [before, above, here] = [above, here, before];
  }
  return above;
}
