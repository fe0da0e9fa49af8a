import { numberAt } from './number-words.ts';
import { isUnit } from './quantity.ts';

/** How much the words behind a number make of it. */
const MULTIPLIERS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    rb: 1000,
    rbu: 1000,
    rban: 1000,
    ribu: 1000,
    ribuan: 1000,
    k: 1000,
    jt: 1_000_000,
    jtan: 1_000_000,
    juta: 1_000_000,
    jutaan: 1_000_000,
  }),
);

/** Sums with a name of their own. */
const NAMED: ReadonlyMap<string, number> = new Map(
  Object.entries({
    sejuta: 1_000_000,
    seceng: 1000,
    goceng: 5000,
    ceban: 10_000,
    noban: 20_000,
    goban: 50_000,
  }),
);

const CURRENCIES = new Set(['rp', 'idr']);
const CURRENCIES_BEHIND = new Set(['rupiah', 'perak', 'idr']);
/** A bare number below this is a count or a size, not a price. */
const LEAST_BARE_PRICE = 1000;

/** A sum of money in a text. */
export interface PriceAmount {
  /** Rupiah. */
  readonly value: number;
  /** The number as written, before it was multiplied. */
  readonly number: number;
  readonly multiplier: number;
  /** Whether it can be nothing but money; a bare 15000 becomes money only behind words that say so. */
  readonly isMoney: boolean;
  /** Whether a bare `k`, or `seribu` alone, is all that says so: 4k is also a screen, and Duren Seribu a kelurahan. */
  readonly isWeak: boolean;
  /** The place behind it. */
  readonly end: number;
}

/** The sum that begins at this word; null when there is none, or when it measures something. Numbers are read as written here: 50.000, 1,5. */
export function priceAmountAt(words: readonly string[], at: number): PriceAmount | null {
  const named = NAMED.get(words[at] ?? '');
  if (named !== undefined) return money(named, at + 1);
  let place = CURRENCIES.has(words[at] ?? '') ? at + 1 : at;
  if (place > at && words[place] === '.') place += 1;
  const hasCurrency = place > at;
  const said = numberAt(words.slice(place, place + 6).map(plainNumber), 0);
  if (!said) return null;
  const spoken = words.slice(place, place + said.length);
  place += said.length;
  const behind = words[place] ?? '';
  const multiplier = MULTIPLIERS.get(behind) ?? 1;
  const isThousands = spoken.some((word) => word === 'ribu' || word === 'seribu');
  if (multiplier > 1) place += 1;
  else if (!hasCurrency && isUnit(behind)) return null;
  if (words[place] === '-' && words[place + 1] === 'an') place += 2;
  const isNamed = CURRENCIES_BEHIND.has(words[place] ?? '');
  if (isNamed) place += 1;
  const isMoney = hasCurrency || isNamed || isThousands || multiplier > 1;
  const value = Math.round(said.number * multiplier);
  if (!isMoney && value < LEAST_BARE_PRICE) return { ...money(value, place), number: said.number, isMoney };
  const isNumberOnly = behind === 'k' || (spoken.length === 1 && spoken[0] === 'seribu');
  const isWeak = isNumberOnly && !hasCurrency && !isNamed;
  return { value, number: said.number, multiplier: isThousands ? 1000 : multiplier, isMoney, isWeak, end: place };
}

/** Whether this may be a price at all once words say that it is one. */
export const canBePrice = ({ isMoney, value }: PriceAmount): boolean => isMoney || value >= LEAST_BARE_PRICE;

const money = (value: number, end: number): PriceAmount => ({
  value,
  number: value,
  multiplier: 1,
  isMoney: true,
  isWeak: false,
  end,
});

/** 50.000 is 50000 and 1,5 is 1.5. */
function plainNumber(word: string): string {
  if (!/^\d/.test(word)) return word;
  return /^\d{1,3}([.,]\d{3})+$/.test(word) ? word.replace(/[.,]/g, '') : word.replace(',', '.');
}
