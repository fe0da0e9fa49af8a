import type { Concept } from './concept.ts';
import { wordsOf } from './normalise.ts';
import { saysLittle } from './spoken-words.ts';
import { isLanguage } from './understand.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Letters from which a word tells what it begins; the last one is still being typed. */
const SHORTEST = 3;
const SHORTEST_LAST = 2;
/** Words of a search that is typed in so few letters. */
const MOST_WORDS = 4;

/**
 * A search whose words are beginnings: kop sus, keri sing murah. Asked when nothing else is found: the title of a product begins with the
 * first of them. Null for what is rather no such search: one word, many, amounts, words too short to tell, or words that are all known, of
 * which this market has no such thing.
 */
export function begunConcepts(text: string, vocabulary: Vocabulary): Concept[] | null {
  const typed = wordsOf(text);
  const words = typed.filter((word) => !saysLittle(word));
  const last = words.length - 1;
  const isTyping = (at: number): boolean => at === last && words[at] === typed.at(-1);
  const isShortOf = (word: string, at: number): boolean => word.length < (isTyping(at) ? SHORTEST_LAST : SHORTEST);
  if (last < 1 || words.length > MOST_WORDS) return null;
  if (words.some((word, at) => !/^[a-z]+$/.test(word) || isShortOf(word, at))) return null;
  if (words.every((word) => vocabulary.isTerm(word) || isLanguage(word))) return null;
  return words.map((written, at) => ({
    ...{ role: 'THING', written, isMendable: false, isTerm: false, isLast: at === last },
    alternatives:
      at === 0
        ? [{ nearness: 'LOOSE', phrase: [[written]], isPrefix: true, isHead: true }]
        : [
            { nearness: 'EXACT', phrase: [[written]], isInTitle: true },
            { nearness: 'LOOSE', phrase: [[written]], isPrefix: true },
          ],
  }));
}
