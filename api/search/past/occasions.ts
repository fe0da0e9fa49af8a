import { createHash, randomBytes } from 'node:crypto';

/** Different words that one caller is counted for in a day: more is a program, not a person. */
const MOST_OF_CALLER = 100;
/** Callers and words that are remembered at once; beyond, everything is forgotten and some count twice. */
const MOST_REMEMBERED = 50_000;

/**
 * Tells searches apart that count from those that do not: the same caller with the same words counts once a day, so that figures are
 * of people and a single one cannot make words popular. Callers are remembered as hashes with a secret of this process, until the
 * day is over; nothing of them is written anywhere.
 */
export class Occasions {
  readonly #secret = randomBytes(16);
  readonly #seen = new Set<string>();
  readonly #ofCaller = new Map<string, number>();
  #day = '';

  /** Whether this is the first time on that day; remembers it. */
  isFirst(caller: string, words: string, day: string): boolean {
    if (day !== this.#day || this.#seen.size >= MOST_REMEMBERED) this.#forget(day);
    const who = this.#hash(caller);
    const occasion = this.#hash(`${who} ${words}`);
    const before = this.#ofCaller.get(who) ?? 0;
    if (before >= MOST_OF_CALLER || this.#seen.has(occasion)) return false;
    this.#seen.add(occasion);
    this.#ofCaller.set(who, before + 1);
    return true;
  }

  #forget(day: string): void {
    this.#seen.clear();
    this.#ofCaller.clear();
    this.#day = day;
  }

  #hash(text: string): string {
    return createHash('sha256').update(this.#secret).update(text).digest('base64').slice(0, 16);
  }
}
