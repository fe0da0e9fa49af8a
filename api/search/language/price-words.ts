import { LARGEST_RUPIAH, type Rupiah } from '../../platform/money.ts';
import { canBePrice, type PriceAmount, priceAmountAt } from './price-amount.ts';

/** Limits of a price, both included; null for none. */
export interface PriceLimits {
  readonly priceMin: Rupiah | null;
  readonly priceMax: Rupiah | null;
}

/** A search without its price words, and what they said. */
export interface PricedText extends PriceLimits {
  readonly text: string;
}

type Limit = 'BELOW' | 'ABOVE' | 'BETWEEN' | 'NEAR';

/** Words that make a sum a limit; the longer come first. */
const LIMITING: readonly (readonly [Limit, readonly string[]])[] = (
  [
    [
      'BELOW',
      'tidak lebih dari; nggak lebih dari; ga lebih dari; gak lebih dari; kurang dari; paling mahal; di bawah; dibawah; bawah',
    ],
    ['BELOW', 'maksimal; maximal; maksimum; maks; max; sampai; hingga; under; below; <=; <; ≤'],
    [
      'ABOVE',
      'tidak kurang dari; lebih dari; paling murah; di atas; diatas; atas; mulai dari; mulai; minimal; minimum; min; dari',
    ],
    ['ABOVE', 'over; above; >=; >; ≥'],
    ['BETWEEN', 'antara; between; rentang; range'],
    ['NEAR', 'sekitar; sekitaran; kisaran; kira kira; kurang lebih; seharga; harga; hrg; around; about'],
  ] as const
)
  .flatMap(([limit, phrases]) => phrases.split('; ').map((phrase) => [limit, phrase.split(' ')] as const))
  .sort(([, one], [, other]) => other.length - one.length);

const AFTER_A_SUM: readonly (readonly [Limit, readonly string[]])[] = [
  ['BELOW', ['ke', 'bawah']],
  ['BELOW', ['kebawah']],
  ['ABOVE', ['ke', 'atas']],
  ['ABOVE', ['keatas']],
];

/** Words between two sums. */
const UP_TO: readonly (readonly string[])[] = [
  ['-'],
  ['–'],
  ['~'],
  ['sampai'],
  ['sampe'],
  ['hingga'],
  ['s', '/', 'd'],
  ['sd'],
  ['to'],
  ['dan'],
  ['and'],
];

/** Words that only say that a price follows. */
const HERALDS = new Set(['harga', 'hrg', 'seharga', 'harganya', 'kisaran', 'budget', 'bajet', 'bujet']);

/** Those of them that say what is the most. */
const BUDGETS = new Set(['budget', 'bajet', 'bujet']);

/** Goods that are named by a sum of money. */
const SOLD_BY_SUM = new Set(['pulsa', 'voucher', 'voucer', 'token', 'saldo', 'uang', 'koin', 'topup', 'kuota']);

/** How far from a sum a price may be that is only near it. */
const NEARNESS = 0.2;

interface Said extends PriceLimits {
  readonly from: number;
  readonly end: number;
}

/**
 * Reads the price out of a search: `sepatu di bawah 50 ribu` is sepatu for at most 50,000. A sum without a limiting word is a price
 * near it, a fifth more or less, since nobody calls goods by a sum but vouchers and the like. A number with a unit is no price.
 */
export function priceWords(text: string): PricedText {
  const places = [...text.matchAll(/\p{L}+|\d+(?:[.,]\d+)*|[<>]=?|\S/gu)];
  const words = places.map(([word]) => word.toLowerCase());
  const found: Said[] = [];
  for (let at = 0; at < words.length; ) {
    const said = saidAt(words, at);
    if (said) found.push(said);
    at = said ? said.end : at + 1;
  }
  if (found.length === 0) return { text, priceMin: null, priceMax: null };
  const isGone = (at: number): boolean => found.some(({ from, end }) => at >= from && at < end);
  const kept = places.map(({ index, 0: word }, at) => {
    const next = places[at + 1];
    const end = next ? next.index : text.length;
    return isGone(at) ? ' ' : `${word}${text.slice(index + word.length, end)}`;
  });
  const [low, high] = [limits(found, 'priceMin').sort(byNumber).at(-1), limits(found, 'priceMax').sort(byNumber)[0]];
  return { text: kept.join('').replace(/\s+/g, ' ').trim(), ...ordered(low ?? null, high ?? null) };
}

const byNumber = (one: number, other: number): number => one - other;

const limits = (found: readonly Said[], limit: keyof PriceLimits): number[] =>
  found.map((each) => each[limit]).filter((each) => each !== null);

function ordered(one: number | null, other: number | null): PriceLimits {
  const [low, high] = one !== null && other !== null && one > other ? [other, one] : [one, other];
  const bounded = (value: number | null): number | null => value && Math.min(value, LARGEST_RUPIAH);
  return { priceMin: bounded(low), priceMax: bounded(high) };
}

/** What is said of a price at this word; null when nothing is. */
function saidAt(words: readonly string[], at: number): Said | null {
  let from = at;
  while (HERALDS.has(words[from] ?? '')) from += 1;
  const limiting = LIMITING.find(([, phrase]) => isThere(phrase, words, from));
  const herald: Limit | null = from > at ? (BUDGETS.has(words[at] ?? '') ? 'BELOW' : 'NEAR') : null;
  const limit = limiting?.[0] ?? herald;
  let place = limiting ? from + limiting[1].length : from;
  if (HERALDS.has(words[place] ?? '')) place += 1;
  const sum = priceAmountAt(words, place);
  if (!sum) return null;
  const range = rangeOf(words, sum, limit);
  if (range) return { from: at, ...range };
  if (limit && limit !== 'BETWEEN')
    return canBePrice(sum) ? { from: at, end: sum.end, ...limited(limit, sum.value) } : null;
  if (!sum.isMoney) return null;
  const behind = AFTER_A_SUM.find(([, phrase]) => isThere(phrase, words, sum.end));
  if (behind) return { from: at, end: sum.end + behind[1].length, ...limited(behind[0], sum.value) };
  return sum.isWeak || words.some((word) => SOLD_BY_SUM.has(word))
    ? null
    : { from: at, end: sum.end, ...limited('NEAR', sum.value) };
}

/** Two sums with a word between; of 20 - 50 ribu the first are thousands as well. */
function rangeOf(words: readonly string[], first: PriceAmount, limit: Limit | null): Omit<Said, 'from'> | null {
  const between = UP_TO.find((phrase) => isThere(phrase, words, first.end));
  const second = between && priceAmountAt(words, first.end + between.length);
  if (!second || (between[0] === 'dan' && limit !== 'BETWEEN')) return null;
  if (limit === null ? !second.isMoney && !first.isMoney : !canBePrice(second)) return null;
  const multiplier = first.number < LEAST_OF_ITS_OWN ? second.multiplier : 1;
  const value = first.isMoney ? first.value : Math.round(first.number * multiplier);
  return value > 0 || second.value > 0 ? { end: second.end, ...ordered(value, second.value) } : null;
}

/** A number from here on needs no multiplier of another. */
const LEAST_OF_ITS_OWN = 1000;

function limited(limit: Limit, value: number): PriceLimits {
  if (limit === 'BELOW') return { priceMin: null, priceMax: value };
  if (limit === 'ABOVE') return { priceMin: value, priceMax: null };
  return { priceMin: Math.floor(value * (1 - NEARNESS)), priceMax: Math.ceil(value * (1 + NEARNESS)) };
}

const isThere = (phrase: readonly string[], words: readonly string[], at: number): boolean =>
  phrase.every((word, n) => words[at + n] === word);
