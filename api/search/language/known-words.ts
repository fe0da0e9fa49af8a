import { mistakesBetween } from './mend.ts';

/** Words, found by their letters: measuring the distance to each of thousands would take longer than the search. */
export class KnownWords {
  readonly #known = new Set<string>();
  /** The same words in a list, and the letters of each: a list is gone through in a fraction of the time that a set takes. */
  readonly #words: string[] = [];
  readonly #letters: number[] = [];

  add(word: string): void {
    if (this.#known.has(word)) return;
    this.#known.add(word);
    this.#words.push(word);
    this.#letters.push(lettersOf(word));
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
    return this.#words.filter((word, at) => {
      const allowed = mistakesBetween(mistyped, word);
      return (
        word.length >= Math.max(4, mistyped.length - allowed) && bits(letters & ~(this.#letters[at] ?? 0)) <= allowed
      );
    });
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

function bits(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
