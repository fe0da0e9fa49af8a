/** Words that are remembered at once: those of a whole market's titles are fewer, and a flood of others costs no memory. */
const MOST = 50_000;

/** The same function of a word, which remembers what it gave: the words of a market come again and again. */
export function remembered<Result>(compute: (word: string) => Result): (word: string) => Result {
  const known = new Map<string, Result>();
  return (word) => {
    const held = known.get(word);
    if (held !== undefined) return held;
    const result = compute(word);
    if (known.size >= MOST) known.clear();
    known.set(word, result);
    return result;
  };
}
