/** Letters from which a beginning says something. */
const SHORTEST = 4;
/** Terms that a beginning may be of; of more it says too little. */
const MOST_TERMS = 12;

/** Finds terms by their first letters. */
export class TermBeginnings {
  readonly #known = new Set<string>();
  #terms: string[] = [];

  /** Enters a term, by its words. */
  add(words: readonly string[]): void {
    this.#known.add(words.join(' '));
  }

  /** The terms that begin with these letters and go on; none when they are too many to mean one. */
  of(beginning: string): readonly string[] {
    if (beginning.length < SHORTEST) return [];
    const terms = this.#sorted();
    const first = firstNotBefore(terms, beginning);
    let end = first;
    while (end < terms.length && end - first <= MOST_TERMS && terms[end]?.startsWith(beginning)) end += 1;
    return end - first > MOST_TERMS ? [] : terms.slice(first, end).filter((term) => term !== beginning);
  }

  #sorted(): readonly string[] {
    if (this.#terms.length !== this.#known.size)
      this.#terms = [...this.#known].sort((one, other) => (one < other ? -1 : one > other ? 1 : 0));
    return this.#terms;
  }
}

function firstNotBefore(terms: readonly string[], beginning: string): number {
  let [low, high] = [0, terms.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((terms[middle] ?? '') < beginning) low = middle + 1;
    else high = middle;
  }
  return low;
}
