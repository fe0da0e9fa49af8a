import { mistakesBetween } from './mend.ts';

/** Words, found by their letters: measuring the distance to each of thousands would take longer than the search. */
export class KnownWords {
  readonly #known = new Set<string>();
  /** The same words in a list, and of each its letters and how many they are: most are passed over without a look at the word itself. */
  readonly #words: string[] = [];
  readonly #letters: number[] = [];
  readonly #lengths: number[] = [];

  add(word: string): void {
    if (this.#known.has(word)) return;
    this.#known.add(word);
    this.#words.push(word);
    this.#letters.push(lettersOf(word));
    this.#lengths.push(word.length);
  }

  has(word: string): boolean {
    return this.#known.has(word);
  }

  /** Words that begin so, the word itself left out. */
  beginning(letters: string): string[] {
    return this.#words.filter((word) => word !== letters && word.startsWith(letters));
  }

  /** Words of four letters or more that may be meant by a mistyped or unfinished one: it has no more letters of its own than mistakes are allowed. */
  like(mistyped: string): string[] {
    const letters = lettersOf(mistyped);
    const found: string[] = [];
    for (let at = 0; at < this.#words.length; at += 1) {
      const length = this.#lengths[at] ?? 0;
      const allowed = mistakesBetween(mistyped.length, length);
      if (length < Math.max(4, mistyped.length - allowed)) continue;
      if (hasAtMost(allowed, letters & ~(this.#letters[at] ?? 0))) found.push(this.#words[at] ?? '');
    }
    return found;
  }
}

/** The letters of a word as a set of bits; the signs beside a to z share one. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) {
    const letter = word.charCodeAt(at) - 97;
    letters |= 1 << (letter >= 0 && letter < 26 ? letter : 26);
  }
  return letters;
}

function hasAtMost(bits: number, set: number): boolean {
  let rest = set;
  for (let taken = 0; taken < bits; taken += 1) rest &= rest - 1;
  return rest === 0;
}
