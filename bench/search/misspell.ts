import { pick, type Random, whole } from '../../seeds/drawings/kit/random.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
/** Shorter words are not mended, and nobody expects it. */
const SHORTEST = 4;

/** The ways in which a finger slips: a letter left out, struck twice, swapped with the next, or another one. */
const SLIPS: readonly ((word: string, at: number, random: Random) => string)[] = [
  (word, at) => word.slice(0, at) + word.slice(at + 1),
  (word, at) => word.slice(0, at) + word.charAt(at) + word.slice(at),
  (word, at) => word.slice(0, at - 1) + word.charAt(at) + word.charAt(at - 1) + word.slice(at + 1),
  (word, at, random) => word.slice(0, at) + pick(random, [...LETTERS]) + word.slice(at + 1),
];

/** The text with one typing mistake in its longest word, never in the first letter; null when every word is too short. */
export function misspelt(text: string, random: Random): string | null {
  const words = text.split(' ');
  const longest = words.reduce((best, word, at) => (word.length > (words[best] ?? '').length ? at : best), 0);
  const word = words[longest] ?? '';
  if (word.length < SHORTEST) return null;
  for (;;) {
    const slipped = pick(random, SLIPS)(word, whole(random, 2, word.length - 1), random);
    if (slipped !== word) return words.with(longest, slipped).join(' ');
  }
}
