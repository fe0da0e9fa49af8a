import type { Concept } from './concept.ts';
import { wordsOf } from './normalise.ts';
import { isLanguage } from './understand.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Letters from which a word tells what it begins; the last one is still being typed. */
const SHORTEST = 3;
const SHORTEST_LAST = 2;
/** Words of a search that is typed in so few letters. */
const MOST_WORDS = 4;

/**
 * A search in which no word was typed out: kop sus, keri sing. Asked when nothing else is found; titles begin with the first of them. Null
 * when it is none: one word, or words that are all known, of which this market has no such thing.
 */
export function begunConcepts(text: string, vocabulary: Vocabulary): Concept[] | null {
  const words = wordsOf(text);
  const last = words.length - 1;
  const isShortOf = (word: string, at: number): boolean => word.length < (at === last ? SHORTEST_LAST : SHORTEST);
  if (last < 1 || words.length > MOST_WORDS) return null;
  if (words.some((word, at) => !/^[a-z]+$/.test(word) || isShortOf(word, at))) return null;
  if (words.every((word) => vocabulary.isTerm(word) || isLanguage(word))) return null;
  return words.map((written, at) => ({
    ...{ role: 'THING', written, isMendable: false, isTerm: false, isLast: at === last },
    alternatives:
      at === 0
        ? [{ nearness: 'LOOSE', phrase: [[written]], isPrefix: true, isHead: true }]
        : [
            { nearness: 'EXACT', phrase: [[written]] },
            { nearness: 'LOOSE', phrase: [[written]], isPrefix: true },
          ],
  }));
}
