import { Lru } from '../../platform/graphql/lru.ts';
import { plain, understand, Vocabulary } from '../language/index.ts';
import { LONGEST_KEPT } from './asked-search.ts';

const WITHOUT_VOCABULARY = new Vocabulary([]);

/** Words of the longest search that is kept. */
const MOST_WORDS = 6;

/** Six digits, however they are divided: telephone and account numbers, dates of birth. No amount of goods is that long. */
const LONG_NUMBER = /\p{Nd}(?:[\s.,()+\-/]*\p{Nd}){5}/u;
/** E-mail and other addresses of the net, and names that people go by there. */
const NET_ADDRESS = /@|https?:|www\.|\w\.(?:com|net|org|id|co|me|io)\b|wa\.me/;
/** A day with its year, its month in letters: when somebody was born. */
const DATE = /\b\d{1,2} (?:jan|feb|mar|apr|mei|jun|jul|agu|agt|ags|sep|okt|nov|des)\p{L}* \d{2,4}\b/u;
/** Where somebody lives. */
const STREET = /\b(?:jln?|rt|rw|gg|gang)\b|\bjalan\b.*\b(?:no|nomor|blok)\b|\bblok\b.*\d|\bno(?:mor)? ?rumah\b/;

/** Texts whose words are remembered. */
const MOST_REMEMBERED = 1_500;
const remembered = new Lru<string>(MOST_REMEMBERED);

/**
 * The words under which a search is counted: as searches are read, without words that carry nothing. Null for a text that may say
 * something of a person: with a long number, a date, an address, more than six words or 60 characters; and for one without a word.
 */
export function keptWords(text: string): string | null {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const words = wordsToKeep(text);
  // What may say something of a person is not remembered here either.
  if (words !== null) remembered.set(text, words);
  return words;
}

function wordsToKeep(text: string): string | null {
  const written = plain(text);
  const bare = written.replace(/[.,]/g, ' ');
  if (LONG_NUMBER.test(written) || NET_ADDRESS.test(written) || STREET.test(bare) || DATE.test(bare)) return null;
  const concepts = understand(text, WITHOUT_VOCABULARY);
  const words = concepts.map((concept) => concept.written).join(' ');
  const isWords = /\p{L}{2}/u.test(words) && words.length <= LONGEST_KEPT && words.split(' ').length <= MOST_WORDS;
  return isWords ? words : null;
}
