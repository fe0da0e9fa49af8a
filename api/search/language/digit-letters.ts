/** Letters that a digit looks like. */
const LETTERS: Readonly<Record<string, readonly string[]>> = {
  '0': ['o'],
  '1': ['i', 'l'],
  '3': ['e'],
  '4': ['a'],
  '5': ['s'],
  '6': ['g'],
  '7': ['t', 'j'],
  '8': ['b'],
  '9': ['g'],
};

/** Three letters or more, and a digit or two among them, or one digit between two; a number in front is an amount or a model. */
const MASKED = /^(?:[a-z]\d[a-z]|(?=(?:.*[a-z]){3})(?!\d\d)[a-z]*\d{1,2}[a-z]*(?:\d[a-z]*)?)$/;

/** The word that somebody wrote with digits for letters: s4bun, temb0k; null when no known word is written so. */
export function wordInDigits(written: string, isKnown: (word: string) => boolean): string | null {
  if (!MASKED.test(written)) return null;
  let words = [''];
  for (const sign of written) {
    const letters = LETTERS[sign] ?? [sign];
    words = words.flatMap((word) => letters.map((letter) => word + letter));
  }
  return words.find((word) => /^[a-z]+$/.test(word) && isKnown(word)) ?? null;
}
