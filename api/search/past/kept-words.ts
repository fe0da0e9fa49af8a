import { Lru } from '../../platform/graphql/lru.ts';
import type { Rupiah } from '../../platform/money.ts';
import { plain, understand, Vocabulary } from '../language/index.ts';
import type { SaidPrice } from '../said-price.ts';
import { LONGEST_KEPT } from './asked-search.ts';

const WITHOUT_VOCABULARY = new Vocabulary([]);

/** Words of the longest search that is kept. */
const MOST_WORDS = 6;

/** Six digits, however they are divided: telephone and account numbers, dates of birth. No amount of goods is that long. */
const LONG_NUMBER = /\p{Nd}(?:[\s.,()+\-/]*\p{Nd}){5}/u;
/** E-mail and other addresses of the net, and names that people go by there. */
const NET_ADDRESS = /@|https?:|www\.|\w\.(?:com|net|org|id|co|me|io)\b|wa\.me/;
/** A day with its year, its month in letters: when somebody was born. */
const MONTH =
  'jan|feb|peb|mar(?!tabak|garin|kisa|mer)|apr|mei|may|jun|jul|agu|agt|ags|aug|sep(?!atu|eda|rai)|okt|oct|nov(?!el)|nop(?!al)|des(?!ain)|dec';
const DATE = new RegExp(`(?<!\\d)\\d{1,2}[\\s\\-/]*(?:${MONTH})\\p{L}*[\\s\\-/]*(?:\\d{2}|\\d{4})(?!\\d)`, 'u');
/** Where somebody lives. */
const STREET = /\b(?:jln?|rt|rw|gg|gang)\b|\bjalan\b.*\b(?:no|nomor|blok)\b|\bblok\b.*\d|\bno(?:mor)? ?rumah\b/;

/** Texts whose words are remembered. */
const MOST_REMEMBERED = 1_500;
const remembered = new Lru<string>(MOST_REMEMBERED);

/**
 * The words under which a search is counted: as searches are read, without words that carry nothing. Null for a text that may say
 * something of a person: with a long number, a date, an address, more than six words or 60 characters; and for one without a word. With a
 * price that was spoken of behind them, when that is a round one.
 */
export function keptWords(text: string, price: SaidPrice | null = null): string | null {
  if (price && ![price.min, price.max].every((limit) => limit === null || isRound(limit))) return null;
  const words = price ? withPrice(rememberedWords(text), price) : rememberedWords(text);
  return words !== null && words.length <= LONGEST_KEPT ? words : null;
}

/** Whether a limit is one that people name of a price: a telephone number is none. */
const isRound = (limit: Rupiah): boolean => limit <= DEAREST && /^\d{1,3}0*$/.test(String(limit));
/** Rupiah; nothing that is sold here costs more. */
const DEAREST = 100_000_000;

/** One way to say a price, so that those who say it otherwise are counted together: keripik sampai rp50.000. */
function withPrice(words: string | null, { min, max }: SaidPrice): string | null {
  const [least, most] = [min, max].map((limit) => limit !== null && `rp${limit.toLocaleString('id-ID')}`);
  const said = least && most ? `${least} sampai ${most}` : least ? `mulai ${least}` : `sampai ${most}`;
  return words && `${words} ${said}`;
}

function rememberedWords(text: string): string | null {
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
