import { documentText, plainWords } from './text.ts';

/** Marks around what was hit; prepared texts hold no such characters. */
export const MARK = { before: '\uE000', after: '\uE001' } as const;

/** A title as HTML, with those words marked that `searched`, its searched text with marks, was hit in. */
export function markedHtml(title: string, searched: string): string {
  const hit = new Set(hitWords(searched));
  return title
    .replace(/[\p{L}\p{N}\p{M}]+/gu, (word) =>
      documentText(word)
        .split(' ')
        .some((form) => hit.has(form))
        ? `${MARK.before}${word}${MARK.after}`
        : word,
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(MARK.before, '<mark>')
    .replaceAll(MARK.after, '</mark>');
}

/** The words as they were understood when typing mistakes were mended, seen from what the best document was hit in; null when there were none. */
export function mendedWords(words: readonly string[], marked: readonly string[]): string | null {
  const hit = marked.flatMap(hitWords);
  const understood = words.map((word, at) => {
    const isUnfinished = at === words.length - 1;
    if (hit.some((one) => one === word || (isUnfinished && one.startsWith(word)))) return word;
    return hit.find((one) => mistakes(word, one) <= mistakesAllowed(word)) ?? word;
  });
  return understood.every((word, at) => word === words[at]) ? null : understood.join(' ');
}

/** Typing mistakes that the index forgives in a word of this length. */
function mistakesAllowed(word: string): number {
  return word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0;
}

/** The whole words that carry a mark, be it only on their beginning. */
function hitWords(marked: string): string[] {
  return [...marked.matchAll(/\uE000([^\uE001]*)\uE001([\p{L}\p{N}]*)/gu)].flatMap(([, hit, rest]) =>
    plainWords(`${hit}${rest}`),
  );
}

/** Missing, added, wrong and swapped letters between two words. */
function mistakes(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, at) => at)];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j += 1) {
      const isSwapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const replaced = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = isSwapped ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY;
      row.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, replaced, swapped));
    }
  }
  return at(a.length, b.length);
}
