/** Words that carry no meaning in a search; left out unless nothing else was written. */
const STOP_WORDS = new Set('yang dan di ke dari untuk dengan atau pada dalam yg dgn utk the and of'.split(' '));
/** The engine looks at no more words of a query than this. */
const MOST_WORDS = 10;

/** The words of a query as the engine gets them: no operators, no accents, no stop words. The one place where query text is prepared. */
export function queryWords(text: string): readonly string[] {
  const words = plainWords(text);
  const meant = words.filter((word) => !STOP_WORDS.has(word));
  return (meant.length > 0 ? meant : words).slice(0, MOST_WORDS).map(withoutClitic);
}

/**
 * A text of a document as the engine gets it: its words, then those without their clitics. Cut here, because the engine would take
 * `<b>Manis` for one word. The one place where document text is prepared.
 */
export function documentText(text: string): string {
  const words = plainWords(text);
  const shorter = words.map(withoutClitic).filter((word) => !words.includes(word));
  return [...words, ...new Set(shorter)].join(' ');
}

/** Lower case, without accents, cut at everything that is neither letter nor digit. */
export function plainWords(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** A word without -nya, -lah, -kah, -pun when enough is left: sambalnya is sambal. */
function withoutClitic(word: string): string {
  return word.length >= 7 ? word.replace(/(nya|lah|kah|pun)$/, '') : word;
}
