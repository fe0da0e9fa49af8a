/** The words that numbers are made of, up to nine. */
const DIGITS: Readonly<Record<string, number>> = {
  satu: 1,
  dua: 2,
  tiga: 3,
  empat: 4,
  lima: 5,
  enam: 6,
  tujuh: 7,
  delapan: 8,
  sembilan: 9,
};

/** What makes a greater number of the digit before it. */
const GREATER: Readonly<Record<string, number>> = { puluh: 10, ratus: 100, ribu: 1000 };

/** What makes parts of the digit before it: tiga perempat. */
const PARTS: Readonly<Record<string, number>> = { pertiga: 3, perempat: 4, perlima: 5 };

/** Numbers of one word. */
const WHOLE: Readonly<Record<string, number>> = {
  ...DIGITS,
  seperempat: 0.25,
  setengah: 0.5,
  sepuluh: 10,
  sebelas: 11,
  selusin: 12,
  seratus: 100,
  seribu: 1000,
};

/** The number that a word says, of digits or in letters; null for another word. */
export function numberOf(word: string): number | null {
  if (/^\d+(\.\d+)?$/.test(word)) return Number(word);
  return Object.hasOwn(WHOLE, word) ? (WHOLE[word] ?? null) : null;
}

/** A number, and how many words say it. */
export interface SpokenNumber {
  readonly number: number;
  readonly length: number;
}

/** The number that begins at this word: 25, dua puluh lima, satu setengah, tiga perempat; null when none does. */
export function numberAt(words: readonly string[], from: number): SpokenNumber | null {
  let [number, length] = [0, 0];
  for (let part = partAt(words, from); part; part = partAt(words, from + length)) {
    // Parts come in falling order: two hundred fifty, but not fifty two hundred.
    const isFirst = length === 0;
    if (!isFirst && (part.number >= lowest(number) || !isLetters(words[from] ?? ''))) break;
    number += part.number;
    length += part.length;
  }
  return length > 0 ? { number, length } : null;
}

/** The greatest that may still follow: a number of hundreds leaves room for tens. */
function lowest(number: number): number {
  if (!Number.isInteger(number)) return 0;
  const unit = [1000, 100, 10].find((each) => number % each === 0 && number >= each);
  return unit === 10 && number === 10 ? 1 : (unit ?? 1);
}

const isLetters = (word: string): boolean => /^[a-z]/.test(word);

function partAt(words: readonly string[], at: number): SpokenNumber | null {
  const number = numberOf(words[at] ?? '');
  if (number === null) return null;
  const after = words[at + 1] ?? '';
  const isDigit = Object.hasOwn(DIGITS, words[at] ?? '');
  if (isDigit && after === 'belas') return { number: number + 10, length: 2 };
  if (isDigit && Object.hasOwn(GREATER, after)) return { number: number * (GREATER[after] ?? 1), length: 2 };
  if (isDigit && Object.hasOwn(PARTS, after)) return { number: number / (PARTS[after] ?? 1), length: 2 };
  return { number, length: 1 };
}
