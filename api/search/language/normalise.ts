import { isCounter, isUnit } from './quantity.ts';

/** Letters that fold to others although Unicode sees no accent in them. */
const FOLDED: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ł: 'l', ı: 'i' };

/** Words that mean something else when they are said twice: oleh-oleh is not oleh. */
const KEPT_TWICE = new Set([
  'gula',
  'oleh',
  'undur',
  'kura',
  'hati',
  'laki',
  'apa',
  'siapa',
  'mata',
  'ali',
  'langit',
  'kisi',
]);

const PARTS: Readonly<Record<string, number>> = { '½': 0.5, '¼': 0.25, '¾': 0.75 };

/** Lower case, without accents and apostrophes. */
export function plain(text: string): string {
  return text
    .replace(/(?:(?<!\d)(\d+)\s?)?([½¼¾])/g, (_, whole: string | undefined, part: string) =>
      String(Number(whole ?? 0) + (PARTS[part] ?? 0)),
    )
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđłı]/g, (letter) => FOLDED[letter] ?? letter)
    .replace(/(?<=\p{L})['’`ʼ](?=\p{L})/gu, '');
}

/** Letters of a word that are looked at. No product carries longer ones, and PostgreSQL refuses words of 2 kB, to which a few signs may unfold. */
export const LONGEST_WORD = 100;

/** Sides, a number, or letters and digits. */
const WORD = /\d+(?:\.\d+)?(?:x\d+(?:\.\d+)?)+(?!\d)|\d+(?:\.\d+)?(?![\p{L}\d])|[\p{L}\p{N}]+/gu;

/** The words of a text, in order: letters and digits, numbers as numbers, a word said twice once. */
export function wordsOf(text: string): string[] {
  const written = numbersInOneWay(plain(text)).match(WORD) ?? [];
  const words: string[] = [];
  for (const word of written.flatMap((each) => digitsApart(each.slice(0, LONGEST_WORD)))) {
    const before = words.at(-1);
    if (before !== undefined && isSaidTwice(before, word)) words[words.length - 1] = twice(before, word);
    else words.push(halved(word));
  }
  return words;
}

/** 1.000 is a thousand, 1,5 is one and a half, 1/2 is a half, 30 x 40 and 30cm x 40 are 30x40, 43" is 43 inch, as 3/4 dim is of a pipe; oil is 10w40. */
function numbersInOneWay(text: string): string {
  return text
    .replace(/(?<![\d.])\d{1,3}(?:\.\d{3})+(?!\d)/g, (number) => number.replaceAll('.', ''))
    .replace(/(\d),(\d)/g, '$1.$2')
    .replace(/(?<![\d/])(?:([1-3]) )?([1-9])\s?[/⁄]\s?([2-9])(?![\d/])/g, (_, whole, above, below) =>
      String(Number(whole ?? 0) + Number(above) / Number(below)),
    )
    .replace(/(?<![\d.])(\d{1,2}w)\s?-\s?(\d{2})(?![\p{L}\d])/gu, '$1$2')
    .replace(/(\d\.\d+)(?=\p{L})/gu, '$1 ')
    .replace(/(\d)\s?dim\b(?!\s?sum)/g, '$1 inch ')
    .replace(/(\d)\s?(?:["”]|['’′]{2})/g, '$1 inch ')
    .replace(/(\d)(?:\s?(?:[cm]?m|meter))?\s*[x×*]\s*(?=\d)/g, '$1x');
}

/** 5kg is 5 kg and 14in is 14 inch; uk40 is uk 40, ember20liter is ember 20 liter; anak2 is anak, sayur2an is sayuran; a4 and 2in1 stay as they are. */
function digitsApart(word: string): string[] {
  const [, number, unit] = /^(\d+)(\p{L}+[23]?)$/u.exec(word) ?? [];
  if (number && unit && (isUnit(unit) || isCounter(unit))) return [number, unit];
  if (number && unit === 'in') return [number, 'inch'];
  // What is no model is a count: 3susun, 2pintu.
  if (number && unit && /^\p{L}{5,}$/u.test(unit)) return [number, unit];
  // Gold: so much money is said otherwise.
  const karat = /^(1[4678]|2[234])k$/.exec(word)?.[1];
  if (karat) return [karat, 'karat'];
  const measured = /^(uk|ukr|ukuran|no|nomor|nomer|size|sz|isi|ring)(\d{1,3})$/.exec(word);
  if (measured?.[1] && measured[2]) return [measured[1], measured[2]];
  const again = /^(\p{L}{3,})2(an|nya)?$/u.exec(word);
  if (again?.[1]) return [twice(again[1], `${again[1]}${again[2] ?? ''}`)];
  const [, thing, count, rest = ''] = /^(\p{L}{4,})(\d+(?:x\d+)*)(\p{L}*)$/u.exec(word) ?? [];
  if (thing && count && (rest === '' || isUnit(rest) || isCounter(rest)))
    return [thing, count, ...(rest ? [rest] : [])];
  const size = /^([2-5])(xl)$/.exec(word);
  return size?.[1] ? [`${'x'.repeat(Number(size[1]))}l`] : [word];
}

const isSaidTwice = (before: string, word: string): boolean =>
  before.length >= 3 &&
  /^\p{L}/u.test(word) &&
  (word === before || (word.startsWith(before) && /^(an|nya)$/.test(word.slice(before.length))));

const twice = (once: string, again: string): string => (KEPT_TWICE.has(once) ? `${once}${once}` : again);

/** A word that is another one twice, joined: gadogado; but cincin is not cin. */
function halved(word: string): string {
  const half = word.slice(0, word.length / 2);
  const isTwice = word.length >= 8 && half + half === word;
  return isTwice ? twice(half, half) : word;
}
